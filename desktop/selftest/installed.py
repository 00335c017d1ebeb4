"""Checks of what is installed: libraries, policies, time zones, words, files of fonts."""

from datetime import UTC, datetime, timedelta
from importlib import import_module
from zoneinfo import ZoneInfo

from desktop import paths
from desktop.about import NOT_FOUND, about, library_version
from desktop.catalogue import LANGUAGES, texts
from desktop.policy import read_policy
from desktop.selftest.bench import Bench, need
from desktop.settings import load

MODULES = {
    "PySide6-Essentials": "PySide6.QtWidgets",
    "shiboken6": "shiboken6",
    "SQLAlchemy": "sqlalchemy",
    "alembic": "alembic",
    "sqlcipher3": "sqlcipher3",
    "cryptography": "cryptography.hazmat.primitives.kdf.argon2",
    "psycopg": "psycopg",
    "reportlab": "reportlab",
    "openpyxl": "openpyxl",
    "defusedxml": "defusedxml",
    "python-calamine": "python_calamine",
    "pypdfium2": "pypdfium2",
    "num2words": "num2words",
    "segno": "segno",
    "platformdirs": "platformdirs",
    "tomli-w": "tomli_w",
    "tzdata": "tzdata",
    "uuid-utils": "uuid_utils",
}
"""Distribution to a module that only loads when all of it is there."""

_LETTERS = "Ҷӯраева Ғӣқҳ №1"
_LONG = "a" * 100

_ZONES = {"Asia/Dushanbe": 5, "Asia/Almaty": 6, "Asia/Tashkent": 5, "Europe/Moscow": 3}
"""Hours ahead of UTC in November 2020."""

_FONTS = (
    "NotoSans-Regular.ttf",
    "NotoSans-Italic.ttf",
    "NotoSans-Medium.ttf",
    "NotoSans-SemiBold.ttf",
    "NotoSans-Bold.ttf",
    "DejaVuSans.ttf",
    "DejaVuSans-Bold.ttf",
)
_TRUETYPE = b"\x00\x01\x00\x00"


def versions(_bench: Bench) -> str:
    """Every library loads and has a version."""
    for module in MODULES.values():
        import_module(module)
    nameless = [name for name in MODULES if library_version(name) == NOT_FOUND]
    need(not nameless, f"without a version: {', '.join(nameless)}")
    known = about()
    return ", ".join([f"Python {known.python}", *(f"{k} {v}" for k, v in known.libraries.items())])


def policies(bench: Bench) -> str:
    """What an administrator has fixed can be used; the values themselves are not told."""
    policy = read_policy()
    nowhere = bench.folder / "none.toml"
    load(nowhere, nowhere)
    fixed = ", ".join(sorted(policy.keys)) or "nothing"
    unknown = f"; not known: {', '.join(policy.unknown)}" if policy.unknown else ""
    return f"fixed: {fixed}{unknown}"


def files(bench: Bench) -> str:
    """Files can have the letters of names; whether long paths work is only told."""
    path = bench.folder / _LETTERS / f"{_LETTERS}.txt"
    path.parent.mkdir()
    path.write_text(_LETTERS, "utf-8")
    need(_LETTERS in [one.name for one in bench.folder.iterdir()], "the folder has another name")
    need(path.read_text("utf-8") == _LETTERS, "the file holds something else")
    try:
        bench.folder.joinpath(*[_LONG] * 4).mkdir(parents=True)
    except OSError as error:
        return f"long paths do not work: {error.strerror}"
    return "long paths work"


def time_zones(_bench: Bench) -> str:
    """Clocks at the border tell the right hour."""
    moment = datetime(2020, 11, 13, tzinfo=UTC)
    for name, hours in _ZONES.items():
        ahead = moment.astimezone(ZoneInfo(name)).utcoffset()
        need(ahead == timedelta(hours=hours), f"{name} is {ahead} ahead of UTC")
    return ", ".join(_ZONES)


def translations(_bench: Bench) -> str:
    """The catalogue of every language loads and translates."""
    said = {language: texts(language).tc("column", "Sex") for language in LANGUAGES}
    english = said[LANGUAGES[0]]
    for language in LANGUAGES[1:]:
        need(said[language] != english, f"{language} says {english}")
    return ", ".join(f"{language}: {word}" for language, word in said.items())


def font_files(_bench: Bench) -> str:
    """The shipped fonts are there and are fonts."""
    folder = paths.resources_dir() / "fonts"
    for name in _FONTS:
        path = folder / name
        need(path.is_file(), f"{name} is missing")
        with path.open("rb") as file:
            need(file.read(len(_TRUETYPE)) == _TRUETYPE, f"{name} is no font")
    return f"{len(_FONTS)} files"
