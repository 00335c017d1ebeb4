"""What Today says, without a screen."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.desks import Clock
from support.people import form, plan, register
from ui_care import Care

from desktop.domain.movements import Movement
from desktop.domain.partial_dates import PartialDate
from desktop.domain.people import Case, is_child
from desktop.domain.values import CaseStatus, MovementStatus
from desktop.errors import Unavailable
from desktop.ui.pages.today.alerts import Level, alerts
from desktop.ui.pages.today.backups import BackupLine, backup_line, clock_alerts
from desktop.ui.pages.today.presenter import (
    MOST_MOVEMENTS,
    Overview,
    TodayPresenter,
    _eighteen_years_before,
)
from desktop.usecases import views as v
from desktop.usecases.care import BackupState
from desktop.usecases.ports import Desk
from desktop.usecases.reference_book import read_reference_book
from desktop.usecases.seating import auto_seat
from desktop.usecases.views import Worked
from reports.texts import Texts

NOW = datetime(2020, 11, 11, 16, 30, tzinfo=ZoneInfo("Asia/Almaty"))


@pytest.fixture
def presenter(local_desk: Desk) -> TodayPresenter:
    with local_desk.store.read() as reads:
        book = read_reference_book(reads, "en")
    return TodayPresenter(local_desk, book, Texts(), Care(None))


def said(overview: Overview) -> list[str]:
    return [one.sentence for one in overview.alerts]


def set_status(desk: Desk, person_id: UUID, status: CaseStatus) -> None:
    with desk.store.write("test") as work:
        work.find(Case, person_id=person_id)[0].status = status
        work.commit()


def test_a_new_register_is_empty(presenter: TodayPresenter) -> None:
    overview = presenter.overview()
    assert overview.is_empty
    assert overview.alerts == ()
    assert (overview.to_review, overview.movements_unseated) == (0, 0)


def test_what_is_missing_leads_to_the_people_behind_it(presenter: TodayPresenter) -> None:
    desk = presenter.desk
    register(desk, form())
    register(desk, form("Саидов", document=""))
    register(desk, form("Назаров", document="7", born=None))
    overview = presenter.overview()
    assert said(overview) == [
        "1 person has no document in hand",
        "The birth date of 1 person is not known to the day",
    ]
    for alert, number in zip(overview.alerts, (1, 1), strict=True):
        where = alert.params["filter"]
        assert isinstance(where, v.PeopleFilter)
        with desk.store.read() as reads:
            assert reads.people_count(where) == number
        assert alert.action == "Show the person"


def test_children_without_an_adult_are_named_by_id_only(presenter: TodayPresenter) -> None:
    child = register(presenter.desk, form("Давлатов", "Сироҷ", born=date(2012, 1, 5)))
    alert = presenter.overview().alerts[0]
    assert alert.level is Level.BLOCKED
    assert alert.people == (child,)
    assert "Давлатов" not in alert.sentence + alert.detail
    assert [row.id for row in presenter.people(alert.people)] == [child]


def test_unseated_travellers_are_told_until_they_sit(
    presenter: TodayPresenter, clock: Clock
) -> None:
    desk = presenter.desk
    movement = plan(desk, register(desk), register(desk, form("Саидов", document="5")))
    overview = presenter.overview()
    alert = overview.alerts[0]
    assert alert.sentence == "2 travellers of ALA-2020-0001 have no seat"
    assert alert.detail == "Leaves on 12 Nov 2020 at 23:30, Almaty time."
    assert alert.params == {"movement_id": movement, "tab": "seats"}
    assert alert.level is Level.WARN
    assert overview.movements_unseated == 1
    clock.forward(hours=12)
    assert presenter.overview().alerts[0].level is Level.BLOCKED
    auto_seat(desk, movement)
    assert presenter.overview().alerts == ()
    assert presenter.overview().movements_unseated == 0


def test_a_movement_that_has_left_asks_for_no_seats(presenter: TodayPresenter) -> None:
    desk = presenter.desk
    movement = plan(desk, register(desk))
    with desk.store.write("test") as work:
        work.get(Movement, movement).status = MovementStatus.HELD
        work.commit()
    overview = presenter.overview()
    assert overview.movements_unseated == 0
    assert said(overview) == []


def test_people_held_come_first(presenter: TodayPresenter) -> None:
    desk = presenter.desk
    first = register(desk)
    register(desk, form("Давлатов", born=date(2015, 1, 1), document=""))
    set_status(desk, first, CaseStatus.HELD)
    overview = presenter.overview()
    assert [one.level for one in overview.alerts] == [Level.HELD, Level.BLOCKED, Level.WARN]
    assert overview.alerts[0].params == {"filter": v.PeopleFilter(status="held")}


def test_counts_by_status_are_true_and_add_up(presenter: TodayPresenter) -> None:
    desk = presenter.desk
    people = [register(desk, form("Саидов", str(n), document=str(n))) for n in range(5)]
    set_status(desk, people[0], CaseStatus.VERIFIED)
    set_status(desk, people[1], CaseStatus.ARRIVED)
    plan(desk, people[2])
    overview = presenter.overview()
    assert {one.status: one.count for one in overview.statuses} == {
        CaseStatus.REGISTERED: 2,
        CaseStatus.VERIFIED: 1,
        CaseStatus.ASSIGNED: 1,
        CaseStatus.TRAVELLING: 0,
        CaseStatus.HELD: 0,
        CaseStatus.ARRIVED: 1,
    }
    assert overview.counted == 5
    with desk.store.read() as reads:
        for one in overview.statuses:
            assert reads.people_count(v.PeopleFilter(status=one.status.value)) == one.count


def test_places_add_up_and_what_has_no_list_is_no_link(presenter: TodayPresenter) -> None:
    places = [(uuid4(), count) for count in range(20, 8, -1)]
    shown = presenter._places([*places, (None, 3)])
    assert sum(one.count for one in shown) == sum(count for _, count in places) + 3
    assert [one.name for one in shown[-2:]] == ["Other places", "Place not known"]
    assert all((one.place_id is None) == (one in shown[-2:]) for one in shown)


def test_movements_of_the_next_days_stand_in_their_order(
    presenter: TodayPresenter, clock: Clock
) -> None:
    desk = presenter.desk
    person = register(desk)
    plan(desk, person)
    line = presenter.overview().movements[0]
    assert (line.code, line.detail) == ("ALA-2020-0001", "Bus, 1 person")
    assert line.status_word == "Draft"
    assert line.start.isoformat() == "2020-11-12T23:30:00+06:00"
    assert line.end > line.start
    clock.forward(days=2)
    assert presenter.overview().movements == ()
    clock.forward(days=-12)
    assert presenter.overview().movements == ()


def test_who_is_on_the_road_stays_on_the_time_line(presenter: TodayPresenter, clock: Clock) -> None:
    desk = presenter.desk
    movement = plan(desk, register(desk))
    with desk.store.write("test") as work:
        work.get(Movement, movement).status = MovementStatus.UNDER_WAY
        work.commit()
    clock.forward(days=9)
    overview = presenter.overview()
    assert [line.code for line in overview.movements] == ["ALA-2020-0001"]
    assert overview.movements[0].end == overview.now


def test_more_movements_than_fit_are_counted(presenter: TodayPresenter) -> None:
    for _ in range(MOST_MOVEMENTS + 2):
        plan(presenter.desk)
    register(presenter.desk)
    overview = presenter.overview()
    assert len(overview.movements) == MOST_MOVEMENTS
    assert overview.further_movements == 2


def test_rows_that_wait_for_a_decision_name_their_list() -> None:
    counts = v.TodayCounts(to_review=3)
    batch = v.BatchRow(uuid4(), "zhibek.xlsx", NOW, 10, 7, 0, 3, 0, undone=False)
    (alert,) = alerts(Texts(), counts, batch, (), (), NOW)
    assert alert.sentence == "3 imported rows may be people who are known already"
    assert alert.detail == "Latest list: zhibek.xlsx"
    assert alert.action == "Show the 3 rows"


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.integers(-3, 3))
def test_a_child_is_whoever_the_rule_of_the_trade_calls_one(today: date, days: int) -> None:
    limit = _eighteen_years_before(today)
    born = limit + timedelta(days=days)
    assert (born > limit) == is_child(PartialDate.of_day(born), today)


DAY = timedelta(days=1)
FULL = Unavailable("backup.failed", file="a.db")


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (BackupState(), ""),
        (BackupState(since=NOW - DAY), ""),
        (BackupState(since=NOW - 3 * DAY), "There has been no good backup for 3 days"),
        (BackupState(since=NOW - 9 * DAY, last=NOW - DAY), ""),
        (
            BackupState(since=NOW - 9 * DAY, last=NOW - 4 * DAY, failed=FULL),
            "There has been no good backup for 4 days",
        ),
        (
            BackupState(since=NOW - 9 * DAY, last=NOW + 90 * DAY),
            "There has been no good backup for 9 days",
        ),
        (
            BackupState(since=NOW - 9 * DAY, last=NOW, second=Path("/stick")),
            "The second place has had no backup for 9 days",
        ),
        (
            BackupState(NOW - 9 * DAY, NOW, Path("/stick"), NOW - DAY),
            "",
        ),
    ],
)
def test_two_days_without_a_backup_are_told(
    local_desk: Desk, state: BackupState, sentence: str
) -> None:
    with local_desk.store.read() as reads:
        book = read_reference_book(reads, "en")
    care = Care(Path("/data"))
    care.state = state
    overview = TodayPresenter(local_desk, book, Texts(), care).overview()
    assert said(overview) == ([sentence] if sentence else [])
    assert overview.backup is not None
    assert overview.backup.is_good is (state.last is not None and not sentence)
    if state.failed is not None:
        assert "could not be written" in overview.alerts[0].detail


def test_the_last_backup_is_named_by_the_clock_of_the_office(local_desk: Desk) -> None:
    state = BackupState(
        NOW - DAY, NOW.astimezone(UTC) - timedelta(hours=2), Path("/stick"), NOW - DAY
    )
    assert backup_line(Texts(), state, NOW) == BackupLine(
        "Last good backup: today, 14:30", "Second place: 10 Nov 2020, 16:30", is_good=True
    )


def test_a_clock_that_was_set_back_is_told(local_desk: Desk) -> None:
    assert clock_alerts(Texts(), None, NOW) == []
    early, late = NOW - DAY, NOW + timedelta(minutes=59)
    assert clock_alerts(Texts(), Worked(early, late), NOW) == []
    (alert,) = clock_alerts(Texts(), Worked(early, NOW + 30 * DAY), NOW)
    assert alert.detail.startswith("The last change is of 11 Dec 2020, 16:30, which")
    register(local_desk)
    with local_desk.store.read() as reads:
        worked = reads.worked()
    assert worked is not None
    assert worked.first <= worked.last
