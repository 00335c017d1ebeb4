"""Writing what an officer saves, whole or not at all."""

import errno
from pathlib import Path

from desktop.atomic import replace_file
from desktop.errors import Unavailable

_CODES = {
    errno.ENOSPC: "files.disk_full",
    errno.EDQUOT: "files.disk_full",
    errno.EFBIG: "files.disk_full",
    errno.EACCES: "files.denied",
    errno.EPERM: "files.denied",
    errno.EROFS: "files.denied",
    errno.EBUSY: "files.denied",
    errno.EISDIR: "files.denied",
    errno.ENOENT: "files.folder_missing",
    errno.ENOTDIR: "files.folder_missing",
}


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Put `data` into `path`; a file of that name is replaced in one step.

    What is `private` only its owner may read.

    Raises Unavailable `files.disk_full`, `files.denied` (also: open in another program),
    `files.folder_missing`, `files.not_written`, each with `file`; what stood there still stands.
    """
    try:
        replace_file(path, data, private=private)
    except OSError as error:
        code = _CODES.get(error.errno or 0, "files.not_written")
        raise Unavailable(code, file=path.name) from error
