"""Guard of packed workbooks: .xlsx, .xlsb and .ods.

Sizes in a zip header are claims; the bytes are counted while they are unpacked. XML is
walked by a parser that stops at a document type declaration, so no entity is ever expanded.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from desktop.domain.intake.sheet import MergedRange
from desktop.errors import UserError
from desktop.files.binary_workbook import walk_binary_part
from desktop.files.formulas import FormulaFinder, Formulas
from desktop.files.guard import Limits, Tally
from desktop.files.markup import OfficeWalker, OpenDocumentWalker, Walker

_CHUNK = 256 * 1024
_ACTING = re.compile(
    r"vbaproject|externallinks/|embeddings/|activex/|ctrlprops/.*\.bin|macrosheets/|^scripts/|^basic/",
    re.IGNORECASE,
)
_MACRO_PARTS = re.compile(r"vbaproject|macrosheets/|^scripts/|^basic/", re.IGNORECASE)
_XML = (".xml", ".rels", ".vml", ".rdf")


@dataclass(frozen=True)
class Archive:
    """A workbook that was checked, and what its reader does not tell of each sheet.

    `kind` is xlsx, xlsb or ods; `merged` are the merged cells of an ods, `formulas` those of an
    xlsx that have no value.
    """

    kind: str
    merged: list[list[MergedRange]] = field(default_factory=list)
    formulas: list[Formulas] = field(default_factory=list)


def guard_archive(data: bytes, limits: Limits) -> Archive:
    """Check a zip file and return what it holds.

    Raises UserError when it is none, is protected, acts by itself or is too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _guard(archive, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise UserError("intake.unreadable") from error
    except expat.ExpatError as error:
        raise UserError("intake.unreadable") from error


def _guard(archive: zipfile.ZipFile, limits: Limits) -> Archive:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if len(parts) > limits.parts or len(set(names)) != len(names):
        raise UserError("intake.unreadable")
    if any(part.flag_bits & 0x1 for part in parts):
        raise UserError("intake.encrypted")
    kind = _kind_of(archive, set(names))
    _refuse_acting(archive, names)
    sizes = _Sizes(limits)
    if kind == "ods":
        return Archive(kind, merged=_guard_open_document(archive, names, sizes, limits))
    return Archive(kind, formulas=_guard_office(archive, names, sizes, limits))


def _kind_of(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "mimetype" in names:
        with archive.open("mimetype") as stream:
            if b"opendocument.spreadsheet" in stream.read(200):
                return "ods"
    raise UserError("intake.not_a_workbook")


def _refuse_acting(archive: zipfile.ZipFile, names: list[str]) -> None:
    if any(_MACRO_PARTS.search(name) for name in names) or _declares_macros(archive, names):
        raise UserError("intake.macros")
    if any(_ACTING.search(name) or ".." in name.split("/") for name in names):
        raise UserError("intake.foreign_parts")


def _declares_macros(archive: zipfile.ZipFile, names: list[str]) -> bool:
    if "[Content_Types].xml" not in names:
        return False
    with archive.open("[Content_Types].xml") as stream:
        head = stream.read(_CHUNK)
    return b"macroenabled" in head.replace(b"\x00", b"").lower()


class _Sizes:
    """Bytes that came out of the archive, against those that went in."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._total = 0

    def chunks(self, archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
        """Unpack one part bit by bit, counting."""
        packed = max(archive.getinfo(name).compress_size, 4096)
        size = 0
        with archive.open(name) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                self._total += len(chunk)
                if (
                    self._total > self._limits.unpacked_bytes
                    or size > packed * self._limits.packing_ratio
                ):
                    raise UserError("intake.unpacks_too_large")
                yield chunk


def _guard_office(
    archive: zipfile.ZipFile, names: list[str], sizes: _Sizes, limits: Limits
) -> list[Formulas]:
    tally = Tally(limits)
    formulas = FormulaFinder()
    lengths: list[int] = []
    sheets = 0
    for name in sorted(names, key=lambda name: "sharedstrings" not in name.lower()):
        chunks = sizes.chunks(archive, name)
        tally.next_sheet()
        if name.lower().endswith(_XML):
            walker = OfficeWalker(name, tally, lengths, formulas)
            walker.walk(chunks)
            if walker.root == "sst" and sheets:
                raise UserError("intake.unreadable")
            sheets += walker.root == "worksheet"
        elif name.lower().endswith(".bin"):
            walk_binary_part(chunks, tally, lengths)
        else:
            _drain(chunks)
    return formulas.by_sheet()


def _guard_open_document(
    archive: zipfile.ZipFile, names: list[str], sizes: _Sizes, limits: Limits
) -> list[list[MergedRange]]:
    if "META-INF/manifest.xml" in names:
        manifest = b"".join(sizes.chunks(archive, "META-INF/manifest.xml"))
        if b"encryption-data" in manifest:
            raise UserError("intake.encrypted")
    content = OpenDocumentWalker(Tally(limits))
    for name in names:
        chunks = sizes.chunks(archive, name)
        if name == "content.xml":
            content.walk(chunks)
        elif name.lower().endswith(_XML) and not name.endswith("/"):
            Walker().walk(chunks)
        else:
            _drain(chunks)
    return content.merged


def _drain(chunks: Iterator[bytes]) -> None:
    for _ in chunks:
        pass
