"""The first figures of the ministry's summary, counted as the workbook counts them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from desktop.catalogue import texts as texts_of
from desktop.usecases.ports import Desk
from desktop.usecases.summaries import summary_model
from reports.summaries import STAGES, CountTable, Summaries, count
from reports.summary_model import Stage, SummaryModel, summary_file_name
from reports.texts import Texts

MOST_ROWS = 8

Key = TypeVar("Key")


@dataclass(frozen=True)
class Figure:
    """One number with its words; `alerts` where it asks for an eye."""

    value: str
    words: str
    alerts: bool = False


@dataclass(frozen=True)
class FigureTable:
    """A small table: the first column holds words, the others numbers; the last row sums."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...]
    more: int = 0
    """How many rows the workbook has besides."""


@dataclass(frozen=True)
class Figures:
    """What the workbook shows first, in the language of the document."""

    title: str
    subtitle: str
    file_name: str
    people: int
    figures: tuple[Figure, ...]
    tables: tuple[FigureTable, ...]


def read_figures(desk: Desk, language: str) -> Figures:
    """Count the register as it is now; titles and labels are those of the workbook."""
    model = summary_model(desk, language)
    words = texts_of(language)
    counted = count(model, words.sort_key)
    day = model.moment.date()
    return Figures(
        title=words.t("Return of nationals: summary for the ministry"),
        subtitle=_subtitle(words, model),
        file_name=summary_file_name(model.office_code, day, model.version, language),
        people=counted.registered,
        figures=_figures(words, counted),
        tables=(
            _table(
                words,
                counted,
                words.t("People by place"),
                words.tc("column", "Place"),
                counted.places,
                lambda place: place[0],
            ),
            _table(
                words,
                counted,
                words.t("People by region of destination"),
                words.tc("column", "Region of destination"),
                counted.regions,
                str,
            ),
        ),
    )


def _subtitle(words: Texts, model: SummaryModel) -> str:
    moment: datetime = model.moment
    return words.t(
        "{office} · data of {moment} ({zone})",
        office=", ".join(model.office_lines),
        moment=f"{words.day(moment.date())} {moment:%H:%M}",
        zone=model.zone,
    )


def _figures(words: Texts, counted: Summaries) -> tuple[Figure, ...]:
    wait = counted.longest_wait
    alone = counted.unaccompanied
    number = words.number
    return (
        Figure(number(counted.registered), words.t("People registered")),
        Figure(number(counted.stages[Stage.WAITING]), words.t("Still waiting")),
        Figure(number(counted.stages[Stage.ON_THE_WAY]), words.t("On the way now")),
        Figure(number(counted.stages[Stage.ARRIVED]), words.t("Arrived")),
        Figure(number(alone), words.t("Children without parents"), alone > 0),
        Figure("–" if wait is None else number(wait), words.t("Longest wait, days")),
    )


def _table(
    words: Texts,
    counted: Summaries,
    heading: str,
    first: str,
    table: CountTable[Key],
    label: Callable[[Key], str],
) -> FigureTable:
    headers = {
        Stage.WAITING: words.tc("column, number of people", "Waiting"),
        Stage.ON_THE_WAY: words.tc("column, number of people", "On the way"),
        Stage.ARRIVED: words.tc("column, number of people", "Arrived"),
        Stage.OTHER: words.tc("column, number of people", "Other"),
    }
    kept = [i for i, one in enumerate(STAGES) if one is not Stage.OTHER or counted.stages[one]]
    everyone = words.tc("column, number of people", "All")

    def numbers(counts: Sequence[int]) -> tuple[str, ...]:
        return tuple(words.number(counts[i]) for i in (*kept, len(STAGES)))

    shown = table.rows[:MOST_ROWS]
    return FigureTable(
        heading,
        (first, *(headers[STAGES[i]] for i in kept), everyone),
        tuple(
            (words.t("Not known") if key is None else label(key), *numbers(counts))
            for key, counts in shown
        ),
        (words.t("Total"), *numbers(table.totals)),
        len(table.rows) - len(shown),
    )
