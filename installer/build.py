"""Make what is shipped: setup program and package for Windows, portable folder, Linux bundle.

    python3 installer/build.py                     everything, into dist/
    python3 installer/build.py --quick --only setup --out build/try

How it is made and signed is told in installer/README.md. Exit codes: 1 the build failed, 2 the
command is not understood.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

from packing import making, product
from packing.signing import given_signer
from packing.tools import find

BUILD = product.PROJECT / "build"


def parse(command_line: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="build.py", description="Make what is shipped.")
    add = parser.add_argument
    add("--only", default=None, metavar="FORMS", help=f"some of {','.join(making.FORMS)}")
    add("--out", type=Path, default=product.PROJECT / "dist", metavar="DIR", help="for the files")
    add("--cache", type=Path, default=BUILD / "downloads", metavar="DIR", help="for downloads")
    add("--quick", action="store_true", help="pack fast and large, for tests")
    add("--runtime", type=Path, metavar="ZIP", help="another embeddable Python for Windows")
    add("--sha256", default="", metavar="HEX", help="hash that the file of --runtime must have")
    add("--as-version", metavar="X.Y.Z", help="another version than the program's, for tests")
    add("--sign", type=Path, metavar="FILE", help="only sign this file with the key given")
    known = parser.parse_args(command_line)
    if bool(known.runtime) != bool(known.sha256):
        parser.error("--runtime and --sha256 go together")
    known.forms = tuple(known.only.split(",")) if known.only else usual_forms()
    if unknown := set(known.forms) - set(making.FORMS):
        parser.error(f"no such form: {', '.join(sorted(unknown))}")
    if known.as_version and not re.fullmatch(r"\d+\.\d+\.\d+", known.as_version):
        parser.error("--as-version takes three numbers")
    return known


def usual_forms() -> tuple[str, ...]:
    """Every form that this system can make: there is no wixl for Windows."""
    if os.name == "nt" and find("wixl") is None:
        return tuple(form for form in making.FORMS if form != making.PACKAGE)
    return making.FORMS


def build(known: argparse.Namespace) -> int:
    """Make everything and tell the sizes; 1 where one is over its limit."""
    order = making.Order(
        forms=known.forms,
        out=known.out.resolve(),
        cache=known.cache.resolve(),
        work=BUILD / "stage",
        version=known.as_version or product.version(),
        quick=known.quick,
        runtime=known.runtime,
        runtime_sha256=known.sha256,
    )
    made = making.make(order)
    for path in made:
        making.say(f"{path.stat().st_size / 1e6:8.2f} MB  {path}")
    limits = making.sizes(made, order.work / f"windows-{order.version}")
    too_large = [name for name, size, most in limits if size > most and not known.quick]
    for name in too_large:
        making.say(f"{name} is larger than it may be")
    return 1 if too_large else 0


def main(command_line: list[str]) -> int:
    """Build as asked; the answer is the exit code."""
    known = parse(command_line)
    try:
        if known.sign:
            signer = given_signer(os.environ)
            if signer is None:
                raise product.BuildError("The environment names no key to sign with.")
            signer.sign(known.sign)
            return 0
        return build(known)
    except product.BuildError as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
