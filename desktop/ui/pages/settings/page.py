"""The page of settings: sections at the side, their panels below each other, one Save."""

from collections.abc import Iterator
from functools import cached_property, partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.context import PageContext
from desktop.ui.jobs import Lane, Progress
from desktop.ui.page import Page, Params
from desktop.ui.pages.settings.backup_panel import BackupPanel
from desktop.ui.pages.settings.data_panel import DataPanel
from desktop.ui.pages.settings.entry import DraftFile, SettingsEntry
from desktop.ui.pages.settings.fields import SettingsFields
from desktop.ui.pages.settings.presenter import Loaded, Problem, Saved, SettingsPresenter
from desktop.ui.pages.settings.sections import SectionList, SectionSpec
from desktop.ui.pages.settings.security_panel import SecurityPanel
from desktop.ui.theme import Mark, Mode, px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.notice_slot import NoticeSlot
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.scroll_column import ScrollColumn
from desktop.usecases.care import Maintenance

_WIDEST = 820
_SIDE = 248

_SETTLED_MS = 1_000


class SettingsPage(Page):
    """What is typed stays until it is saved or put back, also when the window is closed."""

    def __init__(
        self, context: PageContext, *, maintenance: Maintenance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._texts = context.texts
        t = self._texts.t
        self.presenter = SettingsPresenter(
            context.desk,
            context.book,
            context.texts,
            context.settings,
            DraftFile(context.drawer),
        )
        self._in_force: SettingsEntry | None = None
        self._fixed: frozenset[str] = frozenset()
        self._saving = False
        self._wanted = ""
        self.problem = NoticeSlot()
        self.problem.setContentsMargins(0, 0, 0, px(12))
        self.save_button = Button(t("Save"), Kind.PRIMARY, icon="save", shortcut="Ctrl+S")
        self.back_button = Button(t("Put back"), icon="arrow_undo")
        self.head = PageHead(
            t("Settings"),
            t("Whose papers are these, in which language, and where is the data?"),
            (self.back_button, self.save_button),
        )
        self._maintenance = maintenance
        self.sections = SectionList(
            (
                SectionSpec("office", t("Office and letterhead"), "building_government"),
                SectionSpec("officer", t("Officer"), "person"),
                SectionSpec("screen", t("Appearance and language"), "local_language"),
                SectionSpec("documents", t("Documents"), "document"),
                SectionSpec("mail", t("Mail"), "mail"),
                SectionSpec("data", t("Data"), "database"),
                *(
                    (
                        SectionSpec("security", t("Security"), "key"),
                        SectionSpec("backups", t("Backups"), "save"),
                    )
                    if maintenance.data_folder is not None
                    else ()
                ),
            )
        )
        self._lay_out()
        self._connect()
        self._show_state()

    @cached_property
    def fields(self) -> SettingsFields:
        """Everything that is typed; made when needed, or while the program is at rest."""
        fields = SettingsFields(self._texts)
        fields.setMaximumWidth(px(_WIDEST))
        fields.add_panel("data", self.data)
        if self.backups is not None and self.security is not None:
            fields.add_panel("security", self.security)
            fields.add_panel("backups", self.backups)
        fields.edited.connect(self._show_state)
        fields.theme_chosen.connect(self._on_theme)
        self._row.insertWidget(0, fields, 20)
        return fields

    @cached_property
    def data(self) -> DataPanel:
        """Where the data is; made with the fields."""
        return DataPanel(self._context, self._maintenance)

    @cached_property
    def backups(self) -> BackupPanel | None:
        """The backups of a local file; made with the fields."""
        if self._maintenance.data_folder is None:
            return None
        return BackupPanel(self._context, self._maintenance)

    @cached_property
    def security(self) -> SecurityPanel | None:
        """Who can read a local file; made with the fields."""
        if self._maintenance.data_folder is None:
            return None
        return SecurityPanel(self._context, self._maintenance)

    def prepare(self) -> Iterator[object]:
        """Make what stands below the head."""
        yield self.data
        yield self.backups or self.data
        yield self.security or self.data
        yield self.fields

    # The window

    def opened(self, params: Params) -> None:
        """Show what is stored; what was typed and not saved stays."""
        section, fields = params.get("section"), self.fields
        if isinstance(section, str) and section in fields.panels:
            self._go_to(section)
            # On the first visit nothing has its place yet.
            self._wanted = section
            QTimer.singleShot(_SETTLED_MS, self, self._forget_wanted)
        if self.backups is not None:
            self.backups.read()
        if not self.is_changed:
            job = partial(_loaded, self.presenter)
            self._context.jobs.run(job, self._on_loaded, self._on_failed, owner=self)

    def closing(self) -> None:
        """Keep as a draft what was typed and not saved."""
        if self.is_changed:
            job = partial(_kept, self.presenter, self.fields.entry())
            self._context.jobs.run(job, owner=self, lane=Lane.DRAFT)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._in_force is not None and self.fields.entry() != self._in_force

    # Reading and saving

    def _on_loaded(self, loaded: Loaded) -> None:
        self._in_force, self._fixed = loaded.entry, loaded.fixed
        self.fields.offer_zones(loaded.zones)
        self.fields.show_code(loaded.office_code)
        self.fields.theme.set_value(loaded.theme.value)
        self.fields.show_entry(loaded.draft or loaded.entry)
        self.fields.show_fixed(loaded.fixed)
        self.problem.clear()
        self._show_state()
        if loaded.draft is not None:
            self._context.window.say(
                self._texts.t("What you typed last time and did not save is shown again.")
            )

    @Slot()
    def _on_save(self) -> None:
        if not self.is_changed or self._saving:
            return
        entry = self.fields.entry()
        problems = self.presenter.check(entry, self._fixed)
        self.fields.show_problems(problems)
        if problems:
            return
        self._saving = True
        self._show_state()
        job = partial(_saved, self.presenter, entry)
        self._context.jobs.run(job, self._on_saved, self._on_not_saved, owner=self, lane=Lane.WRITE)

    def _on_saved(self, saved: Saved) -> None:
        entry = saved.entry
        former, self._in_force = self._in_force, entry
        self._saving = False
        self.problem.clear()
        self._show_state()
        t = self._texts.t
        if former is not None and former.language != entry.language:
            self._context.window.say(t("Settings saved. The language changes at the next start."))
        else:
            self._context.window.say(t("Settings saved"))
        if saved.change is not None:
            self._context.window.publish(saved.change)

    def _on_not_saved(self, error: AppError) -> None:
        self._saving = False
        self._show_state()
        sentence = error_sentence(self._texts, error)
        if error.code == "office.no_zone":
            self.fields.show_problems((Problem("zone", sentence),))
        else:
            self.problem.say(Mark.WARN, sentence, self._texts.t("What you typed is still here."))

    def _on_failed(self, error: AppError) -> None:
        self.problem.say(Mark.WARN, error_sentence(self._texts, error))

    @Slot()
    def _on_put_back(self) -> None:
        if self._in_force is not None:
            self.fields.show_entry(self._in_force)
            self._context.jobs.run(partial(_dropped, self.presenter), owner=self, lane=Lane.DRAFT)
        self.problem.clear()
        self._show_state()

    @Slot(str)
    def _on_theme(self, theme: str) -> None:
        self._context.theme.set_mode(Mode(theme))
        job = partial(_theme_saved, self.presenter, theme)
        self._context.jobs.run(job, None, self._on_failed, owner=self, lane=Lane.WRITE)

    # What is shown

    @Slot()
    def _show_state(self) -> None:
        changed = self.is_changed
        self.save_button.setEnabled(changed and not self._saving)
        self.back_button.setVisible(changed)

    @Slot(str)
    def _go_to(self, key: str) -> None:
        """Bring a section to the top as far as the column goes."""
        self._column.verticalScrollBar().setValue(self.fields.panels[key].geometry().top())
        self.sections.show_current(key)

    @Slot()
    def _go_to_wanted(self) -> None:
        if self._wanted:
            self._go_to(self._wanted)

    @Slot()
    def _forget_wanted(self) -> None:
        self._wanted = ""

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        """Light up the section that stands at the top."""
        tops = {key: panel.geometry().top() for key, panel in self.fields.panels.items()}
        passed = [key for key, top in tops.items() if top <= value + px(24)]
        self.sections.show_current(passed[-1] if passed else "office")

    def _lay_out(self) -> None:
        self._column = ScrollColumn("window")
        self._column.body.setContentsMargins(0, 0, px(16), px(16))
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self._column.body.addLayout(self._row)
        self._column.body.addStretch(1)
        self.sections.setFixedWidth(px(_SIDE))
        below = QHBoxLayout()
        below.setSpacing(px(4))
        below.addWidget(self.sections, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._column, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.problem)
        column.addLayout(below, 1)

    def _connect(self) -> None:
        self.save_button.clicked.connect(self._on_save)
        self.back_button.clicked.connect(self._on_put_back)
        self.sections.chosen.connect(self._go_to)
        self._column.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._column.verticalScrollBar().rangeChanged.connect(self._go_to_wanted)


def _loaded(presenter: SettingsPresenter, _progress: Progress) -> Loaded:
    return presenter.load()


def _saved(presenter: SettingsPresenter, entry: SettingsEntry, _progress: Progress) -> Saved:
    return presenter.save(entry)


def _theme_saved(presenter: SettingsPresenter, theme: str, _progress: Progress) -> None:
    presenter.save_theme(theme)


def _kept(presenter: SettingsPresenter, entry: SettingsEntry, _progress: Progress) -> None:
    presenter.drafts.keep(entry)


def _dropped(presenter: SettingsPresenter, _progress: Progress) -> None:
    presenter.drafts.drop()
