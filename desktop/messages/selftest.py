"""Sentences about the self-test."""

from desktop.messages import N_

SENTENCES: dict[str, str] = {
    "selftest.not_written": N_(
        "The result of the self-test could not be written to {file}. Check that the folder is "
        "there, that the disk has room and that you may write in the folder."
    ),
}
