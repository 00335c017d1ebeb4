"""What is tried beside the two installers: words of the setup program, forms without one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tarfile
import time
import zipfile
from pathlib import Path

from packing import making
from packing.contents import files

from trial.checks import Checks, require
from trial.forms import Setup
from trial.installed import Installed
from trial.prefix import Prefix
from trial.screen import Screen

PICTURES = "pictures"
LANGUAGES = ("en", "fr", "ru", "tg")
_WINDOW_S = 60.0


def try_wizard(checks: Checks, prefix: Prefix, screen: Screen, made: Path, version: str) -> None:
    """Pictures of the first page of the setup program in every language."""
    name = making.file_name(making.SETUP, version)
    program = prefix.name(prefix.drive / name)
    shutil.copyfile(made / name, prefix.drive / name)
    for language in LANGUAGES:
        with checks.check(f"setup: first page in {language}") as note:
            wizard = prefix.start(program, f"/LANG={language}")
            try:
                screen.wait_for("Homeward", _WINDOW_S)
                time.sleep(1)
                picture = prefix.folder.parents[1] / PICTURES / f"setup-{language}.png"
                screen.picture(picture)
                note.detail = picture.name
            finally:
                prefix.end(name)
                wizard.wait(_WINDOW_S)


def try_removing_data(checks: Checks, prefix: Prefix, made: Path, version: str) -> None:
    """The switch that removes the data with the program."""
    form = Setup(prefix)
    with checks.check("setup: uninstall with the data") as note:
        file = prefix.drive / making.file_name(making.SETUP, version)
        shutil.copyfile(made / file.name, file)
        require(form.install(file) == 0, "it was not installed")
        data = Installed(prefix, form.folder).data
        require(data.is_dir(), "there was no data")
        require(form.uninstall(file, "/REMOVEDATA") == 0, "it was not removed")
        require(not data.exists(), "the data is still there")
        note.detail = "nothing is left"


def try_portable(checks: Checks, prefix: Prefix, archive: Path) -> None:
    """The portable folder under a name with Tajik letters: it keeps its data in itself."""
    top = prefix.drive / "Барномаҳо"
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(top)  # noqa: S202 - we packed it
    [folder] = top.iterdir()
    program = Installed(prefix, folder)
    with checks.check("portable: every command works where it lies") as note:
        program.command("db", "info", "--json")
        inside = [*files(folder / "data")]
        require("data/homeward.db" in inside, f"no register in the folder, only {inside}")
        require(not program.data.exists(), "data was written outside the folder")
        note.detail = program.version()
    with checks.check("portable: self-test") as note:
        picture = prefix.folder.parents[1] / PICTURES / "portable-selftest.png"
        note.detail = program.self_test(picture)


def unpack_linux(archive: Path, folder: Path) -> Path:
    """Unpack the Linux bundle; answers the folder in which `homeward` lies."""
    shutil.rmtree(folder, ignore_errors=True)
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    [top] = folder.iterdir()
    return top


def try_linux(checks: Checks, screen: Screen, top: Path) -> None:
    """The Linux bundle with nothing in its environment, on the virtual screen."""
    folder = top.parent
    with checks.check("linux: self-test in an empty environment") as note:
        result = folder / "selftest.json"
        picture = folder.parents[1] / PICTURES / "linux-selftest.png"
        picture.parent.mkdir(parents=True, exist_ok=True)
        command = [str(top / "homeward"), "--selftest", str(result), "--picture", str(picture)]
        environment = {"HOME": str(folder), "PATH": os.environ["PATH"], "DISPLAY": screen.display}
        done = subprocess.run(
            [*command, "--platform", "xcb"],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        require(result.is_file(), done.stderr[-500:])
        document = json.loads(result.read_text("utf-8"))
        failed = [f"{one['name']}: {one['detail']}" for one in document["checks"] if not one["ok"]]
        require(done.returncode == 0, f"ended with {done.returncode}; {'; '.join(failed)}")
        note.detail = f"{len(document['checks'])} checks"
