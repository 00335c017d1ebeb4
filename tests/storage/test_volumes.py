"""Where a register lies: the rules of both systems with invented facts, and real folders."""

import sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from desktop.storage import volumes
from desktop.storage.volumes import (
    Volume,
    has_left_behind,
    has_usual_name,
    on_linux,
    on_windows,
    volume_of,
)

if sys.platform == "win32":
    import _winapi

FIXED = 3
ONEDRIVE = r"C:\Users\a\OneDrive"
WINDOWS_HOME = PureWindowsPath(r"C:\Users\a")
LINUX_HOME = PurePosixPath("/home/a")

TABLE = r"""22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 27 0:50 / /mnt/case\040files rw shared:2 master:1 - cifs //srv/share rw,username=a
41 27 0:51 / /mnt/share rw - nfs4 srv:/share rw
42 41 8:17 / /mnt/share/disk rw - ext4 /dev/sdb1 rw
43 27 0:52 / /srv/auto rw - autofs systemd-1 rw
44 43 0:53 / /srv/auto rw - nfs srv:/auto rw
45 27 0:54 / /srv/back rw - nfs srv:/back rw
46 45 8:18 / /srv/back rw - xfs /dev/sdc1 rw
47 27 0:55 / /mnt/c rw - 9p drvfs rw
"""


def windows(
    path: str, drive: int = FIXED, attributes: int = 0, environment: dict[str, str] | None = None
) -> Volume:
    return on_windows(PureWindowsPath(path), drive, attributes, environment or {})


def link(place: Path, target: Path) -> None:
    """A junction on Windows, which everybody may make; a link elsewhere."""
    if sys.platform == "win32":
        _winapi.CreateJunction(str(target), str(place))
    else:
        place.symlink_to(target)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "home"
    place.mkdir()
    monkeypatch.setattr(Path, "home", lambda: place)
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        monkeypatch.delenv(name, raising=False)
    return place


@pytest.mark.parametrize(
    "path",
    [
        r"\\srv\share\homeward.db",
        "//srv/share/homeward.db",
        r"\\?\UNC\srv\share\homeward.db",
        r"\\?\unc\srv\share\homeward.db",
    ],
)
def test_a_share_by_its_name(path: str) -> None:
    assert windows(path) is Volume.NETWORK


@pytest.mark.parametrize(
    "path", [r"C:\data\homeward.db", r"\\?\C:\data\homeward.db", r"\\?\Volume{0-1}\homeward.db"]
)
def test_a_disk_by_its_name(path: str) -> None:
    assert windows(path) is Volume.LOCAL


@pytest.mark.parametrize(
    ("drive", "volume"),
    [
        (1, Volume.LOCAL),
        (2, Volume.REMOVABLE),
        (3, Volume.LOCAL),
        (4, Volume.NETWORK),
        (6, Volume.LOCAL),
    ],
)
def test_kinds_of_drives(drive: int, volume: Volume) -> None:
    assert windows(r"Z:\homeward.db", drive) is volume


@pytest.mark.parametrize(
    ("attributes", "volume"),
    [
        (0x40000, Volume.SYNCED),
        (0x400000 | 0x20, Volume.SYNCED),
        (0x20 | 0x10 | 0x400 | 0x2000, Volume.LOCAL),
    ],
)
def test_content_that_is_recalled(attributes: int, volume: Volume) -> None:
    assert windows(r"C:\data\homeward.db", attributes=attributes) is volume


