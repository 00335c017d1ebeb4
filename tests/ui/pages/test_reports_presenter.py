"""What the page of reports offers, previews and lets leave, without a screen."""

import email
import email.policy
import subprocess
import sys
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from support.desks import Clock
from support.people import form, plan, register

from desktop.errors import Cancelled, Denied, Unavailable, UserError
from desktop.files.private import PrivateFolder
from desktop.settings import Paper, Settings
from desktop.ui.pages.reports.figures import read_figures
from desktop.ui.pages.reports.history import HistoryReader
from desktop.ui.pages.reports.leaving import (
    Letter,
    draft,
    organisation_of,
    papers_for_printer,
    read_addresses,
    save,
    wording,
)
from desktop.ui.pages.reports.orders import ListOrder, SummaryOrder
from desktop.ui.pages.reports.presenter import ReportsPresenter
from desktop.ui.pdf_pages import page_picture, page_sizes
from desktop.usecases.dispatching import add_organisation
from desktop.usecases.movements import add_travellers
from desktop.usecases.ports import Desk
from desktop.usecases.reference_book import read_reference_book
from desktop.usecases.seating import auto_seat
from desktop.usecases.views import DispatchRow
from reports.texts import Texts

CHOSEN = Settings(document_languages=("fr", "tg", "ru"), paper=Paper.LETTER, mail_domains=("a.tj",))


def nobody_waits(_done: int, _total: int) -> None:
    """Nobody asks to stop."""


@pytest.fixture
def presenter(local_desk: Desk) -> ReportsPresenter:
    with local_desk.store.read() as reads:
        book = read_reference_book(reads, "en")
    return ReportsPresenter(local_desk, book, Texts(), lambda: CHOSEN)


@pytest.fixture
def movement_id(local_desk: Desk) -> UUID:
    """Three people with seats in one bus."""
    people = [
        register(local_desk, form(family, document=f"40211884{n}"))
        for n, family in enumerate(("Раҳмонов", "Саидов", "Назаров"))
    ]
    movement = plan(local_desk, *people)
    auto_seat(local_desk, movement)
    return movement


def dispatches(desk: Desk) -> list[DispatchRow]:
    with desk.store.read() as reads:
        return reads.dispatches(100)


def issued(desk: Desk, movement_id: UUID) -> int:
    with desk.store.read() as reads:
        return len(reads.manifests(movement_id))


