"""Words inside the cells of lists: sex, documents, needs, totals, sections, signatures.

Phrases are separated by commas and compared folded; a star ends a beginning.
"""

from functools import lru_cache

from desktop.domain.intake.words import PhraseBook, Phrases, key

_SEX: dict[str, str] = {
    "M": """м, муж, мужской, мужчина, мужч, мард, мардона, писар, erkak, er, эркак, эр, e, male,
        m, man, homme, masculin, h, ер, еркек, эркек, boy, garçon, мальчик, мал, юноша, mard,
        muj, э""",
    "F": """ж, жен, женский, женщина, женщ, зан, зана, занона, духтар, ayol, аёл, a, female, f,
        woman, femme, féminin, әйел, аял, girl, fille, девочка, дев, девушка, з, xotin-qiz, а,
        zan, jen, w""",
}
"""The Uzbek initials E(rkak), A(yol) and their Cyrillic twins are read too."""

_LOST = """утерян*, утрачен*, потерян*, потерял*, утерял*, утеря, lost, missing, stolen, perdu*,
    volé*, гум шуд*, гумшуда, гум кард*, гум, йӯқ шуд*, дуздид*, yo'qol*, йўқол*, yo'qotgan,
    йўқотган, украден*, украли, жоғал*, жоғолгон, утратил*, yuqolgan, сгорел*"""
_NO_DOCUMENT = """нет, нету, отсутствует, без документ*, без паспорт*, не имеет*, не имеется,
    надорад, нест, йӯқ, yo'q, йўқ, mavjud emas, none, no passport, no document*, without
    passport, sans, aucun, жоқ, n/a, б п, б д, бе шиноснома, pasportsiz, паспортсиз,
    undocumented, sans papiers, без свидетельства"""
_PENDING = """б н, без номер*, на оформлении, в процессе, оформляется, оформлен*, на замене,
    pending, in process, en cours, дар расмиёт, rasmiylashtirilmoqda, сдан*, на обмене, на
    продлен*"""
_AT_AUTHORITY = """изъят*, у работодателя, у хозяина, в полиции, withheld, confiscated,
    confisqué*, забрали, назди корфармо, ish beruvchida"""

_DOCUMENT_KINDS = {
    "certificate_of_return": """свид* возвращен*, свид* на возвращ*, свид* въезд*, шаҳодатномаи
        бозгашт, certificate of return, certificat de retour, laissez passer, qaytish
        sertifikati, етд, etd, emergency travel document, справка возвращен*, св во возвращен*,
        свр""",
    "residence_permit": """вид на жительство, внж, рвп, residence permit, titre de séjour,
        yashash guvohnomasi, ықтиярхат, carte de séjour""",
    "identity_card": """удостоверение, уд личн*, уд личности, id card, id карта, id, ид карта, айди,
        identity card, carte d'identité, корти id, жеке куәлік, id karta""",
    "internal_passport": """внутренн* паспорт, общегражданск* паспорт, internal passport,
        шиносномаи дохилӣ, ichki pasport, паспорт гражданина""",
    "service_passport": """служебный паспорт, service passport, passeport de service, xizmat
        pasporti""",
    "diplomatic_passport": "дипломатическ* паспорт, diplomatic passport, passeport diplomatique",
    "driving_licence": """водительск*, права, в у, driving licence, driving license, permis de
        conduire""",
    "military_card": "военный билет, военник, military card, livret militaire, билети ҳарбӣ",
    "migration_card": "миграционн* карт*, migration card, корти муҳоҷират",
    "other": "справка, патент, другое, иное, other, autre, дигар, boshqa",
    "birth_certificate": """свид* рожд*, св во рожд*, метрика, шаҳодатномаи таваллуд,
        шаҳодатнома, birth certificate, birth cert, acte de naissance, guvohnoma, tug'ilganlik*,
        туу туралы, с р, св рожд*, свидетельство, гувоҳнома, свид*""",
    "passport": """паспорт, загранпаспорт, загран паспорт, шиноснома, шиносномаи хориҷӣ, pasport,
        passport, passeport, төлқұжат, загран, з п, p, п, пасп, ппт""",
}
"""Particular kinds stand before general ones."""

_TOTALS = """итого*, всего, всего человек, итог, общее количество, общее число, ҳамагӣ, ҳамаги,
    ҷамъ, ҷамъулҷамъ, ҳамагӣ нафар, jami, жами, hammasi, barchasi, ҳаммаси, total, totals, grand
    total, sum, ensemble, барлығы, бардыгы, жалпы, баары, в том числе, аз ҷумла, shu jumladan, of
    whom, of which, subtotal, подытог, в т ч, count, кол во человек, количество человек, dont, из
    них, количество*, кол во"""
