import csv
import hashlib
import io
import re
import tomllib
import unicodedata
import zoneinfo
from collections import Counter
from enum import StrEnum
from pathlib import Path

import pytest

from desktop import reference
from desktop.domain import values
from desktop.domain.layouts import parse_layout
from desktop.domain.partial_dates import Precision
from desktop.errors import Corrupt
from desktop.paths import resources_dir
from desktop.reference import name_in, reference_version

FOLDER = resources_dir() / "reference"
FILES = sorted(path.name for path in FOLDER.glob("*.csv"))
SOURCES = tomllib.loads((FOLDER / "sources.toml").read_text(encoding="utf-8"))
KEYS = {
    "areas.csv": ("code",),
    "countries.csv": ("alpha3",),
    "crossing_points.csv": ("place", "position"),
    "places.csv": ("code",),
    "value_items.csv": ("list", "code"),
    "vehicle_layouts.csv": ("code",),
}
ENUMERATIONS: dict[str, type[StrEnum]] = {
    "birth_precision": Precision,
    "case_status": values.CaseStatus,
    "direction": values.Direction,
    "document_state": values.DocumentState,
    "group_role": values.GroupRole,
    "import_outcome": values.ImportOutcome,
    "movement_status": values.MovementStatus,
    "nationality_status": values.NationalityStatus,
    "sex": values.Sex,
    "traveller_status": values.TravellerStatus,
}


def rows(name: str) -> list[dict[str, str]]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def test_every_file_has_a_source_and_a_key() -> None:
    assert FILES == sorted(KEYS) == sorted(entry["name"] for entry in SOURCES["file"])


@pytest.mark.parametrize("entry", SOURCES["file"], ids=lambda entry: entry["name"])
def test_checksum_origin_and_licence(entry: dict[str, object]) -> None:
    name = str(entry["name"])
    assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == entry["sha256"]
    assert entry["origin"]
    assert entry["licence"]
    assert entry["retrieved"]