@pytest.mark.parametrize("name", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
@pytest.mark.parametrize(
    ("path", "volume"),
    [
        (r"C:\Users\a\OneDrive\homeward.db", Volume.SYNCED),
        (r"c:\USERS\A\onedrive\Work\homeward.db", Volume.SYNCED),
        (r"C:\Users\a\OneDrive2\homeward.db", Volume.LOCAL),
        (r"C:\Users\a\homeward.db", Volume.LOCAL),
        (r"D:\Users\a\OneDrive\homeward.db", Volume.LOCAL),
    ],
)
def test_onedrive_names_its_folder(name: str, path: str, volume: Volume) -> None:
    assert windows(path, environment={name: ONEDRIVE}) is volume


def test_variables_that_say_nothing() -> None:
    said = {"OneDrive": "", "OneDrivePersonal": ONEDRIVE}
    assert windows(rf"{ONEDRIVE}\homeward.db", environment=said) is Volume.LOCAL


def test_the_worst_counts_on_windows() -> None:
    assert windows(r"Z:\homeward.db", 4, 0x400000) is Volume.NETWORK
    assert windows(r"E:\homeward.db", 2, 0x400000) is Volume.SYNCED


@pytest.mark.parametrize(
    ("path", "volume"),
    [
        ("/home/a/homeward.db", Volume.LOCAL),
        ("/mnt/case files/homeward.db", Volume.NETWORK),
        ("/mnt/case/homeward.db", Volume.LOCAL),
        ("/mnt/share", Volume.NETWORK),
        ("/mnt/share/not/yet/homeward.db", Volume.NETWORK),
        ("/mnt/share/disk/homeward.db", Volume.LOCAL),
        ("/mnt/share2/homeward.db", Volume.LOCAL),
        ("/srv/auto/homeward.db", Volume.NETWORK),
        ("/srv/back/homeward.db", Volume.LOCAL),
        ("/mnt/c/homeward.db", Volume.LOCAL),
    ],
)
def test_the_mount_that_is_nearest(path: str, volume: Volume) -> None:
    assert on_linux(PurePosixPath(path), TABLE) is volume


@pytest.mark.parametrize(
    "system",
    [
        *("cifs", "smb3", "smbfs", "nfs", "nfs4", "ceph", "glusterfs", "vboxsf", "davfs"),
        *("fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs2"),
    ],
)
def test_file_systems_of_networks(system: str) -> None:
    table = f"27 1 254:0 / / rw - ext4 /dev/vda rw\n40 27 0:50 / /far rw - {system} srv rw\n"
    assert on_linux(PurePosixPath("/far/homeward.db"), table) is Volume.NETWORK
    assert on_linux(PurePosixPath("/near/homeward.db"), table) is Volume.LOCAL


@pytest.mark.parametrize("system", ["ext4", "xfs", "btrfs", "vfat", "overlay", "tmpfs", "fuseblk"])
def test_file_systems_of_disks(system: str) -> None:
    table = f"40 27 0:50 / /near rw - {system} /dev/sdb1 rw\n"
    assert on_linux(PurePosixPath("/near/homeward.db"), table) is Volume.LOCAL


@pytest.mark.parametrize(("system", "volume"), [("9p", Volume.LOCAL), ("nfs", Volume.NETWORK)])
def test_a_root_of_another_kind(system: str, volume: Volume) -> None:
    table = f"27 1 0:50 / / rw - {system} root rw\n"
    assert on_linux(PurePosixPath("/home/a/homeward.db"), table) is volume


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (r"a\040b", "a b"),
        (r"a\011b", "a\tb"),
        (r"a\012b", "a\nb"),
        (r"a\134040b", r"a\040b"),
        ("кор", "кор"),
        ("a\x85b", "a\x85b"),
    ],
)
def test_names_in_the_mount_table(written: str, name: str) -> None:
    table = f"40 27 0:50 / /mnt/{written} rw - nfs srv:/a rw\n"
    assert on_linux(PurePosixPath(f"/mnt/{name}/homeward.db"), table) is Volume.NETWORK


@pytest.mark.parametrize("table", ["", "\n\n", "27 1\n", "27 1 254:0 / / rw\n", " - nfs\n"])
def test_a_mount_table_that_says_nothing(table: str) -> None:
    assert on_linux(PurePosixPath("/home/a/homeward.db"), table) is Volume.LOCAL


@pytest.mark.parametrize(
    "name",
    [
        *("OneDrive", "OneDrive - Ministry", "Dropbox", "Google Drive", "GoogleDrive", "My Drive"),
        *("YandexDisk", "Yandex.Disk", "iCloudDrive", "Nextcloud", "ownCloud", "MEGA"),
        *("pCloudDrive", "Box"),
    ],
)
def test_usual_names_below_the_home(name: str) -> None:
    for home in (WINDOWS_HOME, LINUX_HOME):
        assert has_usual_name(home / name, home)
        assert has_usual_name(home / name / "a" / "b", home)
        assert not has_usual_name(home / "Documents" / name, home)
        assert not has_usual_name(home / f"{name}2", home) or name.startswith("OneDrive - ")
        assert not has_usual_name(home / name, None)


