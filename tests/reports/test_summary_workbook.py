"""The workbook as two other readers see it: sheets, sums, types, tables, charts, print."""

import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from itertools import combinations

import pytest
from openpyxl import Workbook
from openpyxl.utils import column_index_from_string, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook
from support.summary_samples import ENGLISH, RUSSIAN, model, opened, person, tajik_order

import reports.excel.summary as summary_workbook
from reports.excel.summary import render
from reports.summaries import SumsDifferError, count
from reports.summary_model import Stage

SHEETS = [
    "Summary",
    "By place",
    "By region",
    "Sex and age",
    "Waiting time",
    "Movements",
    "List",
    "About",
]
TABLES = ["Places", "Regions", "SexAge", "Waiting", "Movements", "People"]
MANY = model(
    people=tuple(
        person(number, place=f"Place {number % 60}", region=f"Region {number % 60}")
        for number in range(300)
    )
)
UNKNOWN = model(
    people=tuple(
        person(number, place="", region="", sex="X", age=None, birth="1987", waiting_days=None)
        for number in range(7)
    )
)
MODELS = {
    "story": model(),
    "nobody": model(0, movements=()),
    "one": model(1),
    "many": MANY,
    "unknown": UNKNOWN,
    "others": model(9, people=tuple(person(n, stage=Stage.OTHER) for n in range(9))),
}


@pytest.fixture(scope="module")
def story() -> Workbook:
    return opened(render(MODELS["story"], ENGLISH))


def rows_of(book: Workbook, title: str) -> list[dict[str, object]]:
    """Rows of the table of a sheet, without the total row."""
    sheet = book[title]
    (table,) = sheet.tables.values()
    _, first, last_column, last = range_boundaries(table.ref)
    names = [column.name for column in table.tableColumns]
    return [
        dict(zip(names, values, strict=True))
        for values in sheet.iter_rows(
            min_row=first + 1, max_row=last, max_col=last_column, values_only=True
        )
    ]


def total_row(book: Workbook, title: str) -> dict[str, object]:
    """The row under the table of a sheet."""
    sheet = book[title]
    (table,) = sheet.tables.values()
    last = range_boundaries(table.ref)[3]
    names = [column.name for column in table.tableColumns]
    return {name: sheet.cell(last + 1, index).value for index, name in enumerate(names, 1)}


def test_sheets_stand_in_their_order_in_the_language_of_the_book(story: Workbook) -> None:
    assert story.sheetnames == SHEETS
    assert opened(render(model(3), RUSSIAN)).sheetnames == [
        "Сводка",
        "По местам",
        "По регионам",
        "Пол и возраст",
        "Срок ожидания",
        "Перевозки",
        "Список",
        "О документе",
    ]


@pytest.mark.parametrize("name", MODELS)
def test_every_sheet_adds_up_to_the_same_people(name: str) -> None:
    given = MODELS[name]
    book = opened(render(given, ENGLISH))
    registered = len(given.people)
    for title in ("By place", "By region", "Sex and age"):
        rows, total = rows_of(book, title), total_row(book, title)
        numbers = [key for key, value in total.items() if isinstance(value, int | float)]
        for key in numbers:
            assert sum(row[key] for row in rows) == pytest.approx(total[key])
        assert total["All"] == registered
        parts = [key for key in numbers if key not in {"All", "Share"}]
        assert sum(total[key] for key in parts) == registered
    figures = count(given, str.casefold)
    waiting = total_row(book, "Waiting time")
    assert sum(row["People"] for row in rows_of(book, "Waiting time")) == waiting["People"]
    assert waiting["People"] == figures.yet_to_arrive
    front = [book["Summary"].cell(4, column).value for column in range(1, 12, 2)]
    assert front[0] == registered
    assert front[1] + front[2] == figures.yet_to_arrive
    if registered:
        assert len(rows_of(book, "List")) == registered


@pytest.mark.parametrize("name", MODELS)
def test_the_other_reader_finds_the_same_values(name: str) -> None:
    data = render(MODELS[name], RUSSIAN)
    book = opened(data)
    other = CalamineWorkbook.from_filelike(BytesIO(data))
    assert other.sheet_names == book.sheetnames
    for sheet in book:
        theirs = other.get_sheet_by_name(sheet.title).to_python(skip_empty_area=False)
        ours = sheet.iter_rows(values_only=True)
        assert [plain_row(row) for row in theirs] == [plain_row(row) for row in ours]


