"""What the officer decided about one file, sheet by sheet, with a way back.

Recognition is run anew after each decision; the decisions themselves are kept here, apart from
what was recognised, so that nothing that is read again can lose them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.domain.intake.model import Overrides


@dataclass(frozen=True)
class Decision:
    """Something that can be taken back: what was done, in words, and how it was before."""

    words: str
    before: Overrides


class Corrections:
    """The decisions about every sheet of a file; those of one sheet are `present`."""

    def __init__(
        self, present: Overrides | None = None, others: Mapping[str, Overrides] | None = None
    ) -> None:
        self._present = present or Overrides()
        self._others = dict(others or {})
        self._history: list[Decision] = []

    @property
    def present(self) -> Overrides:
        """Decisions about the chosen sheet."""
        return self._present

    @property
    def last(self) -> str:
        """What was decided last, in words; '' where there is nothing to take back."""
        return self._history[-1].words if self._history else ""

    @property
    def sheets(self) -> tuple[Overrides, ...]:
        """Decisions about every sheet, the chosen one first; those that decide nothing go."""
        others = (one for name, one in self._others.items() if name != self._present.sheet)
        return (self._present, *(one for one in others if _decides(one)))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was decided beyond the choice of a sheet."""
        return not any(map(_decides, self.sheets))

    def name_sheet(self, name: str) -> None:
        """Take the name of the sheet that recognition chose by itself."""
        self._present = replace(self._present, sheet=name)

    def decide(self, after: Overrides, words: str) -> None:
        """Take a decision; `words` say what was done."""
        self._history.append(Decision(words, self._present))
        self._turn_to(after)

    def choose_sheet(self, name: str, words: str) -> None:
        """Go to another sheet, with what was decided about it before."""
        self.decide(self._others.get(name, Overrides(sheet=name)), words)

    def undo(self) -> str:
        """Take the last decision back; returns what it was, in words, or ''."""
        if not self._history:
            return ""
        last = self._history.pop()
        self._turn_to(last.before)
        return last.words

    def fall_back(self, readable: Overrides) -> None:
        """Give up a sheet, a heading or a meaning that cannot be read; what was typed stays."""
        if self._history and _shape(self._history[-1].before) == _shape(readable):
            self._history.pop()
        typed = readable
        if self._present.sheet == readable.sheet:
            typed = self._present
        else:
            self._others.pop(self._present.sheet, None)
        self._present = replace(
            typed,
            sheet=readable.sheet,
            header_rows=readable.header_rows,
            fields=readable.fields,
        )

    def _turn_to(self, after: Overrides) -> None:
        self._others[self._present.sheet] = self._present
        self._others.pop(after.sheet, None)
        self._present = after


def _shape(overrides: Overrides) -> tuple[object, ...]:
    return overrides.sheet, overrides.header_rows, dict(overrides.fields)


def _decides(overrides: Overrides) -> bool:
    return overrides != Overrides(sheet=overrides.sheet)
