"""Sentences about work in the background."""

from desktop.messages import N_

SENTENCES: dict[str, str] = {
    "work.cancelled": N_("The work was stopped. Nothing was changed."),
    "work.died": N_(
        "The work stopped unexpectedly. Nothing was changed. Try again; if it stops again with "
        "the same file, the file is probably damaged."
    ),
    "work.mistake": N_(
        "The program made a mistake and stopped. What had been saved is safe. This report says "
        "where it happened; it holds no names and no numbers of people:\n{report}"
    ),
    "work.not_started": N_(
        "The work could not be started, because the computer has no room for another program. "
        "Nothing was changed. Close other programs and try again."
    ),
    "work.too_large": N_(
        "The work needs more memory than it may take. Nothing was changed. "
        "Divide the file or the selection and try again."
    ),
    "work.too_long": N_(
        "The work took more than {seconds} seconds and was stopped. Nothing was changed. "
        "Divide the file or the selection and try again."
    ),
}
