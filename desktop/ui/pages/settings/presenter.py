"""Reads, checks and saves the settings. No widgets; runs in jobs."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones

from desktop import settings as stored
from desktop.errors import AppError, UserError
from desktop.files.mail import one_address
from desktop.settings import Paper, Settings, Theme
from desktop.ui.pages.settings.entry import NAME_LANGUAGES, DraftFile, SettingsEntry
from desktop.usecases.offices import change_office
from desktop.usecases.ports import ChangeSet, Desk
from desktop.usecases.reference_book import ReferenceBook
from reports.texts import Texts
from reports.wording import zone as utc_offset

DOCUMENT_LANGUAGES = ("ru", "en", "fr")

_SHOWN_AS = {
    "office_names": "names",
    "letterhead": "letterhead",
    "office_zone": "zone",
    "language": "language",
    "paper": "paper",
    "document_languages": "first_language",
    "mail_domains": "mail_domains",
}
"""Field of the settings that an administrator may fix, to the one that is shown."""

_NO_PLACES = ("Etc/", "SystemV/", "US/", "Brazil/", "Canada/", "Chile/", "Mexico/")


@dataclass(frozen=True)
class ZoneOption:
    """A time zone with the words for it."""

    name: str
    words: str


@dataclass(frozen=True)
class Loaded:
    """What the page shows first; `entry` is what is in force, `draft` what was typed over it.

    `fixed` names the fields of the entry that only an administrator changes.
    """

    office_code: str
    entry: SettingsEntry
    theme: Theme
    zones: tuple[ZoneOption, ...]
    draft: SettingsEntry | None
    fixed: frozenset[str]


@dataclass(frozen=True)
class Saved:
    """What is in force now, and what was changed in the database for it, if anything."""

    entry: SettingsEntry
    change: ChangeSet | None


@dataclass(frozen=True)
class Problem:
    """A field that can't be saved as it is, and why."""

    field: str
    sentence: str


