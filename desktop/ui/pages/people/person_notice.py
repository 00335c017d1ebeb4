"""What is said above the form of a person: a draft, a conflict, why nothing was saved."""

from collections.abc import Callable
from typing import Any

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.messages import announce
from desktop.ui.theme import Mark, px
from desktop.ui.widgets.notice_slot import NoticeSlot
from reports.texts import Texts

_SAY_WHAT_IS_KEPT = frozenset({"storage.disk_full", "storage.read_only"})
"""Failures whose own sentence ends with what was kept."""

Action = Callable[[], Any]


class PersonNotice(NoticeSlot):
    """Each method says one thing instead of what stood here; actions are the page's."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.setContentsMargins(0, 0, 0, px(12))

    def say_draft(self, moment: str, discard: Action) -> None:
        """A draft is shown instead of what is stored."""
        t = self._texts.t
        words = t("Your draft of {moment} is shown.", moment=moment)
        self.say(Mark.INFO, words, t("It is not saved yet."), t("Discard draft"), discard)

    def say_discarded(self, bring_back: Action) -> None:
        """What is stored is shown again."""
        t = self._texts.t
        self.say(Mark.INFO, t("The draft was discarded."), "", t("Bring it back"), bring_back)

    def say_changed_meanwhile(self) -> None:
        """Both changed the same fields."""
        self.say(
            Mark.WARN,
            self._texts.t("Somebody else changed this record meanwhile."),
            self._texts.t("What you typed is here; what is stored stands under the fields."),
        )

    def say_problems(self, count: int) -> None:
        """Values can't be read, and stand marked in the form."""
        words = self._texts.n(
            "{n} value has to be mended; nothing was saved.",
            "{n} values have to be mended; nothing was saved.",
            count,
        )
        self.say(Mark.BLOCKED, words, self._texts.t("Correct it, then save again."))
        announce(self, words, urgent=True)

    def say_not_loaded(self, error: AppError) -> None:
        """The record can't be shown."""
        self.say(Mark.WARN, error_sentence(self._texts, error))

    def say_not_saved(self, error: AppError, word: str, action: Action) -> None:
        """Nothing was saved; `word` is on the link that does `action`."""
        sentence = error_sentence(self._texts, error)
        kept = self._texts.t("What you typed is still here.")
        rest = "" if error.code in _SAY_WHAT_IS_KEPT else kept
        self.say(Mark.WARN, sentence, rest, word, action)
        announce(self, sentence, urgent=True)
