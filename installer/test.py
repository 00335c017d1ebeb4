"""Try what is shipped, on Linux: both installers under Wine, the portable folder, the Linux bundle.

    python3 installer/test.py              build, then install, use, upgrade, remove
    python3 installer/test.py --made dist  try files that were built before

Pictures go to build/pictures; look at them. Needs the Debian packages that it names where they
are missing, and a screen is not needed. Exit codes: 1 a check failed, 2 not understood.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import machine
from packing import making, product
from packing.launcher import programs
from packing.tools import ensure
from trial import TOOLS, more, story
from trial.checks import Checks, require
from trial.flow import Trial
from trial.forms import Package, Setup
from trial.prefix import Prefix
from trial.screen import Screen

BUILD = product.PROJECT / "build"
FORMER = "0.0.1"
"""Version that the installers of the older version get; what they hold is today's program."""

FORMS: dict[str, type[Setup | Package]] = {making.SETUP: Setup, making.PACKAGE: Package}


def parse(command_line: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="test.py", description="Try what is shipped.")
    add = parser.add_argument
    add("--made", type=Path, metavar="DIR", help="files that build.py made of this very source")
    add("--quick", action="store_true", help="build fast and large: sizes are not checked")
    add("--only", default=",".join(making.FORMS), metavar="FORMS", help="some of the forms")
    add("--cache", type=Path, default=BUILD / "downloads", metavar="DIR", help="for downloads")
    return parser.parse_args(command_line)


def build(known: argparse.Namespace, out: Path, version: str, forms: tuple[str, ...]) -> None:
    """Make files with this very source."""
    making.make(
        making.Order(
            forms=forms,
            out=out,
            cache=known.cache.resolve(),
            work=BUILD / "stage",
            version=version,
            quick=known.quick or version == FORMER,
        )
    )


def tell_story(bundle: Path, target: Path) -> None:
    """The story on Linux, told by the Linux bundle. Raises CheckError."""
    shutil.rmtree(target, ignore_errors=True)
    done = subprocess.run(
        [str(bundle / "homeward"), "demo", "--out", str(target), "--json"],
        env={**os.environ, "HOMEWARD_HOME": str(target / "home"), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    require(done.returncode in (0, 1), done.stderr[-500:])


def try_everything(known: argparse.Namespace, checks: Checks) -> None:
    """Build and try all that is asked for."""
    version, wanted = product.version(), known.only.split(",")
    made = known.made.resolve() if known.made else BUILD / "trial" / "current"
    former = BUILD / "trial" / "former"
    told = BUILD / "trial" / "story"
    installers = tuple(form for form in FORMS if form in wanted)
    if not known.made:
        build(known, made, version, making.FORMS)
    if installers:
        build(known, former, FORMER, installers)
    with checks.check("sizes") as note:
        sizes = making.sizes([*made.iterdir()], BUILD / "stage" / f"windows-{version}")
        note.detail = ", ".join(f"{name} {size / 1e6:.1f} MB" for name, size, _ in sizes)
        over = [name for name, size, most in sizes if size > most and not known.quick]
        require(not over, f"too large: {over}; {note.detail}")
    bundle = more.unpack_linux(
        made / making.file_name(making.LINUX, version), BUILD / "trial" / "linux"
    )
    with checks.check("story on Linux"):
        tell_story(bundle, told)
        story.use_packages(bundle / "site")
    screen = Screen()
    # Everything here is seen on it, and Qt for X11 has needs of its own.
    os.environ["DISPLAY"] = screen.display
    try:
        machine.ensure_qt_libraries()
        for form in installers:
            prefix = Prefix(BUILD / "trial" / f"prefix-{form}", screen.display)
            try:
                _try_installer(form, prefix, screen, checks, (made, former, told), version)
                if form == making.SETUP:
                    more.try_removing_data(checks, prefix, made, version)
                    more.try_wizard(checks, prefix, screen, made, version)
            finally:
                prefix.close()
        if making.PORTABLE in wanted:
            prefix = Prefix(BUILD / "trial" / "prefix-portable", screen.display)
            try:
                more.try_portable(checks, prefix, made / making.file_name("portable", version))
            finally:
                prefix.close()
        if making.LINUX in wanted:
            more.try_linux(checks, screen, bundle)
    finally:
        screen.close()


def _try_installer(
    kind: str,
    prefix: Prefix,
    screen: Screen,
    checks: Checks,
    folders: tuple[Path, Path, Path],
    version: str,
) -> None:
    made, former, told = folders
    names = [making.file_name(kind, number) for number in (FORMER, version)]
    for folder, name in zip((former, made), names, strict=True):
        shutil.copyfile(folder / name, prefix.drive / name)
    trial = Trial(
        checks=checks,
        prefix=prefix,
        screen=screen,
        form=FORMS[kind](prefix),
        former=prefix.drive / names[0],
        current=prefix.drive / names[1],
        version=version,
        pictures=BUILD / "pictures",
        story=told,
    )
    trial.run(with_timing=kind == making.SETUP)


def main(command_line: list[str]) -> int:
    """Try everything and print the table; the answer is the exit code."""
    known = parse(command_line)
    checks = Checks()
    try:
        ensure([*TOOLS, programs()[0]])
        try_everything(known, checks)
    except (product.BuildError, machine.MissingError) as failure:
        print(failure, file=sys.stderr)
        return 1
    failed = [result.name for result in checks.results if not result.passed]
    total = sum(result.seconds for result in checks.results)
    print(f"{len(checks.results) - len(failed)} passed, {len(failed)} failed")
    print(f"{total / 60:.1f} minutes; pictures are in {BUILD / 'pictures'}")
    return 0 if checks.passed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
