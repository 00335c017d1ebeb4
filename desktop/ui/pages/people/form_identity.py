"""Identity: the names in both scripts, birth, sex, nationality."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QGridLayout

from desktop.domain.names.parts import infer_sex
from desktop.domain.names.transliteration import latin_suggestion
from desktop.domain.values import Sex
from desktop.ui.lookups import Lookup
from desktop.ui.pages.people.dates import read_birth
from desktop.ui.pages.people.entry import PersonEntry
from desktop.ui.pages.people.form_fields import DateField, ListField, columns_grid
from desktop.ui.pages.people.form_section import Section
from desktop.ui.widgets.fields import Choice, LineField, SegmentedField
from desktop.ui.wording import capital
from desktop.usecases.reference_book import ReferenceBook
from reports.texts import Texts


class IdentitySection(Section):
    """Who it is. The passport spelling is suggested while it is empty, never filled in."""

    def __init__(
        self, texts: Texts, book: ReferenceBook, countries: Lookup, today: Callable[[], date]
    ) -> None:
        t = texts.t
        super().__init__(t("Identity"))
        self.note = self.set_note(t("One name is enough; everything else can come later."))
        self._texts = texts
        self._book = book
        self._inferred = False
        optional, unknown = t("optional"), t("unknown")
        passport = t("as in the passport")
        self.family = LineField(t("Family name"), hint=t("as the person writes it"))
        self.given = LineField(t("Given names"))
        self.patronymic = LineField(t("Patronymic"), placeholder=optional)
        self.latin_family = LineField(t("Family name in passport"), placeholder=passport)
        self.latin_given = LineField(t("Given names in passport"), placeholder=passport)
        self.nationality = ListField(t("Nationality"), countries, placeholder=unknown)
        self.birth = DateField(
            t("Birth date"),
            lambda text: read_birth(texts, text, today()),
            placeholder=t("14.05.1988, 05.1988 or 1988"),
        )
        self.sex = SegmentedField(t("Sex"), _sexes(book))
        self.birth_place = LineField(t("Birth place"), placeholder=unknown)
        self.other_names = LineField(
            t("Other names and spellings"), placeholder=t("separated by commas")
        )
        self.occupation = LineField(t("Occupation"), placeholder=optional)
        self.fields = {
            "family_name": self.family,
            "given_names": self.given,
            "patronymic": self.patronymic,
            "latin_family_name": self.latin_family,
            "latin_given_names": self.latin_given,
            "nationality": self.nationality,
            "birth": self.birth,
            "sex": self.sex,
            "birth_place": self.birth_place,
            "other_names": self.other_names,
            "occupation": self.occupation,
        }
        grid: QGridLayout = columns_grid(list(self.fields.values())[:9])
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.other_names, 3, 0, 1, 2, top)
        grid.addWidget(self.occupation, 3, 2, top)
        self.body.addLayout(grid)
        self.watch(*self.fields.values())
        for field in (self.family, self.given, self.patronymic):
            field.edited.connect(self._suggest)
        self.sex.edited.connect(self._on_sex)

    def take(self, entry: PersonEntry) -> None:
        """Show an entry without sending it."""
        for field, text in (
            (self.family, entry.family_name),
            (self.given, entry.given_names),
            (self.patronymic, entry.patronymic),
            (self.latin_family, entry.latin_family_name),
            (self.latin_given, entry.latin_given_names),
            (self.birth_place, entry.birth_place),
            (self.other_names, entry.other_names),
            (self.occupation, entry.occupation),
        ):
            field.set_value(text)
        self.nationality.take(entry.nationality, entry.nationality)
        self.birth.set_value(entry.birth)
        self.sex.set_value(entry.sex)
        self._inferred = entry.sex_inferred
        self._suggest()

    def give(self, entry: PersonEntry) -> PersonEntry:
        """The entry with what stands here."""
        return replace(
            entry,
            family_name=self.family.value(),
            given_names=self.given.value(),
            patronymic=self.patronymic.value(),
            latin_family_name=self.latin_family.value(),
            latin_given_names=self.latin_given.value(),
            birth_place=self.birth_place.value(),
            other_names=self.other_names.value(),
            occupation=self.occupation.value(),
            nationality=self.nationality.value() or self.nationality.text(),
            birth=self.birth.entry(),
            sex=self.sex.value(),
            sex_inferred=self._inferred,
        )

    def focus(self, name: str) -> bool:
        """Bring the cursor to a field; of the sex to the value that may only need confirming."""
        chosen = [one for one in self.sex.findChildren(QAbstractButton) if one.isChecked()]
        if name != "sex" or not chosen:
            return super().focus(name)
        chosen[0].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @Slot()
    def _on_sex(self) -> None:
        """Whoever presses it has confirmed it, also the same again."""
        self._inferred = False
        self._suggest()

    @Slot()
    def _suggest(self) -> None:
        """Suggest the passport spelling and the sex beside the fields; nothing is filled in."""
        passport = self._texts.t("as in the passport")
        for own, latin in ((self.family, self.latin_family), (self.given, self.latin_given)):
            suggestion = latin_suggestion(own.value())
            words = self._texts.t("{name} – suggested", name=suggestion) if suggestion else passport
            latin.edit.setPlaceholderText(words)
        self.sex.set_hint(self._sex_hint())

    def _sex_hint(self) -> str:
        if self._inferred and self.sex.value():
            return self._texts.t("by the name; press to confirm")
        if self.sex.value():
            return ""
        names = (self.family.value(), self.given.value(), self.patronymic.value())
        guess, _ = infer_sex(*names) if any(names) else (None, "")
        if guess is None:
            return ""
        return self._texts.t("by the name: {sex}", sex=self._book.label("sex", guess))


def _sexes(book: ReferenceBook) -> list[Choice]:
    label = partial(book.label, "sex")
    named = [Choice(sex, capital(label(sex))) for sex in (Sex.FEMALE, Sex.MALE)]
    return [*named, Choice(Sex.UNSPECIFIED, "X", capital(label(Sex.UNSPECIFIED)))]
