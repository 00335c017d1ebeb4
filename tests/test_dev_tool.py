"""The program that sets up, runs and tests Homeward: its locks, its decisions, its words."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import dev
import machine
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCK_NAMES = ("runtime", "dev")


def lock_text(name: str) -> str:
    return (ROOT / "installer" / "requirements" / f"{name}.txt").read_text("utf-8")


def locked(name: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Package to its line without hashes and its hashes."""
    entries: dict[str, tuple[str, frozenset[str]]] = {}
    for entry in re.split(r"\n(?=\S)", lock_text(name).strip()):
        requirement, *hashes = re.split(r"\s*\\\n\s*--hash=sha256:", entry)
        entries[requirement.partition("==")[0]] = (requirement, frozenset(hashes))
    return entries


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder that holds nothing but locks."""
    locks = tmp_path / "installer" / "requirements"
    locks.mkdir(parents=True)
    for name in LOCK_NAMES:
        (locks / f"{name}.txt").write_text(f"{name}==1\n", "ascii")
    monkeypatch.setattr(dev, "PROJECT", tmp_path)
    monkeypatch.setattr(dev, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(dev, "LOCKS", locks)
    return tmp_path


@pytest.fixture
def started(clone: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Commands that the tool runs; each succeeds, and the environment exists afterwards."""
    commands: list[list[str]] = []

    def run(command: list[str], **_: str) -> int:
        commands.append(command)
        (clone / ".venv").mkdir(exist_ok=True)
        return 0

    monkeypatch.setattr(dev, "run", run)
    monkeypatch.setattr(dev, "works", lambda python: (clone / ".venv").is_dir())
    monkeypatch.setattr(machine, "check_python", lambda: None)
    monkeypatch.setattr(machine, "ensure_venv", lambda: None)
    monkeypatch.setattr(machine, "ensure_qt_libraries", lambda: None)
    return commands