def test_letters_count_on_linux_only() -> None:
    assert has_usual_name(PureWindowsPath(r"c:\users\A\onedrive - MINISTRY\x"), WINDOWS_HOME)
    assert not has_usual_name(LINUX_HOME / "dropbox", LINUX_HOME)


@pytest.mark.parametrize(
    "folder", [WINDOWS_HOME, LINUX_HOME, PureWindowsPath("C:\\"), PurePosixPath("/")]
)
def test_a_home_is_no_synced_folder(folder: PurePath) -> None:
    assert not has_usual_name(folder, folder)
    assert not has_usual_name(folder / "Documents", folder)


@pytest.mark.parametrize(
    "name",
    [
        *(".dropbox", ".dropbox.cache", ".stfolder", ".sync_0a1b2c.db", "._sync_0a1b2c.db"),
        ".owncloudsync.log",
    ],
)
def test_files_that_programs_leave_behind(home: Path, tmp_path: Path, name: str) -> None:
    register = tmp_path / "shared" / "cases" / "homeward.db"
    register.parent.mkdir(parents=True)
    assert volume_of(register) is Volume.LOCAL
    (tmp_path / "shared" / name).touch()
    assert has_left_behind(tmp_path / "shared")
    for place in (register.parents[1], register.parent, register):
        assert volume_of(place) is Volume.SYNCED
    register.touch()
    assert volume_of(register) is Volume.SYNCED
    assert volume_of(home / "homeward.db") is Volume.LOCAL


@pytest.mark.parametrize("name", [".dropbox.cache", ".stfolder"])
def test_folders_that_programs_leave_behind(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert volume_of(tmp_path / "homeward.db") is Volume.SYNCED


@pytest.mark.parametrize("name", ["dropbox", ".stfolder2", ".sync_.txt", "sync_1.db", ".stignore"])
def test_files_of_other_programs(home: Path, name: str) -> None:
    (home / name).touch()
    assert volume_of(home / "homeward.db") is Volume.LOCAL


def test_what_dropbox_keeps_for_itself_is_no_sign(home: Path) -> None:
    (home / ".dropbox").mkdir()
    (home / ".dropbox" / "info.json").touch()
    assert volume_of(home / "Documents" / "homeward.db") is Volume.LOCAL


def test_a_plain_folder_is_local(home: Path, tmp_path: Path) -> None:
    assert volume_of(tmp_path) is Volume.LOCAL
    assert volume_of(tmp_path / "not" / "yet" / "homeward.db") is Volume.LOCAL


def test_a_register_in_a_folder_of_the_home(home: Path) -> None:
    (home / "Yandex.Disk").mkdir()
    assert volume_of(home / "Yandex.Disk" / "not" / "yet" / "homeward.db") is Volume.SYNCED
    (home / "Box").touch()
    assert volume_of(home / "Box") is Volume.LOCAL, "a file of that name"


def test_links_are_followed(home: Path, tmp_path: Path) -> None:
    (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
    (tmp_path / "plain").mkdir()
    link(tmp_path / "plain" / "cases", tmp_path / "shared")
    assert volume_of(tmp_path / "plain" / "cases" / "homeward.db") is Volume.SYNCED
    link(tmp_path / "shared" / "out", tmp_path / "plain")
    assert volume_of(tmp_path / "shared" / "out" / "homeward.db") is Volume.LOCAL


def test_a_home_behind_a_link(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "Dropbox").mkdir()
    link(tmp_path / "users", home)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "users")
    assert volume_of(home / "Dropbox" / "homeward.db") is Volume.SYNCED


def test_nobody_says_where_the_home_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", unknown)
    assert volume_of(tmp_path / "homeward.db") is Volume.LOCAL


def test_a_folder_that_cannot_be_read(tmp_path: Path) -> None:
    assert not has_left_behind(tmp_path / "missing")


def test_the_mount_table_is_asked(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "mountinfo"
    monkeypatch.setattr(volumes, "_MOUNTS", table)
    assert volume_of(home / "homeward.db") is Volume.LOCAL, "no table"
    table.write_text(f"40 27 0:50 / {home.resolve()} rw - nfs srv:/a rw\n", encoding="utf-8")
    windows = sys.platform == "win32"
    assert volume_of(home / "homeward.db") is (Volume.LOCAL if windows else Volume.NETWORK)