def plain_row(values: Iterable[object]) -> list[object]:
    """Plain values of a row without the empty cells at its end."""
    row = [plain(value) for value in values]
    while row and row[-1] == "":
        row.pop()
    return row


def plain(value: object) -> object:
    """A value without the ways in which two readers differ: floats, empty cells, midnights."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date() if midnight else value.replace(microsecond=0)
    if isinstance(value, int | float):
        return round(float(value), 9)
    return value


def test_types_of_the_list(story: Workbook) -> None:
    given = {one.reg_no: one for one in MODELS["story"].people}
    rows = rows_of(story, "List")
    assert [row["No"] for row in rows] == list(range(1, 103))
    for row in rows:
        one = given[str(row["Reg. no"])]
        assert row["Born"].date() == one.birth
        assert row["Waiting since"].date() == one.since
        assert row["Valid until"].date() == one.expires
        assert row["Age"] == one.age
        assert row["Days"] == one.waiting_days
        assert row["Document"] == one.document_number
        assert row["Telephone"] == one.phone
        assert row["Name"] == one.name
    sheet = story["List"]
    for row in sheet.iter_rows(min_row=5, max_row=106):
        types = "".join(cell.data_type for cell in row)
        assert types == "nssss" + "dn" + "ss" + "dn" + "sss" + "ss" + "d" + "sss"
        assert row[7].number_format == row[18].number_format == "@"
        assert row[5].number_format == "[$-409]DD MMM YYYY"


def test_the_list_goes_by_place_stage_and_the_alphabet(story: Workbook) -> None:
    rows = rows_of(story, "List")
    places = [row["Place"] for row in rows_of(story, "By place")]
    stages = [stage.value for stage in Stage]
    keys = [
        (
            places.index(row["Place now"]),
            stages.index(row["Status"]),
            tajik_order(str(row["Name"]).split()[0]),
        )
        for row in rows
    ]
    assert keys == sorted(keys)


def test_what_is_not_known_is_empty_and_a_year_stays_a_year() -> None:
    rows = rows_of(opened(render(UNKNOWN, ENGLISH)), "List")
    assert {row["Born"] for row in rows} == {"1987"}
    assert {row["Age"] for row in rows} == {None}
    assert {row["Sex"] for row in rows} == {"X"}
    assert {row["Days"] for row in rows} == {None}
    nobody_said = render(model(1, people=(person(1, sex="", age=-3, waiting_days=-1),)), ENGLISH)
    (row,) = rows_of(opened(nobody_said), "List")
    assert (row["Sex"], row["Age"], row["Days"]) == (None, None, None)


def test_movements_show_the_clock_of_each_place(story: Workbook) -> None:
    rows = rows_of(story, "Movements")
    assert [row["Movement"] for row in rows] == ["ALA-2020-0120", "ALA-2020-0113", "ALA-2020-0104"]
    assert rows[0]["Departure"] is None
    assert rows[2]["Departure"] == datetime(2020, 11, 2, 7, 15)  # noqa: DTZ001
    assert rows[2]["Arrival"] == datetime(2020, 11, 3, 4, 20)  # noqa: DTZ001
    assert story["Movements"]["D7"].number_format.endswith('"UTC+6"')
    assert story["Movements"]["E7"].number_format.endswith('"UTC+5"')
    assert rows[2]["Difference"] == -1
    total = total_row(story, "Movements")
    assert (total["Vehicles"], total["Planned"], total["Arrived"]) == (4, 154, 11)


@pytest.mark.parametrize("name", MODELS)
def test_tables_are_tables_that_excel_accepts(name: str) -> None:
    book = opened(render(MODELS[name], ENGLISH))
    tables = [table for sheet in book for table in sheet.tables.values()]
    names = [table.displayName for table in tables]
    assert names == (TABLES if name != "nobody" else TABLES[:4])
    for sheet in book:
        for table in sheet.tables.values():
            left, top, right, bottom = range_boundaries(table.ref)
            assert (left, top) == (1, 4)
            assert bottom > top
            assert table.autoFilter.ref == table.ref
            heads = [sheet.cell(4, column).value for column in range(1, right + 1)]
            assert [column.name for column in table.tableColumns] == heads
            assert len({head.casefold() for head in heads}) == len(heads)
            assert all(sheet.cell(row, 1).value is not None for row in range(5, bottom + 1))
            assert "Total" in [sheet.cell(bottom + 1, column).value for column in (1, 2)]
            assert sheet.freeze_panes == ("D5" if sheet.title == "List" else "A5")


def test_headers_that_a_translation_made_alike_are_told_apart() -> None:
    same = replace(
        ENGLISH,
        messages={
            f"column, number of people\x04{name}": ("Всего",)
            for name in ("Waiting", "On the way", "Arrived", "All")
        },
    )
    (table,) = opened(render(model(3), same))["By place"].tables.values()
    assert [column.name for column in table.tableColumns][2:6] == [
        "Всего",
        "Всего 2",
        "Всего 3",
        "Всего 4",
    ]


def test_where_there_is_nothing_it_is_said() -> None:
    book = opened(render(MODELS["nobody"], ENGLISH))
    assert book["List"]["A5"].value == "No people in this selection"
    assert book["Movements"]["A5"].value == "No movements in this selection"
    assert [book["Summary"].cell(4, column).value for column in range(1, 12, 2)] == [0] * 5 + ["–"]
    assert not any(sheet._charts for sheet in book)


def test_first_sheet_states_figures_filter_and_moment(story: Workbook) -> None:
    sheet = story["Summary"]
    figures = count(MODELS["story"], str.casefold)
    assert sheet["A1"].value == "Return of nationals: summary for the ministry"
    assert "data of 12 Nov 2020, 18:00 (Almaty, UTC+6)" in sheet["A2"].value
    assert sheet["A3"].value == "Filter: Cases open or closed since 1 Nov 2020"
    assert [sheet.cell(4, column).value for column in range(1, 12, 2)] == [
        102,
        figures.stages[Stage.WAITING],
        figures.stages[Stage.ON_THE_WAY],
        figures.stages[Stage.ARRIVED],
        figures.unaccompanied,
        figures.longest_wait,
    ]
    assert sheet["G5"].value == "Arrived since 1 Nov 2020"
    assert sheet["I4"].style == "HWFigureAlert"


def test_about_says_who_what_and_how_to_check(story: Workbook) -> None:
    about = {row[0]: row[1] for row in story["About"].iter_rows(min_row=4, values_only=True)}
    digest = MODELS["story"].list_hash[:16].upper()
    assert about["Made"] == "12 Nov 2020, 12:05, by F. Rahimzoda with Homeward 1.0; version 1"
    assert about["Filter"] == "Cases open or closed since 1 Nov 2020"
    assert "list: 102. Waiting time: 68, without the 34" in about["Check"]
    assert about["Signature"].removeprefix("SHA-256 of the list: ").replace(" ", "") == digest
    assert "medical" in about["Left out"]


def test_no_cell_holds_a_formula_and_no_name_is_in_the_files_own_data() -> None:
    data = render(MODELS["story"], RUSSIAN)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode()
            assert "<f>" not in text or name.startswith("xl/charts/")
            if name.startswith(("docProps/", "xl/workbook", "xl/charts/")):
                assert "Манижа" not in text


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+7701", "@SUM(A1)", "{0} {n}", "a\x00\x0b\ud800b", "<b>&", "A" * 40_000, "_x0041_"],
)
def test_hostile_texts_stay_texts_wherever_they_stand(text: str) -> None:
    someone = person(
        1,
        family_name=text,
        document_number=text,
        place=text,
        country=text,
        region=text,
        status=text,
        group=text,
        birth=text,
        phone=text,
    )
    hostile = model(
        people=(someone, person(2)),
        office_code=text,
        office_lines=(text,),
        zone=text,
        filter_sentence=text,
        officer=text,
        movements=(replace(MODELS["story"].movements[0], code=text, route=text),),
    )
    book = opened(render(hostile, ENGLISH))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert total_row(book, "By place")["All"] == 2


def test_same_input_same_bytes() -> None:
    assert render(model(40), RUSSIAN) == render(model(40), RUSSIAN)
    assert render(model(40), RUSSIAN) != render(model(41), RUSSIAN)


@pytest.mark.parametrize("name", MODELS)
def test_charts_are_whole_on_paper_and_do_not_cover_each_other(name: str) -> None:
    for sheet in opened(render(MODELS[name], ENGLISH)):
        frames = [frame_of(chart) for chart in sheet._charts]
        for one, other in combinations(frames, 2):
            assert not overlap(one, other)
        if not frames:
            continue
        cells = cells_of(sheet)
        parts = [range_boundaries(part.split("!")[1]) for part in sheet.print_area.split(",")]
        for frame in frames:
            assert any(inside(frame, part) for part in parts)
            assert not any(inside((column, row, column, row), frame) for column, row in cells)


def test_a_chart_under_a_long_table_gets_a_page_of_its_own() -> None:
    book = opened(render(MANY, ENGLISH))
    assert "," in book["By place"].print_area
    assert "," not in opened(render(model(), ENGLISH))["By place"].print_area
    (chart,) = book["By place"]._charts
    assert len(chart.series[0].cat.strRef.strCache.pt) == 24
    titles = [title_of(chart) for chart in book["Summary"]._charts]
    assert titles[0] == "People by place: the 9 largest of 60"


def test_charts_show_the_numbers_of_their_tables(story: Workbook) -> None:
    sheets = dict(zip(SHEETS[1:5], story["Summary"]._charts, strict=True))
    for title, chart in sheets.items():
        rows = rows_of(story, title)
        for series in chart.series:
            numbers = series.val.numRef
            column = column_index_from_string(numbers.f.split("$")[1])
            head = story[title].cell(4, column).value
            shown = [int(point.v) for point in numbers.numCache.pt]
            assert shown == [row[head] for row in rows][: len(shown)]
            assert series.tx.strRef.strCache.pt[0].v == head
        assert chart.x_axis.delete is False
        assert (chart.legend is not None) == (len(chart.series) > 1)


def test_the_chart_of_ages_leaves_nobody_out() -> None:
    charts = opened(render(UNKNOWN, ENGLISH))["Sex and age"]._charts
    assert len(charts[0].series) == 3
    assert len(charts[0].series[0].cat.strRef.strCache.pt) == 6


def test_print_set_up_of_every_sheet(story: Workbook) -> None:
    landscape = {"Summary", "Movements", "List"}
    for sheet in story:
        assert sheet.page_setup.orientation == (
            "landscape" if sheet.title in landscape else "portrait"
        )
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.page_setup.fitToHeight == (1 if sheet.title == "Summary" else 0)
        assert sheet.oddFooter.left.text == "Personal data: official use only"
        assert "ALA 12.11.2020 v1" in sheet.oddFooter.center.text
        repeated = None if sheet.title in {"Summary", "About"} else "$4:$4"
        assert sheet.print_title_rows == repeated
    assert story["List"].print_area == "'List'!$A$1:$N$107"


@pytest.mark.parametrize("tampered", ["rows", "list"])
def test_sheets_that_differ_are_never_saved(tampered: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name, writer = {
        "rows": ("by_region", summary_workbook.by_region),
        "list": ("people_list", summary_workbook.people_list),
    }[tampered]
    monkeypatch.setattr(summary_workbook, name, spoilt(writer, tampered))
    with pytest.raises(SumsDifferError):
        render(model(), ENGLISH)


def spoilt(writer: Callable[..., object], tampered: str) -> Callable[..., object]:
    """A writer of a sheet that loses somebody after the figures were counted."""

    def write(context: object) -> object:
        written = writer(context)
        if tampered == "rows":
            written.placed.sheet.cell(5, written.everyone).value -= 1
            return written
        return replace(written, last=written.last - 1)

    return write


def test_ten_thousand_people() -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(render(model(10_000), ENGLISH)))
    rows = book.get_sheet_by_name("List").to_python()
    assert len(rows) == 4 + 10_000 + 1
    assert rows[-1][1:3] == ["Total", "10,000 people"]


def test_labels_of_people_are_counted_in_the_grammar_of_the_language() -> None:
    for size, words in ((1, "1 человек"), (2, "2 человека"), (12, "12 человек")):
        sheet = opened(render(model(size), RUSSIAN))["Список"]
        assert sheet.cell(5 + size, 3).value == words


Box = tuple[int, int, int, int]


def frame_of(chart: object) -> Box:
    """First column and row, last column and row that a chart covers, counted from 1."""
    start, end = chart.anchor._from, chart.anchor.to
    return start.col + 1, start.row + 1, end.col, end.row


def cells_of(sheet: Worksheet) -> list[tuple[int, int]]:
    return [
        (cell.column, cell.row)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def overlap(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def inside(box: Box, outer: Box) -> bool:
    return box[0] >= outer[0] and box[1] >= outer[1] and box[2] <= outer[2] and box[3] <= outer[3]


def title_of(chart: object) -> str:
    return chart.title.tx.rich.p[0].r[0].t
