"""Text tables with lonely quotation marks, two encodings and stray control characters."""

import pytest

from desktop.errors import UserError
from desktop.files.guard import Limits
from desktop.files.text_tables import read_text_table

HEADING = "№;ФИО;Паспорт"


def read(*lines: str | bytes) -> list[tuple[str, ...]]:
    data = b"\r\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(read_text_table(data, Limits()))


@pytest.mark.parametrize(
    "line",
    [
        '2;"Сангов Музаффар;430847904',
        '2;Сангов Музаффар";430847904',
        '"2;Сангов Музаффар;430847904',
    ],
)
@pytest.mark.parametrize("rest", [2, 40])
@pytest.mark.parametrize("quoted", [False, True])
def test_a_lonely_mark_takes_no_other_row(line: str, rest: int, *, quoted: bool) -> None:
    name = '"Назаров Далер"' if quoted else "Назаров Далер"
    rows = read(HEADING, line, *(f"{n};{name};4030000{n}" for n in range(10, 10 + rest)))
    assert len(rows) == 2 + rest
    assert [cell.strip('"') for cell in rows[1]] == ["2", "Сангов Музаффар", "430847904"]
    assert rows[-1][1] == "Назаров Далер"


def test_marks_that_mean_something_are_kept() -> None:
    rows = read(HEADING, '1;"Назаров\nДалер";"он сказал ""да"""', '2;ООО "Рога";3')
    assert rows[1:] == [("1", "Назаров\nДалер", 'он сказал "да"'), ("2", 'ООО "Рога"', "3")]


def test_lines_of_two_encodings() -> None:
    rows = read(
        HEADING, "1;Гулов Шерали;401234567", "2;Гулова Нигина;401234568".encode("cp1251"),
        "3;Холов Эраҷ;401234569",
    )  # fmt: skip
    assert [row[1] for row in rows[1:]] == ["Гулов Шерали", "Гулова Нигина", "Холов Эраҷ"]


@pytest.mark.parametrize("stray", [b"\x00", b"\x01", b"\x1a", b"\x7f"])
def test_a_stray_control_character_is_dropped(stray: bytes) -> None:
    rows = read(HEADING, "1;Гулов ".encode() + stray + "Шерали;401234567".encode())
    assert rows[1] == ("1", "Гулов Шерали", "401234567")


def test_many_control_characters_are_no_text() -> None:
    with pytest.raises(UserError, match="not_a_workbook"):
        read(bytes(range(1, 9)) * 40)
