"""Keeps the catalogues of `resources/translations` in step with the program.

    python tests/tools/translations.py update     extract, merge into every .po, compile
    python tests/tools/translations.py compile    .po to .mo
    python tests/tools/translations.py check      list what is missing or wrong

Translators edit the .po files only. A catalogue has no line numbers and no time of making, so
that it changes when a text changes and not otherwise.
"""

import re
import string
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "resources" / "translations"
SOURCES = ("desktop", "reports")
KEYWORDS = {"t": None, "tc": ((1, "c"), 2), "n": (1, 2), "N_": None, "pair": None}
LANGUAGES = ("fr", "ru", "tg")
PAPERS = ("reports/", "desktop/usecases/", "desktop/ui/pages/reports/leaving.py")
"""Where the words are that leave the office: lists, workbooks and the messages with them."""

MUST_BE_COMPLETE = {"fr": PAPERS, "ru": ("desktop/", "reports/")}
"""Language to the beginnings of source paths whose every text must be translated."""

SHORT = 40
"""Texts with fewer letters resemble one another by chance."""

TERMS = {
    "ru": {
        r"movements?": "перевоз",
        r"crossing points?": r"пункт\w* пропуска",
        r"clearances?": "согласован",
        r"travellers?": "пассажир",
        r"travel groups?": "групп",
        r"certificates? of return": "свидетельств",
        r"roll-call": "переклич",
        r"waiting list": r"лист\w* ожидания",
        r"duplicates?": "дубликат",
        r"requirements?": "требован",
        r"waivers?": "освобожд",
        r"convoys?": "колонн",
        r"boarding cards?": "посадочн",
        r"manifests?": r"спис\w+",
        r"wheelchair": "кресл",
        r"seats?": "мест|рассад|рассаж|посад|сид",
        r"patronymic": "отчеств",
    },
    "fr": {
        r"movements?": "acheminement",
        r"crossing points?": r"points? de passage",
        r"clearances?": "autoris",
        r"travellers?": "passag|personnes? transport",
        r"travel groups?": "groupe",
        r"certificates? of return": r"certificats? de retour",
        r"roll-call": "appel",
        r"waiting list": r"listes? d’attente",
        r"duplicates?": "doublon",
        r"requirements?": "exigence",
        r"waivers?": "dispense",
        r"convoys?": "convoi",
        r"boarding cards?": r"cartes? d’embarquement",
        r"manifests?": "liste",
        r"wheelchair": "fauteuil",
        r"patronymic": "patronym",
    },
}
"""English term to what its translation must contain: one concept, one term (glossary)."""

FORBIDDEN = {
    "ru": r"задержан|репатриац|изъят|аттестац|\b(?:отчет|учет|ребенок|самолет|прием|еще|все еще)\b",
    "fr": r"\bautobus\b|'|\bmail\b|rapatri",
    "tg": r"боздошт|фуқаро|кӯмак|\bпаспорт",
}
"""Words that mean something else, or are spelled another way, in our papers (glossary)."""


def extract() -> Catalog:
    """All texts of the program, with the files that say them."""
    template = _new_catalog(None)
    for source in SOURCES:
        found = extract_from_dir(
            ROOT / source,
            method_map=[("**.py", "python")],
            keywords=KEYWORDS,
            comment_tags=("Translators:",),
            strip_comment_tags=True,
        )
        for path, line, message, comments, context in found:
            place = f"{source}/{Path(path).as_posix()}"
            template.add(message, None, [(place, line)], auto_comments=comments, context=context)
    return template


def load(language: str) -> Catalog:
    """The catalogue that translators edit, or an empty one."""
    path = _po_path(language)
    if not path.exists():
        return _new_catalog(language)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="homeward")


def compiled(language: str) -> bytes:
    """What the program reads."""
    buffer = BytesIO()
    write_mo(buffer, load(language), use_fuzzy=False)
    return buffer.getvalue()


def update() -> None:
    """Bring every catalogue up to the program's texts and compile it."""
    template = extract()
    for language in LANGUAGES:
        old = load(language)
        old.update(template, no_fuzzy_matching=False)
        fresh = _new_catalog(language)
        for message in old:
            if message.id:
                _forget_bad_guess(message, language)
                fresh[message.id] = message
        path = _po_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(
                file, fresh, width=100, sort_output=True, include_lineno=False, ignore_obsolete=True
            )
    compile_all()


