"""Sentences about lists that are read: why a file is refused, what is doubtful, what mends it."""

from desktop.messages import N_

SENTENCES: dict[str, str] = {
    "intake.missing_file": N_("“{file}” is no longer there. Choose the list again."),
    "intake.locked_file": N_(
        "“{file}” cannot be opened. It may be open in Excel: close it there and try again."
    ),
    "intake.unreachable_file": N_(
        "“{file}” cannot be read from where it is. Copy it to this computer and try again."
    ),
    "intake.too_large": N_(
        "This file is larger than {limit_mb} MB, and a list of people is not. Remove pictures, or "
        "copy the list into a new workbook."
    ),
    "intake.empty": N_("There is nothing in this file. Ask the sender for the list again."),
    "intake.not_a_workbook": N_(
        "This file is not a spreadsheet. Lists can be read from Excel (.xlsx, .xls, .xlsb), "
        "OpenDocument (.ods) and text (.csv, .txt)."
    ),
    "intake.encrypted": N_(
        "This file is protected by a password. Open it in Excel, remove the password, save it and "
        "choose it again."
    ),
    "intake.macros": N_(
        "This workbook contains macros and was not opened. Save it in Excel as “Excel Workbook "
        "(.xlsx)” and choose it again."
    ),
    "intake.foreign_parts": N_(
        "This workbook contains links to other files or embedded objects and was not opened. Copy "
        "the list as values into a new workbook."
    ),
    "intake.declares_entities": N_(
        "This workbook is made in an unsafe way and was not opened. Copy the list into a new "
        "workbook."
    ),
    "intake.unreadable": N_(
        "This file is damaged or incomplete. Open it in Excel, save it under another name and "
        "choose that, or ask the sender for it again."
    ),
    "intake.unpacks_too_large": N_(
        "This file unpacks to far more than it seems and was not opened. Copy the list into a new "
        "workbook."
    ),
    "intake.too_many_columns": N_(
        "This file has values in more than {limit} columns. Keep the columns of the list, delete "
        "the others and choose it again."
    ),
    "intake.too_many_rows": N_(
        "This file has values below row {limit}. Delete what does not belong to the list, or cut "
        "it into several files."
    ),
    "intake.too_many_cells": N_(
        "This file holds more than a list of people can. Keep the columns that are needed, or cut "
        "it into several files."
    ),
    "intake.no_sheet": N_("This file has no sheet “{sheet}”."),
    "intake.no_list": N_(
        "Nothing in “{sheet}” looks like a list of people: no heading and no names were found. "
        "Nothing was stored."
    ),
    "intake.people_in_columns": N_(
        "In “{sheet}” every person has a column. Copy the list in Excel, paste it with "
        "“Transpose”, so that every person has a row, and choose it again."
    ),
    "intake.nobody": N_(
        "No people were found in “{file}”. Nothing was stored. Say which row is the heading and "
        "which column holds the names, or ask the sender for the list again."
    ),
    "intake.reading": N_("Reading the file"),
    "intake.recognising": N_("Recognising the people"),
    "intake.no_people": N_("There are no people under the heading of this list."),
    "intake.no_names": N_("No column with names was found. Say which column holds the names."),
    "intake.more_lists": N_(
        "The sheet “{sheet}” holds people too ({rows} rows). They are not read with this one: "
        "take that sheet in as an import of its own."
    ),
    "intake.people_beside": N_(
        "Columns {columns} hold more people beside the first ones. They were not read: move them "
        "under the others in Excel and choose the list again."
    ),
    "intake.date_order": N_("{text}: day first or month first? Read as {reading}."),
    "intake.date_order_mixed": N_(
        "{text}: this column mixes day first and month first. Read as {reading}."
    ),
    "intake.date_swapped": N_(
        "{text}: a spreadsheet program may have exchanged day and month. Read as {reading}."
    ),
    "intake.date_serial": N_("{text} is an Excel day number: {reading}."),
    "intake.date_look_alike": N_("{text} has letters in place of digits. Read as {reading}."),
    "intake.date_solar_year": N_("{text} is a year of the Solar Hijri calendar: {reading}."),
    "intake.date_future": N_("{text} lies in the future."),
    "intake.date_too_old": N_("{text} would make this person older than 110."),
    "intake.date_impossible": N_("{text} is not in the calendar."),
    "intake.date_out_of_range": N_("{text} cannot be the end of validity."),
    "intake.date_unreadable": N_("{text} cannot be read as a date."),
    "intake.birth_missing": N_("The date of birth is missing."),
    "intake.birth_year_only": N_("Only the year of birth is known: {text}."),
    "intake.birth_month_only": N_("Only month and year of birth are known: {text}."),
    "intake.birth_estimated": N_("The date of birth is an estimate: {text}."),
    "intake.birth_from_age": N_("Only the age is known ({text}): born {reading}."),
    "intake.birth_first_january": N_(
        "{text}: 1 January stands in {count} rows and may mean only the year {year}."
    ),
    "intake.birth_and_age_differ": N_("The age in the list does not fit the date of birth {text}."),
    "intake.birth_and_role_differ": N_(
        "Born {reading}: this does not fit the place in the family."
    ),
    "intake.name_order": N_("“{text}”: which is the family name? Read as {family}."),
    "intake.name_incomplete": N_("“{text}”: a family name or a given name is missing."),
    "intake.name_unusual": N_("“{text}”: this name has more or fewer parts than usual."),
    "intake.name_odd": N_("“{text}” does not look like a name. It is kept as it stands."),
    "intake.family_name_inferred": N_(
        "“{text}” has no family name of its own. {family} is taken from the row above."
    ),
    "intake.companions_unnamed": N_(
        "“{text}” may mean people who have no row of their own. They were not added."
    ),
    "intake.sex_unreadable": N_("“{text}” is no sex that is known."),
    "intake.sex_differs": N_("The sex “{text}” does not fit the name."),
    "intake.sex_unknown": N_("Neither the list nor the name tells the sex."),
    "intake.nationality_unknown": N_("“{text}” is no country that is known."),
    "intake.document_missing": N_("The document number is missing."),
    "intake.document_look_alike": N_("{text} has letters in place of digits. Mended to {number}."),
    "intake.document_exponent": N_(
        "{text} was shortened by a spreadsheet program; digits of the number are lost."
    ),
    "intake.document_unreadable": N_("No document number can be read in “{text}”."),
    "intake.document_short": N_(
        "{number} is shorter than the other numbers ({usual} digits); a zero in front may be lost."
    ),
    "intake.document_length": N_("{number} has not {usual} digits like the other numbers."),
    "intake.document_repeated": N_("{number} also stands in row {row}."),
    "intake.document_dates": N_("The document would expire before it was issued."),
    "intake.area_spelling": N_("“{text}” is taken for {area}."),
    "intake.area_unknown": N_("“{text}” is no region that is known."),
    "intake.phone_unclear": N_("“{text}” is no complete telephone number."),
    "intake.relation_unknown": N_("“{text}” is no relation that is known."),
    "intake.relation_without_head": N_("A relative, but the row above is of another family."),
    "intake.group_filled_down": N_("Taken for family {text}, whose number stands further up."),
    "intake.group_by_blank_rows": N_("Taken for a family because of the empty rows around it."),
    "intake.several_people": N_("“{text}”: several people in one row. Give each a row of its own."),
    "intake.old_font": N_(
        "This list was written in an old Tajik font ({letters}); its letters were replaced."
    ),
    "intake.person_repeated": N_("The same person stands in row {row}."),
    "intake.row_no_name": N_("This row has no name and cannot become a person."),
    "intake.row_remark": N_("“{text}” was read as a remark and not as a person."),
    "intake.row_joined": N_("This row was read as a second line of row {person}."),
    "intake.total_differs": N_("The list says {stated} people, {counted} were found."),
    "intake.test_unreadable": N_("“{text}” cannot be read as the time of a sample."),
    "intake.column_unknown": N_("The meaning of this column is not known; it is kept as it is."),
    "intake.column_by_values": N_("The heading says nothing; the values decided."),
    "intake.column_contradicts": N_("The values do not fit the heading."),
    "intake.column_repeated": N_(
        "Another column has this meaning already; this one is kept as it is."
    ),
    "intake.column_second_people": N_("More people stand here; only the first ones are read."),
    "intake.column_ethnic": N_("This heading may ask for ethnic origin instead of citizenship."),
    "intake.column_unsure": N_("The heading is not quite clear."),
    "intake.row_title": N_("Title"),
    "intake.row_heading": N_("Heading"),
    "intake.row_section": N_("Heading between rows"),
    "intake.row_total": N_("Total"),
    "intake.row_signature": N_("Signature"),
    "intake.row_note": N_("Note"),
    "intake.row_blank": N_("Empty row"),
    "intake.row_number_only": N_("Only a running number"),
    "intake.row_continuation": N_("Second line of the row above"),
    "intake.row_left_out": N_("Left out by you"),
    "intake.row_unread": N_("Not read"),
}
"""Failures, doubts and reasons by code."""

