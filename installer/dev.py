"""Set up, run and test Homeward from a fresh clone, with nothing but Python.

    python3 installer/dev.py demo       live through the story and open the window on it
    python3 installer/dev.py test       run the tests

The first use makes a virtual environment in `.venv` and installs the locked packages into it.
Exit codes: 1 the program or a check failed, 2 the command is not understood, 3 packages could
not be installed, 4 something is missing that only the owner of this computer may install.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import machine

PROJECT = Path(__file__).resolve().parent.parent
ENVIRONMENT = PROJECT / ".venv"
LOCKS = PROJECT / "installer" / "requirements"

FAILED, NOT_INSTALLED, MISSING = 1, 3, 4

# The exit code of `homeward` for work that is done and has something to look at.
DOUBTS = 1

# Platforms that every locked package must have a wheel for.
LOCK_PLATFORMS = (
    "x86_64-manylinux_2_34",
    "aarch64-manylinux_2_39",
    "x86_64-pc-windows-msvc",
)


class InstallError(Exception):
    """Packages could not be installed; the text says what to try."""


def say(text: str) -> None:
    """Tell the user something, before the output of whatever runs next."""
    print(text, flush=True)


def environment_python() -> Path:
    """The interpreter of the virtual environment, whether it exists or not."""
    if os.name == "nt":
        return ENVIRONMENT / "Scripts" / "python.exe"
    return ENVIRONMENT / "bin" / "python"


def run(command: list[str], **variables: str) -> int:
    """Run `command` in the project folder and answer its exit code.

    The variables of this process go with it, but for those that bring in foreign packages.
    """
    foreign = {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "PIP_TARGET", "PIP_PREFIX", "PIP_USER"}
    inherited = {name: value for name, value in os.environ.items() if name not in foreign}
    return subprocess.run(
        command, cwd=PROJECT, env={**inherited, **variables}, check=False
    ).returncode


def prepare(lock: str) -> str:
    """Everything that a command needs; answers the interpreter to run it with.

    Raises machine.MissingError and InstallError.
    """
    machine.check_python()
    ensure_environment(lock)
    machine.ensure_qt_libraries()
    return str(environment_python())


def ensure_environment(lock: str) -> None:
    """Make the virtual environment and install the packages of `lock` ("runtime" or "dev").

    Does nothing when the environment already holds exactly this lock; "dev" holds "runtime".
    """
    python = environment_python()
    if not works(python):
        make_environment()
    if any(_stamp(name).read_text("ascii") == _fingerprint(name) for name in _stamped(lock)):
        return
    say(f"Installing the locked packages ({lock}); this takes a few minutes ...")
    command = [str(python), "-m", "pip", "install", "-qq", "--no-input", "--no-deps"]
    command += ["--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"]
    if run([*command, "-r", str(LOCKS / f"{lock}.txt")]) != 0:
        raise InstallError(
            "The packages could not be installed; pip says why above. They come from the "
            "package index: check the network or the proxy, and start again."
        )
    _stamp(lock).write_text(_fingerprint(lock), "ascii")


def _stamped(lock: str) -> list[str]:
    """The locks that hold `lock` and were once installed whole."""
    return [name for name in {lock, "dev"} if _stamp(name).is_file()]


def _stamp(lock: str) -> Path:
    return ENVIRONMENT / f"{lock}.sha256"


def _fingerprint(lock: str) -> str:
    return hashlib.sha256((LOCKS / f"{lock}.txt").read_bytes()).hexdigest()


def works(python: Path) -> bool:
    """Whether `python` is an interpreter that starts and has pip."""
    try:
        probe = subprocess.run([str(python), "-c", "import pip"], check=False, capture_output=True)
    except OSError:
        return False
    return probe.returncode == 0


def make_environment() -> None:
    """Make an empty virtual environment, in place of one that is broken."""
    machine.ensure_venv()
    say(f"Making the virtual environment in {ENVIRONMENT} ...")
    if run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)]) != 0:
        raise InstallError(f"The virtual environment could not be made in {ENVIRONMENT}.")


def demo(out: Path | None) -> int:
    """Live through the story on the sample list, say where the files are, open the window."""
    python = prepare("runtime")
    folder = out.resolve() if out else PROJECT / "build" / "demo" / time.strftime("%Y%m%d-%H%M%S")
    folder.mkdir(parents=True, exist_ok=True)
    code = run([python, "-m", "desktop", "demo", "--out", str(folder)])
    if code not in (0, DOUBTS):
        return code
    say(f"The files are in {folder}.")
    if not machine.has_screen():
        say("There is no screen here (DISPLAY and WAYLAND_DISPLAY are not set), so no window.")
        return 0
    say("The window opens on this register; close it to end.")
    return run([python, "-m", "desktop", "--database", str(folder / "homeward.db"), "open"])


def open_window(arguments: list[str]) -> int:
    """Open the window on the officer's own register, or on `--database FILE`."""
    python = prepare("runtime")
    if not machine.has_screen():
        raise machine.MissingError("There is no screen: DISPLAY and WAYLAND_DISPLAY are not set.")
    return run([python, "-m", "desktop", *arguments, "open"])


