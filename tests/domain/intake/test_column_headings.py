"""Headings of lists in seven languages mean what a clerk would say they mean."""

import pytest

from desktop.domain.intake.fields import Field
from desktop.domain.intake.headings import column_meanings, is_ethnic, meanings

HEADINGS = {
    Field.ADDRESS: """Адрес в Таджикистане (район, село) | Домашний адрес | Адрес постоянного
        места жительства | Адрес прописки | Прописка | Ҷойи истиқомат (вилоят, ноҳия) | Суроғаи
        ҷойи зист | Yashash joyi | Doimiy yashash manzili | Address in Tajikistan | Home address
        (region/district) | Final destination | Adresse au Tadjikistan | Destination finale |
        Мекенжайы""",
    Field.AGE: """Синну сол | Yoshi""",
    Field.AUTHORITY: """Кем и когда выдан паспорт | Орган, выдавший документ""",
    Field.BIRTH_CERTIFICATE: """Св-во о рождении | Свидетельство о рождении №""",
    Field.BIRTH_DATE: """Дата рождения (чч.мм.гггг) | Дата рождения (число, месяц, год) | Дата
        рожд., возраст | Год рожд. | Дата и год рождения | Число, месяц, год рождения | День
        рождения | Рӯз, моҳ ва соли таваллуд | Санаи таваллуд (рӯз.моҳ.сол) | Tug'ilgan kuni,
        oyi, yili | Tug‘ilgan sanasi (kun.oy.yil) | Date of Birth (DD/MM/YYYY) | D.O.B | Date de
        naissance (JJ/MM/AAAA) | Туған күні, айы, жылы""",
    Field.BIRTH_PLACE: """Place of Birth | Lieu de naissance""",
    Field.DISTRICT: """Район проживания | Шаҳр/ноҳия""",
    Field.DOCUMENT: """Паспорт (серия, номер) | № загранпаспорта | Паспорт серия № | Серия, №
        паспорта | Номер документа | Документ, серия, номер | Силсила ва рақами шиноснома |
        Шиносномаи хориҷӣ № | Pasport seriya va raqami | Passport Number | Numéro de passeport |
        Passeport n° | Төлқұжат нөмірі""",
    Field.DOCUMENT_KIND: """Вид документа""",
    Field.DOCUMENT_SERIES: """Passport seriyasi""",
    Field.EMAIL: """E-mail | Эл. адрес""",
    Field.EXPIRES: """Срок действия загранпаспорта | Муҳлати амали шиноснома | Date of expiry |
        Date d'expiration du passeport | Действителен (до) | Годен до | Срок паспорта""",
    Field.FAMILY_GROUP: """№ семьи | Номер группы/семьи | HH No. | Household number""",
    Field.FAMILY_NAME: """Family Name / Surname | Nom de famille | Тегі""",
    Field.FULL_NAME: """Фамилия, имя и отчество полностью | Ф.И.О.* | Ф.И.О. (на русском языке)
        | Ному насаби шаҳрванд | Ному насаби пурра | Насаб, ном ва номи падар | Familiya, ismi,
        otasining ismi | Familiyasi, ismi, sharifi | F.I.O. | Ismi va familiyasi | Nom, prénom |
        Nom et prénoms | Тегі, аты, әкесінің аты | Ф И О пассажиров | Пассажиры | Список граждан
        | Name, surname | Name and Surname | Names | Surname & Name | Фамилия/Имя | Фамилия, Имя""",
    Field.GIVEN_NAMES: """Given Name(s) | Prénoms | Аты | Имя Отчество | Имя/Отчество""",
    Field.ISSUED: """Дата выдачи паспорта | Выдан (дата)""",
    Field.LATIN_FULL_NAME: """Ф.И.О. (латиницей) | ФИО латинскими буквами | Full Name (as per
        passport)""",
    Field.NATIONALITY: """Гражданство (подданство) | Шаҳрвандӣ | Fuqaroligi | Nationalité |
        Азаматтығы""",
    Field.NOTE: """Примечания / особые нужды | Особые потребности | Состояние здоровья | Причина
        возвращения | Эзоҳ | Izoh | Vulnerability | Special needs / remarks | Observations |
        Ескертпе""",
    Field.OCCUPATION: """Профессия/работа | Место работы""",
    Field.OTHER: """Дата прилёта | Номер рейса | Номер места | Место посадки | Автобус № | Дети""",
    Field.PATRONYMIC: """Father's Name""",
    Field.PERSONAL_NUMBER: """ИИН | ПИНФЛ | ИНН""",
    Field.PHONE: """Телефон в РТ | Контактный телефон родственников в Таджикистане | Сот.
        телефон | Номер сотового телефона | WhatsApp номер | Рақами телефон | Телефони алоқа |
        Telefon raqami | Bog'lanish uchun telefon | Contact No. | Phone number | Mobile phone |
        Numéro de téléphone | Tél. | Телефон нөмірі""",
    Field.PLACE_NOW: """Место временного пребывания | Текущее местонахождение | Current location""",
    Field.REGION: """Область проживания | Вилоят (шаҳр)""",
    Field.REGISTRATION: """Case ID | Рег № | Номер анкеты""",
    Field.RELATION: """Степень родства (кем приходится) | Родственные отношения | Отношение к
        главе семьи | Член семьи | Хешутаборӣ | Кӣ мешавад | Oiladagi o'rni | Qarindoshlik
        darajasi | Family Relationship | Relationship to head of household | Lien familial""",
    Field.RUNNING_NUMBER: """№ п\\п | № по списку | Порядковый № | Р/с № | S.No | Sl. No. | N
        п/п""",
    Field.SEX: """Ҷинс (м/з) | Jinsi (E/A) | Sex (M/F) | Жынысы""",
    Field.TEST_RESULT: """Результат ПЦР""",
    Field.TEST_SAMPLED: """Дата тестирования | Дата забора""",
}

