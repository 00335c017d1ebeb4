"""Whatever a sheet holds, no row is lost, nothing is invented, and nothing breaks."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from intake_truth import TODAY, tajik_areas

from desktop.domain.intake.fields import Field
from desktop.domain.intake.model import Overrides
from desktop.domain.intake.recognition import recognise
from desktop.domain.intake.sheet import MergedRange, Sheet
from desktop.errors import UserError

CELLS = st.sampled_from(
    [
        "", "", "", "№", "ФИО", "Фамилия", "Имя", "Ном", "Дата рождения", "Паспорт", "Телефон",
        "Семья", "Оила", "Примечание", "Пол", "Возраст", "Область", "Surname", "Given names",
        "Назаров Саидмурод", "Назарова", "Гулнора", "NAZAROV SAIDMUROD", "Саидмуродович",
        "14.05.1988", "07/06/93", "1974 г.р.", "31.02.1990", "35 лет", "403179174", "I-СА 353519",
        "утерян", "+7 703 308 82 86", "87015550142, 87015550143", "глава семьи", "супруга", "сын",
        "бо кӯдак", "муж", "М", "жен", "НТҶ, Ҳисор", "Хатл.", "Итого: 5 чел.", "Автобус 2",
        "Семья Назаровых", "Старший группы: ______", "-", '"', "нет", "Таджикистан", "=1+1", "\t\n",
        "х" * 300, "1.1", "1.2", 1, 2, 3, 403179174, 45000, 1988, 36.6, True, date(1988, 5, 14),
        datetime(2020, 11, 8, 14, 30),  # noqa: DTZ001 - cells have no zone
    ]
)  # fmt: skip
GRIDS = st.lists(st.lists(CELLS, max_size=7).map(tuple), max_size=14).map(tuple)
MERGED = st.lists(
    st.tuples(*[st.integers(0, 15)] * 4).map(
        lambda n: MergedRange(min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3]))
    ),
    max_size=3,
).map(tuple)


@settings(max_examples=250, deadline=None)
@given(GRIDS, MERGED)
def test_every_row_is_accounted_for(grid: tuple[tuple[object, ...], ...], merged: object) -> None:
    sheet = Sheet("x", grid, merged)  # type: ignore[arg-type]
    try:
        draft = recognise(sheet, today=TODAY, areas=tajik_areas())
    except UserError as error:
        assert error.code in {"intake.empty", "intake.no_list", "intake.people_in_columns"}
        return
    rows = [person.row for person in draft.people] + [skipped.row for skipped in draft.skipped]
    assert sorted(rows) == list(range(1, len(grid) + 1))
    assert sum(draft.rows_by_severity().values()) == len(draft.people)
    grouped = [row for group in draft.groups for row in group.rows]
    assert len(grouped) == len(set(grouped))
    assert all(len(group.rows) > 1 for group in draft.groups)
    for person in draft.people:
        assert person.family_name or person.given_names or person.patronymic
        assert (person.group is not None) == (person.row in grouped)
        assert person.sex in {"F", "M", None}


@settings(max_examples=60, deadline=None)
@given(
    GRIDS,
    st.dictionaries(st.integers(0, 9), st.sampled_from(list(Field)), max_size=5),
    st.tuples(st.integers(0, 20), st.integers(0, 20)),
)
def test_no_choice_of_an_officer_breaks_it(
    grid: tuple[tuple[object, ...], ...], fields: dict[int, Field], header: tuple[int, int]
) -> None:
    overrides = Overrides(fields=fields, header_rows=header, cells={(1, 0): "Назаров Эраҷ"})
    try:
        draft = recognise(Sheet("x", grid), today=TODAY, overrides=overrides)  # type: ignore[arg-type]
    except UserError as error:
        assert error.code in {"intake.empty", "intake.no_list", "intake.people_in_columns"}
        return
    for column, field in fields.items():
        if column < len(draft.columns):
            assert draft.columns[column].field is field


@pytest.mark.parametrize("rows", [(), ((),), (("ФИО",),)])
def test_smallest_sheets(rows: tuple[tuple[str, ...], ...]) -> None:
    try:
        assert recognise(Sheet("x", rows), today=TODAY).people == ()
    except UserError as error:
        assert error.code == "intake.empty"
