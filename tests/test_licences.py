"""Everything that is shipped is named with its licence, and the texts are there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTICES = ROOT / "resources" / "licences" / "THIRD-PARTY.md"


def test_every_shipped_package_is_named() -> None:
    lock = (ROOT / "installer" / "requirements" / "runtime.txt").read_text("utf-8")
    packages = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    rows = "\n".join(re.findall(r"^\| ([^|]+)", NOTICES.read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"[a-z0-9-]+", rows.lower()))
    assert packages - named == set()


def test_the_texts_of_the_licences_are_there() -> None:
    files = re.findall(r"`([\w./-]+\.txt|resources/[\w./-]+)`", NOTICES.read_text("utf-8"))
    places = [
        ROOT / name if name.startswith(("resources", "installer")) else NOTICES.parent / name
        for name in files
    ]
    assert [str(path) for path in places if not path.is_file()] == []
    assert "Apache License" in (ROOT / "LICENSE").read_text("utf-8")
