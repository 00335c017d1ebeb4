"""Ages, totals, words and the hash of a list."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from manifest_story import ALMATY, bus_list, convoy_list, singles
from manifest_texts import EN, FR, RU

from desktop.domain.partial_dates import PartialDate
from reports import terms, wording
from reports.ages import months, years
from reports.checksums import PaperKind, content_hash, qr_text, shown
from reports.model import Change, ChangeKind, Group, GroupKind, Mark, Pair, Row, Tick, Vehicle
from reports.texts import Texts
from reports.totals import BANDS, SEXES, band_label, count
from reports.wording import Wording

ON = date(2020, 11, 12)
DAYS = st.dates(date(1920, 1, 1), date(2020, 11, 12))


def row(birth: PartialDate | None, sex: str = "M", **rest: object) -> Row:
    """A traveller of whom little matters."""
    return Row(1, "Назаров", "NAZAROV", sex, birth, "TJK", **rest)  # type: ignore[arg-type]


def aged(text: str, texts: Texts = RU) -> str:
    """Age on the day of the story of somebody born on `text`."""
    return wording.age(texts, PartialDate.from_iso(text), ON)


@pytest.mark.parametrize(
    ("born", "told"),
    [
        ("2020-11-12", "менее 1 мес."),
        ("2020-10-13", "менее 1 мес."),
        ("2020-10-12", "1 мес."),
        ("2020-02-28", "8 мес."),
        ("2018-11-13", "23 мес."),
        ("2018-11-12", "2 года"),
        ("1999-11-12", "21 год"),
        ("2009-11-12", "11 лет"),
        ("1988-05-14", "32 года"),
        ("1974", "45–46 лет"),
        ("2019", "10–22 мес."),
        ("2018", "1–2 года"),
        ("2002-11", "17–18 лет"),
        ("1960-01-01/1965-12-31", "54–60 лет"),
        ("2021-01-01", ""),
    ],
)
def test_age_is_told_as_exactly_as_it_is_known(born: str, told: str) -> None:
    assert aged(born) == told


def test_age_in_french_and_english() -> None:
    assert (aged("2019-11-12", FR), aged("1988-05-14", FR)) == ("12 mois", "32 ans")
    assert (aged("2020-10-12", EN), aged("1988-05-14", EN)) == ("1 month", "32 years")


def test_birthday_on_the_last_of_february() -> None:
    born = PartialDate.of_day(date(2004, 2, 29))
    assert years(born, date(2022, 2, 28)) == (17, 17)
    assert years(born, date(2022, 3, 1)) == (18, 18)


@given(DAYS)
def test_years_agree_with_the_register(day: date) -> None:
    birth = PartialDate.of_day(day)
    assert years(birth, ON) == birth.ages_on(ON)
    span = months(birth, ON)
    assert span is not None
    assert span[0] // 12 == birth.ages_on(ON)[0]


@pytest.mark.parametrize(
    ("born", "told"),
    [
        ("1988-05-14", "14.05.1988"),
        ("1974", "1974"),
        ("1974-03", "03.1974"),
        ("1974-01-01/1974-12-31", "ок. 1974"),
        ("1960-01-01/1965-12-31", "1960–1965"),
    ],
)
def test_birth_date_shows_no_more_than_is_known(born: str, told: str) -> None:
    assert wording.birth(RU, PartialDate.from_iso(born)) == told


def test_unknown_birth_date_is_said() -> None:
    assert wording.birth(RU, None) == "не известна"
    assert wording.age(RU, None, ON) == ""


def test_totals_of_the_story() -> None:
    totals = count(bus_list().rows(), ON)
    assert (totals.total, totals.adults, totals.children, totals.unknown_age) == (49, 36, 13, 0)
    assert totals.cells["M"] == (1, 5, 4, 16, 4, 0)
    assert totals.cells["F"] == (0, 3, 0, 14, 2, 0)
    assert totals.bands == (0, 1, 2, 3, 4)
    assert totals.sexes == ("M", "F")
    assert [band_label(band) for band in totals.bands] == ["0–1", "2–11", "12–17", "18–59", "60+"]


def test_totals_say_what_is_not_known() -> None:
    rows = [row(None, "X"), row(PartialDate.of_year(2008)), row(PartialDate.of_year(2002))]
    totals = count(rows, ON)
    assert totals.sexes == SEXES
    assert totals.bands[-1] == len(BANDS)
    # Born in 2008: 11 or 12, of no certain band, but a child.
    assert (totals.children, totals.adults, totals.unknown_age) == (1, 0, 2)
    assert wording.sex_counts(RU, totals).endswith("пол не указан: 1 · возраст не известен: 2")


births = st.one_of(
    st.none(), DAYS.map(PartialDate.of_day), st.integers(1920, 2020).map(PartialDate.of_year)
)


@given(st.lists(st.tuples(births, st.sampled_from(("M", "F", "X", "")))))
def test_totals_add_up(people: list[tuple[PartialDate | None, str]]) -> None:
    totals = count([row(birth, sex) for birth, sex in people], ON)
    assert totals.total == len(people)
    assert totals.adults + totals.children + totals.unknown_age == len(people)
    assert sum(map(totals.of_sex, totals.sexes)) == len(people)
    assert sum(map(totals.of_band, totals.bands)) == len(people)


def test_hash_of_the_story_is_the_one_on_the_model_sheet() -> None:
    digest = content_hash(bus_list().rows())
    assert len(digest) == 64
    assert shown(digest) == "BBCA4AC87004EDD1"


def test_hash_follows_content_and_order_and_nothing_else() -> None:
    rows = list(bus_list().rows())
    same = [replace(one, seat="9", mark=Mark.NONE, role="") for one in rows]
    assert content_hash(same) == content_hash(rows)
    assert content_hash(rows[::-1]) != content_hash(rows)
    changed = [replace(rows[0], document_number="403179175"), *rows[1:]]
    assert content_hash(changed) != content_hash(rows)


def test_hash_does_not_mind_how_letters_are_composed() -> None:
    composed = [row(None, document_number="А")]
    composed = [replace(composed[0], name="Ёдгорӣ")]
    parted = [replace(composed[0], name="Е\u0308дгори\u0304")]
    assert content_hash(parted) == content_hash(composed)


def test_a_value_cannot_pretend_to_be_two() -> None:
    one = replace(row(None), name="А", latin_name="Б|В")
    other = replace(row(None), name="А|Б", latin_name="В")
    assert content_hash([one]) != content_hash([other])
    assert content_hash([replace(one, name="А\nБ")]) == content_hash([replace(one, name="А Б")])


def test_qr_says_what_the_paper_is_and_names_nobody() -> None:
    text = qr_text(
        PaperKind.LIST,
        "ala-2020-0113/1",
        2,
        49,
        page=1,
        pages=4,
        issued_at=datetime(2020, 11, 12, 18, 5, tzinfo=ALMATY),
        digest=content_hash(bus_list().rows()),
    )
    assert text == "HW1/M/ALA-2020-0113-B1/V2/49/1-4/20201112T1205Z/BBCA4AC87004EDD1"


@pytest.mark.parametrize(
    ("hours", "told"),
    [(6, "UTC+6"), (0, "UTC+0"), (-3, "UTC–3"), (5.5, "UTC+5:30"), (-3.5, "UTC–3:30")],
)
def test_zone_is_told_as_distance(hours: float, told: str) -> None:
    at = datetime(2020, 11, 12, tzinfo=timezone(timedelta(hours=hours)))
    assert wording.zone(at) == told


def test_russian_counts_have_their_form() -> None:
    assert [wording.people(RU, n) for n in (1, 2, 5, 11, 12, 21, 102)] == [
        "1 человек",
        "2 человека",
        "5 человек",
        "11 человек",
        "12 человек",
        "21 человек",
        "102 человека",
    ]
    assert wording.people_in_words(RU, 49) == "49 (сорок девять) человек"
    assert wording.people_in_words(Texts(), 49) == "49 people"


def test_bands_in_both_languages() -> None:
    words = Wording(RU, EN)
    groups = bus_list().groups
    assert wording.band_pair(words, groups[0]) == Pair(
        "Семья 1: Назаров, 5 человек", "Family 1: NAZAROV, 5 people"
    )
    assert wording.band_pair(words, groups[-2]) == Pair(
        "Дети без родителей, 3 человека; сопровождает Иззатуллоева Б. Д., № 33",
        "Children without parents, 3; escort IZZATULLOEVA B., No. 33",
    )
    alone = Group(GroupKind.SINGLE, (row(None),))
    assert wording.band_pair(words, alone).second == "Travelling alone, 1 person"


@pytest.mark.parametrize(
    ("role", "sex", "told"),
    [
        ("spouse", "F", "супруга"),
        ("spouse", "M", "супруг"),
        ("child", "F", "дочь"),
        ("child", "X", "ребёнок"),
        ("head", "M", "глава"),
        ("patient", "F", ""),
        ("other", "F", ""),
        ("", "F", ""),
    ],
)
def test_role_is_told_by_sex_and_never_tells_of_health(role: str, sex: str, told: str) -> None:
    assert terms.role(RU, row(None, sex, role=role)) == told


def test_document_is_told_by_kind() -> None:
    assert terms.document(RU, row(None, document_kind="passport")) == "паспорт"
    assert terms.document(RU, row(None, document_kind="alm:letter")) == "иной документ"
    own = row(None, document_kind="alm:letter", document_words="письмо консула")
    assert terms.document(RU, own) == "письмо консула"
    assert terms.document(RU, row(None)) == "нет документа"
    assert terms.document(RU, row(None, document_number="401")) == ""


def test_vehicle_is_told_with_its_place() -> None:
    bus = Vehicle(1, "bus", "402 KZA 02", "Yutong", 51)
    assert terms.vehicle(RU, bus, 3) == "Автобус 1 из 3"
    assert terms.vehicle(RU, bus, 1) == "Автобус"
    assert terms.vehicle(EN, replace(bus, kind="aircraft"), 1) == "Flight"
    assert terms.vehicle(EN, replace(bus, kind="sledge"), 2) == "Vehicle 1 of 2"
    assert wording.vehicle_model(RU, bus) == "Yutong, 51 место"
    assert wording.convoy_size(RU, convoy_list().vehicles) == "3 автобуса"


def test_change_is_told_with_both_values() -> None:
    seat = Change(ChangeKind.SEAT, "Восиев С. У.", 30, "44", "30")
    assert wording.change(RU, seat) == "№ 30 Восиев С. У. с места 44 на место 30"
    number = Change(ChangeKind.NUMBER, "Қодир Х. И.", 35, "", "401100373")
    assert wording.change(RU, number) == "№ 35 Қодир Х. И. – на 401100373"


def test_a_one_language_paper_has_no_second_text() -> None:
    words = Wording(RU)
    assert words.pair(lambda t: t.t("Bus")) == Pair("Автобус")
    assert words.shown(Pair("Консул", "Consul")) == Pair("Консул")
    assert words.last(lambda t: t.t("Bus")) == "Автобус"
    assert Wording(FR, EN).pair(lambda t: t.t("Total")).second == ""


def test_a_model_that_cannot_be_printed_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        bus_list(issued_at=datetime(2020, 11, 12, 18, 5))  # noqa: DTZ001
    with pytest.raises(ValueError, match="one number"):
        bus_list(groups=singles(1) + singles(1))
    with pytest.raises(ValueError, match="two crossings"):
        bus_list(ticks=(*bus_list().ticks, Tick("TJ", bus_list().ticks[1].direction)))
