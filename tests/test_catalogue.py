import pickle
import struct
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import catalogue
from desktop.catalogue import DOCUMENT_LANGUAGES, LANGUAGES, parse_compiled, texts
from desktop.catalogue_languages import (
    FORMS,
    plural_french,
    plural_russian,
    sort_key_plain,
    sort_key_tajik,
)
from desktop.errors import Corrupt, UserError
from desktop.messages.catalogue import SENTENCES

TAJIK_ALPHABET = "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъыьэюя"


def compiled(pairs: list[tuple[str, str]], order: str = "<") -> bytes:
    """A compiled catalogue as gettext's tools write it."""
    pairs = sorted(pairs)
    keys = [key.encode() for key, _ in pairs]
    values = [value.encode() for _, value in pairs]
    offset = 28 + 16 * len(pairs)
    table: list[int] = []
    body = b""
    for texts_ in (keys, values):
        for text in texts_:
            table += [len(text), offset + len(body)]
            body += text + b"\0"
    head = (0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return struct.pack(f"{order}{7 + len(table)}I", *head, *table) + body


def test_languages() -> None:
    assert LANGUAGES == ("en", "fr", "ru", "tg")
    assert set(DOCUMENT_LANGUAGES) >= set(LANGUAGES)


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_texts_of_a_language(language: str) -> None:
    words = texts(language)
    assert words.language == language
    assert len(words.months_short) == len(set(words.months_short)) == 12
    assert len(words.weekdays_short) == len(set(words.weekdays_short)) == 7
    assert texts(language) is words


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_texts_travel_to_another_process(language: str) -> None:
    there = pickle.loads(pickle.dumps(texts(language)))  # noqa: S301 - our own bytes
    assert there == texts(language)
    assert there.sort_key("Ғафур") == texts(language).sort_key("Ғафур")


def test_a_language_without_texts_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        texts("de")
    assert caught.value.code == "catalogue.no_such_language"
    assert SENTENCES[caught.value.code].format(**caught.value.params)


def test_a_damaged_catalogue_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "resources_dir", lambda: tmp_path)
    folder = tmp_path / "translations" / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for content in (None, b"", b"PK", compiled([("Seat", "Место")])[:-4]):
        texts.cache_clear()
        if content is not None:
            (folder / "homeward.mo").write_bytes(content)
        with pytest.raises(Corrupt) as caught:
            texts("ru")
        assert caught.value.code == "catalogue.damaged"
        assert SENTENCES[caught.value.code].format(**caught.value.params)
    texts.cache_clear()


@pytest.mark.parametrize("order", ["<", ">"])
def test_compiled_catalogue_is_read(order: str) -> None:
    data = compiled(
        [
            ("", "Content-Type: text/plain; charset=utf-8\n"),
            ("Seat", "Место"),
            ("column\x04Seat", "м."),
            ("{n} person\0{n} people", "{n} человек\0{n} человека\0{n} человек"),
        ],
        order,
    )
    assert parse_compiled(data) == {
        "Seat": ("Место",),
        "column\x04Seat": ("м.",),
        "{n} person": ("{n} человек", "{n} человека", "{n} человек"),
    }


@given(st.binary(max_size=60).map(lambda tail: b"\xde\x12\x04\x95" + tail))
def test_bytes_that_are_no_catalogue_are_refused_or_read(data: bytes) -> None:
    try:
        messages = parse_compiled(data)
    except ValueError:
        return
    assert all(messages)


@pytest.mark.parametrize(
    ("n", "form"),
    [(0, 2), (1, 0), (2, 1), (4, 1), (5, 2), (11, 2), (12, 2), (14, 2), (21, 0), (22, 1),
     (25, 2), (101, 0), (102, 1), (111, 2), (112, 2), (1001, 0)],
)  # fmt: skip
def test_russian_plurals(n: int, form: int) -> None:
    assert plural_russian(n) == form