@pytest.mark.parametrize("name", FILES)
def test_encoding_and_shape(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert not data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    for row in rows(name):
        assert None not in row
        for value in row.values():
            assert value == value.strip()
            assert "\u00a0" not in value


@pytest.mark.parametrize("name", FILES)
def test_keys_are_unique_and_rows_are_sorted(name: str) -> None:
    keys = [tuple(row[field] for field in KEYS[name]) for row in rows(name)]
    assert len(set(keys)) == len(keys)
    order = (
        [(row["list"], int(row["position"])) for row in rows(name)]
        if name == "value_items.csv"
        else keys
    )
    assert order == sorted(order)


@pytest.mark.parametrize("name", FILES)
def test_no_latin_letter_hides_in_a_cyrillic_word(name: str) -> None:
    mixed = re.compile(r"[Ѐ-ӿ][A-Za-z]|[A-Za-z][Ѐ-ӿ]")
    for row in rows(name):
        for field, value in row.items():
            assert not mixed.search(value), (field, value)


@pytest.mark.parametrize(
    "item", reference.value_items(), ids=lambda item: f"{item.list}:{item.code}"
)
def test_value_has_a_label_in_every_interface_language(item: reference.ValueItem) -> None:
    assert set(item.labels) >= {"en", "fr", "ru", "tg"}
    assert re.fullmatch(r"[A-Z]|[a-z][a-z_]*", item.code)


def test_a_list_is_closed_or_open_as_a_whole_and_counts_from_one() -> None:
    lists = {item.list for item in reference.value_items()}
    for name in lists:
        items = [item for item in reference.value_items() if item.list == name]
        assert len({item.closed for item in items}) == 1
        assert [item.position for item in items] == list(range(1, len(items) + 1))
        assert len({item.labels["en"] for item in items}) == len(items)


@pytest.mark.parametrize("name", ENUMERATIONS)
def test_closed_list_is_the_enumeration_of_the_rules(name: str) -> None:
    items = [item for item in reference.value_items() if item.list == name]
    assert all(item.closed for item in items)
    assert {item.code for item in items} == {member.value for member in ENUMERATIONS[name]}


def test_russian_labels_write_yo() -> None:
    without = re.compile(r"\b(?:ребенок|отчет|учет|прием|самолет|еще|поврежден|истек|партнер)\b")
    assert [item for item in reference.value_items() if without.search(item.labels["ru"])] == []


def test_countries_are_those_of_iso_with_the_codes_of_passports() -> None:
    kinds = Counter(country.kind for country in reference.countries())
    assert kinds["iso"] == 249
    by_code = {country.alpha3: country for country in reference.countries()}
    for code in (
        "XXA",
        "XXB",
        "XXC",
        "XXX",
        "UNO",
        "UNA",
        "UNK",
        "EUE",
        "XOM",
        "XPO",
        "GBD",
        "RKS",
    ):
        assert by_code[code].kind != "iso"
    assert by_code["TJK"].alpha2 == "TJ"
    assert by_code["TJK"].numeric == "762"
    assert by_code["TJK"].names["tg"] == "Тоҷикистон"
    iso = [country for country in reference.countries() if country.kind == "iso"]
    for field in ("alpha2", "numeric"):
        assert len({getattr(country, field) for country in iso}) == 249
    for language in ("en", "fr", "ru", "tg"):
        assert len({country.names[language] for country in reference.countries()}) == len(by_code)


def test_a_spelling_means_one_country() -> None:
    meaning: dict[str, set[str]] = {}
    for country in reference.countries():
        own = (country.alpha3, country.alpha2, *country.names.values(), *country.spellings)
        for text in filter(None, own):
            if not (country.kind == "organisation" and text == country.alpha2):
                meaning.setdefault(folded(text), set()).add(country.alpha3)
    assert {text: codes for text, codes in meaning.items() if len(codes) > 1} == {}


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("Таджикистан", "TJK"),
        ("ТАДЖИКИСТАН", "TJK"),
        ("РТ", "TJK"),
        ("Республика Таджикистан", "TJK"),
        ("Тоҷикистон", "TJK"),
        ("Точикистон", "TJK"),
        ("Tojikiston", "TJK"),
        ("TJ", "TJK"),
        ("TJK", "TJK"),
        ("Oʻzbekiston", "UZB"),
        ("РК", "KAZ"),
        ("Киргизия", "KGZ"),
        ("РФ", "RUS"),
        ("Русия", "RUS"),
        ("Хитой", "CHN"),
        ("Turkey", "TUR"),
        ("ЛБГ", "XXA"),
        ("без гражданства", "XXA"),
    ],
)
def test_country_is_found_by_a_spelling_met_in_lists(spelling: str, code: str) -> None:
    found = {
        country.alpha3
        for country in reference.countries()
        for text in (country.alpha3, country.alpha2, *country.names.values(), *country.spellings)
        if folded(text) == folded(spelling)
    }
    assert found == {code}


def test_areas_hang_together() -> None:
    areas = {area.code: area for area in reference.areas()}
    countries = {country.alpha3 for country in reference.countries()}
    for area in areas.values():
        assert area.country in countries
        assert area.level in {"region", "district", "town"}
        assert bool(area.parent) == (area.level != "region")
        if area.parent:
            assert areas[area.parent].country == area.country
            assert area.code.startswith(f"{area.parent}-")
        assert area.names["en"]
        assert area.names["ru"]


def test_every_district_and_town_of_tajikistan() -> None:
    below = Counter(area.parent for area in reference.areas() if area.country == "TJK")
    levels = Counter(area.level for area in reference.areas() if area.country == "TJK")
    assert levels == {"region": 5, "town": 17, "district": 47 + 4}
    assert below == {"": 5, "TJ-DU": 4, "TJ-SU": 18, "TJ-KT": 25, "TJ-GB": 8, "TJ-RA": 13}
    for area in reference.areas():
        if area.country == "TJK":
            assert set(area.names) == {"en", "fr", "ru", "tg"}


def test_every_region_of_the_neighbours() -> None:
    regions = Counter(area.country for area in reference.areas() if not area.parent)
    assert regions == {
        "TJK": 5, "KAZ": 20, "UZB": 14, "KGZ": 9, "TKM": 6, "AFG": 34, "RUS": 83,
    }  # fmt: skip


