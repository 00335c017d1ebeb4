"""The payload: what is kept of the wheels, where the runtime looks, equal inputs, equal hashes."""

import json
import os
import zipfile
from pathlib import Path

import pytest
from packing import archives, contents, stage
from packing.product import BuildError
from packing.prune import is_kept

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt6Core.dll",
        "PySide6/QtWidgets.pyd",
        "PySide6/pyside6.abi3.dll",
        "PySide6/msvcp140.dll",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/platforms/qoffscreen.dll",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "PySide6/plugins/imageformats/qsvg.dll",
        "PySide6/translations/qtbase_ru.qm",
        "PySide6/Qt/lib/libQt6XcbQpa.so.6",
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/QtGui.abi3.so",
        "shiboken6/Shiboken.pyd",
        "sqlalchemy/engine/base.py",
        "psycopg_binary.libs/libpq-16d0.dll",
        "sqlalchemy-2.1.9.dist-info/METADATA",
        "sqlalchemy-2.1.9.dist-info/licenses/LICENSE",
        "tzdata/zoneinfo/Asia/Dushanbe",
    ],
)
def test_what_the_program_loads_is_kept(name: str) -> None:
    assert is_kept(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt6Quick.dll",
        "PySide6/QtNetwork.pyd",
        "PySide6/QtCore.pyi",
        "PySide6/opengl32sw.dll",
        "PySide6/designer.exe",
        "PySide6/designer",
        "PySide6/qml/QtQuick/qmldir",
        "PySide6/resources/icudtl.dat",
        "PySide6/plugins/sqldrivers/qsqlite.dll",
        "PySide6/plugins/platforms/qdirect2d.dll",
        "PySide6/plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll",
        "PySide6/translations/qtbase_de.qm",
        "PySide6/translations/designer_ru.qm",
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "PySide6/Qt/libexec/qmlcachegen",
        "shiboken6/include/shiboken.h",
        "sqlalchemy/testing/suite/__init__.py",
        "PIL/_imaging.pyi",
        "segno-1.6.6.data/data/share/man/man1/segno.1",
        "sqlalchemy-2.1.9.dist-info/RECORD",
        "openpyxl/",
    ],
)
def test_what_it_never_loads_is_left_out(name: str) -> None:
    assert not is_kept(name)


def test_the_runtime_looks_nowhere_but_in_its_own_folders() -> None:
    lines = stage.path_file().split("\r\n")
    assert lines == ["python311.zip", ".", r"..\site", r"..\app", ""]
    assert stage.PATH_FILE == "python311._pth"


def test_a_wheel_that_leads_outside_is_refused(tmp_path: Path) -> None:
    for name in ("../evil.py", "/evil.py", "a/../../evil.py"):
        wheel = tmp_path / "evil.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr(name, "")
        with pytest.raises(BuildError, match="outside"):
            stage.unpack_wheels([wheel], tmp_path / "site")
    assert not (tmp_path / "evil.py").exists()


def project(folder: Path) -> Path:
    """A project with just enough to be staged."""
    for name, text in {
        "desktop/__init__.py": '"""Homeward."""\n\n__version__ = "1.2.3"\n',
        "desktop/__pycache__/old.cpython-311.pyc": "",
        "reports/__init__.py": "",
        "resources/translations/ru/LC_MESSAGES/homeward.po": "",
        "resources/translations/ru/LC_MESSAGES/homeward.mo": "",
        "resources/pictures/homeward.png": "",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_the_program_is_copied_without_what_only_developers_need(tmp_path: Path) -> None:
    app = tmp_path / "app"
    stage.copy_app(stage.Inputs(project(tmp_path / "project"), "1.2.3", 0), app)
    assert list(contents.files(app)) == [
        "desktop/__init__.py",
        "reports/__init__.py",
        "resources/build.json",
        "resources/translations/ru/LC_MESSAGES/homeward.mo",
        "start.py",
    ]
    assert json.loads((app / "resources" / "build.json").read_text("utf-8")) == {"build": "unknown"}


def test_a_trial_may_ask_for_another_version(tmp_path: Path) -> None:
    stage.copy_app(stage.Inputs(project(tmp_path / "project"), "0.0.1", 0), tmp_path / "app")
    text = (tmp_path / "app" / "desktop" / "__init__.py").read_text("utf-8")
    assert '__version__ = "0.0.1"\n' in text
    assert "1.2.3" not in text


def payload(folder: Path, names: list[str]) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")
    return folder


def test_equal_contents_have_one_hash_whatever_their_times_and_order(tmp_path: Path) -> None:
    names = ["app/a.py", "site/b.py", "Homeward.exe"]
    first, second = payload(tmp_path / "1", names), payload(tmp_path / "2", names[::-1])
    os.utime(second / "app" / "a.py", (1, 1))
    contents.write_list(second)
    (second / contents.BILL).write_text("{}", "utf-8")
    assert contents.payload_hash(first) == contents.payload_hash(second)
    (second / "app" / "a.py").write_text("other", "utf-8")
    assert contents.payload_hash(first) != contents.payload_hash(second)


def test_the_list_names_every_file_but_itself(tmp_path: Path) -> None:
    folder = payload(tmp_path, ["site/b.py", "app/ӯ.py", "sbom.cdx.json"])
    contents.write_list(folder)
    rows = (folder / contents.LIST).read_text("utf-8").splitlines()
    assert [row[66:] for row in rows] == ["app/ӯ.py", "sbom.cdx.json", "site/b.py"]
    assert all(row[64:66] == "  " for row in rows)


def test_archives_of_equal_files_are_equal(tmp_path: Path) -> None:
    made = []
    for turn in ("1", "2"):
        folder = payload(tmp_path / turn, ["b.py", "a.py", "homeward"])
        os.utime(folder / "a.py", (int(turn), int(turn)))
        packed = tmp_path / f"{turn}.zip", tmp_path / f"{turn}.tar.xz"
        archives.make_zip(folder, packed[0], "Homeward", 1_700_000_000, {"portable.txt": "yes"})
        programs = frozenset({"homeward"})
        archives.make_tar(folder, packed[1], "homeward", 1_700_000_000, programs, quick=True)
        made.append([path.read_bytes() for path in packed])
    assert made[0] == made[1]
    with zipfile.ZipFile(tmp_path / "1.zip") as archive:
        names = archive.namelist()
    assert names == [f"Homeward/{name}" for name in ("a.py", "b.py", "homeward", "portable.txt")]


def test_licences_of_all_parts_come_together(tmp_path: Path) -> None:
    payload(
        tmp_path,
        [
            "runtime/LICENSE.txt",
            "site/openpyxl-3.1.5.dist-info/LICENCE.rst",
            "site/psycopg-3.3.9.dist-info/licenses/LICENSE.txt",
            "site/psycopg-3.3.9.dist-info/METADATA",
        ],
    )
    stage.copy_licences(tmp_path, ROOT)
    found = set(contents.files(tmp_path / "licences"))
    assert {"Homeward.txt", "Python.txt", "LGPL-3.0.txt", "THIRD-PARTY.md"} <= found
    assert {"openpyxl-3.1.5-LICENCE.rst", "psycopg-3.3.9-LICENSE.txt"} <= found
    assert not any("METADATA" in name for name in found)