@pytest.mark.parametrize(("n", "form"), [(0, 0), (1, 0), (2, 1), (21, 1)])
def test_french_plurals(n: int, form: int) -> None:
    assert plural_french(n) == form


@pytest.mark.parametrize(
    ("language", "screen", "paper", "number"),
    [
        ("en", "5 Jun 2026", "05.06.2026", "1,234,567"),
        ("fr", "5 juin 2026", "05/06/2026", "1\u00a0234\u00a0567"),
        ("ru", "5 июн. 2026", "05.06.2026", "1\u00a0234\u00a0567"),
        ("tg", "5 июн 2026", "05.06.2026", "1\u00a0234\u00a0567"),
    ],
)
def test_dates_and_numbers(language: str, screen: str, paper: str, number: str) -> None:
    words = texts(language)
    assert words.day(date(2026, 6, 5)) == screen
    assert words.paper(date(2026, 6, 5)) == paper
    assert words.number(1234567) == number


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [
        ("en", 49, "forty-nine"),
        ("fr", 71, "soixante et onze"),
        ("ru", 102, "сто два"),
        ("ru", 49, "сорок девять"),
        ("tg", 21, "бисту як"),
    ],
)
def test_number_in_words(language: str, number: int, words: str) -> None:
    assert texts(language).number_words(number) == words


def test_the_tajik_alphabet_sorts_itself() -> None:
    assert sorted(reversed(TAJIK_ALPHABET), key=sort_key_tajik) == list(TAJIK_ALPHABET)
    names = ["Ҷамшед", "Ғафур", "Ёдгор", "Чамшед", "Гулнора", "Шоҳин", "Қодир", "Эраҷ", "Карим"]
    assert sorted(names, key=sort_key_tajik) == [
        "Гулнора", "Ғафур", "Ёдгор", "Карим", "Қодир", "Чамшед", "Ҷамшед", "Шоҳин", "Эраҷ",
    ]  # fmt: skip


def test_a_shorter_name_comes_first() -> None:
    for key in (sort_key_tajik, sort_key_plain):
        names = ["Алиева Нигора", "Али", "Алиев Сино", "Алиев", "Алӣ Зафар"]
        assert sorted(names, key=key)[0] == "Али"
        assert sorted(["Саидов", "Саидова", "Саид"], key=key) == ["Саид", "Саидов", "Саидова"]


def test_russian_readers_find_yo_and_tajik_letters_where_they_look() -> None:
    names = ["Ёлкин", "Жуков", "Елена", "Зайцев", "Еськов", "Ғафуров", "Галкин", "Гусев", "Щукин"]
    assert sorted(names, key=sort_key_plain) == [
        "Галкин", "Ғафуров", "Гусев", "Елена", "Ёлкин", "Еськов", "Жуков", "Зайцев", "Щукин",
    ]  # fmt: skip


def test_french_accents_and_apostrophes_count_last() -> None:
    names = ["Évora", "Etienne", "œuvre", "Zoé", "Ôter", "O’Brien", "O'Neil", "Eva"]
    assert sorted(names, key=sort_key_plain) == [
        "Etienne", "Eva", "Évora", "O’Brien", "O'Neil", "œuvre", "Ôter", "Zoé",
    ]  # fmt: skip


_NAME_LETTERS = st.text(st.sampled_from("aàéœoʻ’ AZёеЁғгҷчӣиҳх-"), max_size=6)


@given(_NAME_LETTERS, _NAME_LETTERS)
def test_keys_are_equal_for_names_that_differ_in_case_alone(one: str, other: str) -> None:
    for forms in FORMS.values():
        same = forms.sort_key(one) == forms.sort_key(other)
        assert same == (one.casefold() == other.casefold())


def test_reading_texts_loads_nothing_heavy() -> None:
    heavy = ("babel", "num2words", "PySide6", "sqlalchemy", "reportlab", "openpyxl")
    program = (
        "import sys; from desktop.catalogue import texts; texts('ru').t('Seat'); "
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
