"""An installed program: what it says of itself, its register, its files."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packing.contents import LIST, files
from packing.locks import sha256
from packing.product import CONSOLE, WINDOW

from trial.checks import CheckError, require
from trial.prefix import Prefix

_SETTINGS = """\
[office]
code = "OSH"

[interface]
language = "ru"
"""
_FINE = (0, 1)
"""Exit codes of work that is done; 1 says that there is something to look at."""


@dataclass(frozen=True)
class Installed:
    """A program in its folder on the drive of a prefix."""

    prefix: Prefix
    folder: Path

    def command(self, *arguments: str, variables: Mapping[str, str] | None = None) -> str:
        """What the command line prints. Raises CheckError where it fails."""
        program = self.prefix.name(self.folder / CONSOLE)
        done = self.prefix.run(program, *arguments, variables=variables)
        if done.returncode not in _FINE:
            said = done.stdout.strip()[-800:]
            raise CheckError(f"{' '.join(arguments)} ended with {done.returncode}: {said}")
        return done.stdout

    def version(self) -> str:
        """The version that it says."""
        found = re.search(r"homeward (\S+)", self.command("--version"))
        return found[1] if found else "none"

    def self_test(self, picture: Path) -> str:
        """Run the self-test of the window program; answers what it checked."""
        result = self.prefix.drive / "selftest.json"
        program = self.prefix.name(self.folder / WINDOW)
        shown = self.prefix.drive / "selftest.png"
        options = ("--selftest", self.prefix.name(result), "--picture", self.prefix.name(shown))
        code = self.prefix.run(program, *options).returncode
        require(result.is_file(), f"the self-test wrote nothing and ended with {code}")
        document = json.loads(result.read_text("utf-8"))
        failed = [one for one in document["checks"] if not one["ok"]]
        told = "; ".join(f"{one['name']}: {one['detail'].strip()[-300:]}" for one in failed)
        require(document["ok"] and code == 0, f"ended with {code}; {told}")
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.write_bytes(shown.read_bytes())
        return f"{len(document['checks'])} checks"

    def story(self, folder: Path) -> str:
        """Live through the story into a folder of the drive; answers how many are seated.

        It gets settings of its own, for the officer's would change it.
        """
        home = self.prefix.name(folder / "home")
        options = ("--out", self.prefix.name(folder), "--json")
        said = self.command("demo", *options, variables={"HOMEWARD_HOME": home})
        told: dict[str, Any] = json.loads(said)
        require(told["created"] == told["seated"], f"{told['seated']} of {told['created']} seated")
        return f"{told['seated']} people seated"

    def begin_register(self) -> int:
        """Give the officer settings and a register with people, as work would."""
        self.data.mkdir(parents=True, exist_ok=True)
        (self.data / "settings.toml").write_text(_SETTINGS, "utf-8")
        sample = self.folder / "app" / "resources" / "samples" / "zhibek-zholy-102.xlsx"
        self.command("--plain", "import", self.prefix.name(sample), "--json")
        return self.people()

    def people(self) -> int:
        """How many are on the officer's register."""
        said = self.command("--plain", "db", "info", "--json")
        # Before it stands, on the other stream, that nothing is encrypted.
        return int(json.loads(said[said.index("{") :])["people"])

    @property
    def data(self) -> Path:
        """Folder of the officer's register and settings."""
        return self.prefix.local_data / "Homeward"

    def settings_are_kept(self) -> bool:
        """Whether the settings are what they were."""
        return (self.data / "settings.toml").read_text("utf-8") == _SETTINGS

    def backups(self) -> list[str]:
        """Files below the folder of backups."""
        return [*files(self.data / "backups")] if (self.data / "backups").is_dir() else []

    def check_files(self) -> str:
        """Compare every file with the list that came with it; answers how many there are."""
        listed = (self.folder / LIST).read_text("utf-8").splitlines()
        expected = {row.split("  ", 1)[1]: row.split("  ", 1)[0] for row in listed}
        found = set(files(self.folder)) - {LIST, "Uninstall.exe"}
        strange = sorted(found ^ expected.keys())
        require(not strange, f"{len(strange)} files too many or missing, first {strange[:3]}")
        changed = [name for name in found if sha256(self.folder / name) != expected[name]]
        require(not changed, f"other contents: {sorted(changed)[:3]}")
        return f"{len(found)} files"
