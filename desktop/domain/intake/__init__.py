"""Recognise the people in a list that somebody typed by hand.

The one door is `recognition.recognise`: plain sheets in, a `model.ListDraft` out, with every
doubt as a `model.Problem`. On the way:

* `sheet_choice` finds the sheet that holds the people;
* `header_rows`, `headings`, `header_words` find the heading and what it says;
* `profiles`, `fitting`, `columns`, `column_mending` look at the values and settle the meaning of
  each column;
* `table`, `rows`, `row_signs` tell people from titles, totals, sections and notes, so that no row
  is lost;
* `list_names`, `family_names`, `birth`, `row_documents`, `destinations`, `people` read a row, with
  `name_cells`, `name_remarks`, `date_columns`, `dates`, `document_cells`, `areas`, `countries`,
  `relations` and `value_words` for single cells;
* `groups`, `family_numbers`, `relation_groups`, `checks` see what only the list as a whole shows;
* `remedies` turns what the officer decides into overrides, and the list is read again.

Nothing here reads a file, a clock or a database.
"""