_SIGNATURES = """дата выезда, подпись, старший группы, старший автобуса, старший по автобусу,
    руководитель, руководитель группы, ответственный, ответственное лицо, составил, составила,
    исполнитель, исп, директор, консул, м п, мп, печать, заверил, утверждаю, согласовано,
    начальник, имзо, сардори гурӯҳ, сарвари гурӯҳ, масъул, роҳбар, тартибдиҳанда, imzo, guruh
    boshlig'i, mas'ul, rahbar, tuzdi, тузди, имзоси, signature, signed, group leader, leader,
    prepared by, responsible, approved, head of office, responsable, chef de groupe, signé, établi
    par, cachet, қолы, топ жетекшісі, жауапты, дата составления, дата, сана, sana, date, тел
    старшего, телефон старшего, примечание, эзоҳ, izoh, note, remarque, водитель, ронанда,
    haydovchi, driver, chauffeur, экипаж, посол, сафир, ambassador, принял, приняла, подготовил,
    подготовила, проверил, проверила, контактное лицо, лицо для связи, сопровождающий,
    сопровождающая, ҳамроҳ, hamroh, contact person, escort, список составил, список составила,
    список подготовил, водитель автобуса, водители, ронандаи автобус, с уважением, бо эҳтиром,
    hurmat bilan, атташе*, санҷид, tekshirdi, checked by, verified by, vérifié par, sincerely, bus
    driver, староста, роҳбари гурӯҳ, guruh rahbari, телефон посольства, гос номер*, дата выезда,
    место сбора"""
_VEHICLES = """автобус*, avtobus*, bus, buses, вагон*, vagon*, машина*, микроавтобус*, рейс*,
    reys*, flight, vol, колонна*, борт, маршрут*, autobus, bort, поезд*, қатора, poyezd, train,
    wagon, car, minibus, coach, место*, day, день, рӯз, группа*, гурӯҳ*, guruh*, group*, groupe*,
    топ, лагерь*, camp, кпп, пункт*, список, рӯйхат, ro'yxat, list, liste, тізім, область,
    вилоят*, viloyat*, город, шаҳр*, район, ноҳия*"""
_FAMILIES = """семья, семьи, семейство, оила, оилаи, хонавода, oila, oilasi, оиласи, family,
    famille, household, ménage, отбасы, үй бүлө, фам"""

_NEEDS = {
    "wheelchair_place": """инвалидн* коляск*, коляск*, кресло коляск*, аробаи маъюб*, ароба,
        аробача, nogironlar aravachasi, aravacha*, аравача*, wheelchair, wheel chair, fauteuil
        roulant, мүгедек арба*, не ходит, не может ходить, лежач*, cannot walk, роҳ намегард*""",
    "front_seat": """беремен*, ҳомила*, ҳомиладор, homilador, ҳомиладор, pregnan*, enceinte,
        жүкті, екіқабат, боюнда бар, бордор, костыл*, crutches, béquilles, асобағал, впереди,
        переднее место, front seat, места спереди, пожил*, ветеран*, слеп*, незряч*, нобино,
        blind, aveugle, ko'zi ojiz, кӯр, протез*""",
    "medical_escort": """медсопровожд*, медицинск* сопровожд*, с медик*, с врач*, medical escort,
        after surgery, после операции, онколог*, инсульт, инфаркт, тяжелобольн*, диализ,
        dialysis, эпилепс*, psychiatr*, тяжело болен, тяжело больна, accompagnement médical""",
    "oxygen": "кислород*, оксиген, kislorod, oxygen, oxygène",
    "frequent_stops": "частые остановки, frequent stops, arrêts fréquents",
    "diet": "диабет*, диета*, diabet*, diabèt*, диабети, диетич*, аллерги* на, diet, régime, қанд",
    "ground_floor": """первый этаж, нижняя полка, нижнее место, ground floor, rez de chaussée,
        lower berth""",
}
_ALONE = """один без родител*, одна без родител*, без родител*, без сопровожд*, несопровожд*,
    танҳо, бе волидайн, бе падару модар, бепарастор, ota-onasiz, ota onasi yo'q, yolg'iz, ёлғиз,
    qarovsiz, unaccompanied, alone, without parents, no parents, non accompagné*, seul, seule,
    sans parents, ата-анасыз, жалғыз, едет один, едет одна, сам без родител*, бекас, сирота,
    ятим, yetim, orphan*"""