HEADINGS: dict[str, str] = {
    "intake.date_order": N_("Day first or month first"),
    "intake.date_order_mixed": N_("Dates in two orders"),
    "intake.date_swapped": N_("Day and month perhaps exchanged"),
    "intake.date_serial": N_("Day numbers of a spreadsheet"),
    "intake.date_look_alike": N_("Letters in dates"),
    "intake.date_solar_year": N_("Years of another calendar"),
    "intake.date_future": N_("Dates in the future"),
    "intake.date_too_old": N_("Dates too long ago"),
    "intake.date_impossible": N_("Days that do not exist"),
    "intake.date_out_of_range": N_("Impossible ends of validity"),
    "intake.date_unreadable": N_("Dates that cannot be read"),
    "intake.birth_missing": N_("Birth date missing"),
    "intake.birth_year_only": N_("Only the year of birth"),
    "intake.birth_month_only": N_("Only month and year of birth"),
    "intake.birth_estimated": N_("Estimated birth dates"),
    "intake.birth_from_age": N_("Only the age"),
    "intake.birth_first_january": N_("1 January in many rows"),
    "intake.birth_and_age_differ": N_("Age and birth date differ"),
    "intake.birth_and_role_differ": N_("Age and family role differ"),
    "intake.name_order": N_("Family name or given name"),
    "intake.name_incomplete": N_("Incomplete names"),
    "intake.name_unusual": N_("Unusual names"),
    "intake.name_odd": N_("Texts that do not look like names"),
    "intake.family_name_inferred": N_("Family names taken from above"),
    "intake.companions_unnamed": N_("People counted without a name"),
    "intake.sex_unreadable": N_("Sex that cannot be read"),
    "intake.sex_differs": N_("Sex and name differ"),
    "intake.sex_unknown": N_("Sex not known"),
    "intake.nationality_unknown": N_("Unknown countries"),
    "intake.document_missing": N_("Document number missing"),
    "intake.document_look_alike": N_("Letters in document numbers"),
    "intake.document_exponent": N_("Document numbers cut short"),
    "intake.document_unreadable": N_("Documents that cannot be read"),
    "intake.document_short": N_("A zero in front may be lost"),
    "intake.document_length": N_("Document numbers of another length"),
    "intake.document_repeated": N_("The same document twice"),
    "intake.document_dates": N_("Issue after expiry"),
    "intake.area_spelling": N_("Other spellings of a region or district"),
    "intake.area_unknown": N_("Unknown regions"),
    "intake.phone_unclear": N_("Incomplete telephone numbers"),
    "intake.relation_unknown": N_("Unknown relations"),
    "intake.relation_without_head": N_("Relatives without a family"),
    "intake.group_filled_down": N_("Family numbers filled in"),
    "intake.group_by_blank_rows": N_("Families between empty rows"),
    "intake.several_people": N_("Several people in one row"),
    "intake.old_font": N_("An old Tajik font"),
    "intake.person_repeated": N_("The same person twice"),
    "intake.row_no_name": N_("Rows without a name"),
    "intake.row_remark": N_("Rows read as remarks"),
    "intake.row_joined": N_("Rows joined to the one above"),
    "intake.total_differs": N_("The total differs"),
    "intake.test_unreadable": N_("Sample times that cannot be read"),
    "intake.no_people": N_("No people"),
    "intake.no_names": N_("No names"),
    "intake.people_beside": N_("More people side by side"),
    "intake.more_lists": N_("More lists in this file"),
}
"""Headings of problems that are shown together, by code."""

REMEDIES: dict[str, str] = {
    "accept": N_("Keep as it is"),
    "suggestion": N_("Take the suggestion"),
    "day_first": N_("All are day.month.year"),
    "month_first": N_("Month first"),
    "alternative": N_("Take the other reading"),
    "edit": N_("Correct"),
}
"""Buttons that mend a problem, by `Remedy`."""
