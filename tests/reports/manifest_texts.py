"""Words of two languages for the tests of the lists, written by hand."""

from num2words import num2words

from reports.texts import Texts


def slavic(n: int) -> int:
    """Plural form of Russian: 1, 2 to 4, the rest."""
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else 2


def french(n: int) -> int:
    """Plural form of French: 0 and 1, the rest."""
    return 0 if n < 2 else 1


def russian_words(n: int) -> str:
    """Number in Russian words."""
    return str(num2words(n, lang="ru"))


def french_words(n: int) -> str:
    """Number in French words."""
    return str(num2words(n, lang="fr"))


def english_words(n: int) -> str:
    """Number in English words."""
    return str(num2words(n, lang="en"))


_RU: dict[str, str | tuple[str, ...]] = {
    "Passenger list": "Список пассажиров",
    "{date} {time}": "{date} {time}",
    "No. {number}": "№ {number}",
    "Version {version}": "Версия {version}",
    "replaces version {version}": "заменяет версию {version}",
    "number · version · hash": "номер · версия · хэш",
    "Bus {number} of {size}": "Автобус {number} из {size}",
    "Bus": "Автобус",
    "Vehicle": "Транспорт",
    "{model}, {n} seat": ("{model}, {n} место", "{model}, {n} места", "{model}, {n} мест"),
    "{n} seat": ("{n} место", "{n} места", "{n} мест"),
    "{n} bus": ("{n} автобус", "{n} автобуса", "{n} автобусов"),
    "{n} vehicle": ("{n} машина", "{n} машины", "{n} машин"),
    "Driver: {driver}": ("Водитель: {driver}", "Водители: {driver}", "Водители: {driver}"),
    "Convoy": "Колонна",
    "Vehicles of the convoy": "Транспорт колонны",
    "Route, local time": "Маршрут и местное время",
    "at a border\x04exit": "выезд",
    "at a border\x04entry": "въезд",
    "on the route\x04departure": "отправление",
    "on the route\x04arrival": "прибытие",
    "on the route\x04stop": "остановка",
    "Total on the list": "Всего в списке",
    "adults {count}": "взрослых {count}",
    "children {count}": "детей {count}",
    "age not known {count}": "возраст неизв. {count}",
    "Leader": "Старший",
    "Leader: {leader}": "Старший: {leader}",
    "Age on {date}": "Возраст на {date}",
    "column\x04Age on": "Возраст на",
    "age\x04not known": "не изв.",
    "Total": "Всего",
    "people\x04Male": "Мужчины",
    "people\x04Female": "Женщины",
    "people\x04Sex not stated": "Пол не указан",
    "CHANGES SINCE VERSION {version} of {date}": "ИЗМЕНЕНИЯ К ВЕРСИИ {version} от {date}",
    "Changes since version {version}": "Изменения к версии {version}",
    "change of a list\x04Added": "Добавлены",
    "change of a list\x04Removed": "Исключены",
    "change of a list\x04Number corrected": "Номер исправлен",
    "change of a list\x04Name corrected": "Имя исправлено",
    "change of a list\x04Details corrected": "Данные исправлены",
    "change of a list\x04Seat changed": "Пересажены",
    "change of a list\x04Vehicle changed": "Другой автобус",
    "No. {number} {name}": "№ {number} {name}",
    "No. {number} {name} {old} to {new}": "№ {number} {name} {old} на {new}",
    "No. {number} {name} from seat {old} to seat {new}": (
        "№ {number} {name} с места {old} на место {new}"
    ),
    "No. {number} {name} from vehicle {old} to vehicle {new}": (
        "№ {number} {name} из автобуса {old} в автобус {new}"
    ),
    "column\x04No.": "№",
    "column\x04Seat": "Место",
    "column\x04Bus · seat": "Авт. · место",
    "Surname, given names, patronymic": "Фамилия, имя, отчество",
    "Name as in passport (Latin)": "Имя в паспорте (латиница)",
    "Name in its own script": "Имя своим письмом",
    "Surname, given names": "Фамилия, имя",
    "column\x04Date of birth": "Дата рожд.",
    "column\x04Age": "Возраст",
    "column\x04Born · age": "Дата рожд. · возраст",
    "column\x04Sex": "Пол",
    "column\x04Nat.": "Гр-во",
    "column\x04Document": "Документ",
    "column\x04Valid until": "Годен до",
    "sex, one letter\x04M": "М",
    "sex, one letter\x04F": "Ж",
    "sex, one letter\x04X": "X",
    "in a family\x04head": "глава",
    "wife\x04spouse": "супруга",
    "husband\x04spouse": "супруг",
    "in a family\x04daughter": "дочь",
    "in a family\x04son": "сын",
    "in a family\x04child": "ребёнок",
    "on a list\x04passport": "паспорт",
    "on a list\x04birth certificate": "св-во о рожд.",
    "on a list\x04certificate of return": "св. на возвращение",
    "on a list\x04residence permit": "вид на жительство",
    "on a list\x04identity card": "удост. личности",
    "on a list\x04no document": "нет документа",
    "on a list\x04other document": "иной документ",
    "validity\x04{document} until {date}": "{document} до {date}",
    "birth date\x04not known": "не известна",
    "birth date\x04about {year}": "ок. {year}",
    "under 1 month": "менее 1 мес.",
    "{n} month": ("{n} мес.", "{n} мес.", "{n} мес."),
    "{youngest}–{n} month": ("{youngest}–{n} мес.",) * 3,
    "{n} year": ("{n} год", "{n} года", "{n} лет"),
    "{youngest}–{n} year": ("{youngest}–{n} год", "{youngest}–{n} года", "{youngest}–{n} лет"),
    "{n} person": ("{n} человек", "{n} человека", "{n} человек"),
    "{n} ({words}) person": (
        "{n} ({words}) человек",
        "{n} ({words}) человека",
        "{n} ({words}) человек",
    ),
    "Family {number}: {name}, {n} person": (
        "Семья {number}: {name}, {n} человек",
        "Семья {number}: {name}, {n} человека",
        "Семья {number}: {name}, {n} человек",
    ),
    "Group {number}: {name}, {n} person": (
        "Группа {number}: {name}, {n} человек",
        "Группа {number}: {name}, {n} человека",
        "Группа {number}: {name}, {n} человек",
    ),
    "Children without parents, {n}; escort {name}, No. {number}": (
        "Дети без родителей, {n} человек; сопровождает {name}, № {number}",
        "Дети без родителей, {n} человека; сопровождает {name}, № {number}",
        "Дети без родителей, {n} человек; сопровождает {name}, № {number}",
    ),
    "Children without parents, {n}": (
        "Дети без родителей, {n} человек",
        "Дети без родителей, {n} человека",
        "Дети без родителей, {n} человек",
    ),
    "Travelling alone, {n} person": (
        "Следуют без семьи, {n} человек",
        "Следуют без семьи, {n} человека",
        "Следуют без семьи, {n} человек",
    ),
    "{heading}, continued": "{heading}, продолжение",
    "continued on next page": "продолжение на следующей странице",
    "end of a list\x04TOTAL": "ИТОГО",
    "male {male}, female {female}, of them children under 18: {children}": (
        "мужчин {male}, женщин {female}, в том числе детей до 18 лет {children}"
    ),
    "sex not stated: {count}": "пол не указан: {count}",
    "age not known: {count}": "возраст не известен: {count}",
    "Convoy leader": "Старший группы",
    "place for a seal\x04Seal": "М. П.",
    "under a line\x04signature": "подпись",
    "under a line\x04date, time": "дата, время",
    "stamp\x04Exit": "Выезд",
    "stamp\x04Entry": "Въезд",
    "place for a stamp\x04stamp": "штамп",
    "counted at a border\x04people": "чел.",
    "Page {n} of {m}": "Стр. {n} из {m}",
    "List {number} · version {version} · issued {moment} ({zone})": (
        "Список {number} · версия {version} · выдан {moment} ({zone})"
    ),
    "Personal data. For official use only": (
        "Персональные данные. Только для служебного пользования"
    ),
    "List {number}, version {version}, SHA-256 {hash}": (
        "Список {number}, версия {version}, SHA-256 {hash}"
    ),
}