def lint() -> int:
    """Style, format and types of the whole tree; every tool runs, the first failure counts."""
    python = prepare("dev")
    tools = (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"])
    codes = [run([python, "-m", *tool]) for tool in tools]
    return next((code for code in codes if code != 0), 0)


def test(arguments: list[str]) -> int:
    """Run pytest; architecture, translations and locks are tests among the others."""
    python = prepare("dev")
    return run([python, "-m", "pytest", *arguments])


def check() -> int:
    """Everything that must pass before a commit."""
    return lint() or test([])


def lock(arguments: list[str]) -> int:
    """Write the locks anew from pyproject.toml; `--upgrade` takes the newest versions.

    Fails where a locked package has no wheel for one of the platforms.
    """
    uv = [prepare("dev"), "-m", "uv", "pip"]
    runtime, dev = str(LOCKS / "runtime.txt"), str(LOCKS / "dev.txt")
    compiled = [*uv, "compile", "pyproject.toml", "--quiet", "--universal", "--generate-hashes"]
    compiled += ["--no-build", "--no-header", "--no-annotate", "--no-emit-index-url", *arguments]
    steps = [
        [*compiled, "-o", runtime],
        [*compiled, "--group", "dev", "-c", runtime, "-o", dev],
    ]
    installed = [*uv, "install", "--quiet", "--dry-run", "--no-deps", "--require-hashes"]
    installed += ["--only-binary", ":all:", "--target", str(PROJECT / "build" / "lock"), "-r", dev]
    oldest, newest = machine.OLDEST_PYTHON[1], machine.NEWEST_PYTHON[1]
    steps += [
        [*installed, "--python-version", f"3.{minor}", "--python-platform", platform]
        for minor in range(oldest, newest + 1)
        for platform in LOCK_PLATFORMS
    ]
    return next((code for code in map(run, steps) if code != 0), 0)


def parse(command_line: list[str]) -> argparse.Namespace:
    """Read the command line; `rest` is what goes on to the program behind the command."""
    parser = argparse.ArgumentParser(
        prog="dev.py", description="Set up, run and test Homeward from a fresh clone."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("setup", help="install everything for development")
    demo_parser = commands.add_parser("demo", help="live through the story and open the window")
    demo_parser.add_argument("--out", type=Path, metavar="DIR", help="folder for the files")
    commands.add_parser("run", help="open the window (arguments: --database FILE)", add_help=False)
    commands.add_parser("test", help="run the tests (arguments go to pytest)", add_help=False)
    commands.add_parser("lint", help="check style, format and types")
    commands.add_parser("check", help="lint and test: what must pass before a commit")
    commands.add_parser("lock", help="write the locks anew (arguments go to uv)", add_help=False)
    known, rest = parser.parse_known_args(command_line)
    if rest and known.command not in {"run", "test", "lock"}:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    known.rest = rest
    return known


def main(command_line: list[str]) -> int:
    """Run one command; the answer is the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A folder may have a name that the console of an office computer cannot show.
            stream.reconfigure(errors="replace")
    known = parse(command_line)
    commands: dict[str, Callable[[], int]] = {
        "setup": lambda: 0 if prepare("dev") else FAILED,
        "demo": lambda: demo(known.out),
        "run": lambda: open_window(known.rest),
        "test": lambda: test(known.rest),
        "lint": lint,
        "check": check,
        "lock": lambda: lock(known.rest),
    }
    try:
        return commands[known.command]()
    except machine.MissingError as missing:
        print(missing, file=sys.stderr)
        return MISSING
    except InstallError as failure:
        print(failure, file=sys.stderr)
        return NOT_INSTALLED
    except KeyboardInterrupt:
        return FAILED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