def _forget_bad_guess(message: Message, language: str) -> None:
    """Empty a fuzzy translation that no translator could start from: of a short text, or faulty."""
    if not message.fuzzy:
        return
    short = len(_forms(message.id)[0]) < SHORT
    if short or not _is_translated(message) or any(faults_of(message, language)):
        message.flags.discard("fuzzy")
        message.string = ("",) * get_plural(language).num_plurals if message.pluralizable else ""


def compile_all() -> None:
    """Write the compiled form of every catalogue."""
    for language in LANGUAGES:
        _po_path(language).with_suffix(".mo").write_bytes(compiled(language))


def check() -> list[str]:
    """What is wrong with the catalogues, one line a fault."""
    template = extract()
    faults: list[str] = []
    for language in LANGUAGES:
        catalog = load(language)
        faults += (f"{language}: {fault}" for fault in _missing(template, catalog, language))
        for message in catalog:
            if message.id and not message.fuzzy:
                faults += (f"{language}: {fault}" for fault in faults_of(message, language))
    return faults


def faults_of(message: Message, language: str) -> Iterator[str]:
    """What is wrong with the translation of one message; nothing if it has none."""
    ids, forms = _forms(message.id), _forms(message.string)
    if not any(forms):
        return
    if not all(forms):
        yield f"a plural form is empty: {ids[0]!r}"
        return
    wanted = get_plural(language).num_plurals
    if len(ids) > 1 and len(forms) != wanted:
        yield f"{len(forms)} plural forms instead of {wanted}: {ids[0]!r}"
    for form in forms:
        yield from _faults_of_form(ids, form, language)


def _faults_of_form(ids: list[str], form: str, language: str) -> Iterator[str]:
    asked = set().union(*map(fields, ids))
    if fields(form) != asked:
        yield f"placeholders {sorted(fields(form))} instead of {sorted(asked)}: {ids[0]!r}"
    if form != form.strip() and ids[0] == ids[0].strip():
        yield f"blanks at an end: {ids[0]!r}"
    # The name of a field is no word of the message: {movement} may be the code of one.
    said = re.sub(r"\{.*?\}", "", ids[0])
    for english, wanted in TERMS.get(language, {}).items():
        if re.search(rf"\b{english}\b", said, re.IGNORECASE) and not re.search(
            wanted, form, re.IGNORECASE
        ):
            yield f"“{english}” without “{wanted}”: {form!r}"
    if bad := re.search(FORBIDDEN.get(language, r"(?!)"), form, re.IGNORECASE):
        yield f"the word {bad.group()!r} is not ours: {form!r}"


def fields(text: str) -> set[str]:
    """Names of the `{fields}` of a message."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _missing(template: Catalog, catalog: Catalog, language: str) -> Iterator[str]:
    wanted = MUST_BE_COMPLETE.get(language, ())
    for message in template:
        if not message.id:
            continue
        known = catalog.get(message.id, message.context)
        if known is None:
            yield f"not in the catalogue, run update: {message.id!r}"
        elif _is_said_in(message, wanted) and (not _is_translated(known) or known.fuzzy):
            yield f"not translated: {message.id!r}"


def _is_said_in(message: Message, beginnings: Iterable[str]) -> bool:
    return any(path.startswith(tuple(beginnings)) for path, _ in message.locations)


def _is_translated(message: Message) -> bool:
    forms = _forms(message.string)
    return bool(forms) and all(forms)


def _forms(text: str | Iterable[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or ())


def _po_path(language: str) -> Path:
    return TRANSLATIONS / language / "LC_MESSAGES" / "homeward.po"


def _new_catalog(language: str | None) -> Catalog:
    # A fixed time keeps a catalogue the same when no text has changed.
    made = datetime(2026, 11, 1, tzinfo=UTC)
    return Catalog(
        locale=language,
        domain="homeward",
        header_comment="# Texts of Homeward.",
        project="Homeward",
        version="1",
        creation_date=made,
        revision_date=made,
        msgid_bugs_address="Homeward",
        last_translator="Homeward",
        language_team="Homeward",
        fuzzy=False,
    )


def main(arguments: list[str]) -> int:
    """Run one command; 1 if a check found faults."""
    match arguments:
        case ["update"]:
            update()
        case ["compile"]:
            compile_all()
        case ["check"]:
            faults = check()
            sys.stdout.write("".join(f"{fault}\n" for fault in faults))
            sys.stdout.write(f"{len(faults)} faults\n")
            return 1 if faults else 0
        case _:
            sys.stderr.write(f"{__doc__}\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
