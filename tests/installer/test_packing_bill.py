"""The bill of materials: every part with address, hash and licence, in CycloneDX's form."""

import hashlib
import re
import zipfile
from email.message import Message
from pathlib import Path

import pytest
from packing import sbom

METADATA = """\
Metadata-Version: 2.4
Name: Psycopg_Binary
Version: 3.3.9
License-Expression: LGPL-3.0-only OR MIT
"""


def wheel(folder: Path) -> Path:
    path = folder / "psycopg_binary-3.3.9-cp311-cp311-win_amd64.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("psycopg_binary-3.3.9.dist-info/METADATA", METADATA)
    return path


def said(**headers: str) -> Message:
    message = Message()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    return message


def test_a_wheel_says_what_it_is(tmp_path: Path) -> None:
    path = wheel(tmp_path)
    part = sbom.wheel_part(path)
    assert (part.name, part.version) == ("psycopg-binary", "3.3.9")
    assert part.purl == f"pkg:pypi/psycopg-binary@3.3.9?file_name={path.name}"
    assert part.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert part.licence == "LGPL-3.0-only OR MIT"


@pytest.mark.parametrize(
    ("headers", "licence"),
    [
        ({"License_Expression": "MIT", "License": "whatever"}, "MIT"),
        ({"Classifier": "License :: OSI Approved :: BSD License"}, "BSD-3-Clause"),
        ({"License": "MIT\nPermission is hereby granted"}, "MIT"),
        ({}, "unknown"),
        ({"Name": "sqlcipher3"}, "Zlib AND BSD-3-Clause AND Apache-2.0"),
    ],
)
def test_the_licence_of_a_package_in_its_many_forms(headers: dict[str, str], licence: str) -> None:
    assert sbom.licence_of(said(**{"Name": "some", **headers})) == licence


def test_the_document_has_the_shape_of_cyclonedx(tmp_path: Path) -> None:
    parts = [sbom.runtime_part("3.11.9", "0" * 64, "zip"), sbom.wheel_part(wheel(tmp_path))]
    document = sbom.document(parts, "1.2.3", 1_700_000_000, "f" * 64)
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    serial = r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    assert re.fullmatch(serial, document["serialNumber"])
    assert document["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    names = [one["name"] for one in document["components"]]
    assert names == ["cpython", "psycopg-binary"]
    for one in document["components"]:
        assert {"type", "bom-ref", "name", "version", "purl", "hashes", "licenses"} <= one.keys()
        assert [entry["alg"] for entry in one["hashes"]] == ["SHA-256"]
    assert document["components"][0]["licenses"] == [{"license": {"id": "PSF-2.0"}}]
    assert document["components"][1]["licenses"] == [{"expression": "LGPL-3.0-only OR MIT"}]
    own, *others = document["dependencies"]
    assert own["dependsOn"] == [one["ref"] for one in others]


def test_the_same_contents_give_the_same_document(tmp_path: Path) -> None:
    parts = [sbom.wheel_part(wheel(tmp_path))]
    first = sbom.document(parts, "1.2.3", 0, "a" * 64)
    assert first == sbom.document(parts, "1.2.3", 0, "a" * 64)
    assert first["serialNumber"] != sbom.document(parts, "1.2.3", 0, "b" * 64)["serialNumber"]
