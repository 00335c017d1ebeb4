"""The head of the page: what the step asks, the way on and back, and the five steps."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.pages.importing.presenter import ImportPresenter, Step
from desktop.ui.pages.importing.wording import go_on_words, head, step_words
from desktop.ui.widgets import steps
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.labels import Rule
from desktop.ui.widgets.page_head import PageHead


class ImportHead(QWidget):
    """Shows where the import stands; what its buttons do is the page's."""

    def __init__(self, presenter: ImportPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        t = presenter.texts.t
        self.save_button = Button(
            t("Save problems as Excel"), Kind.SUBTLE, icon="arrow_export", hint="Ctrl+E"
        )
        self.back_button = Button(t("Back"), hint="Alt+Left")
        self.next_button = Button("", Kind.PRIMARY, icon="arrow_right", hint="Ctrl+Enter")
        self._head = PageHead("", actions=(self.save_button, self.back_button, self.next_button))
        self.steps = steps.StepsHeader(self._steps())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.steps)
        column.addWidget(Rule())

    @property
    def title(self) -> str:
        """Title of the page, with the name of the file."""
        return head(self._presenter).title

    def refresh(self) -> None:
        """Show what the presenter knows."""
        presenter = self._presenter
        step, read = presenter.step, presenter.list.read
        said = head(presenter)
        self._head.set_title(said.title)
        self._head.set_answer(said.question, said.answer)
        self.steps.set_steps(self._steps(), step)
        self.next_button.set_words(go_on_words(presenter))
        self.next_button.setVisible(step is not Step.FILE or read is not None)
        self.next_button.setEnabled(presenter.may_go_on)
        self.back_button.setVisible(step is not Step.FILE)
        self.back_button.setEnabled(not presenter.busy)
        has_problems = read is not None and bool(read.draft.problems)
        self.save_button.setVisible(step in (Step.VALUES, Step.RESULT) and has_problems)

    def _steps(self) -> list[steps.Step]:
        return [steps.Step(word, note) for word, note in step_words(self._presenter)]
