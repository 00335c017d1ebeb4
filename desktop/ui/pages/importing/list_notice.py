"""What failed, or what has to be known of a list, above the steps; each is said once."""

from PySide6.QtCore import Slot

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.pages.importing.decisions import Decisions
from desktop.ui.pages.importing.errands import Errands
from desktop.ui.pages.importing.presenter import ImportPresenter, Step
from desktop.ui.theme import Mark, px
from desktop.ui.widgets.notice_slot import NoticeSlot


class ListNotice(NoticeSlot):
    """Follows the presenter with `refresh`, and has the links that go on from there."""

    def __init__(self, presenter: ImportPresenter, errands: Errands, decisions: Decisions) -> None:
        super().__init__()
        self._presenter = presenter
        self._errands = errands
        self._decisions = decisions
        self._said: object = None
        self.setContentsMargins(0, px(10), 0, px(8))

    def refresh(self) -> None:
        """Say what there is to say now; what stands there already is left alone."""
        found = self._found()
        if found == self._said:
            return
        self._said = found
        t = self._presenter.texts.t
        kept = t("What you corrected is kept.")
        match found:
            case AppError() if found is self._presenter.list.failure:
                sentence = error_sentence(self._presenter.texts, found)
                self.say(Mark.WARN, sentence, kept, t("Try again"), self._decisions.read_again)
            case AppError():
                sentence = error_sentence(self._presenter.texts, found)
                if self._presenter.step is Step.DUPLICATES:
                    self.say(Mark.WARN, sentence, "", t("Try again"), self._try_again)
                else:
                    self.say(Mark.WARN, sentence)
            case "stale":
                sentence = t("The list was not read again after your last corrections.")
                self.say(Mark.WARN, sentence, kept, t("Read again"), self._decisions.read_again)
            case "kept":
                sentence = t("Your earlier corrections of this list are in it again.")
                word = t("Begin without them")
                self.say(Mark.INFO, sentence, "", word, self._decisions.begin_anew)
            case _:
                self.clear()

    def _found(self) -> object:
        presenter, work = self._presenter, self._presenter.list
        if presenter.step is Step.FILE:
            return None
        failure = work.failure or presenter.failure
        if failure is not None or work.read is None or work.is_reading:
            return failure
        if not work.is_current:
            return "stale"
        return "kept" if work.was_taken_up else None

    @Slot()
    def _try_again(self) -> None:
        """Compare or store once more, whichever failed."""
        self._presenter.failure = None
        if self._presenter.rehearsal is not None:
            self._errands.store()
        else:
            self._errands.settled.emit()
