"""The package of a whole computer, for group policy, made by wixl from the payload."""

from __future__ import annotations

import shutil
import uuid
from pathlib import Path
from xml.sax.saxutils import quoteattr

from packing import product
from packing.contents import files, payload_hash
from packing.file_types import registry_values
from packing.launcher import ICON
from packing.tools import find, run

_HERE = "payload"
_SOURCE = product.INSTALLER / "wix" / "homeward.wxs"


def make_package(payload: Path, target: Path, version: str, scratch: Path) -> Path:
    """Pack the payload into a Windows Installer package at `target`.

    Its product code comes from version and contents: another package, another code. Raises
    BuildError with the words of wixl.
    """
    names = "\n".join(str(payload / name) for name in files(payload))
    listed = scratch / "files.txt"
    listed.write_text(names + "\n", "utf-8")
    harvest = scratch / "files.wxs"
    harvest.write_text(_harvest(listed, payload), "utf-8")
    source = scratch / _SOURCE.name
    values = "\n".join(map(_registry_value, registry_values()))
    source.write_text(_SOURCE.read_text("utf-8").replace("@FILE_TYPES@", values), "utf-8")
    variables = {
        "Version": version,
        "Publisher": product.PUBLISHER,
        "ProductCode": _code(f"{version} {payload_hash(payload)}"),
        "UpgradeCode": product.UPGRADE_CODE,
        "ShortcutGuid": product.SHORTCUT_GUID,
        "FileTypesGuid": product.FILE_TYPES_GUID,
        "SRC": _HERE,
        "Win64": "yes",
    }
    command: list[str | Path] = ["wixl", "-a", "x64", "-o", target]
    for name, value in variables.items():
        command += ["-D", f"{name}={value}"]
    # wixl takes files from beside the source only.
    shutil.copyfile(ICON, scratch / ICON.name)
    (scratch / _HERE).symlink_to(payload, target_is_directory=True)
    run([*command, source.name, harvest.name], folder=scratch)
    return target


def _harvest(listed: Path, payload: Path) -> str:
    command = [find("wixl-heat") or "wixl-heat", "-p", f"{payload}/", "--win64"]
    command += ["--directory-ref", "INSTALLDIR", "--component-group", "Payload"]
    with listed.open("rb") as names:
        return run([*command, "--var", "var.SRC"], given=names).stdout


def _registry_value(value: tuple[str, str, str]) -> str:
    key, name, text = value
    named = f" Name={quoteattr(name)}" if name else ""
    return (
        f'<RegistryValue Root="HKLM" Key={quoteattr(key)}{named} Type="string" '
        f"Value={quoteattr(text)}/>"
    )


def _code(text: str) -> str:
    return str(uuid.uuid5(product.PACKAGES, text)).upper()
