"""Names of people in the scripts and habits of Central Asia.

`scripts` tidies text, `casing` gives personal case, `folding` makes the keys of search,
`parts` splits a written name and reads the sex from it with the help of `kinship` and
`given_names`, `transliteration` suggests the other script, `agreement` tells how far two names
agree with the help of `similarity` and `respelling`.
"""
