"""Summaries for tests: the 102 people of the story, few people, nobody, many."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from io import BytesIO

from openpyxl import Workbook, load_workbook

from reports.summary_model import Stage, SummaryModel, SummaryMovement, SummaryPerson
from reports.texts import Texts

ALMATY = timezone(timedelta(hours=6))
DUSHANBE = timezone(timedelta(hours=5))
MOMENT = datetime(2020, 11, 12, 18, 0, tzinfo=ALMATY)

_TAJIK = "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъыьэюя"
_FAMILIES = ("Ғаниев", "Раҳмонов", "Ҳоҷиев", "Ёқубов", "Ҷалилов", "Назаров", "Қодиров")
_GIVEN = ("Илҳом", "Манижа", "Сӯҳроб", "Фирӯз")
_PLACES = (("Zhibek Zholy", "Kazakhstan"), ("Almaty", "Kazakhstan"), ("Tashkent", "Uzbekistan"))
_REGIONS = ("Khatlon", "Sughd", "Badakhshan (GBAO)", "Dushanbe")

_RUSSIAN = {
    "Return of nationals: summary for the ministry": "Возвращение граждан: сводка для министерства",
    "Personal data: official use only": "Персональные данные: только для служебного пользования",
    "Page {n} of {m}": "Стр. {n} из {m}",
    "{office} · data of {moment} ({zone})": "{office} · данные на {moment} ({zone})",
    "Filter: {filter}": "Отбор: {filter}",
    "Not known": "Неизвестно",
    "Total": "Итого",
    "sheet name\x04Summary": "Сводка",
    "sheet name\x04By place": "По местам",
    "sheet name\x04By region": "По регионам",
    "sheet name\x04Sex and age": "Пол и возраст",
    "sheet name\x04Waiting time": "Срок ожидания",
    "sheet name\x04Movements": "Перевозки",
    "sheet name\x04List": "Список",
    "sheet name\x04About": "О документе",
    "sex, one letter\x04F": "Ж",
    "sex, one letter\x04M": "М",
    "People by place": "Люди по местам",
}


def tajik_order(text: str) -> str:
    """Key that sorts as the Tajik alphabet does."""
    return "".join(
        chr(0x1000 + _TAJIK.index(letter)) if letter in _TAJIK else letter
        for letter in text.casefold()
    )


def _russian_plural(n: int) -> int:
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2


ENGLISH = Texts(sort_key=tajik_order)
RUSSIAN = Texts(
    language="ru",
    messages={
        **{english: (russian,) for english, russian in _RUSSIAN.items()},
        "{n} person": ("{n} человек", "{n} человека", "{n} человек"),
    },
    plural=_russian_plural,
    thousands="\u00a0",
    decimal=",",
    sort_key=tajik_order,
)


def person(number: int, **changes: object) -> SummaryPerson:
    """A person whose every field follows from `number`."""
    place, country = _PLACES[number % 3 if number % 5 else 0]
    stage = (Stage.ON_THE_WAY, Stage.WAITING, Stage.ARRIVED)[number % 3]
    age = number * 7 % 80
    base = SummaryPerson(
        reg_no=f"ALA-2020-{number:06}",
        family_name=_FAMILIES[number % 7],
        given_names=_GIVEN[number % 4],
        patronymic="Умедович",
        latin_family_name="GHANIEV",
        latin_given_names="ILHOM",
        sex="FM"[number % 2],
        birth=date(2020 - age, 3, 1 + number % 28),
        age=age,
        nationality="TJK",
        document_kind="Passport",
        document_number=f"{number:09}",
        expires=date(2025, 1, 1 + number % 28),
        stage=stage,
        status=stage.value,
        place=place,
        country=country,
        since=date(2020, 11, 12) - timedelta(days=number % 100),
        waiting_days=None if stage is Stage.ARRIVED else number % 100,
        region=_REGIONS[number % 4],
        district="Рӯдакӣ",
        phone=f"+7701{number:07}",
        group=str(number // 4),
        movement="ALA-2020-0113",
        unaccompanied=number % 50 == 3,
    )
    return replace(base, **changes)


def model(size: int = 102, **changes: object) -> SummaryModel:
    """The summary of one evening in Almaty with so many people."""
    base = SummaryModel(
        office_code="ALA",
        office_lines=("Embassy of the Republic of Tajikistan in Kazakhstan", "Almaty"),
        moment=MOMENT,
        zone="Almaty, UTC+6",
        filter_sentence="Cases open or closed since 1 Nov 2020",
        officer="F. Rahimzoda",
        version=1,
        people=tuple(person(number) for number in range(size)),
        movements=(
            SummaryMovement(
                code="ALA-2020-0104",
                route="Shymkent – Dushanbe",
                status="Closed",
                departure=datetime(2020, 11, 2, 7, 15, tzinfo=ALMATY),
                arrival=datetime(2020, 11, 3, 4, 20, tzinfo=DUSHANBE),
                vehicles=1,
                travellers=12,
                boarded=11,
                arrived=11,
            ),
            SummaryMovement(
                code="ALA-2020-0113",
                route="Zhibek Zholy – Dushanbe",
                status="Under way",
                departure=datetime(2020, 11, 12, 21, 30, tzinfo=ALMATY),
                vehicles=2,
                travellers=102,
            ),
            SummaryMovement(code="ALA-2020-0120", status="Draft", vehicles=1, travellers=40),
        ),
        arrived_since=date(2020, 11, 1),
        made_at=datetime(2020, 11, 12, 12, 5, tzinfo=UTC),
        program="Homeward 1.0",
    )
    return replace(base, **changes)


def opened(data: bytes) -> Workbook:
    """The workbook as openpyxl reads it."""
    return load_workbook(BytesIO(data))
