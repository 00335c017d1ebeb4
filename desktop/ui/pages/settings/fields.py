"""The fields of the settings in their panels, read and written as one entry."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.messages import N_
from desktop.settings import SCREEN_LANGUAGES
from desktop.ui.pages.settings.entry import NAME_LANGUAGES, SettingsEntry
from desktop.ui.pages.settings.presenter import Problem, ZoneOption
from desktop.ui.theme import Type, px
from desktop.ui.widgets.fields import (
    Choice,
    ComboField,
    Field,
    LineField,
    SegmentedField,
    TextField,
)
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.panels import Panel
from reports.texts import Texts

_NAMES = {
    "en": N_("Name in English"),
    "ru": N_("Name in Russian"),
    "fr": N_("Name in French"),
    "tg": N_("Name in Tajik"),
}
_LETTERHEADS = {
    "en": N_("Letterhead in English"),
    "ru": N_("Letterhead in Russian"),
    "fr": N_("Letterhead in French"),
    "tg": N_("Letterhead in Tajik"),
}
SYSTEM = "system"
THEMES = ("system", "light", "dark", "contrast")


class SettingsFields(QWidget):
    """Panels with fields. `theme` acts at once; the rest is one entry.

    Signals:
        edited: the entry was changed by the officer.
        theme_chosen(str): other colours are wanted now.
    """

    edited = Signal()
    theme_chosen = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = texts.t
        self._texts = texts
        self.names = {one: LineField(t(_NAMES[one])) for one in NAME_LANGUAGES}
        self.letterhead = {one: TextField(t(_LETTERHEADS[one]), rows=2) for one in NAME_LANGUAGES}
        self.zone = ComboField(t("Time zone"), hint=t("of all times on papers"))
        self.officer_name = LineField(t("Name"), needed=True, hint=t("stands under signatures"))
        self.officer_function = LineField(t("Function"), placeholder=t("Consul"))
        self.theme = ComboField(
            t("Colours"),
            (
                Choice("system", t("As the system")),
                Choice("light", t("Light")),
                Choice("dark", t("Dark")),
                Choice("contrast", t("High contrast")),
            ),
            hint=t("at once"),
        )
        self.language = ComboField(
            t("Language of the program"),
            (
                Choice(SYSTEM, t("As the system")),
                *(Choice(code, name) for code, name in SCREEN_LANGUAGES.items()),
            ),
            hint=t("from the next start"),
        )
        self.paper = SegmentedField(
            t("Paper in the printer"), (Choice("A4", t("A4")), Choice("LETTER", t("Letter")))
        )
        self.first_language = ComboField(
            t("Language of documents"),
            (Choice("ru", t("Russian")), Choice("en", t("English")), Choice("fr", t("French"))),
            hint=t("offered first"),
        )
        self.mail_domains = TextField(
            t("Domains that mail may go to"),
            hint=t("one in each line; empty allows every address"),
            placeholder="mfa.tj",
        )
        self.panels: dict[str, Panel] = {}
        self._code = Label("", Type.SECTION)
        self._lay_out()
        self._connect()

    # The entry

    def offer_zones(self, zones: Sequence[ZoneOption]) -> None:
        """Offer time zones."""
        self.zone.set_choices([Choice(one.name, one.words) for one in zones])

    def show_code(self, code: str) -> None:
        """Show the code of the office, which stands in every printed number."""
        self._code.set_text(code)

    def show_entry(self, entry: SettingsEntry) -> None:
        """Write an entry into the fields without sending it."""
        for one in NAME_LANGUAGES:
            self.names[one].set_value(entry.names[one])
            self.letterhead[one].set_value(entry.letterhead[one])
        self.language.set_value(entry.language or SYSTEM)
        self.paper.set_value(entry.paper)
        for name in ("zone", "officer_name", "officer_function", "first_language", "mail_domains"):
            field: LineField | TextField | ComboField = getattr(self, name)
            field.set_value(getattr(entry, name))
        self.show_problems(())

    def show_fixed(self, names: Collection[str]) -> None:
        """Leave the fields of these names (of `SettingsEntry`) to the administrator."""
        why = self._texts.t("Set by your administrator")
        fields: dict[str, list[Field]] = {
            "names": list(self.names.values()),
            "letterhead": list(self.letterhead.values()),
            "zone": [self.zone],
            "language": [self.language],
            "paper": [self.paper],
            "first_language": [self.first_language],
            "mail_domains": [self.mail_domains],
        }
        for name, members in fields.items():
            for member in members:
                member.set_fixed(why if name in names else "")

    def entry(self) -> SettingsEntry:
        """What stands in the fields."""
        language = self.language.value()
        return SettingsEntry(
            names={one: field.value() for one, field in self.names.items()},
            letterhead={one: field.value() for one, field in self.letterhead.items()},
            zone=self.zone.value(),
            officer_name=self.officer_name.value(),
            officer_function=self.officer_function.value(),
            language="" if language == SYSTEM else language,
            paper=self.paper.value(),
            first_language=self.first_language.value(),
            mail_domains=self.mail_domains.value(),
        )

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say beside the fields what can't be saved, and bring the cursor to the first."""
        fields: dict[str, Field] = {
            "name_en": self.names["en"],
            "officer_name": self.officer_name,
            "mail_domains": self.mail_domains,
            "zone": self.zone,
        }
        found = {one.field: one.sentence for one in problems}
        for key, field in fields.items():
            field.set_problem(found.get(key, ""))
        if problems:
            fields[problems[0].field].setFocus()

    # Layout

    def add_panel(self, key: str, panel: Panel) -> None:
        """Put a further panel below the others."""
        self.panels[key] = panel
        self._column.addWidget(panel)

    def _lay_out(self) -> None:
        t = self._texts.t
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))
        self.add_panel("office", self._office())
        self.add_panel("officer", _pairs(t("Officer"), (self.officer_name, self.officer_function)))
        self.add_panel("screen", _pairs(t("Appearance and language"), (self.theme, self.language)))
        self.add_panel("documents", _pairs(t("Documents"), (self.paper, self.first_language)))
        self.add_panel("mail", _pairs(t("Mail"), (self.mail_domains,)))

    def _office(self) -> Panel:
        t = self._texts.t
        panel = Panel(t("Office and letterhead"), ruled=True)
        code = QVBoxLayout()
        code.setSpacing(px(4))
        code.addWidget(Label(t("Code, in every printed number"), Type.LABEL, "text2"))
        code.addWidget(self._code)
        code.addStretch(1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(10))
        grid.addLayout(code, 0, 0)
        grid.addWidget(self.zone, 0, 1)
        for row, one in enumerate(NAME_LANGUAGES, 1):
            grid.addWidget(self.names[one], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.letterhead[one], row, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        panel.body.addLayout(grid)
        note = t(
            "The letterhead stands at the head of papers, line by line. Without one the name does."
        )
        panel.body.addWidget(Label(note, Type.CAPTION, "text2", wrap=True))
        return panel

    def _connect(self) -> None:
        fields: list[Field] = [
            *self.names.values(),
            *self.letterhead.values(),
            self.zone,
            self.officer_name,
            self.officer_function,
            self.language,
            self.paper,
            self.first_language,
            self.mail_domains,
        ]
        for field in fields:
            field.edited.connect(self.edited)
        self.theme.committed.connect(self._on_theme)

    @Slot()
    def _on_theme(self) -> None:
        self.theme_chosen.emit(self.theme.value())


def _pairs(heading: str, fields: Sequence[Field]) -> Panel:
    """A panel with fields side by side."""
    panel = Panel(heading, ruled=True)
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(16))
    for column, field in enumerate(fields):
        grid.addWidget(field, 0, column, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(column, 1)
    panel.body.addLayout(grid)
    return panel