def test_a_spelling_means_one_area_of_a_country() -> None:
    meaning: dict[tuple[str, str], set[str]] = {}
    for area in reference.areas():
        for text in (*area.names.values(), *area.spellings):
            meaning.setdefault((area.country, folded(text)), set()).add(area.code)
    assert {text: codes for text, codes in meaning.items() if len(codes) > 1} == {}


@pytest.mark.parametrize(
    ("region", "district", "code"),
    [
        ("ВМКБ", "Дарвоз", "TJ-GB-DARVOZ"),
        ("ВМКБ", "Ишкошим", "TJ-GB-ISHKOSHIM"),
        ("ГБАО", "Хорог", "TJ-GB-KHORUGH"),
        ("GBAO", "Хоруғ", "TJ-GB-KHORUGH"),
        ("Душанбе", "Сино", "TJ-DU-SINO"),
        ("Душанбе", "Фирдавсӣ", "TJ-DU-FIRDAVSI"),
        ("НТҶ", "Варзоб", "TJ-RA-VARZOB"),
        ("НТҶ", "Рашт", "TJ-RA-RASHT"),
        ("НТЧ", "Рӯдакӣ", "TJ-RA-RUDAKI"),
        ("РРП", "Турсунзода", "TJ-RA-TURSUNZODA"),
        ("DRS", "Ҳисор", "TJ-RA-HISOR"),
        ("DRS", "Тавилдара", "TJ-RA-SANGVOR"),
        ("Суғд", "Айнӣ", "TJ-SU-AYNI"),
        ("Суғд", "Ғончӣ", "TJ-SU-DEVASHTICH"),
        ("Согдийская область", "Ура-Тюбе", "TJ-SU-ISTARAVSHAN"),
        ("Суғд", "Исфара", "TJ-SU-ISFARA"),
        ("Суғд", "Конибодом", "TJ-SU-KONIBODOM"),
        ("Суғд", "Мастчоҳ", "TJ-SU-MASTCHOH"),
        ("Суғд", "Панҷакент", "TJ-SU-PANJAKENT"),
        ("Суғд", "Ходжент", "TJ-SU-KHUJAND"),
        ("Суғд", "Қайроққум", "TJ-SU-GULISTON"),
        ("Суғд", "Чкаловск", "TJ-SU-BUSTON"),
        ("Хатлон", "Ёвон", "TJ-KT-YOVON"),
        ("Хатлон", "Қурғонтеппа", "TJ-KT-BOKHTAR"),
        ("Хатлон", "Курган-Тюбе", "TJ-KT-BOKHTAR"),
        ("Хатлон", "Восеъ", "TJ-KT-VOSE"),
        ("Хатлон", "Данғара", "TJ-KT-DANGHARA"),
        ("Хатлон", "Куляб", "TJ-KT-KULOB"),
        ("Хатлон", "Панҷ", "TJ-KT-PANJ"),
        ("Хатлон", "Ҷайҳун", "TJ-KT-JAYHUN"),
        ("Хатлон", "Қумсангир", "TJ-KT-JAYHUN"),
        ("Хатлон", "Ҷ. Румӣ", "TJ-KT-BALKHI"),
        ("Хатлон", "Колхозобод", "TJ-KT-BALKHI"),
        ("Хатлон", "Сарбанд", "TJ-KT-LEVAKAND"),
        ("Хатлон", "Ҷиликӯл", "TJ-KT-DUSTI"),
    ],
)
def test_area_is_found_by_what_lists_call_it(region: str, district: str, code: str) -> None:
    def find(spelling: str) -> reference.Area:
        (area,) = (
            area
            for area in reference.areas()
            if area.country == "TJK"
            and folded(spelling) in map(folded, (*area.names.values(), *area.spellings))
        )
        return area

    assert find(district).code == code
    assert find(region).code == find(district).parent


def test_places_have_a_country_an_area_a_zone_and_a_lasting_id() -> None:
    areas = {area.code: area.country for area in reference.areas()}
    countries = {country.alpha3 for country in reference.countries()}
    kinds = {item.code for item in reference.value_items() if item.list == "place_kind"}
    ids = {place.id for place in reference.places()}
    assert len(ids) == len(reference.places())
    for place in reference.places():
        assert place.id.version == 7
        assert place.kind in kinds
        assert place.country in countries
        if place.area:
            assert areas[place.area] == place.country
        assert zoneinfo.ZoneInfo(place.zone)
        assert 20 < place.lat < 70
        assert 20 < place.lon < 140
        assert set(place.names) == {"en", "fr", "ru", "tg", "uz", "kk"}


