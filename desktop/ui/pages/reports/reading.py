"""The jobs of the page of reports: plain functions, so that no widget goes to a worker."""

from dataclasses import dataclass
from uuid import UUID

from desktop.errors import AppError
from desktop.settings import Settings, load
from desktop.ui.jobs import Progress
from desktop.ui.pages.reports.figures import Figures, read_figures
from desktop.ui.pages.reports.history import History, HistoryReader
from desktop.ui.pages.reports.orders import Kind, ListOrder, Option
from desktop.ui.pages.reports.presenter import Offers, Preview, ReportsPresenter
from desktop.usecases.ports import Desk


@dataclass(frozen=True)
class Start:
    """What the page begins with."""

    offers: Offers
    movement_id: UUID | None
    vehicles: tuple[Option, ...]


def begin(presenter: ReportsPresenter, wanted: UUID | None, _progress: Progress) -> Start:
    """What can be chosen, and the wanted movement, else the latest."""
    offers = presenter.offers()
    known = [UUID(one.code) for one in offers.movements]
    movement_id = wanted if wanted in known else known[0] if known else None
    vehicles = presenter.vehicles(movement_id) if movement_id else ()
    return Start(offers, movement_id, vehicles)


def preview_order(presenter: ReportsPresenter, order: ListOrder, progress: Progress) -> Preview:
    """The lists that are ordered."""
    return presenter.preview(order, progress)


def count_register(desk: Desk, language: str, _progress: Progress) -> Figures:
    """The first figures of the summary."""
    return read_figures(desk, language)


def read_histories(
    reader: HistoryReader, movement_id: UUID | None, _progress: Progress
) -> dict[Kind, History]:
    """What was issued and sent of every document."""
    lists = reader.of_lists(movement_id) if movement_id else History()
    return {Kind.LIST: lists, Kind.SUMMARY: reader.of_summary()}


def settings_now(known: Settings) -> Settings:
    """The settings in force; those of the start where the file can't be read now."""
    try:
        return load()
    except AppError:
        return known
