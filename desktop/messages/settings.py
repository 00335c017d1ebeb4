"""Sentences about the settings file."""

from desktop.messages import N_

SENTENCES: dict[str, str] = {
    "settings.unreadable": N_(
        "The settings file {file} cannot be read (line {line}). It was left as it is. "
        "Correct it, or go on with the usual settings and save them anew."
    ),
    "settings.bad_value": N_(
        "The settings file {file} has a value for “{key}” that cannot be used. "
        "It was left as it is. Correct the value, or remove the line."
    ),
    "settings.not_reached": N_(
        "The settings file {file} cannot be opened. Ask whoever looks after this computer "
        "whether you may read the folder."
    ),
    "settings.not_saved": N_(
        "The settings could not be saved in {file}. The former settings were kept. "
        "Check that the disk has room and that you may write in the folder."
    ),
    "settings.password": N_(
        "The address of the database must not hold a password: nothing was saved. "
        "Passwords are asked for and kept by the operating system."
    ),
}
