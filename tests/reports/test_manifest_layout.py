"""Nothing leaves the margins and no two words meet, whatever the texts are."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from manifest_story import (
    CHANGES,
    LONG_LATIN,
    LONG_NAME,
    LONG_WORD,
    STOPS,
    bus_list,
    convoy_list,
    with_names,
)
from manifest_texts import EN, FR, RU

from desktop.domain.partial_dates import PartialDate
from reports.model import (
    Change,
    ChangeKind,
    Changes,
    Driver,
    Group,
    GroupKind,
    Leader,
    ManifestModel,
    Mark,
    Pair,
    Row,
    Signatory,
    Vehicle,
)
from reports.pdf.board import Board
from reports.pdf.manifest.job import Job, new_job
from reports.pdf.manifest.pages import pages_of
from reports.pdf.sheet import Sheet, sheet_of
from reports.pdf.typeset import MM_PER_POINT
from reports.wording import Wording

# Capitals of Noto Sans are 0.714 of its size high.
CAPITALS = 0.714
EDGE_MM = 4.3
SHEETS = tuple(
    sheet_of(paper, orientation)
    for paper in ("A4", "LETTER")
    for orientation in ("portrait", "landscape")
)


@dataclass(frozen=True)
class Inked:
    """A word with the place that its capitals take."""

    left: float
    right: float
    top: float
    base: float
    text: str


def inked(board: Board) -> list[Inked]:
    """Words of a page from the top down."""
    return sorted(
        (
            Inked(x, x + board.ruler.width(t, s), y - CAPITALS * s.size * MM_PER_POINT, y, t)
            for x, y, t, s in board.words
        ),
        key=lambda word: word.top,
    )


def faults(board: Board, sheet: Sheet) -> Iterator[str]:
    """Words outside the margins, and pairs of words that meet."""
    words = inked(board)
    for place, word in enumerate(words):
        if word.left < sheet.left - 0.1 or word.right > sheet.end + 0.1:
            yield f"outside: {word}"
        if word.top < EDGE_MM or word.base > sheet.height - EDGE_MM:
            yield f"near the edge: {word}"
        for other in words[place + 1 :]:
            if other.top >= word.base - 0.05:
                break
            if word.left < other.right - 0.1 and other.left < word.right - 0.1:
                yield f"meet: {word} {other}"


def all_faults(model: ManifestModel, words: Wording, sheet: Sheet) -> list[str]:
    """Faults of all pages."""
    return [
        fault for page in pages_of(job_of(model, words, sheet)) for fault in faults(page, sheet)
    ]


def job_of(model: ManifestModel, words: Wording, sheet: Sheet) -> Job:
    """A list ready to be laid out."""
    return new_job(model, words, sheet)


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("words", [Wording(RU, EN), Wording(FR, EN), Wording(EN)])
def test_the_story_keeps_its_margins(sheet: Sheet, words: Wording) -> None:
    assert len(LONG_NAME) == 65
    for model in (
        bus_list(),
        convoy_list(),
        with_names(bus_list(), LONG_NAME, LONG_LATIN),
        with_names(bus_list(), LONG_WORD, LONG_WORD.lower()),
    ):
        assert all_faults(model, words, sheet) == []


short = st.text("абжшWMi-", min_size=1, max_size=14)
sentence = st.lists(short, max_size=9).map(" ".join)
pair = st.builds(Pair, sentence, sentence)
births = st.sampled_from(
    (
        None,
        PartialDate.of_year(1974),
        PartialDate.of_month(2019, 3),
        PartialDate.of_day(date(2020, 11, 1)),
        PartialDate.of_estimate(date(1960, 1, 1), date(1975, 1, 1)),
    )
)
row = st.builds(
    Row,
    number=st.just(0),
    name=st.lists(short, max_size=6).map(" ".join),
    latin_name=st.lists(short, max_size=5).map(" ".join),
    sex=st.sampled_from("FMX"),
    birth=births,
    nationality=st.sampled_from(("TJK", "", "XXA")),
    document_number=st.sampled_from(("", "401234567", "АБВ-2020/000123-4567-89/Ш")),
    document_kind=st.sampled_from(("", "passport", "birth_certificate", "certificate_of_return")),
    document_expires_on=st.sampled_from((None, date(2028, 8, 28))),
    document_words=st.sampled_from(("", "письмо консульского отдела о личности")),
    seat=st.sampled_from(("", "12", "7/34", "вагон 12, место 7")),
    vehicle=st.sampled_from((None, 1, 12)),
    role=st.sampled_from(("", "head", "child", "spouse")),
    mark=st.sampled_from(Mark),
)
group = st.builds(
    Group,
    kind=st.sampled_from(GroupKind),
    rows=st.lists(row, max_size=9).map(tuple),
    number=st.just(12),
    name=pair,
    escort=st.none(),
)
vehicle = st.builds(
    Vehicle,
    number=st.integers(1, 60),
    kind=st.sampled_from(("bus", "car", "aircraft")),
    plate=st.sampled_from(("402 KZA 02", "TJ 0123 АБВГД 4567")),
    model=sentence,
    seats=st.sampled_from((None, 51)),
    drivers=st.lists(st.builds(Driver, sentence, st.just("+7 701 555 01 21")), max_size=3).map(
        tuple
    ),
)
change = st.builds(
    Change,
    kind=st.sampled_from(ChangeKind),
    name=sentence,
    number=st.sampled_from((None, 7, 102)),
    old=st.sampled_from(("", "401234567", "Ш" * 30)),
    new=st.just("55"),
)


def numbered(groups: list[Group]) -> tuple[Group, ...]:
    """The groups with rows numbered through."""
    numbers = iter(range(1, 1000))
    return tuple(
        replace(one, rows=tuple(replace(row, number=next(numbers)) for row in one.rows))
        for one in groups
    )


models = st.builds(
    bus_list,
    number=st.sampled_from(("ALA-2020-0113/1", "DUSHANBE-2020-000113/12")),
    office=pair,
    recipient=pair,
    groups=st.lists(group, max_size=6).map(numbered),
    signatory=st.builds(Signatory, pair, sentence),
    vehicles=st.lists(vehicle, max_size=7).map(tuple),
    stops=st.lists(st.sampled_from(STOPS), max_size=6).map(tuple),
    ticks=st.sampled_from(((), bus_list().ticks[:1], bus_list().ticks)),
    leader=st.one_of(st.none(), st.builds(Leader, sentence, st.just("+7 703 308 82 86"))),
    replaces=st.sampled_from((None, 1)),
    changes=st.builds(
        Changes, st.just(1), st.just(CHANGES.since_at), st.lists(change, max_size=40).map(tuple)
    ),
    corridor=pair,
    title=st.one_of(st.none(), pair),
    data_line=st.one_of(st.none(), pair),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(models, st.sampled_from(SHEETS), st.sampled_from((Wording(RU, EN), Wording(FR))))
def test_any_list_keeps_its_margins(model: ManifestModel, sheet: Sheet, words: Wording) -> None:
    assert all_faults(model, words, sheet) == []


def test_rows_end_above_the_foot() -> None:
    sheet = SHEETS[0]
    for page in pages_of(job_of(convoy_list(), Wording(RU, EN), sheet)):
        ticks = [box.y + box.height for box in page.boxes]
        assert max(ticks) <= sheet.rows_end


def test_a_changed_row_has_a_sign_in_place_of_the_bar_of_its_group() -> None:
    model = bus_list()
    first = next(iter(pages_of(job_of(model, Wording(RU, EN), SHEETS[0]))))
    changed = replace(model.groups[0].rows[1], mark=Mark.CHANGED)
    rows = (model.groups[0].rows[0], changed, *model.groups[0].rows[2:])
    marked = replace(model, groups=(replace(model.groups[0], rows=rows), *model.groups[1:]))
    second = next(iter(pages_of(job_of(marked, Wording(RU, EN), SHEETS[0]))))
    assert len(bars(second)) == len(bars(first)) - 1
    assert len(signs(second)) == len(signs(first)) + 1


def bars(board: Board) -> list[float]:
    """Heights of the bars that hold groups together."""
    return [fill.height for fill in board.fills if fill.width == 1.1]


def signs(board: Board) -> list[float]:
    """Heights at which signs of change stand."""
    return [fill.y for fill in board.fills if fill.width == fill.height == 3.8]


def test_a_row_higher_than_a_page_is_refused() -> None:
    model = with_names(bus_list(), "Ш " * 2000, "")
    with pytest.raises(ValueError, match="higher than a page"):
        list(pages_of(job_of(model, Wording(RU, EN), SHEETS[0])))


def test_an_unknown_sheet_is_refused() -> None:
    with pytest.raises(ValueError, match="no such sheet"):
        sheet_of("A5", "portrait")  # type: ignore[arg-type]
