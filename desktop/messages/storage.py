"""Sentences of the database."""

from desktop.messages import N_

SENTENCES: dict[str, str] = {
    "storage.bad_address": N_(
        "The address of the database cannot be read. It should look like "
        "postgresql://user@server/homeward."
    ),
    "storage.is_folder": N_("“{file}” is a folder. Name a file for the database."),
    "storage.folder": N_(
        "The folder “{folder}” for the database cannot be made. Choose another in the settings."
    ),
    "storage.network": N_(
        "“{file}” lies on another computer or a network drive, where a register does not survive: "
        "two programs could write at the same time. Copy it to a disk of this computer with "
        "“homeward db backup”, or work with several officers on a shared database."
    ),
    "storage.synced": N_(
        "“{file}” lies in a folder that is synchronised with other computers (OneDrive, Dropbox "
        "and the like). That would put parts of an older register into the present one. Choose a "
        "folder that is not synchronised, and copy it there with “homeward db backup”."
    ),
    "storage.in_use": N_(
        "Another program works in “{file}” (on {host}, since {since}). Close it and try again; "
        "only one may write in a register at a time."
    ),
    "storage.newer": N_(
        "This database was made by a later version of Homeward (schema {version}; this program "
        "knows {head}). Nothing was changed. Install the newer program to open it."
    ),
    "storage.server_older": N_(
        "The shared database has to be brought up to date first. Its owner does this with "
        "“homeward db upgrade”."
    ),
    "storage.foreign": N_("This is a database of another program. Nothing was changed."),
    "storage.not_a_database": N_(
        "This file is not a Homeward database, or it is encrypted and its key file does not lie "
        "beside it. Nothing was changed."
    ),
    "storage.damaged": N_(
        "The database is damaged. Restore the last backup with “homeward db restore”; keep the "
        "damaged file for the administrator."
    ),
    "storage.links_broken": N_(
        "The upgrade was taken back because records would have lost their links. The database "
        "is as it was before; a backup lies beside it."
    ),
    "storage.upgrade_wrong": N_(
        "The upgrade was taken back because something would have been lost ({what}). The database "
        "is as it was before; a backup lies beside it. Send this sentence to the administrator."
    ),
    "storage.folding": N_(
        "The search keys of this database were made by another version of Homeward ({version}, "
        "this program makes {head}). It is not written to. Use the version that made them."
    ),
    "storage.locked": N_(
        "Another program is writing to the database. Nothing was lost; try again in a moment."
    ),
    "storage.disk_full": N_(
        "The disk is full, so nothing was saved. What you typed is still here: free some space "
        "and save again."
    ),
    "storage.read_only": N_(
        "The database cannot be written to. What you typed is still here: check the rights of "
        "the file and save again."
    ),
    "storage.cannot_open": N_(
        "The database file cannot be opened. Check that the folder exists and may be written to."
    ),
    "storage.disk_error": N_(
        "The disk reported an error. Nothing was saved; what you typed is still here."
    ),
    "storage.interrupted": N_("The search was stopped."),
    "storage.no_connection": N_(
        "The shared database cannot be reached. Nothing was lost; what you typed is still here."
    ),
    "storage.vanished": N_(
        "The file “{file}” is no longer where it was: the stick or disk may have been pulled out. "
        "Nothing was saved; what you typed is still here. Connect it again and save."
    ),
    "storage.rule_broken": N_(
        "This cannot be saved because it contradicts another record. Nothing was changed."
    ),
    "record.gone": N_("This record is no longer there."),
    "record.changed_meanwhile": N_(
        "Somebody else changed this record meanwhile. Nothing was overwritten: open it again and "
        "compare."
    ),
    "undo.unknown": N_("What should be undone is not in the log."),
    "undo.already": N_("This was undone already."),
    "undo.changed_since": N_(
        "This cannot be undone any more, because something it made was changed later."
    ),
    "undo.stands_on": N_(
        "This cannot be undone any more, because later work depends on it ({what})."
    ),
    "backup.exists": N_("The file “{file}” is there already. Choose another name."),
    "backup.failed": N_("The backup “{file}” could not be written. Check the disk and its space."),
    "backup.damaged": N_("The file “{file}” is damaged and was not used."),
    "backup.missing": N_("There is no backup file “{file}”."),
    "backup.other_key": N_(
        "The backup “{file}” was made with another passphrase than this register has. Restore it "
        "with “homeward db restore”, which asks for it."
    ),
    "backup.second_missing": N_(
        "The second place for backups is not there: {folder}. Connect it, or choose another in "
        "the settings. The backup beside the register was made."
    ),
    "backup.server": N_(
        "A shared database is backed up on its server, not from here. Ask its administrator."
    ),
}