class SettingsPresenter:
    """The office and officer come from the database, the rest from the settings file."""

    def __init__(
        self,
        desk: Desk,
        book: ReferenceBook,
        texts: Texts,
        known: Settings,
        drafts: DraftFile,
    ) -> None:
        self.desk = desk
        self.book = book
        self.texts = texts
        self.drafts = drafts
        self._known = known

    def load(self) -> Loaded:
        """Everything that can be changed here."""
        settings = self._settings()
        code, entry = self._in_force(settings)
        fixed = self._fixed()
        draft = self.drafts.load()
        if draft is not None:
            draft = replace(draft, **{name: getattr(entry, name) for name in fixed})
        zones = self._zones(entry.zone)
        return Loaded(code, entry, settings.theme, zones, draft if draft != entry else None, fixed)

    def check(
        self, entry: SettingsEntry, fixed: Collection[str] = frozenset()
    ) -> tuple[Problem, ...]:
        """What can't be saved as it is, in the order of the page; nothing about `fixed` fields."""
        t = self.texts.t
        found = []
        if "names" not in fixed and not any(entry.names.values()):
            found.append(
                Problem("name_en", t("Write the name of the office in at least one language."))
            )
        if not entry.officer_name:
            found.append(Problem("officer_name", t("Write the name that stands under signatures.")))
        for domain in () if "mail_domains" in fixed else _lines(entry.mail_domains):
            if not _is_domain(domain):
                sentence = t("“{domain}” is not a domain such as mfa.tj.", domain=domain)
                found.append(Problem("mail_domains", sentence))
                break
        return tuple(found)

    def save(self, entry: SettingsEntry) -> Saved:
        """Save what was checked, in the database and in the file.

        Raises:
            UserError: `office.no_zone`. Unavailable: `settings.not_saved`, and the like of the
            database. What was typed is then still in the fields.
        """
        settings = self._settings()
        names = {one: text for one, text in entry.names.items() if text}
        heads = {one: text for one, text in entry.letterhead.items() if text}
        _, present = self._in_force(settings)
        change = None
        if _of_office(entry) != _of_office(present):
            change = change_office(
                self.desk,
                names=names,
                letterhead=heads,
                zone=entry.zone,
                officer_name=entry.officer_name,
                officer_function=entry.officer_function,
            )
        others = [one for one in settings.document_languages if one != entry.first_language]
        stored.save(
            replace(
                settings,
                office_names=names,
                letterhead={one: tuple(text.splitlines()) for one, text in heads.items()},
                office_zone=entry.zone,
                officer_name=entry.officer_name,
                officer_function=entry.officer_function,
                language=entry.language,
                paper=Paper(entry.paper),
                document_languages=(entry.first_language, *others),
                mail_domains=_lines(entry.mail_domains),
            )
        )
        self.drafts.drop()
        return Saved(entry, change)

    def save_theme(self, theme: str) -> None:
        """Keep the colours that the officer has chosen.

        Raises:
            Unavailable: `settings.not_saved`.
        """
        stored.save(replace(self._settings(), theme=Theme(theme)))

    def _in_force(self, settings: Settings) -> tuple[str, SettingsEntry]:
        """Code of the office, and everything as it is stored now."""
        actor = self.desk.store.actor
        with self.desk.store.read() as reads:
            office = reads.office(actor.office_id)
            officer, function = reads.officer_name(actor.officer_id)
        languages = [one for one in settings.document_languages if one in DOCUMENT_LANGUAGES]
        return office.code, SettingsEntry(
            names={one: office.names.get(one, "") for one in NAME_LANGUAGES},
            letterhead={one: office.letterhead.get(one, "") for one in NAME_LANGUAGES},
            zone=office.zone,
            officer_name=officer,
            officer_function=function,
            language=settings.language,
            paper=settings.paper.value,
            first_language=languages[0] if languages else DOCUMENT_LANGUAGES[0],
            mail_domains="\n".join(settings.mail_domains),
        )

    def _settings(self) -> Settings:
        """The settings in force; those of the start where the file can't be read now."""
        try:
            return stored.load()
        except AppError:
            return self._known

    @staticmethod
    def _fixed() -> frozenset[str]:
        """What an administrator has fixed, as far as it can be read now."""
        try:
            return frozenset(_SHOWN_AS[name] for name in stored.fixed_fields() if name in _SHOWN_AS)
        except AppError:
            return frozenset()

    def _zones(self, present: str) -> tuple[ZoneOption, ...]:
        """Zones of known places first, then all others."""
        now = self.desk.now()
        near = {place.zone for place in self.book.places.values()} | {present}
        others = {
            one
            for one in available_timezones()
            if "/" in one and not one.startswith(_NO_PLACES) and one not in near
        }
        names = [*sorted(near), *sorted(others), *(() if "UTC" in near else ("UTC",))]
        return tuple(ZoneOption(name, zone_words(name, now)) for name in names)


def zone_words(name: str, now: datetime) -> str:
    """A zone with its present offset: Asia/Almaty · UTC+5."""
    if name == "UTC":
        return name
    return f"{name.replace('_', ' ')} · {utc_offset(now.astimezone(ZoneInfo(name)))}"


def _of_office(entry: SettingsEntry) -> tuple[object, ...]:
    """What the database holds of it."""
    return (
        entry.names,
        entry.letterhead,
        entry.zone,
        entry.officer_name,
        entry.officer_function,
    )


def _lines(text: str) -> tuple[str, ...]:
    """Lines that are not empty, tidied of what people write before a domain."""
    lines: Sequence[str] = [line.strip().lstrip("@.").casefold() for line in text.splitlines()]
    return tuple(dict.fromkeys(line for line in lines if line))


def _is_domain(text: str) -> bool:
    try:
        one_address(f"somebody@{text}")
    except UserError:
        return False
    return True