class TestLocks:
    @pytest.mark.parametrize("name", LOCK_NAMES)
    def test_every_package_has_one_version_and_hashes(self, name: str) -> None:
        for requirement, hashes in locked(name).values():
            assert re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; .+)?", requirement), requirement
            assert hashes, requirement
            assert all(re.fullmatch(r"[0-9a-f]{64}", value) for value in hashes), requirement

    @pytest.mark.parametrize("name", LOCK_NAMES)
    def test_no_address_stands_in_it(self, name: str) -> None:
        assert not re.search(
            r"://|--(extra-)?index|--find-links|@|\.(org|com|io)\b", lock_text(name)
        )

    def test_what_the_program_needs_is_locked(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
        dependencies = project["project"]["dependencies"]
        tools = project["dependency-groups"]["dev"]
        for lock, requirements in (("runtime", dependencies), ("dev", [*dependencies, *tools])):
            versions = {
                name: requirement.partition("==")[2].partition(" ")[0]
                for name, (requirement, _) in locked(lock).items()
            }
            for requirement in map(Requirement, requirements):
                version = versions.get(canonicalize_name(requirement.name))
                assert version, f"{requirement} is not locked: run dev.py lock"
                assert version in requirement.specifier, f"{requirement}: run dev.py lock"

    def test_tests_run_on_what_is_shipped(self) -> None:
        assert locked("runtime").items() <= locked("dev").items()


class TestEnvironment:
    def test_is_made_once(self, started: list[list[str]]) -> None:
        dev.prepare("dev")
        made, installed = started
        assert made[1:4] == ["-m", "venv", "--clear"]
        assert installed[1:4] == ["-m", "pip", "install"]
        assert {"--require-hashes", "--no-deps", ":all:"} <= set(installed)
        dev.prepare("dev")
        dev.prepare("runtime")
        assert len(started) == 2

    def test_follows_a_changed_lock(self, started: list[list[str]], clone: Path) -> None:
        dev.prepare("runtime")
        (dev.LOCKS / "runtime.txt").write_text("runtime==2\n", "ascii")
        dev.prepare("runtime")
        assert [command[2] for command in started] == ["venv", "pip", "pip"]

    def test_development_is_installed_over_the_bare_program(self, started: list[list[str]]) -> None:
        dev.prepare("runtime")
        dev.prepare("dev")
        assert started[-1][-1].endswith("dev.txt")

    def test_failed_installation_is_tried_again(
        self, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        succeed = dev.run
        monkeypatch.setattr(dev, "run", lambda command: succeed(command) + ("pip" in command))
        assert dev.main(["setup"]) == dev.NOT_INSTALLED
        monkeypatch.setattr(dev, "run", succeed)
        assert dev.main(["setup"]) == 0
        assert [command[2] for command in started] == ["venv", "pip", "pip"]

    def test_foreign_packages_stay_outside(
        self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("PYTHONPATH", str(ROOT / "nowhere"))
        program = "import os; print(os.environ.get('PYTHONPATH'), os.environ['MORE'], os.getcwd())"
        assert dev.run([sys.executable, "-c", program], MORE="more") == 0
        assert capfd.readouterr().out.split() == ["None", "more", str(ROOT)]


class TestDemo:
    def test_without_a_screen_it_says_where_the_files_are(
        self,
        started: list[list[str]],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setattr(machine, "has_screen", lambda: False)
        assert dev.main(["demo", "--out", str(tmp_path / "out")]) == 0
        assert started[-1][1:] == ["-m", "desktop", "demo", "--out", str(tmp_path / "out")]
        words = capsys.readouterr().out
        assert f"The files are in {tmp_path / 'out'}" in words
        assert "no screen" in words

    def test_doubts_about_the_list_are_no_failure(
        self, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        dev.prepare("runtime")
        shown = dev.run
        monkeypatch.setattr(dev, "run", lambda command: shown(command) or int("demo" in command))
        monkeypatch.setattr(machine, "has_screen", lambda: True)
        assert dev.main(["demo"]) == 0
        assert started[-1][-1] == "open"

    def test_with_a_screen_the_window_opens_on_it(
        self, started: list[list[str]], clone: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(machine, "has_screen", lambda: True)
        assert dev.main(["demo"]) == 0
        story, window = started[-2:]
        folder = Path(story[-1])
        assert folder.is_relative_to(clone / "build" / "demo")
        assert window[1:] == [
            *("-m", "desktop", "--database", str(folder / "homeward.db"), "open"),
        ]

    def test_no_window_after_a_failed_story(
        self, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        dev.prepare("runtime")
        monkeypatch.setattr(dev, "run", lambda command: 7)
        monkeypatch.setattr(machine, "has_screen", lambda: pytest.fail("looked for a screen"))
        assert dev.main(["demo"]) == 7


class TestCommands:
    def test_arguments_of_the_test_go_to_pytest(self, started: list[list[str]]) -> None:
        assert dev.main(["test", "tests/domain", "-k", "names", "--help"]) == 0
        assert started[-1][1:] == ["-m", "pytest", "tests/domain", "-k", "names", "--help"]

    def test_check_lints_and_tests(self, started: list[list[str]]) -> None:
        assert dev.main(["check"]) == 0
        assert [command[2] for command in started[2:]] == ["ruff", "ruff", "mypy", "pytest"]

    def test_lint_runs_every_tool_and_keeps_a_failure(
        self, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        succeed = dev.run
        monkeypatch.setattr(dev, "run", lambda command: succeed(command) or int("ruff" in command))
        assert dev.main(["lint"]) == 1
        assert [command[2] for command in started[2:]] == ["ruff", "ruff", "mypy"]

    def test_locks_are_checked_for_every_platform(self, started: list[list[str]]) -> None:
        assert dev.main(["lock", "--upgrade"]) == 0
        compiled = [command for command in started if "compile" in command]
        checked = [command for command in started if "--dry-run" in command]
        assert [command[-1] for command in compiled] == [
            str(dev.LOCKS / "runtime.txt"),
            str(dev.LOCKS / "dev.txt"),
        ]
        assert all("--upgrade" in command for command in compiled)
        assert len({tuple(command[-4:]) for command in checked}) == 4 * len(dev.LOCK_PLATFORMS)

    @pytest.mark.parametrize("line", [[], ["dance"], ["demo", "--fast"], ["lint", "more"]])
    def test_unknown_words_are_refused(self, line: list[str], started: list[list[str]]) -> None:
        with pytest.raises(SystemExit) as exit_code:
            dev.main(line)
        assert exit_code.value.code == 2
        assert started == []


class TestMachine:
    def test_this_one_is_good_enough(self) -> None:
        machine.check_python()
        assert machine.missing_libraries() == {}

    @pytest.mark.parametrize("version", [(3, 10, 14), (3, 15, 0)])
    def test_a_python_without_builds_is_refused(
        self, version: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "version_info", version)
        with pytest.raises(machine.MissingError, match=r"Python 3\.11 to 3\.14"):
            machine.check_python()

    @pytest.mark.parametrize(
        ("system", "processor", "library", "words"),
        [
            ("Windows", "ARM64", ("", ""), "the one for x86-64"),
            ("Linux", "i686", ("glibc", "2.40"), "no build"),
            ("FreeBSD", "amd64", ("", ""), "no build"),
            ("Linux", "x86_64", ("glibc", "2.31"), r"C library 2\.34 or newer"),
            ("Linux", "aarch64", ("glibc", "2.36"), r"C library 2\.39 or newer"),
            ("Linux", "x86_64", ("", ""), "another one"),
        ],
    )
    def test_a_computer_without_builds_is_refused(
        self,
        system: str,
        processor: str,
        library: tuple[str, str],
        words: str,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(machine.platform, "system", lambda: system)
        monkeypatch.setattr(machine.platform, "machine", lambda: processor)
        monkeypatch.setattr(machine.platform, "libc_ver", lambda: library)
        with pytest.raises(machine.MissingError, match=words):
            machine.check_python()

    @pytest.mark.parametrize(
        ("tool", "words"),
        [
            ("apt-get", "sudo apt-get install libegl1 libglib2.0-0"),
            ("dnf", "sudo dnf install 'libEGL.so.1()(64bit)' 'libglib-2.0.so.0()(64bit)'"),
            ("zypper", "on Debian they are: libegl1 libglib2.0-0"),
        ],
    )
    def test_missing_libraries_are_named(
        self, tool: str, words: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        missing = {"libglib-2.0.so.0": "libglib2.0-0", "libEGL.so.1": "libegl1"}
        monkeypatch.setattr(machine, "missing_libraries", lambda: missing)
        monkeypatch.setattr(machine, "may_install", lambda: False)
        monkeypatch.setattr(machine.shutil, "which", lambda name: name if name == tool else None)
        with pytest.raises(machine.MissingError) as refused:
            machine.ensure_qt_libraries()
        assert "libEGL.so.1, libglib-2.0.so.0" in str(refused.value)
        assert words in str(refused.value)

    def test_root_installs_what_is_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        missing = {"libEGL.so.1": "libegl1"}
        ordered: list[list[str]] = []

        def install(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
            ordered.append(command)
            if "libegl1" in command:
                missing.clear()
            return subprocess.CompletedProcess(command, 0, "")

        monkeypatch.setattr(machine, "missing_libraries", lambda: dict(missing))
        monkeypatch.setattr(machine, "may_install", lambda: True)
        monkeypatch.setattr(machine.subprocess, "run", install)
        machine.ensure_qt_libraries()
        assert [command[:2] for command in ordered] == [
            ["apt-get", "update"],
            ["apt-get", "install"],
        ]

    def test_python_without_venv_names_the_package(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(machine, "may_install", lambda: False)
        monkeypatch.setattr(machine.importlib.util, "find_spec", lambda name: None)
        package = f"python3.{sys.version_info[1]}-venv"
        with pytest.raises(machine.MissingError, match=f"sudo apt-get install {package}"):
            machine.ensure_venv()

    @pytest.mark.parametrize(
        ("variables", "screen", "library"),
        [
            ({}, False, None),
            ({"DISPLAY": ":0"}, True, "libxcb-cursor.so.0"),
            ({"WAYLAND_DISPLAY": "wayland-0"}, True, "libwayland-client.so.0"),
        ],
    )
    def test_a_screen_decides_what_is_needed(
        self,
        variables: dict[str, str],
        screen: bool,
        library: str | None,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(machine.platform, "system", lambda: "Linux")
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        assert machine.has_screen() is screen
        more = set(machine.wanted_libraries()) - set(machine.QT_LIBRARIES)
        assert library in more if library else not more

    def test_windows_has_a_screen_and_brings_its_libraries(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(machine.platform, "system", lambda: "Windows")
        assert machine.has_screen()
        assert machine.wanted_libraries() == {}


def test_missing_parts_end_with_their_own_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert dev.main(["setup"]) == dev.MISSING
    assert "this is Python 3.9.2" in capsys.readouterr().err


def test_the_tool_needs_nothing_installed() -> None:
    """Started by a Python without any package, from any folder."""
    done = subprocess.run(
        [sys.executable, "-E", "-s", "-S", str(ROOT / "installer" / "dev.py"), "--help"],
        cwd=os.sep,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "demo" in done.stdout
