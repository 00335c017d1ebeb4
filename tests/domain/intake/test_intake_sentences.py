"""Every code of this room has a sentence, and every sentence can be filled."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from intake_truth import TODAY, tajik_areas
from list_layouts import LAYOUTS
from list_maker import make

from desktop.domain.intake.model import Problem, Remedy
from desktop.domain.intake.problems import KINDS
from desktop.domain.intake.recognition import recognise
from desktop.domain.intake.sheet import CellValue, Sheet
from desktop.messages.intake import HEADINGS, REMEDIES, SENTENCES

ROOMS = (Path("desktop/domain/intake"), Path("desktop/files"))
ROOT = Path(__file__).parents[3]
CODE = re.compile(r"intake\.[a-z_]+")


def codes_in_the_source() -> set[str]:
    found = set()
    for room in ROOMS:
        for path in (ROOT / room).glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found |= {node.value} if CODE.fullmatch(node.value) else set()
    return {code for code in found if not code.endswith("_")}


def test_every_code_has_a_sentence() -> None:
    assert not codes_in_the_source() - SENTENCES.keys()
    assert not KINDS.keys() - SENTENCES.keys()
    assert KINDS.keys() == HEADINGS.keys()


def test_every_reason_has_a_sentence() -> None:
    source = (ROOT / ROOMS[0] / "rows.py").read_text(encoding="utf-8")
    reasons = set(re.findall(r'skip\(row, "([a-z_]+)"\)', source))
    assert len(reasons) > 6
    assert {f"intake.row_{reason}" for reason in reasons} <= SENTENCES.keys()


def problems_of_many_lists() -> Iterator[Problem]:
    heading = ("№", "ФИО", "Дата рождения", "Возраст", "Пол", "Паспорт", "Выдан", "Действителен до",
               "Гражданство", "Область", "Телефон", "Родство")  # fmt: skip
    rows: tuple[tuple[CellValue, ...], ...] = (
        (1, "Назаров Саидмурод", "05/06/1988", 20, "?м", "403179174", "12.03.2025", "12.03.2015",
         "Нарния", "Мордор", "123", "кум"),
        (2, "Назаров Саидмурод", "05/06/1988", "", "", "403179174"),
        (3, "Қурбон Раҳмон", "31.02.1990", "", "", "4,03179E+08"),
        (4, "Табаров", "01.01.2090", "", "ж", "есть", "01.01.2031", "01.01.2190"),
        (5, "Шодиев Умед Каримович", "45000", "", "ж", "40З179174", "1О.03.2015"),
        (6, "Табаров Умед Карим Содиқ Одил", "1370", "", "", "403179"),
        (7, "Табаров Далер", "14.О5.1988", "", "", 3179174),
        (8, "Табаров Эраҷ", "", 30, "", ""),
        (9, "Табаров Илҳом", "5.1990", "", "", "403179176"),
        (10, "Табаров Комрон", "ок. 1985", "", "", "403179177", "", "", "", "Хатл."),
        (11, "Хуф", "01.01.1890", "", "", "403179178"),
        (12, "Эраҷ Саидов", "какая-то", "", "", "403179179"),
        (13, "Зоиров Эраҷ", "01.01.1980", "", "", "403179180"),
        (14, "Зоирова Мадина", "01.01.1981", "", "", "403179181"),
        (15, "Зоиров Баҳром", "01.01.1982", "", "", "403179182"),
        (16, "", "01.02.1982", "", "", "403179183"),
        ("", "Всего 12 человек"),
    )  # fmt: skip
    yield from recognise(Sheet("x", (heading, *rows)), today=TODAY, areas=tajik_areas()).problems
    lone = (("ФИО", "Дата рождения", "Родство"), ("Назаров Эраҷ", "1988", "сын"),
            ("Саидов Умед", "1958", "сын"))  # fmt: skip
    yield from recognise(Sheet("x", lone), today=TODAY).problems
    for text in ("05/13/1988", "25/10/1988"):
        mixed = (("ФИО", "Дата рождения"), ("Назаров Эраҷ", text), ("Саидов Умед", "13/05/1988"),
                 ("Содиқов Умед", "05/06/1988"))  # fmt: skip
        yield from recognise(Sheet("x", mixed), today=TODAY).problems
    for layout in list(LAYOUTS.values())[::6]:
        yield from recognise(make(layout)[0], today=TODAY).problems


def test_every_sentence_can_be_filled() -> None:
    seen = set()
    for problem in problems_of_many_lists():
        filled = SENTENCES[problem.code].format(**problem.params)
        assert "{" not in filled
        assert "“”" not in filled
        seen.add(problem.code)
    assert len(seen) >= 35, sorted(KINDS.keys() - seen)


def test_every_remedy_has_a_button() -> None:
    assert {remedy.value for remedy in Remedy} == REMEDIES.keys()
