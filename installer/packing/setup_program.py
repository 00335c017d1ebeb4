"""The setup program of one user, made by NSIS from the payload."""

from __future__ import annotations

import re
from pathlib import Path

from packing.contents import size
from packing.launcher import ICON
from packing.product import INSTALLER, PUBLISHER
from packing.signing import Signer
from packing.tools import run

_SOURCE = INSTALLER / "nsis"


def make_setup(payload: Path, target: Path, version: str, signer: Signer, *, quick: bool) -> Path:
    """Pack the payload into one program at `target`; it and its uninstaller are signed.

    `quick` packs fast and large. Raises BuildError with the words of NSIS.
    """
    values = {
        "VERSION": version,
        "PUBLISHER": PUBLISHER,
        "PAYLOAD": str(payload / "*"),
        "OUTPUT": str(target),
        "ICON": str(ICON),
        "SIZE_KB": str(size(payload) // 1024),
    }
    command: list[str | Path] = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", "-NOCD"]
    command += [f"-D{name}={value}" for name, value in values.items()]
    command += ["-DQUICK"] if quick else []
    with signer.command() as sign:
        # NSIS itself signs both: the uninstaller is inside the setup program.
        for moment in ("finalize", "uninstfinalize"):
            command.append(f"-X!{moment} '{sign} \"%1\"' = 0")
        run([*command, _SOURCE / "homeward.nsi"], folder=_SOURCE)
    return target


def switches() -> frozenset[str]:
    """Switches that the setup program or its uninstaller understands, as its source says."""
    text = "".join(path.read_text("utf-8") for path in sorted(_SOURCE.glob("*.ns[ih]")))
    return frozenset(re.findall(r'GetOptions\} \$\w+ "(/[A-Z]+=?)"', text)) | {"/S", "/D="}


def exit_codes() -> dict[str, int]:
    """Name of each exit code of its own to its number, as its source says."""
    text = (_SOURCE / "homeward.nsi").read_text("utf-8")
    return {name: int(code) for name, code in re.findall(r"!define EXIT_(\w+) (\d+)", text)}
