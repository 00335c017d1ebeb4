"""Names of the months in the languages of the region."""

from desktop.domain.intake.words import Phrases

_NAMES: dict[int, str] = {
    1: """январь, января, янв, январ, январи, yanvar, yanv, january, jan, janvier, janv, қаңтар,
        қаң, yanvarda, qantar""",
    2: """февраль, февраля, фев, февр, феврал, феврали, fevral, fev, february, feb, février, févr,
        fév, ақпан, ақп, aqpan""",
    3: "март, марта, мар, марти, mart, march, mar, mars, наурыз, нау, nauryz",
    4: "апрель, апреля, апр, апрел, апрели, aprel, apr, april, avril, avr, сәуір, сәу, sauir",
    5: "май, мая, майи, may, mayi, mai, мамыр, мам, mamyr",
    6: "июнь, июня, июн, июни, iyun, june, jun, juin, маусым, мау, mausym",
    7: "июль, июля, июл, июли, iyul, july, jul, juillet, juil, шілде, шіл, shilde",
    8: "август, августа, авг, августи, avgust, avg, august, aug, août, тамыз, там, tamyz",
    9: """сентябрь, сентября, сен, сент, сентябр, сентябри, sentabr, sentyabr, sent, september,
        sep, sept, septembre, қыркүйек, қыр, qyrkuiek""",
    10: """октябрь, октября, окт, октябр, октябри, oktabr, oktyabr, okt, october, oct, octobre,
        қазан, қаз, qazan""",
    11: """ноябрь, ноября, ноя, нояб, ноябр, ноябри, noyabr, noy, november, nov, novembre, қараша,
        қар, qarasha""",
    12: """декабрь, декабря, дек, декабр, декабри, dekabr, dek, december, dec, décembre, déc,
        желтоқсан, жел, zheltoqsan""",
}

MONTHS: Phrases[int] = Phrases(_NAMES)
"""Folded month name -> number of the month."""

ROMAN_MONTHS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
    "xi": 11, "xii": 12,
}  # fmt: skip
