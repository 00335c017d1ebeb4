"""What comes from outside: known by its hash, or refused; and the key that signs."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from packing import fetch, locks, product, signing
from packing.product import BuildError

CONTENT = b"wheel"
HASH = hashlib.sha256(CONTENT).hexdigest()


def test_every_lock_is_read_with_versions_and_hashes() -> None:
    for name in ("runtime.txt", "windows-runtime.txt"):
        packages = locks.read_lock(fetch.LOCKS / name)
        assert packages
        assert all(package.version and package.hashes for package in packages)


def test_no_address_stands_beside_the_runtime() -> None:
    text = (fetch.LOCKS / "windows-runtime.txt").read_text("utf-8")
    assert "://" not in text
    assert "--index" not in text


def test_a_lock_without_a_hash_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("openpyxl==3.1.5\n", "ascii")
    with pytest.raises(BuildError, match="openpyxl"):
        locks.read_lock(lock)


def test_only_a_file_with_a_locked_hash_counts(tmp_path: Path) -> None:
    package = locks.Locked("openpyxl", "3.1.5", frozenset({HASH}))
    (tmp_path / "openpyxl-3.1.5-py3-none-any.whl").write_bytes(b"another")
    assert locks.find_files([package], tmp_path) == {}
    (tmp_path / "some.whl").write_bytes(CONTENT)
    assert locks.find_files([package], tmp_path) == {"openpyxl": tmp_path / "some.whl"}


def runtime(*names: str) -> fetch.Runtime:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, name)
    return fetch.Runtime(stream.getvalue(), "a zip", "")


def test_a_runtime_in_a_folder_of_its_zip_is_unpacked_from_there(tmp_path: Path) -> None:
    names = ("cp311/python311.dll", "cp311/python.exe", "cp312/python312.dll", "cp311/../out.dll")
    fetch.unpack_runtime(runtime(*names), tmp_path / "runtime")
    found = sorted(path.name for path in tmp_path.rglob("*") if path.is_file())
    assert found == ["python.exe", "python311.dll"]


def test_a_runtime_of_another_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"python311\.dll"):
        fetch.unpack_runtime(runtime("python313.dll"), tmp_path)


def test_a_given_runtime_must_be_the_one_that_was_meant(tmp_path: Path) -> None:
    file = tmp_path / "python-embed.zip"
    file.write_bytes(CONTENT)
    assert fetch.given_runtime(file, HASH.upper()).archive == CONTENT
    with pytest.raises(BuildError, match="not the one"):
        fetch.given_runtime(file, "0" * 64)
    with pytest.raises(BuildError, match="no file"):
        fetch.given_runtime(tmp_path / "missing.zip", HASH)


def test_the_version_of_a_runtime_is_read_from_its_library(tmp_path: Path) -> None:
    library = tmp_path / "python311.dll"
    entry = "ProductVersion\0".encode("utf-16-le") + b"\0\0" + "3.11.9\0".encode("utf-16-le")
    library.write_bytes(b"\x01\x02" + entry)
    assert fetch.runtime_version(tmp_path) == "3.11.9"
    library.write_bytes(b"nothing")
    assert fetch.runtime_version(tmp_path) == "3.11"


def test_the_environment_names_the_key(tmp_path: Path) -> None:
    certificate = tmp_path / "release.pem"
    certificate.write_text("", "ascii")
    assert signing.given_signer({}) is None
    signer = signing.given_signer(
        {"HOMEWARD_SIGN_CERT": str(certificate), "HOMEWARD_SIGN_PASSWORD": "secret"}
    )
    assert signer is not None
    assert not signer.is_test
    assert "secret" not in repr(signer)
    with pytest.raises(BuildError, match="HOMEWARD_SIGN_KEY"):
        signing.given_signer(
            {"HOMEWARD_SIGN_CERT": str(certificate), "HOMEWARD_SIGN_KEY": str(tmp_path / "no")}
        )


def test_the_version_stands_in_one_place() -> None:
    version = product.version()
    project = (product.PROJECT / "pyproject.toml").read_text("utf-8")
    assert 'dynamic = ["version"]' in project
    assert f'"{version}"' not in project
    assert '\nversion = "' not in project


def test_a_version_that_is_no_three_numbers_is_refused(tmp_path: Path) -> None:
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "__init__.py").write_text('__version__ = "1.0rc1"\n', "ascii")
    with pytest.raises(BuildError, match="three numbers"):
        product.version(tmp_path)