_FR: dict[str, str | tuple[str, ...]] = {
    "Passenger list": "Liste des passagers",
    "{date} {time}": "{date} {time}",
    "No. {number}": "N° {number}",
    "Version {version}": "Version {version}",
    "replaces version {version}": "remplace la version {version}",
    "number · version · hash": "numéro · version · empreinte",
    "Bus {number} of {size}": "Autocar {number} sur {size}",
    "Bus": "Autocar",
    "{model}, {n} seat": ("{model}, {n} place", "{model}, {n} places"),
    "{n} bus": ("{n} autocar", "{n} autocars"),
    "Driver: {driver}": ("Chauffeur : {driver}", "Chauffeurs : {driver}"),
    "Convoy": "Convoi",
    "Vehicles of the convoy": "Véhicules du convoi",
    "Route, local time": "Itinéraire et heure locale",
    "at a border\x04exit": "sortie",
    "at a border\x04entry": "entrée",
    "Total on the list": "Total de la liste",
    "adults {count}": "adultes {count}",
    "children {count}": "enfants {count}",
    "age not known {count}": "âge inconnu {count}",
    "Leader": "Responsable",
    "Leader: {leader}": "Responsable : {leader}",
    "Age on {date}": "Âge au {date}",
    "column\x04Age on": "Âge au",
    "age\x04not known": "inconnu",
    "Total": "Total",
    "people\x04Male": "Hommes",
    "people\x04Female": "Femmes",
    "people\x04Sex not stated": "Sexe non précisé",
    "CHANGES SINCE VERSION {version} of {date}": (
        "MODIFICATIONS DEPUIS LA VERSION {version} du {date}"
    ),
    "Changes since version {version}": "Modifications depuis la version {version}",
    "change of a list\x04Added": "Ajoutés",
    "change of a list\x04Removed": "Retirés",
    "change of a list\x04Number corrected": "Numéro corrigé",
    "change of a list\x04Name corrected": "Nom corrigé",
    "change of a list\x04Details corrected": "Données corrigées",
    "change of a list\x04Seat changed": "Place changée",
    "change of a list\x04Vehicle changed": "Autocar changé",
    "No. {number} {name}": "n° {number} {name}",
    "No. {number} {name} {old} to {new}": "n° {number} {name} {old} devient {new}",
    "No. {number} {name} from seat {old} to seat {new}": (
        "n° {number} {name} de la place {old} à la place {new}"
    ),
    "column\x04No.": "N°",
    "column\x04Seat": "Place",
    "column\x04Bus · seat": "Car · place",
    "Surname, given names, patronymic": "Nom, prénoms, patronyme",
    "Name as in passport (Latin)": "Nom comme dans le passeport (latin)",
    "Name in its own script": "Nom dans son écriture",
    "Surname, given names": "Nom, prénoms",
    "column\x04Date of birth": "Né(e) le",
    "column\x04Born · age": "Naissance · âge",
    "column\x04Sex": "Sexe",
    "column\x04Nat.": "Nat.",
    "column\x04Document": "Document",
    "column\x04Valid until": "Valable jusqu’au",
    "sex, one letter\x04M": "M",
    "sex, one letter\x04F": "F",
    "sex, one letter\x04X": "X",
    "in a family\x04head": "chef de famille",
    "wife\x04spouse": "épouse",
    "husband\x04spouse": "époux",
    "in a family\x04daughter": "fille",
    "in a family\x04son": "fils",
    "on a list\x04passport": "passeport",
    "on a list\x04birth certificate": "acte de naissance",
    "on a list\x04certificate of return": "certificat de retour",
    "validity\x04{document} until {date}": "{document} val. {date}",
    "{n} month": ("{n} mois", "{n} mois"),
    "{n} year": ("{n} an", "{n} ans"),
    "{n} person": ("{n} personne", "{n} personnes"),
    "{n} ({words}) person": ("{n} ({words}) personne", "{n} ({words}) personnes"),
    "Family {number}: {name}, {n} person": (
        "Famille {number} : {name}, {n} personne",
        "Famille {number} : {name}, {n} personnes",
    ),
    "Children without parents, {n}; escort {name}, No. {number}": (
        "Enfant sans parents, {n} ; accompagnateur {name}, n° {number}",
        "Enfants sans parents, {n} ; accompagnateur {name}, n° {number}",
    ),
    "Travelling alone, {n} person": (
        "Voyagent seuls, {n} personne",
        "Voyagent seuls, {n} personnes",
    ),
    "{heading}, continued": "{heading}, suite",
    "continued on next page": "suite à la page suivante",
    "end of a list\x04TOTAL": "TOTAL",
    "male {male}, female {female}, of them children under 18: {children}": (
        "hommes {male}, femmes {female}, dont enfants de moins de 18 ans {children}"
    ),
    "Convoy leader": "Responsable du convoi",
    "place for a seal\x04Seal": "Sceau",
    "under a line\x04signature": "signature",
    "under a line\x04date, time": "date, heure",
    "stamp\x04Exit": "Sortie",
    "stamp\x04Entry": "Entrée",
    "place for a stamp\x04stamp": "cachet",
    "counted at a border\x04people": "pers.",
    "Page {n} of {m}": "Page {n} sur {m}",
    "List {number} · version {version} · issued {moment} ({zone})": (
        "Liste {number} · version {version} · établie le {moment} ({zone})"
    ),
    "Personal data. For official use only": ("Données personnelles. Réservé à l’usage officiel"),
}


def _texts(language: str, messages: dict[str, str | tuple[str, ...]], **rest: object) -> Texts:
    table = {
        key: value if isinstance(value, tuple) else (value,) for key, value in messages.items()
    }
    return Texts(language, table, **rest)  # type: ignore[arg-type]


RU = _texts("ru", _RU, plural=slavic, thousands="\u00a0", number_words=russian_words)
FR = _texts("fr", _FR, plural=french, thousands="\u202f", number_words=french_words)
EN = Texts(number_words=english_words)
