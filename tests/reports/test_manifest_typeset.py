"""Fonts that cover everything, and lines that end where they may."""

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.fonts import FOLDER, UNKNOWN, Face, clusters, font_name, printable, runs
from reports.pdf.typeset import NO_BREAK_SPACE, Ruler, bold, regular, unbroken

ALPHABETS = (
    "абвгғдеёжзийӣкқлмнопрстуӯфхҳчҷшъэюя",
    "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "ўқғҳ",
    "abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüÿñßœæıİşğōū",
    "oʻgʻʼ’‘",
    "0123456789№«»“”–—…·+()/°'&<>;:,.!?",
)


@pytest.mark.parametrize("face", list(Face))
def test_noto_has_every_letter_of_our_languages(face: Face) -> None:
    for alphabet in ALPHABETS:
        for text in (alphabet, alphabet.upper()):
            assert [run.font for run in runs(printable(text), face)] == [font_name(face)]


def test_what_noto_lacks_comes_from_the_other_font() -> None:
    shown = runs("Азиз → ☐ ام", Face.BOLD)
    assert "".join(run.text for run in shown) == "Азиз → ☐ ام"
    assert {run.font for run in shown} == {"HW-NotoSans-Bold", "HW-DejaVuSans-Bold"}


def test_what_no_font_has_is_shown_as_unknown() -> None:
    assert "".join(run.text for run in runs("Ли 李", Face.REGULAR)) == f"Ли {UNKNOWN}"


def test_controls_and_direction_marks_vanish_and_blanks_become_spaces() -> None:
    assert printable("А\u200eз\u202eи\x00з\u200b\tХ\nЯ\u2003Ю") == "Азиз Х Я Ю"
    assert printable("и\u0304") == "ӣ"
    assert printable(f"Б.{NO_BREAK_SPACE}Т.") == f"Б.{NO_BREAK_SPACE}Т."


@given(st.text())
def test_any_text_can_be_measured(text: str) -> None:
    assert Ruler().width(text, regular(10)) >= 0


def test_marks_stay_with_their_letter() -> None:
    assert list(clusters("а́ё")) == ["а́", "ё"]


words = st.text("абшщWMi-’", min_size=1, max_size=40)
names = st.lists(words, min_size=1, max_size=8).map(" ".join)


@given(names, st.floats(8, 80))
def test_lines_fit_and_lose_no_letter(name: str, width: float) -> None:
    ruler, style = Ruler(), bold(10)
    lines = ruler.wrap(name, style, width)
    assert "".join("".join(lines).split()) == "".join(name.split())
    assert all(ruler.width(line, style) <= width for line in lines)


def test_a_line_ends_at_spaces_first() -> None:
    ruler, style = Ruler(), bold(10)
    name = "Абдуллоҷонзодаи Хуҷамқулиён Бибихадичамоҳ-Гулҷаҳон Абдураҳмоновна"
    assert ruler.wrap(name, style, 67.0) == (
        "Абдуллоҷонзодаи Хуҷамқулиён",
        "Бибихадичамоҳ-Гулҷаҳон",
        "Абдураҳмоновна",
    )


def test_then_at_hyphens_between_letters_and_then_anywhere() -> None:
    ruler, style = Ruler(), bold(10)
    assert ruler.wrap("Гишт-Куприк", style, 16.0) == ("Гишт-", "Куприк")
    number = ruler.wrap("ALA-2020-0113", style, 16.0)
    assert number != ("ALA-", "2020-", "0113")
    assert "".join(number) == "ALA-2020-0113"
    assert ruler.wrap("Ш" * 40, style, 67.0) == ("Ш" * 17, "Ш" * 17, "Ш" * 6)


def test_a_telephone_number_is_not_broken() -> None:
    ruler, style = Ruler(), regular(8)
    lines = ruler.wrap(f"Ким В. С., {unbroken('+7 701 555 01 21')}", style, 30.0)
    assert lines[-1].replace(NO_BREAK_SPACE, " ") == "+7 701 555 01 21"


def test_shipped_fonts_are_the_ones_that_the_sources_name() -> None:
    listed = re.findall(r"\| ([0-9a-f]{64}) \| (\S+) \|", (FOLDER / "SOURCES.md").read_text())
    assert len(listed) == 5
    for digest, name in listed:
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest
    for licence in ("LICENSE-Noto-OFL.txt", "LICENSE-DejaVu.txt"):
        assert (FOLDER / licence).read_text().strip()
