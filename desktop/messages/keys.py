"""Sentences of passphrases and keys."""

from desktop.messages import N_

SENTENCES: dict[str, str] = {
    "key.needed": N_("“{file}” is encrypted. Its passphrase is needed."),
    "key.wrong": N_(
        "This passphrase does not open the register. Mind capital letters and the language of "
        "the keyboard. The recovery code opens it as well."
    ),
    "key.short": N_("A passphrase has {least} characters at least; four or five words are good."),
    "key.different": N_("The two passphrases are not the same."),
    "key.damaged": N_(
        "The key file “{file}” is damaged. Put back the one that lies beside the last backup."
    ),
    "key.unreadable": N_("The key file “{file}” cannot be read. Check the rights of the folder."),
    "key.not_saved": N_(
        "The key file “{file}” cannot be written. Nothing was changed: check the room on the "
        "disk and the rights of the folder."
    ),
    "key.not_sealed": N_(
        "The register could not be encrypted: there has to be room for a second copy of it. It "
        "is as it was."
    ),
    "key.lone": N_(
        "“{file}” is not there any more, but its key “{key}” is. Connect the disk that the "
        "register lies on, or restore a backup. Only if there never was a register, remove the key."
    ),
    "key.undecided": N_("“{file}” is new. Choose a passphrase for it first."),
    "key.there_already": N_("“{file}” is no register that could still be encrypted."),
    "key.nobody": N_(
        "A new passphrase is needed. Name the file that it stands in with "
        "--new-passphrase-file, or run this at a terminal."
    ),
    "key.none": N_("“{file}” has no passphrase."),
    "key.unread": N_("The file “{file}” with the passphrase cannot be read."),
    "backup.plain": N_(
        "The backup “{file}” is not encrypted, but the register is. Give the backup a passphrase "
        "first, with “homeward db passphrase”."
    ),
}
