"""Sentences about the texts and reference data that are shipped with the program."""

from desktop.messages import N_

SENTENCES: dict[str, str] = {
    "catalogue.no_such_language": N_(
        "There are no texts in the language “{language}”. Choose another language in Settings."
    ),
    "catalogue.damaged": N_(
        "The file {file} of the program is missing or damaged. "
        "Nothing in the register is affected. Install the program again."
    ),
}