_RESULTS = {
    "negative": """negative, neg, отрицательный, отрицательно, отрицат, отр, отриц, не
        обнаружено, не обнаружена, манфӣ, manfiy, манфий, négatif, négative, теріс, терс, not
        detected, минус""",
    "positive": """positive, pos, положительный, положительно, полож, обнаружено, обнаружена,
        мусбат, musbat, positif, оң, detected, плюс""",
    "pending": """pending, в работе, ожидается, интизорӣ, kutilmoqda, en attente, в процессе,
        күтілуде""",
    "inconclusive": """inconclusive, сомнительный, сомнительно, неопределенный, шубҳанок, shubhali,
        indéterminé, неопределённый""",
}

RESULTS: Phrases[str] = Phrases(_RESULTS)
_PARTS_OF_ALL = """детей, дети, детск*, несовершеннолет*, женщин*, мужчин*, взросл*, младен*,
    семей, семьи, кӯдак*, занон*, мардон*, занҳо, мардҳо, калонсол*, зан, мард,
    оила*, bola*, ayol*, erkak*,
    kattalar*, oila*, children, child, women, men, adults, infants, families, enfants, femmes,
    hommes, adultes, familles, балалар*, әйел*, ер, автобус*, мест, инвалид*"""
_SINGLES = """без семьи, без семей, не семейные, одиночки, одинокие, бе оила, танҳо, oilasiz,
    оиласиз, yolg'izlar, without family, singles, individuals, alone, sans famille, seuls,
    отбасысыз"""

_SOLITARY = """один, одна, сам по себе, сам едет, одиночка, одинокий, одинокая, холост, холостой, не
    замужем, незамужняя, женат, замужем, разведен, разведена, вдова, вдовец, самостоятельно, не
    женат, без родственников, танҳо, муҷаррад, оиладор, бева, yolg'iz, ёлғиз, bo'ydoq, бўйдоқ,
    uylangan, уйланган, turmushga chiqmagan, turmush qurgan, single, alone, married, divorced,
    widow, widower, widowed, unmarried, seul, seule, célibataire, marié, mariée, divorcé,
    divorcée, veuf, veuve, бойдақ, үйленген, жалғыз"""

_REMARKS = """инвалид*, пенсионер*, студент*, граждан*, паспорт*, пасп, шиноснома*, документ*,
    утерян*, утерял*, просрочен*, депортир*, новорожд*, грудной, грудная, ветеран*, больн*, болен,
    болеет, маъюб*, нафақахӯр*, донишҷӯ*, nogiron*, talaba*, nafaqaxo'r*, disabled, pensioner,
    retired, student*, passport*, pasport*, handicapé*, étudiant*, retraité*, беженец, не едет, не
    поедет, отказ*, уехал*, выехал*, едет, поедет, ждет, ждёт, не пришел, снят*, старший, старшая,
    справка*, тест*, пцр, pcr, виза, рожд*, род, возраст, лет, мест*, вне очереди, срочно,
    urgent"""

_PLACEHOLDERS = """резерв, свободно, свободное место, вакант*, захира, холӣ, zaxira, bo'sh, reserve,
    reserved, free, vacant, empty, réserve, libre, бос, бош, резервное место"""

SEXES: Phrases[str] = Phrases(_SEX)
DOCUMENT_STATES = PhraseBook(
    {"lost": _LOST, "withheld": _AT_AUTHORITY, "none": _NO_DOCUMENT, "pending": _PENDING}
)
DOCUMENT_KINDS = PhraseBook(_DOCUMENT_KINDS)
NEEDS = PhraseBook(_NEEDS)
ALONE = PhraseBook({"alone": _ALONE})
TOTALS = PhraseBook({"total": _TOTALS})
SIGNATURES = PhraseBook({"signature": _SIGNATURES})
VEHICLES = PhraseBook({"vehicle": _VEHICLES})
FAMILIES = PhraseBook({"family": _FAMILIES})
PARTS_OF_ALL = PhraseBook({"part": _PARTS_OF_ALL})
PLACEHOLDERS = PhraseBook({"placeholder": _PLACEHOLDERS})
SINGLES = PhraseBook({"singles": _SINGLES})
REMARKS = PhraseBook({"remark": _REMARKS})
"""How a remark behind a name may begin."""

SOLITARY = PhraseBook({"solitary": _SOLITARY})
"""What stands in a column of relations and names none."""


@lru_cache(maxsize=1024)
def read_sex(text: str) -> str | None:
    """F or M for a word or letter, or None."""
    folded = key(text)
    # Folding writes doubled letters once, and AA is a series of passports.
    is_doubled = len(folded) == 1 and sum(map(str.isalpha, text)) > 1
    return None if is_doubled else SEXES.get(folded)
