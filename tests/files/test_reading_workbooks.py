"""Spreadsheets and text tables of every form are read into the same plain sheets."""

import io
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlwt

from desktop.domain.intake.sheet import MergedRange
from desktop.errors import UserError
from desktop.files.binary_workbook import walk_binary_part
from desktop.files.guard import Limits, Tally
from desktop.files.sheets import read_workbook

RUSSIAN = "Фамилия;Имя;Дата рождения\nЁлкин;Семён;14.05.1988\nСаидова;Мадина;01.02.1990\n"
TAJIK = "Насаб;Ном;Соли таваллуд\nҶӯраев;Ғафур;1988\nҚурбонова;Ҳикматой;1990\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-8-sig"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (RUSSIAN, "utf-32"),
        (TAJIK, "koi8_t"),
        (TAJIK, "utf-8"),
        ("Nom;Prénom;Né le\nLefèvre;Zoé;1988\nGarçon;Rémi;1990\n", "cp1252"),
        ("Тегі;Аты;Туған күні\nӘлиев;Нұрлан;1988\nҚасымова;Әсел;1990\n", "kz1048"),
    ],
)
def test_text_in_any_encoding(text: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))
    book = read_workbook(path)
    assert book.kind == "text"
    assert [";".join(map(str, row)) for row in book.sheets[0].rows] == text.splitlines()


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_any_sign_between_columns(sign: str, tmp_path: Path) -> None:
    lines = [("Имя", "Дата", "Адрес"), ("Назаров С.", "14,05,1988", "Суғд, Айнӣ"), ("А", "Б", "")]
    quoted = "\r\n".join(sign.join(f'"{cell}"' if sign in cell else cell for cell in line)
                         for line in lines)  # fmt: skip
    path = tmp_path / "list.txt"
    path.write_bytes(quoted.encode())
    rows = read_workbook(path).sheets[0].rows
    assert rows == (lines[0], lines[1], ("А", "Б"))


