"""Words that say what somebody is in a family, in the languages of the region."""

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop.domain.intake.words import Phrases, key


@dataclass(frozen=True)
class Relation:
    """What a word says: the relation, the role in the travel group, the sex or ''.

    `with_other` is set where the word names the companion ("с мужем", "бо кӯдак").
    """

    code: str
    role: str
    sex: str = ""
    with_other: bool = False


_HEAD = Relation("head", "head")
_WIFE = Relation("wife", "spouse", "F")
_HUSBAND = Relation("husband", "spouse", "M")
_SPOUSE = Relation("spouse", "spouse")
_SON = Relation("son", "child", "M")
_DAUGHTER = Relation("daughter", "child", "F")
_CHILD = Relation("child", "child")
_MOTHER = Relation("mother", "parent", "F")
_FATHER = Relation("father", "parent", "M")
_BROTHER = Relation("brother", "sibling", "M")
_SISTER = Relation("sister", "sibling", "F")
_GRANDSON = Relation("grandson", "other", "M")
_GRANDDAUGHTER = Relation("granddaughter", "other", "F")
_GRANDCHILD = Relation("grandchild", "other")
_GRANDMOTHER = Relation("grandmother", "other", "F")
_GRANDFATHER = Relation("grandfather", "other", "M")
_NEPHEW = Relation("nephew", "other", "M")
_NIECE = Relation("niece", "other", "F")
_IN_LAW_F = Relation("daughter_in_law", "other", "F")
_IN_LAW_M = Relation("son_in_law", "other", "M")
_AUNT = Relation("aunt", "other", "F")
_UNCLE = Relation("uncle", "other", "M")
_GUARDIAN = Relation("guardian", "guardian")
_ESCORT = Relation("escort", "escort")
_PATIENT = Relation("patient", "patient")
_RELATIVE = Relation("relative", "other")
_MEMBER = Relation("member", "other")
_WITH_HUSBAND = Relation("with_husband", "spouse", "F", with_other=True)
_WITH_WIFE = Relation("with_wife", "spouse", "M", with_other=True)
_WITH_PARENT = Relation("with_parent", "child", "", with_other=True)
_WITH_CHILD = Relation("with_child", "head", "", with_other=True)
_WITH_SPOUSE = Relation("with_spouse", "spouse", "", with_other=True)
_WITH_FAMILY = Relation("with_family", "head", "", with_other=True)

UNKNOWN = Relation("", "other")
"""A word in a column of relations that nobody knows: some relative, as it seems."""

