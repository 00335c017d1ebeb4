"""Sentences about files that are written and messages that are drafted."""

from desktop.messages import N_

SENTENCES: dict[str, str] = {
    "files.disk_full": N_(
        "“{file}” was not saved: the disk is full. What stood there before is still there. "
        "Make room or choose another disk, and save again."
    ),
    "files.denied": N_(
        "“{file}” was not saved: it is open in another program, or you may not write there. "
        "What stood there before is still there. Close it or choose another folder, and save again."
    ),
    "files.folder_missing": N_(
        "“{file}” was not saved: its folder is not there any more. "
        "Choose another folder, and save again."
    ),
    "files.not_written": N_(
        "“{file}” was not saved: the disk or the network refused it. "
        "What stood there before is still there. Choose another place, and save again."
    ),
    "files.mail_address": N_(
        "“{address}” is not one e-mail address. Write one address in each line, without a name."
    ),
    "files.mail_domain": N_(
        "“{address}” is outside the organisations that this office may write to. "
        "No message was made. Choose another address, or ask your administrator to add it."
    ),
    "files.mail_subject": N_(
        "The subject of a message must be one line. No message was made. Remove the line break."
    ),
}
