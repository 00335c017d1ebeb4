"""The words of one language, as reports and screens ask for them.

A `Texts` is immutable and picklable, so that it can travel to the child process. The
application builds it from its catalogue; a report looks nothing up elsewhere.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

Plural = Callable[[int], int]


def germanic(n: int) -> int:
    """Plural index of English: 0 for one, 1 for the rest."""
    return 0 if n == 1 else 1


@dataclass(frozen=True)
class Texts:
    """Messages, plural rule and date forms of one language.

    `messages` maps the English message (or `context + "\\x04" + message`, as gettext does)
    to its translations, one for each plural form. A message that is missing is shown in
    English. `plural` must be a module-level function.
    """

    language: str = "en"
    messages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plural: Plural = germanic
    months_short: tuple[str, ...] = (
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    )  # fmt: skip
    weekdays_short: tuple[str, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    paper_date: str = "%d.%m.%Y"
    thousands: str = ","
    decimal: str = "."
    number_words: Callable[[int], str] = str
    sort_key: Callable[[str], str] = str.casefold

    def t(self, message: str, /, **fields: object) -> str:
        """Translate `message` and fill its named `{fields}`."""
        text = self.messages.get(message, (message,))[0] or message
        return text.format(**fields) if fields else text

    def tc(self, context: str, message: str, /, **fields: object) -> str:
        """Translate `message` as meant in `context`."""
        text = self.messages.get(f"{context}\x04{message}", (message,))[0] or message
        return text.format(**fields) if fields else text

    def n(self, one: str, many: str, count: int, /, **fields: object) -> str:
        """Translate a counted message; `{n}` is the count, grouped by thousands."""
        forms = self.messages.get(one)
        if forms and len(forms) > 1 and all(forms):
            text = forms[min(self.plural(count), len(forms) - 1)]
        else:
            text = one if germanic(count) == 0 else many
        return text.format(n=self.number(count), **fields)

    def number(self, value: int) -> str:
        """Whole number grouped by thousands."""
        return f"{value:,}".replace(",", self.thousands)

    def day(self, value: date) -> str:
        """Date with the month in letters, for screens: 23 Nov 2026."""
        return f"{value.day} {self.months_short[value.month - 1]} {value.year}"

    def paper(self, value: date) -> str:
        """Date in the form that offices of this language print: 23.11.2026."""
        return value.strftime(self.paper_date)
