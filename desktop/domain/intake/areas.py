"""Know regions and districts again however they are spelled, shortened or put together."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from desktop.domain.intake.words import key

_KIND_WORDS = frozenset(
    key(
        "область обл вилоят вилояти viloyat viloyati region province oblast région облысы облыс "
        "район р-н рн ноҳия ноҳияи нохияи нохия tuman tumani district аудан ауданы раён раен "
        "город г гор шаҳр шаҳри ш shahar shahri city ville қала қаласы шаар шаары "
        "село с пос поселок посёлок кишлак к деҳа деҳаи дехаи деха ҷамоат ҷамоати джамоат дж "
        "qishloq mahalla маҳалла кӯча кӯчаи улица ул"
    ).split()
)
_ADJECTIVE = re.compile(r"(?:sk(?:aia|ii|oi|oe|ogo|i)?|skai)$")
_PARTS = re.compile(r"[,;/\n\r()]+|\s[-–—]+\s")
_SHORT_ADJECTIVE = "sk"
_CLOSE = 0.82
_SHORTEST_BEGINNING = 3
_SHORTEST_CLOSE = 5
_LENGTH_DIFFERENCE = 2
_KEPT_READINGS = 20_000


@dataclass(frozen=True)
class Area:
    """A region or, with a `parent`, a district; `names` begin with the one to show."""

    code: str
    parent: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class AreaReading:
    """What a text says about an area: codes or '', and what was left over.

    `guessed` is set where a spelling was not in the table and was taken for the nearest one.
    """

    region: str = ""
    district: str = ""
    rest: str = ""
    guessed: bool = False


@dataclass(frozen=True)
class AreaNames:
    """All names of the areas of one or more countries, folded; the first of two alike wins."""

    areas: tuple[Area, ...] = ()
    _by_name: dict[str, tuple[Area, ...]] = field(init=False, repr=False, compare=False)
    _by_code: dict[str, Area] = field(init=False, repr=False, compare=False)
    _sorted: list[str] = field(init=False, repr=False, compare=False)
    _readings: dict[tuple[str, str], AreaReading] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name: dict[str, tuple[Area, ...]] = {}
        for area in self.areas:
            for name in (*area.names, *(n.replace("ё", "е") for n in area.names if "ё" in n)):
                for folded in {_core(name), key(name)} - {""}:
                    known = by_name.get(folded, ())
                    if area not in known:
                        by_name[folded] = (*known, area)
        object.__setattr__(self, "_by_name", by_name)
        object.__setattr__(self, "_by_code", {area.code: area for area in self.areas})
        object.__setattr__(self, "_sorted", sorted(by_name))
        object.__setattr__(self, "_readings", {})

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[str, str, Iterable[str]]]) -> "AreaNames":
        """Build from (code, code of the parent or '', names); names as they are spelled.

        Areas of the country that people go to should stand first.
        """
        return cls(tuple(Area(code, parent, tuple(filter(None, n))) for code, parent, n in rows))

    def name(self, code: str) -> str:
        """Name to show for a code, or the code itself."""
        area = self._by_code.get(code)
        return area.names[0] if area and area.names else code

    def is_region(self, code: str) -> bool:
        """Whether the area of `code` has no known parent."""
        area = self._by_code.get(code)
        return area is not None and area.parent not in self._by_code

    def parent(self, code: str) -> str:
        """Code of the region of a district, or ''."""
        area = self._by_code.get(code)
        return area.parent if area and area.parent in self._by_code else ""

    def read(self, text: str, *, within: str = "") -> AreaReading:
        """Find region and district in `text`; `within` is the code of a region already known."""
        found = self._readings.get((text, within))
        if found is None:
            if len(self._readings) > _KEPT_READINGS:
                self._readings.clear()
            found = self._readings[text, within] = _read(self, text, within)
        return found

    def find(self, text: str) -> tuple[Area, ...]:
        """Areas that one name, spelled as in the table or in a full adjective, may mean."""
        exact = self._by_name.get(key(text))
        if exact:
            return exact
        core = _core(text)
        stem = _ADJECTIVE.sub("", core)
        is_full = stem == core or core != stem + _SHORT_ADJECTIVE
        return self._by_name.get(core) or (self._by_name.get(stem, ()) if is_full else ())

    def guess(self, text: str) -> tuple[Area, ...]:
        """Areas with a name near to `text`: shortened, or spelled another way."""
        core = _ADJECTIVE.sub("", _core(text))
        # ҷ is typed as ч where the keyboard has no Tajik letters.
        typed = core.replace("ch", "j")
        if typed in self._by_name:
            return self._by_name[typed]
        if len(typed) < _SHORTEST_BEGINNING:
            return ()
        begun = self._sorted[
            bisect_left(self._sorted, typed) : bisect_left(self._sorted, typed + "\uffff")
        ]
        found = {area.code for name in begun for area in self._by_name[name]}
        if found and len({self._by_code[code].names[0] for code in found}) == 1:
            return self._by_name[begun[0]]
        if len(typed) < _SHORTEST_CLOSE or any(c.isdecimal() for c in typed):
            return ()
        first = bisect_left(self._sorted, typed[0])
        last = bisect_left(self._sorted, typed[0] + "\uffff")
        alike = [
            n for n in self._sorted[first:last] if abs(len(n) - len(typed)) <= _LENGTH_DIFFERENCE
        ]
        close = get_close_matches(typed, alike, n=1, cutoff=_CLOSE)
        return self._by_name[close[0]] if close else ()


def _core(text: str) -> str:
    """Folded words without 'область', 'р-н', 'шаҳри' and their kin."""
    words = key(text.replace("р-н", "район").replace("Р-н", "район")).split()
    return " ".join(word for word in words if word not in _KIND_WORDS)


def _read(names: AreaNames, text: str, within: str) -> AreaReading:
    region, district, guessed = within, "", False
    rest: list[str] = []
    for part in filter(str.strip, _PARTS.split(text)):
        found_region, found_district, unsure, left = _read_part(names, part.strip(), region)
        if (found_region and region and found_region != region) or (found_district and district):
            rest.append(part.strip())
            continue
        region, district = found_region or region, found_district or district
        guessed = guessed or unsure
        if left:
            rest.append(left)
    return AreaReading(region, district, ", ".join(rest), guessed)


def _read_part(names: AreaNames, part: str, region: str) -> tuple[str, str, bool, str]:
    """Region, district, whether guessed, and rest of one part between commas."""
    exact = names.find(part)
    if exact:
        return (*_choose(names, exact, region), False, "")
    words = part.split()
    if len(words) > 1:
        found = _read_words(names, words, region)
        if found[0] or found[1]:
            return found
    guessed = names.guess(part) if len(words) <= 2 else ()
    if guessed:
        return (*_choose(names, guessed, region), True, "")
    return "", "", False, part


def _read_words(names: AreaNames, words: list[str], region: str) -> tuple[str, str, bool, str]:
    """Try runs of words, the longest first, as exact names."""
    before, district, rest = region, "", []
    position = 0
    while position < len(words):
        for length in range(min(3, len(words) - position), 0, -1):
            run = " ".join(words[position : position + length])
            areas = names.find(run) if _core(run) else ()
            if areas:
                found_region, found_district = _choose(names, areas, region)
                fits = not (found_district and district)
                if fits and (not region or found_region in {"", region}):
                    region, district = found_region or region, found_district or district
                    position += length
                    break
        else:
            rest.append(words[position])
            position += 1
    if region == before and not district:
        return "", "", False, " ".join(words)
    left = [word for word in rest if key(word) not in _KIND_WORDS]
    return region, district, False, " ".join(left and rest)


def _choose(names: AreaNames, areas: tuple[Area, ...], region: str) -> tuple[str, str]:
    """Region and district codes of the area that fits the known region best."""
    best = next((a for a in areas if region and names.parent(a.code) == region), None)
    if best is None:
        best = next((a for a in areas if names.is_region(a.code)), areas[0])
        if region and names.is_region(best.code) and best.code != region:
            best = next((a for a in areas if not names.is_region(a.code)), best)
    if names.is_region(best.code):
        return best.code, ""
    return names.parent(best.code), best.code