def test_stated_sign_and_lonely_quotation_mark(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    body = "".join(f"Назаров {n}|1988\n" for n in range(60))
    path.write_text('sep=|\nФИО|год\n"Назаров|1987\n' + body, encoding="utf-8")
    rows = read_workbook(path).sheets[0].rows
    assert len(rows) == 62
    assert rows[-1] == ("Назаров 59", "1988")


def test_new_workbook_keeps_places_types_and_merged_cells(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Лист1"
    sheet["B3"] = "Назаров"
    sheet["C3"] = 403179174
    sheet["D3"] = 87015550142
    sheet["E3"] = date(1988, 5, 14)
    sheet["F3"] = "0012345"
    sheet["G3"] = "  "
    sheet.merge_cells("A4:A6")
    sheet["A4"] = "семья"
    hidden = book.create_sheet("скрыт")
    hidden["A1"] = "x"
    hidden.sheet_state = "hidden"
    path = tmp_path / "list.xlsx"
    book.save(path)
    read = read_workbook(path)
    first, second = read.sheets
    assert first.rows == (
        (),
        (),
        ("", "Назаров", 403179174, 87015550142, date(1988, 5, 14), "0012345"),
        ("семья",),
    )
    assert all(type(value) is int for value in first.rows[2][2:4])
    assert first.merged == (MergedRange(3, 0, 5, 0),)
    assert (second.hidden, first.hidden) == (True, False)
    assert (read.kind, read.size, len(read.sha256)) == ("xlsx", path.stat().st_size, 64)
    assert first.cell(2, 1) == "Назаров"
    assert first.cell(99, 99) == ""


def test_day_numbers_of_both_calendars(tmp_path: Path) -> None:
    for epoch in (openpyxl.utils.datetime.WINDOWS_EPOCH, openpyxl.utils.datetime.MAC_EPOCH):
        book = openpyxl.Workbook()
        book.epoch = epoch
        sheet = book.active
        assert sheet is not None
        sheet["A1"] = date(1988, 5, 14)
        stream = io.BytesIO()
        book.save(stream)
        path = tmp_path / "list"
        path.write_bytes(stream.getvalue())
        assert read_workbook(path).sheets[0].rows == ((date(1988, 5, 14),),)


def test_old_workbook_keeps_places_types_and_merged_cells(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("royxat")
    style = xlwt.easyxf(num_format_str="DD.MM.YYYY")
    sheet.write(1, 1, "Қурбонов")
    sheet.write(1, 2, 403179174)
    sheet.write(1, 3, date(1988, 5, 14), style)
    sheet.write_merge(2, 4, 0, 0, "oila")
    for row in range(5, 700):
        sheet.write(row, 1, f"{'Ж' * 60}{row}")
    path = tmp_path / "wrong-ending.csv"
    book.save(str(path))
    read = read_workbook(path)
    assert read.kind == "xls"
    assert read.sheets[0].rows[1] == ("", "Қурбонов", 403179174, date(1988, 5, 14))
    assert read.sheets[0].merged == (MergedRange(2, 0, 4, 0),)
    assert len(read.sheets[0].rows) == 700


ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def open_document(content: str, manifest: str = "<manifest/>") -> bytes:
    """A small .ods with the given rows of its only table."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{ODF}office:1.0" xmlns:table="{ODF}table:1.0"'
            f' xmlns:text="{ODF}text:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="Рӯйхат">{content}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return stream.getvalue()


CELL = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
EMPTY = "<table:table-cell{}/>"
ROW = "<table:table-row{}>{}</table:table-row>"


def test_open_document_keeps_places(tmp_path: Path) -> None:
    blank = EMPTY.format(' table:number-columns-repeated="2"')
    content = ROW.format(' table:number-rows-repeated="2"', EMPTY.format(""))
    content += ROW.format("", blank + CELL.format("", "Қурбонов"))
    content += ROW.format(
        ' table:number-rows-repeated="1048573"',
        EMPTY.format(' table:number-columns-repeated="1024"'),
    )
    path = tmp_path / "list.ods"
    path.write_bytes(open_document(content))
    read = read_workbook(path)
    assert read.kind == "ods"
    assert read.sheets[0].name == "Рӯйхат"
    assert read.sheets[0].rows == ((), (), ("", "", "Қурбонов"))


def test_open_document_tells_its_merged_cells(tmp_path: Path) -> None:
    covered = "<table:covered-table-cell/>"
    content = ROW.format("", CELL.format("", "ФИО") + CELL.format("", "Семья"))
    spanned = CELL.format(' table:number-rows-spanned="2" table:number-columns-spanned="1"', "1")
    content += ROW.format("", CELL.format("", "Назаров") + spanned)
    content += ROW.format("", CELL.format("", "Назарова") + covered)
    path = tmp_path / "list.ods"
    path.write_bytes(open_document(content))
    assert read_workbook(path).sheets[0].merged == (MergedRange(1, 1, 2, 1),)


@pytest.mark.parametrize(
    ("content", "manifest", "code"),
    [
        (ROW.format("", CELL.format(' table:number-columns-repeated="1024"', "x")), "<manifest/>",
         "intake.too_many_columns"),
        (ROW.format(' table:number-rows-repeated="1048576"', CELL.format("", "x")), "<manifest/>",
         "intake.too_many_rows"),
        ("", "<manifest><encryption-data/></manifest>", "intake.encrypted"),
        ("", "<manifest/>", "intake.empty"),
    ],
)  # fmt: skip
def test_open_document_that_is_refused(
    content: str, manifest: str, code: str, tmp_path: Path
) -> None:
    path = tmp_path / "list.ods"
    path.write_bytes(open_document(content, manifest))
    with pytest.raises(UserError) as caught:
        read_workbook(path)
    assert caught.value.code == code


def record(kind: int, body: bytes = b"") -> bytes:
    """One record of a binary workbook."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return head + bytes([len(body)]) + body


def test_binary_sheets_are_counted_by_their_records() -> None:
    strings = record(159) + record(19, b"\0" + (5).to_bytes(4, "little") + b"\0" * 10)
    lengths: list[int] = []
    tally = Tally(Limits())
    walk_binary_part(iter([strings]), tally, lengths)
    assert lengths == [5]

    def sheet(row: int, column: int) -> bytes:
        cell = column.to_bytes(4, "little") + bytes(4) + bytes(4)
        return record(129) + record(0, row.to_bytes(4, "little")) + record(7, cell)

    walk_binary_part(iter([sheet(10, 10)]), tally, lengths)
    walk_binary_part(iter([b"printer settings, no records at all"]), tally, lengths)
    for row, column, code in (
        (10, 16_000, "intake.too_many_columns"),
        (1_000_000, 1, "intake.too_many_rows"),
    ):
        with pytest.raises(UserError) as caught:
            walk_binary_part(iter([sheet(row, column)]), tally, lengths)
        assert caught.value.code == code
    with pytest.raises(UserError, match="unreadable"):
        walk_binary_part(iter([record(129) + b"\x07\x7f"]), tally, lengths)