def test_ids_that_offices_already_hold_do_not_change() -> None:
    ids = {place.code: str(place.id) for place in reference.places()}
    assert ids["tj-dushanbe"] == "01a19467-e800-7afd-8e3b-1c33fb3ac654"
    assert ids["cp-zhibek-zholy"] == "01a19467-e800-7022-bb11-8c4c2fb4756b"


def test_crossing_points_have_two_posts_in_two_countries() -> None:
    places = {place.code: place for place in reference.places()}
    points = reference.crossing_points()
    assert {point.code for point in points} == {
        code for code, place in places.items() if place.kind == "crossing_point"
    }
    taken = {place.id for place in places.values()}
    for point in points:
        first, second = point.posts
        place = places[point.code]
        assert point.place_id == place.id
        assert first.country != second.country
        assert (first.country, first.zone) == (place.country, place.zone)
        for language in ("en", "fr", "ru", "tg", "uz", "kk"):
            assert place.names[language] == f"{first.names[language]} / {second.names[language]}"
        for post in point.posts:
            assert post.id not in taken
            taken.add(post.id)
            assert zoneinfo.ZoneInfo(post.zone)


def test_the_road_of_the_story_is_there() -> None:
    points = {point.code: point for point in reference.crossing_points()}
    zhibek_zholy = points["cp-zhibek-zholy"].posts
    assert [post.country for post in zhibek_zholy] == ["KAZ", "UZB"]
    assert zhibek_zholy[0].names["ru"] == "Жибек жолы"
    assert [post.zone for post in zhibek_zholy] == ["Asia/Almaty", "Asia/Tashkent"]
    oybek = points["cp-oybek"].posts
    assert [post.country for post in oybek] == ["UZB", "TJK"]
    assert oybek[1].names["tg"] == "Фотеҳобод"


def test_positions_that_are_guessed_say_so() -> None:
    for row in rows("places.csv"):
        if row["kind"] == "crossing_point":
            assert "approximate position" in row["note"]
            assert re.fullmatch(r"\d+\.\d", row["lat"])


@pytest.mark.parametrize("layout", reference.layouts(), ids=lambda layout: layout.code)
def test_plan_has_as_many_seats_as_it_says(layout: reference.VehicleLayout) -> None:
    kinds = {item.code for item in reference.value_items() if item.list == "vehicle_kind"}
    assert layout.kind in kinds
    parsed = parse_layout(layout.code, layout.kind, layout.plan, layout.wheelchair)
    assert len(parsed.seats) == layout.seats
    assert len(parsed.wheelchair_places) == layout.wheelchair
    for line in layout.plan.split("/"):
        assert list(line.replace("_", "")) == sorted(line.replace("_", ""))
    assert str(layout.seats) in layout.names["en"]


def test_name_in_a_language_or_the_next_best() -> None:
    assert name_in({"en": "Talas", "ru": "Талас"}, "ru") == "Талас"
    assert name_in({"en": "Talas", "ru": "Талас"}, "tg") == "Талас"
    assert name_in({"en": "Talas", "ru": "Талас"}, "fr") == "Talas"
    assert name_in({"fr": "Talas"}, "ru") == "Talas"
    assert name_in({}, "ru") == ""


def test_version_is_that_of_the_sources_and_their_contents() -> None:
    version, _, digest = reference_version().partition("+")
    assert version == SOURCES["version"]
    assert re.fullmatch("[0-9a-f]{12}", digest)


def test_a_damaged_installation_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference, "resources_dir", lambda: tmp_path)
    reference.layouts.cache_clear()
    reference.reference_version.cache_clear()
    with pytest.raises(Corrupt) as caught:
        reference.layouts()
    assert caught.value.code == "catalogue.damaged"
    assert caught.value.params == {"file": "vehicle_layouts.csv"}
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference" / "sources.toml").write_text("version = 1")
    with pytest.raises(Corrupt) as caught:
        reference.reference_version()
    assert caught.value.params == {"file": "sources.toml"}
