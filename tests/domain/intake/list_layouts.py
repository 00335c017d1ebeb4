"""Layouts, languages and habits of lists that differ from the samples."""

from datetime import date

from list_maker import (
    Col,
    Human,
    Layout,
    day,
    day_in_letters,
    one_of,
    role_words,
    russian,
    uzbek,
)

NUMBER = Col("№", lambda h: h.id)
FULL = Col("Ф.И.О.", lambda h: h.full, "patronymic")
BORN = Col("Дата рождения", day("%d.%m.%Y"), "born")
PASSPORT = Col("Паспорт", lambda h: h.passport, "document")
PHONE = Col("Телефон", lambda h: h.phone, "phone")
RU_ROLES = role_words("глава семьи", "супруга", "сын", "дочь")


def _serial(human: Human) -> int:
    return (human.born - date(1899, 12, 30)).days


def _first_of_family(human: Human) -> bool:
    return human.group is None or human.role == "head"


LAYOUTS = {
    "russian, three name columns": Layout(
        (
            NUMBER,
            Col("Фамилия", lambda h: russian(h.family)),
            Col("Имя", lambda h: russian(h.given)),
            Col("Отчество", lambda h: russian(h.patronymic), "patronymic"),
            Col("Год рождения", day("%d.%m.%Y"), "born"),
            Col("Серия и номер паспорта", lambda h: h.passport, "document"),
            Col("Контактный тел.", lambda h: h.phone, "phone"),
        ),
        titles=("Список пассажиров",),
        total="Всего: {n} человек",
    ),
    "russian, no running number, address": Layout(
        (
            Col("ФИО пассажира", lambda h: h.full, "patronymic"),
            Col("д.р.", day("%d.%m.%y"), "born"),
            Col("№ паспорта", lambda h: h.passport, "document"),
            Col("Адрес", lambda h: f"{h.region}, р-н {h.district}, ул. Айнӣ 5", "region district"),
        ),
    ),
    "tajik, parts, sex, region and district": Layout(
        (
            Col("Р/т", lambda h: h.id),
            Col("Насаб", lambda h: h.family),
            Col("Ном", lambda h: h.given),
            Col("Номи падар", lambda h: h.patronymic, "patronymic"),
            Col("Санаи таваллуд", day_in_letters("tg", "{d} {m} соли {y}"), "born"),
            Col("Ҷинс", lambda h: "мард" if h.sex == "M" else "зан", "sex"),
            Col("Шиноснома", lambda h: h.passport, "document"),
            Col("Вилоят", lambda h: h.region, "region"),
            Col("Ноҳия", lambda h: f"ноҳияи {h.district}", "district"),
            Col("Телефон", lambda h: h.phone, "phone"),
        ),
        titles=("РӮЙХАТИ", "шаҳрвандони Ҷумҳурии Тоҷикистон"),
        total="Ҳамагӣ: {n} нафар",
    ),
    "tajik, years only, kinship": Layout(
        (
            Col("№", lambda h: h.id),
            Col("Ному насаб", lambda h: h.full, "patronymic"),
            Col("Соли таваллуд", lambda h: h.born.year, "year"),
            Col("Рақами шиноснома", lambda h: f"№ {h.passport}", "document"),
            Col(
                "Дараҷаи хешӣ",
                role_words("сарвари оила", "ҳамсар", "писар", "духтар"),
                "group",
            ),
        ),
        footers=("Сардори гурӯҳ: ____________",),
    ),
    "uzbek latin, kinship": Layout(
        (
            Col("T/r", lambda h: h.id),
            Col("F.I.Sh.", lambda h: uzbek(h.full), "patronymic"),
            Col("Tug'ilgan yili", day_in_letters("uz", "{y}-yil {d}-{m}"), "born"),
            Col("Pasport seriyasi va raqami", lambda h: h.passport, "document"),
            Col("Manzili", lambda h: f"{uzbek(h.district)} tumani"),
            Col("Qarindoshligi", role_words("oila boshlig'i", "xotini", "o'g'li", "qizi"), "group"),
        ),
        titles=("YO'LOVCHILAR RO'YXATI",),
        total="Jami: {n}",
    ),
    "uzbek cyrillic": Layout(
        (
            Col("Т/р", lambda h: f"{h.id}."),
            Col("Фамилияси", lambda h: h.family.upper()),
            Col("Исми", lambda h: h.given.upper()),
            Col("Отасининг исми", lambda h: h.patronymic.upper(), "patronymic"),
            Col("Туғилган санаси", day("%d/%m/%Y"), "born"),
            Col(
                "Паспорт рақами",
                lambda h: int(h.passport) if h.passport.isdecimal() else h.passport,
                "document",
            ),
            Col("Телефон рақами", lambda h: "8" + h.phone[2:].replace(" ", ""), "phone"),
        ),
    ),
    "english, passport spelling, relationship": Layout(
        (
            Col("No.", lambda h: h.id),
            Col("Surname", lambda h: h.latin_family),
            Col("Given names", lambda h: h.latin_given),
            Col("Date of birth", day_in_letters("en", "{d} {m} {y}"), "born"),
            Col("Sex", lambda h: h.sex, "sex"),
            Col("Nationality", lambda h: "Tajikistan"),
            Col("Passport No.", lambda h: h.passport, "document"),
            Col("Expiry date", lambda h: "12 May 2029"),
            Col("Relationship", role_words("Head of family", "Wife", "Son", "Daughter"), "group"),
        ),
        titles=("PASSENGER MANIFEST", "as of 12 Nov 2020"),
        total="Total: {n} persons",
    ),
    "english, family number for everybody": Layout(
        (
            Col("Family ID", lambda h: h.group or 1000 + h.id, "group"),
            Col("Full name", lambda h: f"{h.latin_given} {h.latin_family}"),
            Col("DOB", lambda h: h.born.isoformat(), "born"),
            Col("Gender", lambda h: "Male" if h.sex == "M" else "Female", "sex"),
            Col("Passport", lambda h: h.passport, "document"),
            Col("Mobile", lambda h: h.phone, "phone"),
        ),
    ),
    "french, kinship": Layout(
        (
            Col("N°", lambda h: h.id),
            Col("Nom", lambda h: h.latin_family),
            Col("Prénom(s)", lambda h: h.latin_given.capitalize()),
            Col("Né(e) le", day_in_letters("fr", "{d} {m} {y}"), "born"),
            Col("Sexe", lambda h: "H" if h.sex == "M" else "F", "sex"),
            Col("N° de passeport", lambda h: h.passport, "document"),
            Col(
                "Lien de parenté", role_words("chef de famille", "épouse", "fils", "fille"), "group"
            ),
        ),
        titles=("Liste des passagers",),
    ),
    "kazakh, kinship": Layout(
        (
            Col("Р/с", lambda h: h.id),
            Col("Аты-жөні", lambda h: h.full, "patronymic"),
            Col("Туған күні", day_in_letters("kk", "{y} жылғы {d} {m}"), "born"),
            Col("Төлқұжат №", lambda h: h.passport, "document"),
            Col("Байланыс телефоны", lambda h: h.phone, "phone"),
            Col("Туыстығы", role_words("отбасы басшысы", "әйелі", "ұлы", "қызы"), "group"),
        ),
        total="Барлығы: {n} адам",
    ),
    "two heading rows, date in three columns": Layout(
        (
            Col(("№ п/п", ""), lambda h: h.id),
            Col(("Фамилия, имя, отчество", ""), lambda h: h.full, "patronymic"),
            Col(("Дата рождения", "число"), lambda h: h.born.day, "born"),
            Col(("Дата рождения", "месяц"), lambda h: h.born.month),
            Col(("Дата рождения", "год"), lambda h: h.born.year),
            Col(("Паспорт", "№"), lambda h: h.passport, "document"),
            Col(("Паспорт", "срок действия"), lambda h: "12.05.2029"),
            Col(("Место жительства", "область"), lambda h: h.region, "region"),
            Col(("Место жительства", "район"), lambda h: h.district, "district"),
        ),
        titles=("Список граждан", "Республики Таджикистан"),
        merge_headings=True,
    ),
    "two heading rows without merged cells": Layout(
        (
            Col(("№", ""), lambda h: h.id),
            Col(("Пассажир", "фамилия"), lambda h: h.family),
            Col(("Пассажир", "имя"), lambda h: h.given),
            Col(("Пассажир", "отчество"), lambda h: h.patronymic, "patronymic"),
            Col(("Документ", "вид"), lambda h: "паспорт"),
            Col(("Документ", "номер"), lambda h: h.passport, "document"),
            Col(("Документ", "выдан"), lambda h: "01.02.2015"),
            Col(("Дата рождения", ""), day("%d.%m.%Y"), "born"),
        ),
    ),
    "one heading merged over three name columns": Layout(
        (
            NUMBER,
            Col("Ф.И.О.", lambda h: h.family),
            Col("Ф.И.О.", lambda h: h.given),
            Col("Ф.И.О.", lambda h: h.patronymic, "patronymic"),
            BORN,
            PASSPORT,
        ),
        merge_headings=True,
    ),
    "heading far down and to the right": Layout(
        (NUMBER, FULL, BORN, PASSPORT, PHONE),
        titles=("Консульство", "Исх. № 12/345 от 12.11.2020", "Кому: всем постам"),
        blank_before_heading=7,
        left_margin=3,
    ),
    "no heading at all": Layout((NUMBER, FULL, BORN, PASSPORT, PHONE), has_heading=False),
    "no heading, parts and sex": Layout(
        (
            Col("", lambda h: h.family),
            Col("", lambda h: h.given),
            Col("", lambda h: "муж" if h.sex == "M" else "жен", "sex"),
            Col("", lambda h: h.born, "born"),
            Col("", lambda h: h.passport, "document"),
        ),
        has_heading=False,
    ),
    "everything in the name column": Layout(
        (
            NUMBER,
            Col(
                "Фамилия, имя, отчество, дата рождения, паспорт",
                lambda h: f"{h.full}, {h.born:%d.%m.%Y} г.р., паспорт {h.passport}",
                "patronymic born document",
            ),
        ),
    ),
    "kinship in brackets behind the name": Layout(
        (
            NUMBER,
            Col(
                "ФИО",
                lambda h: f"{h.full} ({RU_ROLES(h)})" if RU_ROLES(h) else h.full,
                "patronymic group",
            ),
            BORN,
            PASSPORT,
        ),
    ),
    "both scripts in one cell": Layout(
        (
            NUMBER,
            Col("Ф.И.О.", lambda h: f"{h.full} / {h.latin_family} {h.latin_given}", "patronymic"),
            BORN,
            PASSPORT,
        ),
    ),
    "both scripts in two columns": Layout(
        (
            NUMBER,
            Col("Фамилия, имя (англ.)", lambda h: f"{h.latin_family} {h.latin_given}"),
            Col("Ному насаб", lambda h: h.full, "patronymic"),
            BORN,
            Col("Гражданство", lambda h: "РТ"),
            PASSPORT,
        ),
    ),
    "true dates, numbers as numbers": Layout(
        (
            NUMBER,
            FULL,
            Col("Дата рождения", lambda h: h.born, "born"),
            Col(
                "Паспорт",
                lambda h: int(h.passport) if h.passport.isdecimal() else h.passport,
                "document",
            ),
            Col("Тел", lambda h: int(h.phone.replace(" ", "")), "phone"),
        ),
    ),
    "dates as day numbers of a spreadsheet": Layout(
        (NUMBER, FULL, Col("Санаи таваллуд", _serial, "born"), PASSPORT)
    ),
    "families by headings between rows": Layout((NUMBER, FULL, BORN, PASSPORT), sections="family"),
    "families by merged cells": Layout(
        (
            Col("№ семьи", lambda h: (h.group or 500 + h.id) if _first_of_family(h) else ""),
            FULL,
            BORN,
            PASSPORT,
            Col(
                "Адрес",
                lambda h: f"{h.region}, {h.district}" if _first_of_family(h) else "",
                "region district",
            ),
        ),
        merge_families_in=(0, 4),
    ),
    "family number at the first of each family": Layout(
        (
            Col(
                "№ семьи",
                lambda h: (h.group or h.id - 32) if _first_of_family(h) else "",
                "group",
            ),
            FULL,
            BORN,
            PASSPORT,
        ),
    ),
    "buses, repeated headings, signatures": Layout(
        (NUMBER, FULL, BORN, PASSPORT, Col("Место", lambda h: h.id % 50)),
        titles=("Список", "на отправку"),
        sections="bus",
        repeat_heading_every=20,
        total="ИТОГО {n} чел.",
        footers=("Старший группы Назаров С. тел. +7 701 000 00 00", "Директор ______ /подпись/"),
    ),
    "family and given name in one column, patronymic in another": Layout(
        (
            NUMBER,
            Col("Фамилия Имя", lambda h: f"{h.family} {h.given}"),
            Col("Отчество", lambda h: h.patronymic, "patronymic"),
            BORN,
            PASSPORT,
        ),
    ),
    "given names with patronymic in one column": Layout(
        (
            NUMBER,
            Col("Фамилия", lambda h: h.family),
            Col("Имя, отчество", lambda h: f"{h.given} {h.patronymic}", "patronymic"),
            BORN,
            PASSPORT,
        ),
    ),
    "given name first": Layout(
        (NUMBER, Col("Имя", lambda h: f"{h.given} {h.family}"), BORN, PASSPORT)
    ),
    "capitals": Layout(
        (
            NUMBER,
            Col("ФИО", lambda h: h.full.upper(), "patronymic"),
            Col("ПОЛ", lambda h: "М" if h.sex == "M" else "Ж", "sex"),
            Col("ДАТА РОЖД.", day("%d-%m-%Y"), "born"),
            Col("ПАСПОРТ", lambda h: h.passport, "document"),
        ),
    ),
    "every date in another form": Layout(
        (
            NUMBER,
            FULL,
            Col(
                "Туғилган сана",
                one_of(
                    day("%d.%m.%Y"),
                    day("%d,%m,%Y"),
                    day("%d/%m/%y"),
                    day_in_letters("ru", "{d} {m} {y} г."),
                    day_in_letters("uz", "{d} {m} {y}"),
                    lambda h: h.born,
                    day("%d%m%Y"),
                    day("%d %m %Y"),
                    day("%Y-%m-%d"),
                    day("%d.%m.%Yг.р."),
                ),
                "born",
            ),
            PASSPORT,
        ),
    ),
    "month first throughout": Layout(
        (NUMBER, FULL, Col("Date of birth", day("%m/%d/%Y"), "born"), PASSPORT)
    ),
    "series and number apart": Layout(
        (
            NUMBER,
            FULL,
            BORN,
            Col("Серия", lambda h: h.passport[:2]),
            Col("Номер", lambda h: h.passport[2:], "document"),
        ),
        only=lambda h: h.passport.isdecimal(),
    ),
    "all about the passport in one cell": Layout(
        (
            NUMBER,
            FULL,
            BORN,
            Col(
                "Паспортные данные (кем, когда выдан)",
                lambda h: f"паспорт № {h.passport} выдан 12.03.2015 МВД РТ, до 12.03.2025",
                "document",
            ),
        ),
    ),
    "ditto marks": Layout(
        (
            NUMBER,
            Col("Фамилия", lambda h: h.family),
            Col("Имя", lambda h: h.given),
            Col("Отчество", lambda h: h.patronymic, "patronymic"),
            BORN,
            PASSPORT,
            Col("Область", lambda h: h.region if _first_of_family(h) else '-"-', "region"),
            Col("Район", lambda h: h.district if _first_of_family(h) else "--//--", "district"),
        ),
    ),
    "two telephones in one cell": Layout(
        (
            NUMBER,
            FULL,
            BORN,
            Col("Телефоны", lambda h: f"{h.phone}, 8 701 000 {h.id % 90 + 10} 11 (брат)", "phone"),
        ),
    ),
    "columns from right to left": Layout(
        (
            PHONE,
            Col("Семья", RU_ROLES, "group"),
            Col("Область, район", lambda h: f"{h.district}, {h.region}", "region district"),
            PASSPORT,
            BORN,
            FULL,
            NUMBER,
        ),
    ),
    "kinship in the note column": Layout(
        (
            NUMBER,
            FULL,
            BORN,
            PASSPORT,
            Col("Эзоҳ", role_words("", "бо шавҳар", "писар", "духтар"), "group"),
        ),
        only=lambda h: h.group is not None,
    ),
    "unknown headings, values tell": Layout(
        (
            Col("а", lambda h: h.id),
            Col("б", lambda h: h.full, "patronymic"),
            Col("в", day("%d.%m.%Y"), "born"),
            Col("г", lambda h: h.passport, "document"),
            Col("д", lambda h: h.phone, "phone"),
        ),
    ),
    "shuffled, documents with words": Layout(
        (
            NUMBER,
            FULL,
            BORN,
            Col(
                "Документ",
                one_of(
                    lambda h: f"паспорт {h.passport}",
                    lambda h: f"P № {h.passport}",
                    lambda h: f"загранпаспорт №{h.passport}",
                    lambda h: f"{h.passport[:3]} {h.passport[3:6]} {h.passport[6:]}",
                ),
                "document",
            ),
        ),
        only=lambda h: h.passport.isdecimal(),
        shuffle=True,
    ),
}
