"""The bill of materials: what a payload is made of, as CycloneDX 1.6 in JSON.

Source: CycloneDX specification 1.6, ECMA-424. The serial number comes from the contents, so the
same inputs give the same document.
"""

from __future__ import annotations

import json
import re
import uuid
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.parse import quote

from packing.locks import sha256
from packing.product import NAME, PACKAGES

_CLASSIFIERS = {
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "GNU Library or Lesser General Public License (LGPL)": "LGPL-2.1-only",
}
_NOT_SAID = {
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "sqlcipher3": "Zlib AND BSD-3-Clause AND Apache-2.0",
}
"""Licences of packages that give none or several in words of their own, from their texts."""
_EXPRESSION = re.compile(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*")


@dataclass(frozen=True)
class Part:
    """One part: what a wheel says of itself, or the runtime."""

    name: str
    version: str
    licence: str
    sha256: str
    purl: str
    file: str


def wheel_part(wheel: Path) -> Part:
    """What a wheel says of itself."""
    with zipfile.ZipFile(wheel) as archive:
        inside = next(
            name for name in archive.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", name)
        )
        said = message_from_bytes(archive.read(inside))
    name, version = str(said["Name"]), str(said["Version"])
    canonical = re.sub(r"[-_.]+", "-", name).lower()
    purl = f"pkg:pypi/{canonical}@{quote(version)}?file_name={quote(wheel.name)}"
    return Part(canonical, version, licence_of(said), sha256(wheel), purl, wheel.name)


def runtime_part(version: str, archive_sha256: str, origin: str) -> Part:
    """The Windows runtime."""
    purl = f"pkg:generic/cpython@{version}?arch=x86_64&os=windows"
    return Part("cpython", version, "PSF-2.0", archive_sha256, purl, origin)


def licence_of(said: Message) -> str:
    """Licence of a package as an SPDX expression, or the words that it gives."""
    expression = str(said.get("License-Expression") or "").strip()
    name = str(said["Name"]).lower()
    classifiers = [str(value) for value in said.get_all("Classifier", [])]
    names = [one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License ::")]
    classified = sorted({_CLASSIFIERS[one] for one in names if one in _CLASSIFIERS})
    words = str(said.get("License") or "").strip().partition("\n")[0]
    return _NOT_SAID.get(name) or expression or " AND ".join(classified) or words or "unknown"


def document(parts: Iterable[Part], version: str, time_s: int, hashed: str) -> Mapping[str, Any]:
    """The bill of materials of a payload whose hash is `hashed`."""
    listed = sorted(parts, key=lambda part: part.name)
    own = f"pkg:generic/{NAME.lower()}@{version}"
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(PACKAGES, hashed)}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(time_s, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": NAME,
                "version": version,
                "purl": own,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
                "hashes": [{"alg": "SHA-256", "content": hashed}],
            },
        },
        "components": [_component(part) for part in listed],
        "dependencies": [
            {"ref": own, "dependsOn": [part.purl for part in listed]},
            *({"ref": part.purl} for part in listed),
        ],
    }


def write(path: Path, content: Mapping[str, Any]) -> None:
    """Write a bill of materials."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")


def _component(part: Part) -> Mapping[str, Any]:
    return {
        "type": "library" if part.name != "cpython" else "platform",
        "bom-ref": part.purl,
        "name": part.name,
        "version": part.version,
        "purl": part.purl,
        "hashes": [{"alg": "SHA-256", "content": part.sha256}],
        "licenses": [_licence(part.licence)],
        "properties": [{"name": "homeward:file", "value": part.file}],
    }


def _licence(text: str) -> Mapping[str, Any]:
    if not _EXPRESSION.fullmatch(text):
        return {"license": {"name": text}}
    return {"expression": text} if " " in text else {"license": {"id": text}}
