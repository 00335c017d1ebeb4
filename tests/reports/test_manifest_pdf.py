"""The list as a PDF, read back by readers that did not write it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import Any

import pdfplumber
import pypdfium2
import pytest
import segno
from manifest_story import (
    LONG_LATIN,
    LONG_NAME,
    LONG_WORD,
    bus_list,
    convoy_list,
    singles,
    with_names,
)
from manifest_texts import EN, FR, RU

from reports.checksums import content_hash, shown
from reports.model import Group, ManifestModel, Row
from reports.pdf.manifest import render

POINTS_PER_MM = 72 / 25.4


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The document in the reader that knows where everything stands."""
    with pdfplumber.open(BytesIO(data)) as document:
        yield document


def squeezed(text: str) -> str:
    """`text` without blanks: names may be broken over lines."""
    return "".join(text.split())


def texts_of(data: bytes) -> list[str]:
    """Text of each page in the order in which it was written, by another reader."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def row_numbers(page: Any) -> list[int]:
    """Numbers of the rows on a page: bold, 12 points, in their column."""
    words = page.extract_words(extra_attrs=["size", "fontname"])
    return [
        int(word["text"])
        for word in words
        if abs(word["size"] - 12) < 0.1 and "Bold" in word["fontname"] and word["text"].isdigit()
        if word["x1"] < 35 * POINTS_PER_MM
    ]


def test_every_person_stands_on_the_list_of_the_story() -> None:
    model = bus_list()
    pages = texts_of(render(model, RU, EN))
    assert len(pages) == 4
    together = squeezed("".join(pages))
    for row in model.rows():
        for text in (row.name, row.latin_name, row.document_number):
            assert squeezed(text) in together
    assert "■" not in together
    assert "\ufffd" not in together


def test_readers_agree_on_a_page() -> None:
    data = render(bus_list(), RU, EN)
    with opened(data) as document:
        seen = sorted(squeezed(document.pages[1].extract_text()))
    assert seen == sorted(squeezed(texts_of(data)[1]))


def test_head_totals_and_changes_stand_on_the_first_page() -> None:
    first = texts_of(render(bus_list(), RU, EN))[0]
    for text in (
        "СПИСОК ПАССАЖИРОВ",
        "Passenger list · for the border service at Gisht-Kuprik (UZ)",
        "№ ALA-2020-0113/1",
        "Версия 2 · Version 2",
        "заменяет версию 1 · replaces version 1",
        "402 KZA 02",
        "Yutong ZK6122H9, 51 место",
        "взрослых 36",
        "детей 13",
        "Возраст на 12.11.2020",
        "ИЗМЕНЕНИЯ К ВЕРСИИ 1 от 11.11.2020 16:30",
        "48 + 4 – 3 = 49",
        "№ 35 Қодир Х. И. 401100363 на 401100373",
        "№ 30 Восиев С. У. с места 44 на место 30",
        "SHA-256 BBCA4AC87004EDD1",
        "продолжение на следующей странице · continued on next page",
    ):
        assert text in first
    assert first.count("UTC+5") == 3


def test_every_page_repeats_its_head_and_counts_itself() -> None:
    pages = texts_of(render(bus_list(), RU, EN))
    for number, page in enumerate(pages, start=1):
        for text in (
            f"Стр. {number} из 4",
            f"Page {number} of 4",
            "СПИСОК ПАССАЖИРОВ",
            "ALA-2020-0113/1",
            "Версия 2 · Version 2",
            "402 KZA 02",
            "Фамилия, имя, отчество",
            "Name as in passport (Latin)",
            "выдан 12.11.2020 18:05 (Алматы, UTC+6)",
            "SHA-256 BBCA4AC87004EDD1",
        ):
            assert text in page


def test_the_last_page_ends_the_list() -> None:
    last = texts_of(render(bus_list(), RU, EN))[-1]
    for text in (
        "ИТОГО",
        "49 (сорок девять) человек",
        "мужчин 30, женщин 19, в том числе детей до 18 лет 13",
        "male 30, female 19, of them children under 18: 13",
        "Раҳимзода Ф. А.",
        "М. П.",
        "Старший группы",
        "Выезд KZ",
        "Въезд UZ",
        "Следуют без семьи, 22 человека, продолжение",
    ):
        assert text in last
    assert "continued on next page" not in last


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
@pytest.mark.parametrize("paper", ["A4", "LETTER"])
def test_numbers_run_through_and_no_family_is_cut(paper: Any, orientation: Any) -> None:
    model = bus_list()
    with opened(render(model, RU, EN, paper=paper, orientation=orientation)) as document:
        pages = [row_numbers(page) for page in document.pages]
    assert [number for page in pages for number in page] == list(range(1, 50))
    assert len(pages[-1]) >= 3
    for group in model.groups[:-1]:
        numbers = {row.number for row in group.rows}
        assert sum(bool(numbers & set(page)) for page in pages) == 1


@pytest.mark.parametrize(
    ("paper", "orientation", "size"),
    [
        ("A4", "portrait", (210, 297)),
        ("A4", "landscape", (297, 210)),
        ("LETTER", "portrait", (215.9, 279.4)),
        ("LETTER", "landscape", (279.4, 215.9)),
    ],
)
def test_no_word_of_the_file_leaves_the_margins(
    paper: Any, orientation: Any, size: tuple[float, float]
) -> None:
    model = with_names(bus_list(), LONG_NAME, LONG_LATIN)
    left, right = (12, 12) if orientation == "landscape" else (18, 10)
    with opened(render(model, RU, EN, paper=paper, orientation=orientation)) as document:
        for page in document.pages:
            assert (page.width, page.height) == pytest.approx(
                (size[0] * POINTS_PER_MM, size[1] * POINTS_PER_MM), abs=0.02
            )
            for char in page.chars:
                assert char["x0"] >= left * POINTS_PER_MM - 0.5
                assert char["x1"] <= (size[0] - right) * POINTS_PER_MM + 0.5


def test_long_names_are_broken_and_complete() -> None:
    for name, latin in ((LONG_NAME, LONG_LATIN), (LONG_WORD, LONG_WORD.lower())):
        model = with_names(bus_list(), name, latin)
        together = squeezed("".join(texts_of(render(model, RU, EN))))
        assert together.count(squeezed(name)) >= 49
        assert together.count(squeezed(latin)) >= 49


def test_a_name_is_text_whatever_it_looks_like() -> None:
    for name in ("<b>O'Brien & Co", "</para>", "&amp;", "(a) \\) %s {0}", "<img src='x'/>"):
        together = "".join(texts_of(render(with_names(bus_list(), name, name), RU, EN)))
        assert squeezed(name) in squeezed(together)


def test_characters_that_no_font_has_do_not_vanish() -> None:
    model = with_names(bus_list(), "Ли 李 ☐ → سلام", "LI")
    first = squeezed(texts_of(render(model, RU, EN))[1])
    assert "Ли\ufffd☐→" in first
    assert "■" not in first


def test_all_fonts_are_embedded_and_cut_down() -> None:
    with opened(render(with_names(bus_list(), "Ли ☐", "LI"), RU, EN)) as document:
        names = {char["fontname"] for page in document.pages for char in page.chars}
    assert {name.partition("+")[2] for name in names} >= {
        "NotoSans-Regular",
        "NotoSans-Bold",
        "NotoSans-Italic",
        "DejaVuSans-Bold",
    }
    assert all(len(name.partition("+")[0]) == 6 for name in names)
    data = render(bus_list(), RU, EN)
    assert b"Helvetica" not in data
    assert data.count(b"/FontFile2") >= 3
    assert len(data) < 110_000


def test_the_file_knows_its_language_title_and_time() -> None:
    model = bus_list()
    with opened(render(model, RU, EN)) as document:
        about = document.metadata
        language = document.doc.catalog["Lang"]
    assert about["Title"] == "Список пассажиров ALA-2020-0113/1"
    assert about["Subject"].endswith(shown(content_hash(model.rows())))
    assert about["CreationDate"] == "D:20201112120500+00'00'"
    assert about["Author"] == ""
    assert language in ("ru", b"ru")


def test_equal_input_gives_equal_bytes() -> None:
    model = convoy_list()
    for second in (EN, None):
        for orientation in ("portrait", "landscape"):
            one = render(model, RU, second, orientation=orientation)  # type: ignore[arg-type]
            render(bus_list(), FR, EN)
            assert render(model, RU, second, orientation=orientation) == one  # type: ignore[arg-type]


def test_the_list_of_a_convoy_says_who_sits_where() -> None:
    model = convoy_list()
    pages = texts_of(render(model, RU, EN))
    assert "3 автобуса" in pages[0]
    for text in ("1 · 402 KZA 02", "2 · 517 KZB 05", "37 человек", "33 человека", "32 человека"):
        assert text in pages[0]
    assert "3 автобуса" in pages[-1]
    assert "3 · 32" in pages[-1]
    assert "102 (сто два) человека" in pages[-1]
    assert "ИЗМЕНЕНИЯ" not in pages[0]


def test_second_language_is_optional() -> None:
    alone = "".join(texts_of(render(bus_list(), EN)))
    assert "PASSENGER LIST" in alone
    assert "Version 2 · Version 2" not in alone
    assert "Embassy" not in alone
    assert render(bus_list(), EN, EN) == render(bus_list(), EN)
    french = texts_of(render(bus_list(), FR, EN))
    assert "LISTE DES PASSAGERS" in french[0]
    assert "49 (quarante-neuf) personnes" in french[-1]
    assert "Page 4 sur 4" in french[-1]


def test_an_empty_list_and_a_list_of_one() -> None:
    nobody = texts_of(render(bus_list(groups=(), changes=None), RU, EN))
    assert len(nobody) == 1
    assert "0 (ноль) человек" in nobody[0]
    one = texts_of(render(bus_list(groups=singles(1), changes=None), RU, EN))
    assert len(one) == 1
    assert "1 (один) человек" in one[0]
    assert "Travelling alone, 1 person" in one[0]


def test_the_remainder_is_struck_out_only_where_it_is_high() -> None:
    def oblique(model: ManifestModel) -> int:
        with opened(render(model, RU, EN)) as document:
            last = document.pages[-1]
            return sum(
                abs(line["x1"] - line["x0"]) > 300 and line["height"] > 30 for line in last.lines
            )

    assert oblique(bus_list()) == 1
    full = bus_list(groups=singles(9), changes=None)
    assert oblique(full) == 0


def test_ten_thousand_rows() -> None:
    model = bus_list(groups=singles(10_000), changes=None)
    document = pypdfium2.PdfDocument(render(model, RU, EN))
    try:
        count = len(document)
        last = document[count - 1].get_textpage().get_text_bounded()
        some = document[count // 2].get_textpage().get_text_bounded()
    finally:
        document.close()
    assert count > 400
    assert f"Стр. {count} из {count}" in last
    assert "10000" in last
    assert "Следуют без семьи, 10 000 человек, продолжение" in some


@pytest.mark.parametrize("page", [0, 1])
def test_modules_of_the_code_are_on_the_paper(page: int) -> None:
    """Compare the printed page with the symbol, module by module."""
    data = render(bus_list(), RU, EN)
    text = f"HW1/M/ALA-2020-0113-B1/V2/49/{page + 1}-4/20201112T1205Z/BBCA4AC87004EDD1"
    level, size, left, top = (("m", 27.0, 173.0, 10.0), ("l", 13.0, 187.0, 9.5))[page]
    mask = None if page == 0 else 2
    symbol = segno.make(text, error=level, boost_error=False, micro=False, mask=mask)
    document = pypdfium2.PdfDocument(data)
    try:
        picture = document[page].render(scale=300 / 72, grayscale=True)
        ink, stride = bytes(picture.buffer), picture.stride
    finally:
        document.close()
    pixels = 300 / 25.4
    module = size / len(symbol.matrix)
    for down, row in enumerate(symbol.matrix):
        for across, dark in enumerate(row):
            x = int((left + (across + 0.5) * module) * pixels)
            y = int((top + (down + 0.5) * module) * pixels)
            assert (ink[y * stride + x] < 128) == bool(dark)


def test_a_row_shows_year_only_births_as_years() -> None:
    model = bus_list()
    rows = tuple(year_only(row) for row in model.groups[0].rows)
    changed = replace(model, groups=(replace_rows(model.groups[0], rows), *model.groups[1:]))
    page = texts_of(render(changed, RU, EN))[0]
    assert "1988\r\n" in page or "1988\n" in page
    assert "31–32 года" in page
    assert "01.01.1988" not in page


def year_only(row: Row) -> Row:
    """The row with nothing but the year of birth."""
    assert row.birth is not None
    return replace(row, birth=type(row.birth).of_year(row.birth.earliest.year))  # type: ignore[attr-defined]


def replace_rows(group: Group, rows: tuple[Row, ...]) -> Group:
    """The group with other rows."""
    return replace(group, rows=rows)
