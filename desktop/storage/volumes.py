"""Where a register in a file lies: on a disk of this computer, or where SQLite is not safe.

SQLite, "How To Corrupt An SQLite Database File", 2.1: file systems of networks lock badly. A
program that synchronises a folder copies the register and its journal each at its own moment,
and puts an older one back.
"""

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from desktop.errors import UserError

_MOUNTS = Path("/proc/self/mountinfo")

_DRIVE_REMOVABLE = 2
_DRIVE_REMOTE = 4
_RECALL = 0x40000 | 0x400000
_INVALID_ATTRIBUTES = 0xFFFFFFFF
_LONG_DRIVE = re.compile(r"\\\\\?\\(?=[A-Za-z]:)")
_SHARE = re.compile(r"\\\\(?![?.]\\)|\\\\\?\\UNC\\", re.IGNORECASE)
_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")

_NETWORK_TYPES = (
    *("cifs", "smb3", "smbfs", "nfs", "nfs4", "ceph", "glusterfs", "vboxsf", "davfs"),
    *("fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs2"),
)

_LEFT_BEHIND = re.compile(r"\.dropbox\.cache|\.stfolder|\._?sync_.*\.db|\.owncloudsync\.log")
_USUAL_NAMES = (
    *("OneDrive", "OneDrive - *", "Dropbox", "Google Drive", "GoogleDrive", "My Drive"),
    *("YandexDisk", "Yandex.Disk", "iCloudDrive", "Nextcloud", "ownCloud", "MEGA"),
    *("pCloudDrive", "Box"),
)


class Volume(Enum):
    """What a file lies on; of several, the one that stands first here counts."""

    NETWORK = auto()
    SYNCED = auto()
    """In a folder that some program copies to and from other computers."""
    REMOVABLE = auto()
    """Told on Windows only."""
    LOCAL = auto()


def volume_of(path: Path) -> Volume:
    """Where the file really lies; of one that is not there yet, where it would lie.

    Links, junctions and substituted drives are followed. What cannot be looked at speaks
    against nothing.
    """
    real = Path(_LONG_DRIVE.sub("", os.path.realpath(path), count=1))
    folder = _nearest_folder(real)
    volume = _told_by_system(real, folder)
    if volume is Volume.NETWORK:
        return volume
    synced = has_usual_name(folder, _home()) or any(
        has_left_behind(place) for place in (folder, *folder.parents)
    )
    return Volume.SYNCED if synced else volume


def refuse_unsafe_place(path: Path) -> None:
    """Raises UserError `storage.network` or `storage.synced` where no register may be worked in."""
    match volume_of(path):
        case Volume.NETWORK:
            raise UserError("storage.network", file=path.name)
        case Volume.SYNCED:
            raise UserError("storage.synced", file=path.name)
        case _:
            return


def on_windows(
    real: PureWindowsPath, drive_type: int, attributes: int, environment: Mapping[str, str]
) -> Volume:
    """What Windows knows: the name, the kind of its drive, the attributes of file and folder.

    Sources: Microsoft, "Naming Files, Paths, and Namespaces" (shares), GetDriveTypeW, "File
    Attribute Constants" (RECALL_ON_OPEN, RECALL_ON_DATA_ACCESS: the content is elsewhere).
    OneDrive names its folders in the environment.
    """
    if drive_type == _DRIVE_REMOTE or _SHARE.match(str(real)):
        return Volume.NETWORK
    roots = [environment[name] for name in _ONEDRIVE if environment.get(name)]
    if attributes & _RECALL or any(real.is_relative_to(PureWindowsPath(root)) for root in roots):
        return Volume.SYNCED
    return Volume.REMOVABLE if drive_type == _DRIVE_REMOVABLE else Volume.LOCAL


def on_linux(real: PurePosixPath, mounts: str) -> Volume:
    """What Linux knows: the file system that is mounted there.

    Source: proc_pid_mountinfo(5). The mount point is the fifth field, the type follows the
    lone hyphen, and blanks are written as octal numbers. 9p is no sign: it joins a guest system
    to its own computer.
    """
    types: dict[PurePosixPath, str] = {}
    for line in mounts.split("\n"):
        place, _, system = line.partition(" - ")
        fields = place.split(" ")
        if len(fields) > 4 and system:
            point = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), fields[4])
            types[PurePosixPath(point)] = system.split(" ")[0]
    mounted = next((place for place in (real, *real.parents) if place in types), None)
    is_network = mounted is not None and types[mounted] in _NETWORK_TYPES
    return Volume.NETWORK if is_network else Volume.LOCAL


def has_usual_name(folder: PurePath, home: PurePath | None) -> bool:
    """Whether the folder is, or lies below, one that is called in the home directory as the
    programs call theirs when they are installed. Windows does not tell large letters from small.
    """
    return any(
        place.parent == home and any(place.match(name) for name in _USUAL_NAMES)
        for place in (folder, *folder.parents)
    )


def has_left_behind(folder: Path) -> bool:
    """Whether a program that synchronises left its files in this folder.

    Dropbox: `.dropbox`, `.dropbox.cache`. Syncthing: `.stfolder`. Nextcloud and ownCloud: their
    journal `.sync_*.db`, once `._sync_*.db`, and `.owncloudsync.log`. A folder `.dropbox` is
    what Dropbox keeps for itself in the home directory; only the file is a sign.
    """
    try:
        with os.scandir(folder) as entries:
            return any(
                _LEFT_BEHIND.fullmatch(entry.name) or (entry.name == ".dropbox" and entry.is_file())
                for entry in entries
            )
    except OSError:
        return False


def _nearest_folder(real: Path) -> Path:
    for place in (real, *real.parents):
        with suppress(OSError):
            if place.is_dir():
                return place
    return Path(real.anchor)


def _home() -> Path | None:
    try:
        return Path(os.path.realpath(Path.home()))
    except RuntimeError:  # Nobody says where it is.
        return None


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _kernel = ctypes.WinDLL("kernel32")
    _kernel.GetDriveTypeW.argtypes = [wintypes.LPCWSTR]
    _kernel.GetDriveTypeW.restype = wintypes.UINT
    _kernel.GetFileAttributesW.argtypes = [wintypes.LPCWSTR]
    _kernel.GetFileAttributesW.restype = wintypes.DWORD

    def _told_by_system(real: Path, folder: Path) -> Volume:
        drive: int = _kernel.GetDriveTypeW(os.path.splitdrive(real)[0] + "\\")
        attributes = 0
        for place in (real, folder):
            found: int = _kernel.GetFileAttributesW(str(place))
            attributes |= 0 if found == _INVALID_ATTRIBUTES else found
        named = {name: os.environ.get(name) for name in _ONEDRIVE}
        roots = {name: os.path.realpath(root) for name, root in named.items() if root}
        return on_windows(PureWindowsPath(real), drive, attributes, roots)

else:

    def _told_by_system(real: Path, _folder: Path) -> Volume:
        try:
            mounts = os.fsdecode(_MOUNTS.read_bytes())
        except OSError:
            return Volume.LOCAL
        return on_linux(PurePosixPath(real), mounts)
