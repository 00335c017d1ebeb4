"""What is tried of both installers, in the order in which an office lives through it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from packing.contents import size
from packing.product import LARGEST_INSTALLED
from packing.tools import run

from trial import story, timing
from trial.checks import Checks, require
from trial.forms import Form
from trial.installed import Installed
from trial.prefix import Prefix
from trial.screen import Screen

_NOISE = ("/Temp", "windows/temp", "windows/Installer", "/INetCache", "/History", "/Recent")
"""Where Windows and installers leave things of their own."""
_CLOSING_S = 60.0
_DRAWING_S = 15.0


@dataclass(frozen=True)
class Trial:
    """A form under trial: its files on the drive, where pictures go, what the story shall be."""

    checks: Checks
    prefix: Prefix
    screen: Screen
    form: Form
    former: Path
    current: Path
    version: str
    pictures: Path
    story: Path

    def run(self, *, with_timing: bool) -> None:
        """Try everything; each failure is noted, and the next thing is tried."""
        before = self.prefix.files()
        people = self._former()
        self._upgrade(people)
        self._use(with_timing=with_timing)
        self._refuse_and_repair(people)
        self._remove(before)

    @property
    def program(self) -> Installed:
        """The installed program."""
        return Installed(self.prefix, self.form.folder)

    def _named(self, what: str) -> str:
        return f"{self.form.name}: {what}"

    def _installs(self, run: Callable[[Path], int], file: Path) -> None:
        code = run(file)
        require(code == 0, f"ended with {code}")

    def _former(self) -> int:
        people = 0
        with self.checks.check(self._named("install an older version silently")) as note:
            self._installs(self.form.install, self.former)
            note.detail = self.program.version()
        with self.checks.check(self._named("settings and a register are made with it")) as note:
            people = self.program.begin_register()
            require(people > 0, "nobody was registered")
            note.detail = f"{people} people"
        return people

    def _upgrade(self, people: int) -> None:
        if self.form.closes_windows:
            self._upgrade_under_a_window()
        else:
            with self.checks.check(self._named("upgrade silently")) as note:
                note.detail = self._to_current()
        with self.checks.check(self._named("every file is there and is right")) as note:
            note.detail = self.program.check_files()
        with self.checks.check(self._named("register and settings are kept")) as note:
            note.detail = f"{self.program.people()} people"
            require(self.program.people() == people, note.detail)
            require(self.program.settings_are_kept(), "the settings are others")
        if self.form.name == "setup":
            with self.checks.check(self._named("they were copied before")) as note:
                kept = self.program.backups()
                note.detail = ", ".join(name.rpartition("/")[2] for name in kept)
                require({"homeward.db", "settings.toml"} <= set(note.detail.split(", ")), str(kept))

    def _upgrade_under_a_window(self) -> None:
        window = self.prefix.start(self.prefix.name(self.form.folder / "Homeward.exe"))
        with self.checks.check(self._named("upgrade silently while the window is open")) as note:
            self.screen.wait_for("Homeward", _CLOSING_S)
            note.detail = self._to_current()
        with self.checks.check(self._named("the window was asked to close")):
            window.wait(_CLOSING_S)

    def _to_current(self) -> str:
        self._installs(self.form.install, self.current)
        version = self.program.version()
        require(version == self.version, f"the version is {version}")
        return version

    def _use(self, *, with_timing: bool) -> None:
        with self.checks.check(self._named("installed size")) as note:
            installed = size(self.form.folder)
            note.detail = f"{installed / 1e6:.1f} MB, at most {LARGEST_INSTALLED / 1e6:.0f}"
            require(installed <= LARGEST_INSTALLED, note.detail)
        with self.checks.check(self._named("start menu, kinds of files, signatures")) as note:
            note.detail = self._surroundings()
        with self.checks.check(self._named("self-test")) as note:
            picture = self.pictures / f"{self.form.name}-selftest.png"
            note.detail = self.program.self_test(picture)
        with self.checks.check(self._named("story by the command line")) as note:
            since = datetime.now(UTC)
            told = self.prefix.drive / "story"
            note.detail = self.program.story(told)
        with self.checks.check(self._named("its papers are those made on Linux")) as note:
            note.detail = story.compare(self.story, told, min(since, _made(self.story)))
        self._window()
        if with_timing:
            with self.checks.check(self._named("start beside a bare window")) as note:
                own, bare = timing.measure(self.prefix, self.screen, self.form.folder)
                note.detail = (
                    f"seen after {own.seen_s:.2f} s, {bare.seen_s:.2f} s: "
                    f"{own.seen_s / bare.seen_s:.2f} times; words after {own.words_s:.2f} s"
                )
                require(own.seen_s <= timing.LARGEST_RATIO * bare.seen_s, note.detail)

    def _surroundings(self) -> str:
        """What Windows shows of the program besides its folder."""
        links = [name for name in self.prefix.files() if name.endswith("/Homeward.lnk")]
        require(len(links) == 1 and "Start Menu" in links[0], f"links: {links}")
        for suffix, kind in ((".xlsx", "Homeward.List"), (".db", "Homeward.Register")):
            key = rf"{self.form.hive}\Software\Classes\{suffix}\OpenWithProgids"
            said = self.prefix.run("reg", "query", key).stdout
            require(kind in said, f"{suffix} is not offered: {said.strip()[-200:]}")
        programs = sorted(self.form.folder.glob("*.exe"))
        for program in programs:
            nowhere = self.prefix.folder / "signature"
            run(["osslsigncode", "extract-signature", "-in", program, "-out", nowhere])
            nowhere.unlink()
        return f"{len(programs)} programs are signed"

    def _window(self) -> None:
        """The window on the story's register, with a list that was opened with it."""
        program = self.prefix.name(self.form.folder / "Homeward.exe")
        register = self.prefix.name(self.prefix.drive / "story" / "homeward.db")
        sample = self.form.folder / "app" / "resources" / "samples" / "zhibek-zholy-102.xlsx"
        for what, more in (("window", ()), ("list", ("--list", self.prefix.name(sample)))):
            with self.checks.check(self._named(f"picture of the {what}")) as note:
                window = self.prefix.start(program, "open", "--database", register, *more)
                try:
                    self.screen.wait_for(" – Homeward", _CLOSING_S)
                    # The page is drawn when its data is there; a title comes before.
                    time.sleep(_DRAWING_S)
                    picture = self.pictures / f"{self.form.name}-{what}.png"
                    self.screen.picture(picture)
                    colours = self.screen.colours(picture)
                    note.detail = f"{picture.name}, {colours} colours"
                    require(colours > 100, "nothing is drawn")
                finally:
                    self.prefix.end("Homeward.exe")
                    window.wait(_CLOSING_S)

    def _refuse_and_repair(self, people: int) -> None:
        with self.checks.check(self._named("an older version is refused")) as note:
            code = self.form.install(self.former)
            note.detail = f"exit code {code}"
            require(code in self.form.refuses_with, note.detail)
            require(self.program.version() == self.version, "the version is another")
        with self.checks.check(self._named("a damaged program is repaired")) as note:
            (self.form.folder / "app" / "desktop" / "cli" / "__init__.py").unlink()
            (self.form.folder / "site" / "openpyxl" / "__init__.py").write_text("broken", "ascii")
            self._installs(self.form.repair, self.current)
            note.detail = self.program.check_files()
            require(self.program.people() == people, "the register is another")

    def _remove(self, before: frozenset[str]) -> None:
        data = self.program.data
        with self.checks.check(self._named("uninstall")):
            self._installs(self.form.uninstall, self.current)
        with self.checks.check(self._named("leftovers")) as note:
            ours = data.relative_to(self.prefix.drive).as_posix()
            left = sorted(
                name
                for name in self.prefix.files() - before
                if not name.startswith((ours, "story", "selftest", "bare.py"))
                and not any(place in f"/{name}" for place in _NOISE)
            )
            keys = [row for row in self.prefix.registry().splitlines() if "omeward" in row]
            keys = [row for row in keys if _NAMED_BY_WINE not in row]
            note.detail = "none" if not left and not keys else f"{left[:5]} {keys[:5]}"
            require(not left and not keys, note.detail)
        with self.checks.check(self._named("the data is left")) as note:
            kept = [name for name in ("homeward.db", "settings.toml") if (data / name).is_file()]
            note.detail = ", ".join(kept)
            require(len(kept) == 2, f"only {note.detail}")


_NAMED_BY_WINE = "MuiCache"


def _made(folder: Path) -> datetime:
    """When the papers of a folder were begun."""
    return datetime.fromtimestamp(min(path.stat().st_mtime for path in folder.rglob("*")), UTC)
