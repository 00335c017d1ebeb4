"""The middle of the page: true pages, the first figures, or why there is nothing to see."""

from functools import partial

from PySide6.QtCore import QSizeF, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractSlider, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.jobs import JobRunner, Progress
from desktop.ui.pages.reports.figures import Figures
from desktop.ui.pages.reports.figures_view import FiguresView
from desktop.ui.pages.reports.pictures import to_image
from desktop.ui.pages.reports.presenter import Preview
from desktop.ui.pdf_pages import PagePicture, page_picture
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Mark, px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.panels import Surface
from desktop.ui.widgets.paper import PaperView
from desktop.ui.widgets.pills import Pill
from desktop.ui.widgets.states import EmptyState
from reports.texts import Texts


class PreviewPane(QStackedWidget):
    """Shows what a document looks like. Paper stays white in every theme.

    Signals:
        first_page(QImage): the picture of the first page, for the gallery.
        again_asked: the picture shall be made once more.
        movement_asked: the movement, or the plan of a first one, shall be opened.
    """

    first_page = Signal(object)
    again_asked = Signal()
    movement_asked = Signal()

    def __init__(self, texts: Texts, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._jobs = jobs
        self._preview: Preview | None = None
        self.paper = PaperView(texts)
        self.pill = Pill(Mark.INFO, "")
        self.paper.end.setContentsMargins(px(12), 0, 0, 0)
        self.paper.end.addWidget(self.pill)
        self.figures = FiguresView(texts)
        self._ground = Surface("track")
        self._said = QVBoxLayout(self._ground)
        self._said.setContentsMargins(px(48), px(48), px(48), px(48))
        self._state: EmptyState | None = None
        self._covered = EmptyState(
            "eye_off",
            texts.t("Names are hidden"),
            texts.t("The pages are shown again as soon as names are: Ctrl+Shift+H."),
        )
        for view in (self.paper, self.figures, self._ground, self._covered):
            self.addWidget(view)
        self._on_top: QWidget = self._ground
        self._put_on_top(self._ground)
        Privacy.current().changed.connect(self._on_privacy)
        self.paper.pages.page_wanted.connect(self._on_page_wanted)
        self.paper.pages.page_changed.connect(self._tell_state)

    @property
    def preview(self) -> Preview | None:
        """The lists that are shown, or covered while names are hidden; None for another thing."""
        return self._preview if self._on_top is self.paper else None

    @property
    def said(self) -> str:
        """What is said instead of a picture."""
        if self.currentWidget() is self._covered:
            return self._covered.accessibleName()
        if self.currentWidget() is not self._ground or self._state is None:
            return ""
        return self._state.accessibleName()

    def show_preview(self, preview: Preview) -> None:
        """Show the pages of lists from the first one on."""
        same = self._preview is not None and self._preview.order == preview.order
        page = self.paper.pages.current_page if same else 0
        self._preview = preview
        self.paper.pages.set_pages([QSizeF(one.width, one.height) for one in preview.sizes])
        self._put_on_top(self.paper)
        if page:
            self.paper.pages.go_to(page)
        self._tell_state()

    def show_figures(self, figures: Figures) -> None:
        """Show what the summary says."""
        self.figures.show_figures(figures)
        self._put_on_top(self.figures)

    def show_busy(self, words: str) -> None:
        """Another picture is being made; the old one stays in sight meanwhile."""
        if self._on_top is self.paper:
            self.pill.set_state(Mark.UNKNOWN, self._texts.t("Being prepared"))
        elif self._on_top is self._ground:
            self._show_state("document_multiple", words, self._texts.t("One moment."))

    def show_stopped(self) -> None:
        """The officer did not want to wait."""
        again = self._button(self._texts.t("Prepare it again"), self.again_asked)
        title, nothing = (
            self._texts.t("The preview was stopped"),
            self._texts.t("Nothing was issued."),
        )
        self._show_state("document_multiple", title, nothing, again)

    def show_failure(self, error: AppError) -> None:
        """Say why there is nothing to see, and what mends it."""
        t = self._texts.t
        sentence = error_sentence(self._texts, error)
        if error.code == "manifest.nobody":
            go = self._button(t("Open the movement"), self.movement_asked)
            self._show_state("people", t("Nobody is on this list yet"), sentence, go)
        else:
            again = self._button(t("Try again"), self.again_asked)
            self._show_state("warning", t("The preview could not be made"), sentence, again)

    def show_no_movement(self) -> None:
        """A list needs a movement first."""
        t = self._texts.t
        go = self._button(t("Plan a movement"), self.movement_asked)
        why = t("A travel list is printed of the people and seats of a movement.")
        self._show_state("vehicle_bus", t("No movement yet"), why, go)

    def go_down(self, screens: int) -> None:
        """Go a screen down (1) or up (-1)."""
        view = self.paper.pages if self.currentWidget() is self.paper else self.figures
        step = QAbstractSlider.SliderAction
        down = step.SliderPageStepAdd if screens > 0 else step.SliderPageStepSub
        view.verticalScrollBar().triggerAction(down)

    def _put_on_top(self, view: QWidget) -> None:
        """Show a view; pages with names are covered while names are hidden."""
        self._on_top = view
        covered = view is self.paper and Privacy.current().hidden
        self.setCurrentWidget(self._covered if covered else view)

    @Slot()
    def _on_privacy(self) -> None:
        self._put_on_top(self._on_top)

    def _show_state(
        self, icon: str, title: str, sentence: str, action: Button | None = None
    ) -> None:
        if self._state is not None:
            self._state.hide()
            self._state.deleteLater()
        self._state = EmptyState(icon, title, sentence, (action,) if action else ())
        self._said.addWidget(self._state)
        self._put_on_top(self._ground)

    def _button(self, words: str, pressed: SignalInstance) -> Button:
        button = Button(words, Kind.PRIMARY)
        button.clicked.connect(pressed)
        return button

    @Slot(int, int)
    def _on_page_wanted(self, page: int, width: int) -> None:
        if self._preview is None:
            return
        job = partial(_drawn, self._preview, page, width)
        self._jobs.run(job, self._on_page, owner=self)

    def _on_page(self, drawn: tuple[Preview, int, PagePicture]) -> None:
        preview, page, picture = drawn
        if preview is not self._preview:
            return
        image = to_image(picture)
        self.paper.pages.set_image(page, image)
        if page == 0:
            self.first_page.emit(_thumbnail(image))

    @Slot()
    def _tell_state(self) -> None:
        """Say which version the list is whose page is in sight."""
        preview = self._preview
        if preview is None or not preview.lists:
            return
        shown, _ = preview.place(self.paper.pages.current_page)
        self.pill.set_state(Mark.INFO if shown.new else Mark.OK, shown.state)
        self.pill.setToolTip(f"{shown.title}, {shown.state}")
        self.pill.setAccessibleName(f"{shown.title}, {shown.state}")


def _thumbnail(image: QImage) -> QImage:
    """Small enough to be painted often, twice as fine as a card shows it."""
    return image.scaledToHeight(
        min(image.height(), px(300)), Qt.TransformationMode.SmoothTransformation
    )


def _drawn(
    preview: Preview, page: int, width: int, _progress: Progress
) -> tuple[Preview, int, PagePicture]:
    shown, number = preview.place(page)
    return preview, page, page_picture(shown.data, number, width)
