"""The problems of a list as a workbook: every line, and text that stays text."""

from datetime import UTC, datetime
from io import BytesIO

from openpyxl import load_workbook

from desktop.files.problem_list import ProblemLine, problem_list
from reports.texts import Texts

NOW = datetime(2020, 11, 11, 10, 30, tzinfo=UTC)
LINES = [
    ProblemLine(7, "Солу таваллуд", "09/04/17", "09/04/17: day first or month first?"),
    ProblemLine(9, "Паспорт №", '=HYPERLINK("http://x.example";"1")', "Letters in a number."),
    ProblemLine(0, "", "", "The list says 103 people, 102 were found."),
]


def rows(data: bytes) -> list[list[object]]:
    sheet = load_workbook(BytesIO(data)).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_every_problem_has_its_line() -> None:
    found = rows(problem_list(Texts(), "Рӯйхат.xlsx", "Лист1", LINES, NOW))
    assert found[0][0] == "Problems in Рӯйхат.xlsx"
    assert "Лист1" in str(found[1][0])
    assert found[3] == ["Row", "Column", "Value", "Problem"]
    assert found[4] == [7, "Солу таваллуд", "09/04/17", "09/04/17: day first or month first?"]
    assert found[6] == [None, None, None, "The list says 103 people, 102 were found."]
    assert found[7][3] == "3 problems"


def test_a_value_is_never_a_formula() -> None:
    data = problem_list(Texts(), "a.xlsx", "1", LINES, NOW)
    cell = load_workbook(BytesIO(data)).worksheets[0].cell(6, 3)
    assert cell.data_type == "s"
    assert cell.value == LINES[1].value


def test_the_same_problems_give_the_same_file() -> None:
    first = problem_list(Texts(), "a.xlsx", "1", LINES, NOW)
    assert first == problem_list(Texts(), "a.xlsx", "1", LINES, NOW)


def test_a_list_without_problems_says_so() -> None:
    found = rows(problem_list(Texts(), "a.xlsx", "1", [], NOW))
    assert found[4][0] == "No problems"