_WORDS: dict[Relation, str] = {
    _HEAD: """глава семьи, глава, гл семьи, гл сем, глава группы, сам, сама, заявитель, сарвари
        оила, сардори оила, сарвар, сардор, калони оила, худаш, oila boshlig'i, оила бошлиғи,
        boshliq, бошлиқ, oila boshi, o'zi, ўзи, head of family, head of household, head, family
        head, hoh, self, principal, principal applicant, chef de famille, cheffe de famille,
        chef, chef de ménage, отбасы басшысы, отбасының басшысы, отағасы, үй иесі, үй-бүлө
        башчысы""",
    _WIFE: """жена, супруга, ж-на, зан, занаш, завҷа, завҷааш, ҳамсараш зан, зани, xotini, хотини,
        xotin, хотин, ayoli, аёли, rafiqasi, рафиқаси, umr yo'ldoshi, wife, épouse, femme, sa
        femme, әйелі, зайыбы, жұбайы әйел, аялы, jena""",
    _HUSBAND: """муж, супруг, шавҳар, шавҳараш, шӯй, шӯяш, eri, эри, husband, mari, époux, son mari,
        күйеуі, ері, күйөөсү, muj""",
    _SPOUSE: """ҳамсар, ҳамсараш, spouse, partner, conjoint, conjointe, жұбайы, жұбай, супр,
        суп, супруг(а), супруги, завҷ, turmush o'rtog'i, турмуш ўртоғи""",
    _SON: """сын, сынок, мл сын, несов сын, пасынок, stepson, писар,
        писараш, писари, писарча, фарзанди писар, o'g'li, ўғли, o'g'il,
        ўғил, угли, ogli, son, fils, ұлы, ұл, уулу, баласы ұл, syn, сын 1, сын 2""",
    _DAUGHTER: """дочь, дочка, доч, мл дочь, несов дочь, падчерица, stepdaughter,
        духтар, духтараш, духтари, духтарча, фарзанди духтар, qizi,
        қизи, qiz, қиз, daughter, fille, sa fille, қызы, қыз, кызы, doch""",
    _CHILD: """ребенок, ребёнок, дети, реб, дитя, кӯдак, фарзанд, фарзандаш, тифл, bola, бола,
        bolasi, боласи, farzandi, фарзанди, farzand, child, infant, baby, kid, enfant, bébé,
        бала, баласы, младенец, новорожденный, несовершеннолетний, несовершеннолетняя""",
    _MOTHER: """мать, мама, модар, модараш, оча, onasi, онаси, ona, она, mother, mère, sa mère,
        анасы, шешесі, апасы ана, энеси""",
    _FATHER: """отец, папа, падар, падараш, otasi, отаси, ota, ота, father, père, son père,
        әкесі, атасы""",
    _BROTHER: """брат, бародар, бародараш, додар, ака, акаш, aka, akasi, акаси, ukasi, укаси, uka,
        brother, frère, ағасы, інісі, бауыры, бир тууганы""",
    _SISTER: """сестра, хоҳар, хоҳараш, апа, апаш, opasi, опаси, opa, singlisi, синглиси, singil,
        sister, sœur, soeur, әпкесі, қарындасы, сіңлісі, эжеси""",
    _GRANDSON: "внук, набера писар, набераи писар, nabirasi o'g'il, grandson, petit-fils",
    _GRANDDAUGHTER: "внучка, набера духтар, набераи духтар, granddaughter, petite-fille",
    _GRANDCHILD: "набера, набераш, nabira, nabirasi, набираси, grandchild, немересі",
    _GRANDMOTHER: "бабушка, бибӣ, модаркалон, buvisi, бувиси, grandmother, grand-mère, әжесі",
    _GRANDFATHER: "дедушка, дед, бобо, падаркалон, bobosi, бобоси, grandfather, grand-père",
    _NEPHEW: "племянник, ҷиян, jiyan, jiyani, жияни, nephew, neveu, жиені",
    _NIECE: "племянница, niece, nièce",
    _IN_LAW_F: """невестка, сноха, келин, арӯс, kelini, келини, daughter-in-law, belle-fille,
        свекровь, теща, тёща, qaynonasi, mother-in-law""",
    _IN_LAW_M: """зять, домод, kuyovi, куёви, son-in-law, gendre, тесть, свекор, свёкор,
        father-in-law, шурин, деверь""",
    _AUNT: """тетя, тётя, тетка, амма, хола, аммааш, холааш, xolasi, холаси, ammasi, аммаси, aunt,
        tante""",
    _UNCLE: "дядя, амак, тағо, амакаш, тағояш, amakisi, амакиси, tog'asi, тоғаси, uncle, oncle",
    _GUARDIAN: """опекун, попечитель, парастор, васӣ, vasiy, vasiysi, васийси, guardian, legal
        guardian, tuteur, tutrice, қамқоршы, законный представитель""",
    _ESCORT: """сопровождающий, сопровождающая, сопровождающее лицо, ҳамроҳ, ҳамроҳикунанда, hamroh,
        ҳамроҳи, escort, accompanying person, accompagnateur, accompagnatrice, ілесіп жүруші""",
    _PATIENT: "больной, больная, пациент, пациентка, бемор, bemor, patient, patiente",
    _RELATIVE: """родственник, родственница, хеш, хешованд, qarindosh, қариндош, relative, parent
        proche, туысы""",
    _MEMBER: """член семьи, чл семьи, чл сем, иждивенец, иждивенка, dependent,
        dependant, член семи, аъзои оила, oila a'zosi, оила аъзоси, family member, member,
        membre, membre de la famille, отбасы мүшесі""",
    _WITH_HUSBAND: """с мужем, с супругом, бо шавҳар, бо шавҳараш, eri bilan, эри билан, with
        husband, with her husband, avec son mari, avec mari, күйеуімен""",
    _WITH_WIFE: """с женой, с супругой, бо зан, бо занаш, бо ҳамсар, бо ҳамсараш, бо завҷа,
        xotini bilan, хотини билан, ayoli bilan, with wife, with his wife, avec sa femme, avec
        épouse, avec son épouse, әйелімен""",
    _WITH_PARENT: """с матерью, с мамой, с отцом, с папой, с родителями, бо модар, бо модараш, бо
        падар, бо падараш, бо волидайн, бо падару модар, onasi bilan, онаси билан, otasi bilan,
        отаси билан, ota-onasi bilan, ота-онаси билан, with mother, with father, with parents,
        with his mother, with her mother, avec sa mère, avec son père, avec ses parents,
        анасымен, әкесімен""",
    _WITH_SPOUSE: """turmush o'rtog'i bilan, турмуш ўртоғи билан, with spouse, with partner, avec
        conjoint, avec conjointe, жұбайымен""",
    _WITH_FAMILY: """с семьей, с семьёй, с семьею, со своей семьей, с женой и детьми, с женой и
        ребенком, с женой и ребёнком, с мужем и детьми, с мужем и ребенком, с супругой и детьми,
        с супругом и детьми, с женой и сыном, с женой и дочерью, бо оила, бо оилааш, бо аҳли оила,
        бо зану фарзандон, бо зану кӯдакон, бо ҳамсару фарзандон, бо зан ва фарзандон, oilasi
        bilan, оиласи билан, xotini va bolalari bilan, хотини ва болалари билан, with family, with
        his family, with her family, with wife and children, with husband and children, avec
        famille, avec sa famille, avec femme et enfants, отбасымен, үй-бүлөсү менен""",
    _WITH_CHILD: """с ребенком, с ребёнком, с детьми, с сыном, с дочерью, с дочкой, бо кӯдак, бо
        кӯдакон, бо фарзанд, бо фарзандон, бо писар, бо писараш, бо духтар, бо духтараш, bolasi
        bilan, боласи билан, bolalari bilan, болалари билан, farzandi bilan, with child, with
        children, with son, with daughter, avec enfant, avec enfants, avec ses enfants, avec son
        enfant, баласымен, балаларымен""",
}

