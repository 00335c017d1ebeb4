"""Whether the files of the Windows runtime are those that python.org signed."""

from __future__ import annotations

import re
from pathlib import Path

from packing.product import BuildError
from packing.tools import find, run

SIGNER = "Python Software Foundation"
_AUTHORITIES = (
    Path("/etc/ssl/certs/ca-certificates.crt"),
    Path("/etc/pki/tls/certs/ca-bundle.crt"),
)
# Microsoft's own, whose root is in no list of authorities that Linux has.
_MICROSOFT = re.compile(r"vcruntime140(_1)?\.dll")
_PROGRAMS = (".exe", ".dll", ".pyd")


def check_runtime(folder: Path) -> str:
    """Check the signature of every program file; answers a sentence on what was checked.

    Without osslsigncode nothing is checked, and the sentence says so. Revocation is not checked:
    it would need the network. Raises BuildError for a file that is not signed by python.org.
    """
    authorities = next((path for path in _AUTHORITIES if path.is_file()), None)
    if find("osslsigncode") is None or authorities is None:
        return "runtime: signatures not checked (osslsigncode or the list of authorities missing)"
    files = sorted(path for path in folder.rglob("*") if path.suffix in _PROGRAMS)
    checked = [path for path in files if not _MICROSOFT.fullmatch(path.name)]
    for path in checked:
        command = ["osslsigncode", "verify", "-ignore-crl", "-ignore-cdp"]
        command += ["-CAfile", str(authorities), "-TSA-CAfile", str(authorities)]
        said = run([*command, "-in", str(path)]).stdout
        if not re.search(rf"Subject:.*CN\s?=\s?{SIGNER}", said):
            raise BuildError(f"{path.name} of the runtime is not signed by the {SIGNER}.")
    return f"runtime: {len(checked)} of {len(files)} program files signed by the {SIGNER}"
