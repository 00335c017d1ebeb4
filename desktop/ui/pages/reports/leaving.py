"""What leaves the office: lists are issued first, and each paper is recorded. Runs in jobs."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from desktop.catalogue import texts as texts_of
from desktop.errors import Unavailable, UserError
from desktop.files.mail import Attachment, build_draft, one_address, refuse_other_domains
from desktop.files.names import safe_file_name
from desktop.files.private import PrivateFolder
from desktop.files.saving import save_papers
from desktop.files.writing import write_atomically
from desktop.ui.pages.reports.orders import ListOrder, Order
from desktop.usecases.dispatching import Paper, record_dispatch
from desktop.usecases.papers import make_list_papers, make_summary_paper
from desktop.usecases.ports import Desk
from desktop.usecases.views import OrganisationRow


@dataclass(frozen=True)
class Letter:
    """A message that goes with papers: addresses, one line of subject, text and purpose."""

    to: tuple[str, ...]
    subject: str
    body: str
    purpose: str
    formats: tuple[str, ...]
    organisation_id: UUID | None = None


@dataclass(frozen=True)
class Wording:
    """What a message says before the officer changes it, in the document's language."""

    subject: str
    body: str


@dataclass(frozen=True)
class Draft:
    """A message for the mail program, with what goes with it."""

    file: Path
    papers: tuple[Paper, ...]


def make_papers(desk: Desk, order: Order, formats: Sequence[str]) -> list[Paper]:
    """Issue what is ordered and make its files.

    Raises:
        UserError: `manifest.nobody`.
    """
    if isinstance(order, ListOrder):
        return make_list_papers(
            desk,
            order.movement_id,
            order.recipient,
            order.language,
            order.second,
            formats,
            order.paper,
            order.only,
        )
    return [make_summary_paper(desk, order.language)]


def papers_for_printer(desk: Desk, order: ListOrder, purpose: str) -> list[Paper]:
    """Issue lists and record that they are printed, before the first page goes out."""
    papers = make_papers(desk, order, ["pdf"])
    record_dispatch(desk, "printed", papers, order.recipient, purpose)
    return papers


def save(desk: Desk, order: Order, form: str, target: Path, purpose: str) -> list[Path]:
    """Issue, write into a file, or with several lists into a folder, and record it.

    Raises:
        UserError: `manifest.nobody`. Unavailable: in the words of `files.writing`.
    """
    papers = make_papers(desk, order, [form])
    if target.is_dir():
        files = save_papers(target, papers)
    else:
        write_atomically(target, papers[0].data)
        files = [target]
    record_dispatch(desk, "saved", papers, order.recipient, purpose)
    return files


def read_addresses(text: str) -> tuple[str, ...]:
    """The addresses of a field, one in each line or parted by semicolons.

    Raises:
        UserError: `files.mail_address`; `papers.no_address` when there is none.
    """
    written = [part.strip(" ,") for line in text.splitlines() for part in line.split(";")]
    found = tuple(dict.fromkeys(one_address(part) for part in written if part))
    if not found:
        raise UserError("papers.no_address")
    return found


def organisation_of(
    addresses: Sequence[str], organisations: Sequence[OrganisationRow]
) -> UUID | None:
    """The one organisation of the directory that a message goes to, or none."""
    known = {row.email.casefold(): row.id for row in organisations if row.email}
    found = {known.get(address.casefold()) for address in addresses}
    return found.pop() if len(found) == 1 else None


def draft(
    desk: Desk, order: Order, letter: Letter, domains: Sequence[str], private: PrivateFolder
) -> Draft:
    """Issue, put a message with the papers where the mail program finds it, and record it.

    Nothing is issued for a message that can't be made. The file lies in clear until the program
    ends: the mail program must read it.

    Raises:
        UserError: `files.mail_address`, `files.mail_subject`, `manifest.nobody`.
        Denied: `files.mail_domain`.
        Unavailable: in the words of `files.writing`.
    """
    refuse_other_domains(letter.to, domains)
    moment = desk.now()
    build_draft(letter.subject, letter.body, letter.to, (), (), None, moment)
    papers = make_papers(desk, order, letter.formats)
    attachments = [Attachment(one.file_name, one.media_type, one.data) for one in papers]
    data = build_draft(letter.subject, letter.body, letter.to, (), attachments, None, moment)
    stem = papers[0].file_name.rpartition(".")[0]
    name = safe_file_name(f"{stem}_{moment:%Y%m%dT%H%M%SZ}", ".eml")
    try:
        file = private.path() / name
    except OSError as error:
        raise Unavailable("files.denied", file=name) from error
    write_atomically(file, data, private=True)
    record_dispatch(
        desk, "drafted", papers, ", ".join(letter.to), letter.purpose, letter.organisation_id
    )
    return Draft(file, tuple(papers))


def wording(desk: Desk, order: Order, lists: int, people: int) -> Wording:
    """Subject and text of a message about an order."""
    words = texts_of(order.language)
    with desk.store.read() as reads:
        office = reads.office(desk.store.actor.office_id)
        officer, function = reads.officer_name(desk.store.actor.officer_id)
        movement = (
            reads.movement_detail(order.movement_id).code if isinstance(order, ListOrder) else ""
        )
    name = office.names.get(order.language) or next(iter(office.names.values()), office.code)
    signature = "\n".join(part for part in (officer, function, name) if part)
    privacy = words.t(
        "The attachment holds personal data. Use it for the stated purpose only, and delete it "
        "when it is no longer needed."
    )
    if movement:
        subject = words.t("Lists of travellers, movement {movement}", movement=movement)
        attached = words.n(
            "Attached is {n} list of travellers of movement {movement}.",
            "Attached are {n} lists of travellers of movement {movement}.",
            lists,
            movement=movement,
        )
        travellers = words.t("Travellers in all: {number}", number=words.number(people))
        what = f"{attached}\n{travellers}"
    else:
        day = desk.now().astimezone(ZoneInfo(office.zone)).date()
        subject = words.t("Summary for the ministry, {day}", day=words.day(day))
        what = words.n(
            "Attached: the summary of the register with {n} person.",
            "Attached: the summary of the register with {n} people.",
            people,
        )
    return Wording(subject, f"{what}\n\n{privacy}\n\n{signature}\n")
