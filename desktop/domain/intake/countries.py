"""Know countries and citizenships again: Таджикистан, РТ, гр. Таджикистана, тоҷик, TJK."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.domain.intake.words import key, split_phrases

_COMMON = {
    "TJK": """Таджикистан, Тоҷикистон, Точикистон, Tajikistan, Tojikiston, Tadjikistan,
        Тәжікстан, Тажикстан, Республика Таджикистан, Ҷумҳурии Тоҷикистон, Republic of
        Tajikistan, РТ, Р Т, ҶТ, TJ, TJK, таджик, таджичка, тоҷик, точик, tajik, tojik, tadjik,
        tadjike, таджикское, Таджикистана, РТаджикистан, тадж, тадж-н, тадж-ское, Tadzhikistan,
        tajikistani, tajikiston, РТадж, тож, Тоҷикистони, taj""",
    "UZB": """Узбекистан, Ӯзбекистон, Ўзбекистон, Uzbekistan, O'zbekiston, Ouzbékistan,
        Өзбекстан, РУз, Р Уз, Республика Узбекистан, UZ, UZB, узбек, узбечка, ӯзбек, uzbek,
        o'zbek, ouzbek, Узбекистана, узб""",
    "KAZ": """Казахстан, Қазоқистон, Қазақстан, Kazakhstan, Qozog'iston, Qazaqstan, Казакстан,
        РК, Р К, Республика Казахстан, KZ, KAZ, казах, казашка, қазоқ, қазақ, kazakh, qozoq,
        Казахстана, каз""",
    "KGZ": """Киргизия, Кыргызстан, Киргизстан, Қирғизистон, Kyrgyzstan, Qirg'iziston,
        Kirghizistan, Kirghizstan, Қырғызстан, КР, К Р, Кыргызская Республика, KG, KGZ, киргиз,
        кыргыз, киргизка, kyrgyz, qirg'iz""",
    "RUS": """Россия, Российская Федерация, РФ, Р Ф, Русия, Russia, Russian Federation, Rossiya,
        Russie, Ресей, RU, RUS, русский, русская, россиянин, russian, russe, России, рос""",
    "TKM": """Туркменистан, Туркмения, Туркманистон, Turkmenistan, Turkmaniston, Turkménistan,
        TM, TKM, туркмен, туркменка, turkmen, Түрікменстан""",
    "AFG": """Афганистан, Афғонистон, Afghanistan, Afg'oniston, Ауғанстан, ИРА, AF, AFG, афганец,
        афганка, afghan, афғон, афғонистонӣ""",
    "IRN": "Иран, Эрон, Iran, Eron, IR, IRN, иранец, ирон, iranian",
    "TUR": "Турция, Туркия, Turkey, Türkiye, Turkiya, Turquie, TR, TUR, турок, turk",
    "CHN": "Китай, Чин, Хитой, China, Xitoy, Chine, КНР, CN, CHN, китаец",
    "UKR": "Украина, Ukraine, Ukraina, UA, UKR, украинец",
    "BLR": "Беларусь, Белоруссия, Belarus, Biélorussie, BY, BLR",
    "GEO": "Грузия, Гурҷистон, Georgia, Géorgie, GEO, грузин",
    "ARM": "Армения, Арманистон, Armenia, Arménie, ARM, армянин",
    "AZE": "Азербайджан, Озарбойҷон, Azerbaijan, Ozarbayjon, Azerbaïdjan, AZ, AZE, азербайджанец",
    "MDA": "Молдова, Молдавия, Moldova, MDA, молдаванин",
    "PAK": "Пакистан, Покистон, Pakistan, PAK, пакистанец",
    "IND": "Индия, Ҳиндустон, India, Inde, IND, индиец",
    "MNG": "Монголия, Муғулистон, Mongolia, Mongolie, MNG",
    "XXA": """лицо без гражданства, без гражданства, ЛБГ, апатрид, шахси бешаҳрванд, бешаҳрванд,
        stateless, fuqaroligi yo'q, apatride, азаматтығы жоқ, бетабаа""",
}

_NOISE = frozenset(
    key(
        "гражданин гражданка граждане гр гр-н гр-ка гражданство шаҳрванди шаҳрвандӣ шаҳрвандии "
        "fuqarosi citizen of national citoyen de du республика респ р ҷумҳурии"
    ).split()
)


@dataclass(frozen=True)
class CountryNames:
    """Alpha-3 codes (and XXA for stateless, ICAO 9303) by every spelling."""

    spellings: tuple[tuple[str, tuple[str, ...]], ...] = ()
    _by_name: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name = {}
        common = ((code, split_phrases(names)) for code, names in _COMMON.items())
        for code, names in (*self.spellings, *common):
            for name in names:
                by_name[key(name)] = code
            by_name[code.lower()] = code
        by_name.pop("", None)
        object.__setattr__(self, "_by_name", by_name)

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[str, Iterable[str]]]) -> "CountryNames":
        """Build from (alpha-3 code, names in any languages); common spellings are known."""
        return cls(tuple((code, tuple(filter(None, names))) for code, names in rows))

    def read(self, text: str) -> str | None:
        """Return the alpha-3 code that a text means, or None."""
        folded = key(text)
        if folded in self._by_name:
            return self._by_name[folded]
        words = [word for word in folded.split() if word not in _NOISE]
        core = " ".join(words)
        if core in self._by_name:
            return self._by_name[core]
        # Declined forms (Таджикистана, Таджикистаном) begin with the name.
        return next(
            (
                code
                for name, code in self._by_name.items()
                if len(name) > 5 and core.startswith(name) and len(core) - len(name) <= 3
            ),
            None,
        )
