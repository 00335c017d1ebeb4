"""Signatures: with the key of the release where the environment names one, else with a test key.

    HOMEWARD_SIGN_CERT       certificate with its chain (PEM), or a PKCS#12 file with the key
    HOMEWARD_SIGN_KEY        private key (PEM), for a PEM certificate
    HOMEWARD_SIGN_PASSWORD   password of the key or of the PKCS#12 file
    HOMEWARD_SIGN_TIMESTAMP  address of a time stamp service; without one there is no time stamp
    HOMEWARD_SIGN_COMMAND    another signing program, called with the file's name behind it

The test key is made anew for each build and thrown away: nobody can be made to trust it.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from packing.product import NAME, BuildError
from packing.tools import run

_PREFIX = "HOMEWARD_SIGN_"
_TEST_DAYS = 30
_CERTIFICATE = r"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----"


@dataclass(frozen=True)
class Signer:
    """Signs program files and packages in place."""

    certificate: Path
    key: Path | None = None
    password: str = field(default="", repr=False)
    timestamp: str = ""
    other: str = ""
    is_test: bool = False

    def sign(self, path: Path) -> None:
        """Put a signature on a file. Raises BuildError with the words of the signing program."""
        if self.other:
            run([*shlex.split(self.other, posix=os.name != "nt"), path])
            return
        signed = path.with_name(path.name + ".signed")
        with self._secret() as options:
            command = ["osslsigncode", "sign", *options, "-h", "sha256", "-n", NAME]
            command += ["-ts", self.timestamp] if self.timestamp else []
            run([*command, "-in", str(path), "-out", str(signed)])
        signed.replace(path)

    def verify(self, path: Path) -> None:
        """Check a signature that was just made. Raises BuildError where it is not sound."""
        if self.other:
            return
        said = run(["osslsigncode", "verify", "-CAfile", self.certificate, "-in", path]).stdout
        if "Signature verification: ok" not in said:
            raise BuildError(f"The signature of {path.name} is not sound.")

    def sign_detached(self, path: Path) -> Path | None:
        """Put a signature beside a file that cannot carry one; None without a PEM key.

        `openssl cms -verify -binary -inform DER -content FILE -in FILE.p7s` checks it.
        """
        if self.other or self.key is None:
            return None
        target = path.with_name(path.name + ".p7s")
        own, *chain = re.findall(_CERTIFICATE, self.certificate.read_text("ascii"), re.DOTALL)
        command = ["openssl", "cms", "-sign", "-binary", "-md", "sha256", "-outform", "DER"]
        command += ["-inkey", str(self.key), "-passin", f"env:{_PREFIX}PASSWORD"]
        with tempfile.TemporaryDirectory(prefix="homeward-") as scratch:
            for option, certificates in (("-signer", [own]), ("-certfile", chain)):
                if certificates:
                    file = Path(scratch) / f"{option[1:]}.pem"
                    file.write_text("\n".join(certificates), "ascii")
                    command += [option, str(file)]
            command += ["-in", str(path), "-out", str(target)]
            run(command, variables={f"{_PREFIX}PASSWORD": self.password})
        return target

    @contextlib.contextmanager
    def command(self) -> Iterator[str]:
        """A command that signs the file whose name is put behind it, for other programs to call."""
        if self.other:
            yield self.other
            return
        script = Path(__file__).resolve().parent.parent / "build.py"
        with _environment(self._variables()):
            yield f'"{sys.executable}" "{script}" --sign'

    def _variables(self) -> dict[str, str]:
        values = {"CERT": str(self.certificate), "PASSWORD": self.password}
        values |= {"KEY": str(self.key) if self.key else "", "TIMESTAMP": self.timestamp}
        return {_PREFIX + name: value for name, value in values.items()}

    @contextlib.contextmanager
    def _secret(self) -> Iterator[list[str]]:
        """Options that name the key; a password goes by a file, never by the command line."""
        if self.key:
            options = ["-certs", str(self.certificate), "-key", str(self.key)]
        else:
            options = ["-pkcs12", str(self.certificate)]
        if not self.password:
            yield options
            return
        handle, name = tempfile.mkstemp(prefix="homeward-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                stream.write(self.password)
            yield [*options, "-readpass", name]
        finally:
            Path(name).unlink()


def given_signer(environment: Mapping[str, str]) -> Signer | None:
    """The signer that the environment names, or None. Raises BuildError for a missing file."""
    given = {name: environment.get(_PREFIX + name, "") for name in ("CERT", "KEY", "COMMAND")}
    if given["COMMAND"]:
        return Signer(Path(), other=given["COMMAND"])
    if not given["CERT"]:
        return None
    for name in ("CERT", "KEY"):
        if given[name] and not Path(given[name]).is_file():
            raise BuildError(f"{_PREFIX}{name} names a file that is not there: {given[name]}")
    return Signer(
        Path(given["CERT"]),
        Path(given["KEY"]) if given["KEY"] else None,
        environment.get(_PREFIX + "PASSWORD", ""),
        environment.get(_PREFIX + "TIMESTAMP", ""),
    )


def make_test_signer(folder: Path) -> Signer:
    """A signer with a key of its own, in `folder`. Raises BuildError without openssl."""
    certificate, key = folder / "test.crt", folder / "test.key"
    subject = f"/CN={NAME} test build, not for use"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-sha256"]
    command += ["-days", str(_TEST_DAYS), "-subj", subject]
    command += ["-addext", "extendedKeyUsage=codeSigning", "-addext", "keyUsage=digitalSignature"]
    run([*command, "-keyout", str(key), "-out", str(certificate)])
    return Signer(certificate, key, is_test=True)


@contextlib.contextmanager
def chosen_signer() -> Iterator[Signer]:
    """The signer of the environment, else one for tests that is gone afterwards."""
    given = given_signer(os.environ)
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="homeward-key-") as folder:
        yield make_test_signer(Path(folder))


@contextlib.contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    """Variables for the programs that are started meanwhile."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