def test_the_presenters_need_no_screen() -> None:
    program = (
        "import sys; import desktop.ui.pages.reports.presenter, desktop.ui.pages.reports.leaving,"
        "desktop.ui.pages.reports.figures, desktop.ui.pages.reports.history,"
        "desktop.ui.pages.today.presenter, desktop.ui.pages.settings.presenter;"
        "print('PySide6' in sys.modules, 'pypdfium2' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]


def test_the_wanted_languages_come_first_and_each_once(presenter: ReportsPresenter) -> None:
    offers = presenter.offers()
    assert [one.code for one in offers.list_languages] == ["fr", "ru", "en"]
    assert [one.word for one in offers.list_languages] == [
        "French and English",
        "Russian and English",
        "English",
    ]
    assert [one.word for one in offers.summary_languages] == ["French", "Russian", "English"]
    assert (offers.paper, offers.mail_domains) == ("LETTER", ("a.tj",))
    assert offers.recipients[0].word == "Border service"
    assert offers.movements == ()


def test_only_vehicles_in_which_somebody_sits_have_a_list(
    presenter: ReportsPresenter, local_desk: Desk
) -> None:
    movement = plan(local_desk, register(local_desk), layouts=("bus-49", "minibus-16"))
    assert presenter.vehicles(movement) == ()
    auto_seat(local_desk, movement)
    assert len(presenter.vehicles(movement)) == 1
    offered = presenter.offers().movements[0]
    assert offered.word == "ALA-2020-0001 · 12 Nov"
    assert offered.detail == "Home"


def test_a_preview_stores_nothing_and_says_which_version_it_is(
    presenter: ReportsPresenter, local_desk: Desk, movement_id: UUID, clock: Clock
) -> None:
    order = ListOrder(movement_id, "border_service", "ru")
    seen: list[tuple[int, int]] = []
    preview = presenter.preview(order, lambda done, total: seen.append((done, total)))
    assert issued(local_desk, movement_id) == 0
    assert seen == [(0, 0), (0, 1)]
    shown = preview.lists[0]
    assert (shown.title, shown.people, shown.new) == ("Whole movement", 3, True)
    assert shown.state == "Version 1, not issued yet"
    assert shown.file_name == "ALA-2020-0001_border_service_v1_ru.pdf"
    assert preview.place(len(shown.sizes) - 1) == (shown, len(shown.sizes) - 1)
    with pytest.raises(IndexError):
        preview.place(len(shown.sizes))

    papers_for_printer(local_desk, order, "Border")
    clock.forward(hours=1)
    shown = presenter.preview(order, nobody_waits).lists[0]
    assert (shown.new, shown.state) == (False, "Version 1, issued 11 Nov 16:30")
    add_travellers(local_desk, movement_id, [register(local_desk, form("Ҷалилов", document="1"))])
    shown = presenter.preview(order, nobody_waits).lists[0]
    assert shown.state == "Version 2, 1 change, not issued yet"


def test_a_list_of_a_vehicle_holds_who_sits_in_it(
    presenter: ReportsPresenter, local_desk: Desk, movement_id: UUID
) -> None:
    add_travellers(local_desk, movement_id, [register(local_desk, form("Ҷалилов", document="1"))])
    vehicle = presenter.vehicles(movement_id)[0]
    order = ListOrder(movement_id, "carrier", "en", frozenset({UUID(vehicle.code)}))
    shown = presenter.preview(order, nobody_waits).lists
    assert [(one.title, one.people) for one in shown] == [("Bus 1, 401 KZA 02", 3)]
    assert order.second is None


def test_whoever_stops_waiting_stops_the_preview(
    presenter: ReportsPresenter, movement_id: UUID
) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        presenter.preview(ListOrder(movement_id, "border_service", "ru"), stop)


def test_a_movement_without_people_has_no_list(
    presenter: ReportsPresenter, local_desk: Desk
) -> None:
    with pytest.raises(UserError, match=r"manifest\.nobody"):
        presenter.preview(ListOrder(plan(local_desk), "border_service", "ru"), nobody_waits)


def test_pages_become_pictures_of_the_asked_width(
    presenter: ReportsPresenter, movement_id: UUID
) -> None:
    order = ListOrder(movement_id, "border_service", "ru", paper="LETTER")
    data = presenter.preview(order, nobody_waits).lists[0].data
    sizes = page_sizes(data)
    assert (round(sizes[0].width), round(sizes[0].height)) == (612, 792)
    picture = page_picture(data, 0, 300)
    assert (picture.width, picture.height) == (300, 389)
    assert len(picture.data) == picture.stride * picture.height
    assert set(picture.data[:3]) == {255}
    grey = page_picture(data, 0, 600, grey=True)
    assert grey.stride >= grey.width
    assert min(grey.data) < 60


def test_printing_saving_and_history(
    presenter: ReportsPresenter, local_desk: Desk, movement_id: UUID, tmp_path: Path, clock: Clock
) -> None:
    reader = HistoryReader(local_desk, presenter.book, Texts())
    assert reader.of_lists(movement_id).lines == ()
    order = ListOrder(movement_id, "border_service", "ru")
    papers_for_printer(local_desk, order, "Crossing")
    assert issued(local_desk, movement_id) == 1
    clock.forward(minutes=1)
    file = tmp_path / "list.xlsx"
    assert save(local_desk, order, "xlsx", file, "Archive") == [file]
    assert file.read_bytes().startswith(b"PK")
    clock.forward(minutes=1)
    vehicle = UUID(presenter.vehicles(movement_id)[0].code)
    of_bus = ListOrder(movement_id, "border_service", "ru", frozenset({vehicle}))
    saved = save(local_desk, of_bus, "pdf", tmp_path, "Crossing")
    assert [path.name for path in saved] == ["ALA-2020-0001-1_border_service_v1_ru.pdf"]
    assert [(row.kind, row.purpose) for row in dispatches(local_desk)[::-1]] == [
        ("printed", "Crossing"),
        ("saved", "Archive"),
        ("saved", "Crossing"),
    ]
    history = reader.of_lists(movement_id)
    assert history.versions == 2
    told = [(line.issued, line.title, line.detail) for line in history.lines]
    assert (True, "ALA-2020-0001/1, version 1", "Border service, 3 people") in told
    first = told.index((True, "ALA-2020-0001, version 1", "Border service, 3 people"))
    assert {line for _, line, _ in told[first + 1 : first + 3]} == {"Printed", "Saved as a file"}
    assert all(len(line.checksum.replace(" ", "")) == 16 for line in history.lines)
    assert {line.when for line in history.lines} == {
        "11 Nov 16:30",
        "11 Nov 16:31",
        "11 Nov 16:32",
    }


def test_nothing_is_recorded_of_a_file_that_was_not_written(
    local_desk: Desk, movement_id: UUID, tmp_path: Path
) -> None:
    order = ListOrder(movement_id, "border_service", "ru")
    with pytest.raises(Unavailable, match=r"files\.folder_missing"):
        save(local_desk, order, "pdf", tmp_path / "gone" / "list.pdf", "Crossing")
    assert dispatches(local_desk) == []


def test_addresses_are_read_one_by_one() -> None:
    assert read_addresses("a@b.tj\n\n c@d.tj; A@B.TJ;a@b.tj") == ("a@b.tj", "c@d.tj", "A@b.tj")
    with pytest.raises(UserError, match=r"papers\.no_address"):
        read_addresses(" \n ")
    with pytest.raises(UserError, match=r"files\.mail_address"):
        read_addresses("Post <a@b.tj>")


def letter(*to: str, formats: tuple[str, ...] = ("pdf",), subject: str = "Lists") -> Letter:
    return Letter(to, subject, "See attachment\n", "Crossing", formats)


def test_a_draft_carries_the_issued_lists_and_is_recorded(
    local_desk: Desk, movement_id: UUID, tmp_path: Path
) -> None:
    organisation, _ = add_organisation(local_desk, "Oybek", "border_service", "post@border.uz")
    with local_desk.store.read() as reads:
        known = reads.organisations()
    assert organisation_of(("POST@border.uz",), known) == organisation
    assert organisation_of(("post@border.uz", "x@y.tj"), known) is None
    order = ListOrder(movement_id, "border_service", "ru")
    sent = letter("post@border.uz", "a@mfa.tj", formats=("pdf", "xlsx"))
    private = PrivateFolder(tmp_path, local_desk.now())
    made = draft(local_desk, order, sent, ("border.uz", "mfa.tj"), private)
    assert made.file.parent == private.path()
    assert made.file.parent.parent == tmp_path
    assert made.file.name == "ALA-2020-0001_border_service_v1_ru_20201111T103000Z.eml"
    message = email.message_from_bytes(made.file.read_bytes(), policy=email.policy.default)
    assert message["X-Unsent"] == "1"
    assert [one.get_filename() for one in message.iter_attachments()] == [
        "ALA-2020-0001_border_service_v1_ru.pdf",
        "ALA-2020-0001_border_service_v1_ru.xlsx",
    ]
    rows = dispatches(local_desk)
    assert {(row.kind, row.recipient) for row in rows} == {("drafted", "post@border.uz, a@mfa.tj")}
    assert {row.checksum for row in rows} == {paper.checksum for paper in made.papers}


def test_a_message_that_may_not_be_made_issues_nothing(
    local_desk: Desk, movement_id: UUID, tmp_path: Path
) -> None:
    order = ListOrder(movement_id, "border_service", "ru")
    with pytest.raises(Denied, match=r"files\.mail_domain"):
        draft(local_desk, order, letter("a@b.com"), ("mfa.tj",), tmp_path)
    with pytest.raises(UserError, match=r"files\.mail_subject"):
        draft(local_desk, order, letter("a@mfa.tj", subject="a\nb"), ("mfa.tj",), tmp_path)
    assert issued(local_desk, movement_id) == 0
    assert dispatches(local_desk) == []
    assert list(tmp_path.glob("*.eml")) == []


def test_a_message_says_what_is_attached_in_the_language_of_the_papers(
    local_desk: Desk, movement_id: UUID
) -> None:
    said = wording(local_desk, ListOrder(movement_id, "border_service", "en"), 2, 3)
    assert said.subject == "Lists of travellers, movement ALA-2020-0001"
    assert said.body.startswith(
        "Attached are 2 lists of travellers of movement ALA-2020-0001.\nTravellers in all: 3\n"
    )
    assert said.body.endswith(
        "Раҳимзода Ф. А.\nEmbassy of the Republic of Tajikistan in Kazakhstan\n"
    )
    of_register = wording(local_desk, SummaryOrder("en"), 1, 1)
    assert of_register.subject == "Summary for the ministry, 11 Nov 2020"
    assert "with 1 person" in of_register.body


def test_the_first_figures_are_those_of_the_workbook(
    presenter: ReportsPresenter, local_desk: Desk, movement_id: UUID, tmp_path: Path
) -> None:
    register(local_desk, form("Одинаев", document="9", born=date(2015, 1, 2)))
    figures = read_figures(local_desk, "ru")
    assert figures.title == "Возвращение граждан: сводка для министерства"
    assert figures.people == 4
    assert [one.value for one in figures.figures] == ["4", "4", "0", "0", "1", "–"]
    assert [one.alerts for one in figures.figures] == [False] * 4 + [True, False]
    for table in figures.tables:
        assert table.total[-1] == "4"
        assert all(len(row) == len(table.columns) for row in (*table.rows, table.total))
    order = SummaryOrder("ru")
    saved = save(local_desk, order, "xlsx", tmp_path / figures.file_name, "Report")
    assert saved[0].name == "ALA_2020-11-11_ministry-summary_v1_ru.xlsx"
    history = HistoryReader(local_desk, presenter.book, Texts()).of_summary()
    assert [(line.title, line.detail) for line in history.lines] == [
        ("Saved as a file", "Ministry · Excel ru")
    ]


def test_every_recipient_has_a_usual_purpose(presenter: ReportsPresenter) -> None:
    assert all(presenter.purpose(one.code) for one in presenter.offers().recipients)
    assert presenter.purpose("nobody") == ""
