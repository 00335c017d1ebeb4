"""Files that are no list, or too much of one, are refused before a reader unpacks them."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlwt

from desktop.errors import Unavailable, UserError
from desktop.files.guard import Limits
from desktop.files.sheets import read_workbook

SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
)


def xlsx(*cells: tuple[str, object]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for place, value in cells or (("A1", "ФИО"), ("A2", "Назаров Саидмурод")):
        sheet[place] = value
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_part(data: bytes, name: str, content: bytes, *, replace: bool = False) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            if not (replace and part == name):
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return stream.getvalue()


def with_sheet(rows: str) -> bytes:
    part = "xl/worksheets/sheet1.xml"
    return with_part(xlsx(), part, SHEET.format(rows).encode(), replace=True)


def xls(fill: Callable[[xlwt.Worksheet], None]) -> bytes:
    book = xlwt.Workbook()
    fill(book.add_sheet("a"))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def code_of(data: bytes, folder: Path, *, limits: Limits | None = None) -> str:
    path = folder / "list.xlsx"
    path.write_bytes(data)
    with pytest.raises((UserError, Unavailable)) as caught:
        read_workbook(path, limits=limits)
    return caught.value.code


def compound(*names: str) -> bytes:
    """A compound file with empty streams of the given names."""
    directory = b""
    for number, name in enumerate(("Root Entry", *names)):
        text = name.encode("utf-16-le")
        entry = text.ljust(64, b"\0") + struct.pack("<HB", len(text) + 2, 2 if number else 5)
        directory += entry.ljust(116, b"\0") + struct.pack("<IQ", 0xFFFFFFFE, 0)[:12]
    directory = directory.ljust(-(-len(directory) // 512) * 512, b"\0")
    sectors = len(directory) // 512
    table = [0xFFFFFFFD, *range(2, sectors + 1), 0xFFFFFFFE]
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<II", header, 44, 1, 1)
    struct.pack_into("<IIIII", header, 56, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    fat = struct.pack("<128I", *table, *[0xFFFFFFFF] * (128 - len(table)))
    return bytes(header) + fat + directory


REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "intake.empty"),
    "only blanks": (b"\r\n \t\r\n", "intake.empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "intake.not_a_workbook"),
    "a PDF": (b"%PDF-1.7\n" + bytes(100), "intake.not_a_workbook"),
    "a web page": (b"<html><body><table></table></body></html>", "intake.not_a_workbook"),
    "bytes of no meaning": (bytes(range(256)) * 40, "intake.not_a_workbook"),
    "a zip of something": (
        with_part(b"PK\x05\x06" + bytes(18), "a.txt", b"x"), "intake.not_a_workbook",
    ),
    "a broken zip": (xlsx()[:300], "intake.unreadable"),
    "half a workbook": (xlsx()[:-400], "intake.unreadable"),
    "broken markup": (with_sheet("<sheetData><row>"), "intake.unreadable"),
    "macros": (with_part(xlsx(), "xl/vbaProject.bin", b"x"), "intake.macros"),
    "links to other files": (
        with_part(xlsx(), "xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
        "intake.foreign_parts",
    ),
    "embedded objects": (
        with_part(xlsx(), "xl/embeddings/oleObject1.bin", b"x"),
        "intake.foreign_parts",
    ),
    "a part that climbs out": (
        with_part(xlsx(), "../../evil.xml", b"<a/>"), "intake.foreign_parts",
    ),
    "a document type": (
        with_part(
            xlsx(),
            "xl/worksheets/sheet1.xml",
            b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>',
            replace=True,
        ),
        "intake.declares_entities",
    ),
    "a document type in UTF-16": (
        with_part(
            xlsx(),
            "xl/worksheets/sheet1.xml",
            '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE r []><r/>'.encode("utf-16"),
            replace=True,
        ),
        "intake.declares_entities",
    ),
    "a bomb": (
        with_sheet("<sheetData><row><c><v>" + "1" * 60_000_000 + "</v></c></row></sheetData>"),
        "intake.unpacks_too_large",
    ),
    "a cell in the last row and column": (
        with_sheet('<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">'
                   '<c r="XFD1048576"><v>1</v></c></row></sheetData>'),
        "intake.too_many_columns",
    ),
    "a cell in the last row": (
        with_sheet('<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'),
        "intake.too_many_rows",
    ),
    "500 columns": (
        xlsx(*((f"{openpyxl.utils.get_column_letter(c)}1", c) for c in range(1, 501))),
        "intake.too_many_columns",
    ),
    "an empty workbook": (xlsx(("A1", None)), "intake.empty"),
    "an old workbook with a far cell": (
        xls(lambda sheet: sheet.write(65535, 255, "far")),
        "intake.too_many_columns",
    ),
    "an old workbook of many cells": (
        xls(lambda sheet: [sheet.write(r, c, 1) for r in (0, 49_999) for c in (0, 60)]),
        "intake.too_many_cells",
    ),
    "an old workbook cut off": (
        xls(lambda sheet: sheet.write(0, 0, "x"))[:2000],
        "intake.unreadable",
    ),
    "an encrypted workbook": (compound("EncryptionInfo", "EncryptedPackage"), "intake.encrypted"),
    "a Word document": (compound("WordDocument", "1Table"), "intake.not_a_workbook"),
    "an old workbook with macros": (compound("Workbook", "_VBA_PROJECT_CUR"), "intake.macros"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_its_own_code(name: str, tmp_path: Path) -> None:
    data, code = REFUSED[name]
    assert code_of(data, tmp_path) == code


def test_one_long_text_used_very_often_is_refused(tmp_path: Path) -> None:
    cells = "".join(
        f'<row r="{r}">'
        + "".join(f'<c r="{c}{r}" t="s"><v>0</v></c>' for c in "ABCDEFGH")
        + "</row>"
        for r in range(1, 400)
    )
    strings = "<sst><si><t>" + "ж" * 30_000 + "</t></si></sst>"
    data = with_part(with_sheet(f"<sheetData>{cells}</sheetData>"), "xl/sharedStrings.xml",
                     strings.encode())  # fmt: skip
    assert code_of(data, tmp_path) == "intake.too_many_cells"


def test_limits_are_counted_not_believed(tmp_path: Path) -> None:
    small = Limits(file_bytes=1000)
    assert code_of(bytes(2000), tmp_path, limits=small) == "intake.too_large"
    assert code_of(xlsx(), tmp_path, limits=Limits(parts=3)) == "intake.unreadable"
    assert (
        code_of(xlsx(), tmp_path, limits=Limits(unpacked_bytes=100)) == "intake.unpacks_too_large"
    )
    text = "\n".join(["a;b"] * 50).encode()
    assert code_of(text, tmp_path, limits=Limits(rows=20)) == "intake.too_many_rows"
    assert code_of(text, tmp_path, limits=Limits(columns=1)) == "intake.too_many_columns"


def test_surroundings_that_fail(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="missing_file"):
        read_workbook(tmp_path / "nowhere.xlsx")
    with pytest.raises(Unavailable, match="missing_file"):
        read_workbook(tmp_path)


def test_a_locked_file_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(xlsx())

    def locked(*args: object, **kwargs: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(Unavailable, match="locked_file"):
        read_workbook(path)


def test_a_sheet_under_another_name_is_counted_too(tmp_path: Path) -> None:
    far = SHEET.format('<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>')
    assert code_of(with_part(xlsx(), "xl/elsewhere.xml", far.encode()), tmp_path) == (
        "intake.too_many_columns"
    )


def test_any_cut_or_flipped_byte_is_read_or_refused(tmp_path: Path) -> None:
    whole = xlsx()
    old = xls(lambda sheet: [sheet.write(r, 0, f"Назаров {r}") for r in range(20)])
    for data in (whole, old):
        for step in range(0, len(data), max(1, len(data) // 60)):
            for broken in (data[:step], data[:step] + b"\xff\x00\xff" + data[step + 3 :]):
                path = tmp_path / "broken"
                path.write_bytes(broken)
                try:
                    read_workbook(path)
                except UserError as error:
                    assert error.code.startswith("intake.")