_RELATIONS: Phrases[Relation] = Phrases(_WORDS)
_LEADING_NUMBER = re.compile(r"^\s*\d+(?:[.\-]\d+)?\s*[.)\-–:]?\s*(?=[^\W\d_])")
_TRAILING_NUMBER = re.compile(r"\s*\b(?:no )?\d+\s*$")
_NUMBER_INSIDE = re.compile(r"(?<=\w) \d{1,2}(?: (?:mia|ia))?(?= \w)")

_LETTERS = {
    **{"с": _SON, "д": _DAUGHTER, "ж": _WIFE, "р": _CHILD, "г": _HEAD},
    **{"s": _SON, "d": _DAUGHTER, "w": _WIFE, "h": _HEAD, "c": _CHILD},
}
"""Letters that stand for a relation, in a column of relations only."""


@lru_cache(maxsize=16_384)
def exact_relation(text: str) -> Relation | None:
    """Return the relation of a text that says nothing else, or None: 'сын 2', 'с 3 детьми'."""
    words = key(_LEADING_NUMBER.sub("", text))
    found = _RELATIONS.get(words) or _RELATIONS.get(_TRAILING_NUMBER.sub("", words))
    return found or _RELATIONS.get(_NUMBER_INSIDE.sub("", words))


@lru_cache(maxsize=16_384)
def read_relation(text: str) -> Relation | None:
    """Return the relation that a short text names, or None: 'дочь (7 лет)', 'сын Каримова А.'."""
    text = _LEADING_NUMBER.sub("", text)
    plain = re.sub(r"\([^)]*\)|\d+\s*(?:лет|год\w*|сола|yosh\w*|ans|years?)\b.*", " ", text)
    found = exact_relation(plain)
    if found is None:
        parts = key(plain).split()
        starts = (" ".join(parts[:count]) for count in (4, 3, 2, 1) if count < len(parts))
        found = next((_RELATIONS[start] for start in starts if start in _RELATIONS), None)
    return found


def letter_relation(text: str) -> Relation | None:
    """Return the relation of one letter in a column of relations, or None: 'с', 'д.'."""
    return _LETTERS.get(text.strip(" .").lower())


def relation_in_parentheses(text: str) -> Relation | None:
    """Return the relation in brackets at the end of a name: '(супруга)', or None."""
    match = re.search(r"\(([^)]+)\)\s*$", text)
    return read_relation(match[1]) if match else None
