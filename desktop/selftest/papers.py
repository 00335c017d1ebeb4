"""Checks of lists and papers: read in the child process, made, and read back by another reader."""

from datetime import UTC, date, datetime
from email import message_from_bytes, policy

import pypdfium2

from desktop.clock import now
from desktop.domain.partial_dates import PartialDate
from desktop.files.mail import Attachment, build_draft
from desktop.files.sheets import read_workbook
from desktop.selftest.bench import Bench, need
from desktop.selftest.register import SAMPLE_PEOPLE, sample
from desktop.work import ChildWorker, InlineWorker
from desktop.work.workshop import FileWorkshop
from reports.model import Group, GroupKind, ManifestModel, Pair, Row, Signatory

NAMES = ("Ғафурова Ҷамила", "Қурбонов Ҳаким", "Хоҷаӣ Ӯктам", "Шӯълаев Ёқуб")
"""Every letter that Tajik has and Russian has not."""
_LATIN = ("GHAFUROVA JAMILA", "QURBONOV HAKIM", "KHOJAI UKTAM", "SHULAEV YOQUB")
_LANGUAGE = "ru"
_NOT_PRINTED = "■\ufffd"
_DAY = date(2020, 11, 13)


def read_sample(_bench: Bench) -> str:
    """The child process starts and recognises the people of the sample."""
    with ChildWorker() as worker:
        read = FileWorkshop(worker, now().date()).read_list(sample())
    people = len(read.draft.people)
    need(people == SAMPLE_PEOPLE, f"{people} people recognised")
    return f"{people} people on sheet {read.draft.sheet}"


def manifest(_bench: Bench) -> str:
    """A list is printed with every letter of its names."""
    pdf = _manifest_pdf()
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = len(document)
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()
    missing = [name for name in NAMES if name not in text]
    need(not missing, f"not found in the PDF: {missing}")
    need(not set(_NOT_PRINTED) & set(text), "letters were printed as boxes")
    return f"{pages} page, {len(pdf)} bytes"


def workbook(bench: Bench) -> str:
    """A list is written as a workbook and found again in its cells."""
    path = bench.folder / "manifest.xlsx"
    path.write_bytes(_workshop().manifest_xlsx(_model(), _LANGUAGE, None))
    sheets = read_workbook(path).sheets
    cells = {str(value) for sheet in sheets for row in sheet.rows for value in row if value}
    text = "\n".join(cells)
    missing = [name for name in NAMES if name not in text]
    need(not missing, f"not found in the workbook: {missing}")
    return f"{len(sheets)} sheets, {len(cells)} cells"


def mail(_bench: Bench) -> str:
    """A draft carries its text and its attachment whole."""
    subject, body, file_name = "Рӯйхати мусофирон", "Салом!\nРӯйхат замима шуд.\n", "list.pdf"
    pdf = _manifest_pdf()
    data = build_draft(
        subject,
        body,
        ["post@example.org"],
        [],
        [Attachment(file_name, "application/pdf", pdf)],
        None,
        datetime(2020, 11, 13, 9, tzinfo=UTC),
    )
    message = message_from_bytes(data, policy=policy.default)
    parts = list(message.iter_attachments())
    need(message["Subject"] == subject, f"the subject is {message['Subject']}")
    need(message["X-Unsent"] == "1", "the draft counts as sent")
    need(len(parts) == 1, f"{len(parts)} attachments")
    need(parts[0].get_content() == pdf, "the attachment is not the file")
    need(parts[0].get_filename() == file_name, f"the attachment is {parts[0].get_filename()}")
    text = message.get_body(("plain",))
    written = text.get_content().splitlines() if text else []
    need(written == body.splitlines(), f"the text is {written}")
    return f"{len(data)} bytes"


def _workshop() -> FileWorkshop:
    return FileWorkshop(InlineWorker(), _DAY)


def _manifest_pdf() -> bytes:
    return _workshop().manifest_pdf(_model(), _LANGUAGE, None)


def _model() -> ManifestModel:
    rows = tuple(
        Row(
            number=number,
            name=name,
            latin_name=latin,
            sex="F" if number == 1 else "M",
            birth=PartialDate.of_day(date(1979 + number, 3, 21)),
            nationality="TJK",
            document_number=f"40000000{number}",
            document_kind="passport",
            seat=str(number),
        )
        for number, (name, latin) in enumerate(zip(NAMES, _LATIN, strict=True), 1)
    )
    return ManifestModel(
        number="TST-2020-0001",
        version=1,
        office=Pair("Homeward"),
        recipient=Pair("Homeward"),
        issued_at=datetime(2020, 11, 12, 12, tzinfo=UTC),
        issued_place="UTC",
        crossing_on=_DAY,
        groups=(Group(GroupKind.SINGLE, rows),),
        signatory=Signatory(Pair("Homeward"), NAMES[0]),
    )