CASES = [
    (" ".join(heading.split()), field)
    for field, text in HEADINGS.items()
    for heading in text.split("|")
]


@pytest.mark.parametrize(("heading", "field"), CASES)
def test_heading(heading: str, field: Field) -> None:
    assert meanings(heading)[0].field is field


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("ФИО, дата рождения", (Field.FULL_NAME, Field.BIRTH_DATE)),
        ("Пол/возраст", (Field.SEX, Field.AGE)),
        ("Адрес, телефон", (Field.ADDRESS, Field.PHONE)),
        ("Кем и когда выдан", (Field.AUTHORITY, Field.ISSUED)),
        ("Паспорт, кем и когда выдан", (Field.DOCUMENT, Field.AUTHORITY, Field.ISSUED)),
        ("Дата и место рождения", (Field.BIRTH_DATE, Field.BIRTH_PLACE)),
    ],
)
def test_heading_over_several_things(heading: str, fields: tuple[Field, ...]) -> None:
    first = meanings(heading)[0]
    assert (first.field, *first.also) == fields


@pytest.mark.parametrize(
    "text", ["", "Назаров Саидмурод", "14.05.1988", "403179174", "супруга", "Итого: 102 чел.", "—"]
)
def test_what_is_no_heading(text: str) -> None:
    assert meanings(text) == ()


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        (("Паспорт", "серия"), Field.DOCUMENT_SERIES),
        (("Паспорт", "№"), Field.DOCUMENT),
        (("Паспорт", "выдан"), Field.ISSUED),
        (("Паспорт", "до"), Field.EXPIRES),
        (("Дата рождения", "число"), Field.BIRTH_DAY),
        (("Дата рождения", "год"), Field.BIRTH_YEAR),
        (("Место жительства", "область"), Field.REGION),
        (("Латиницей", "Фамилия"), Field.LATIN_FAMILY_NAME),
        (("Имя",), Field.GIVEN_NAMES),
    ],
)
def test_heading_of_several_lines(lines: tuple[str, ...], field: Field) -> None:
    assert column_meanings(lines)[0].field is field


def test_ethnic_origin_is_told_apart() -> None:
    assert is_ethnic("Национальность")
    assert is_ethnic("Миллат")
    assert not is_ethnic("Гражданство")
