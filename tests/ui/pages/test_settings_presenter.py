"""Settings read, checked and saved, without a screen."""

import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.desks import OFFICE

from desktop.errors import Unavailable, UserError
from desktop.files.drawer import Drawer
from desktop.paths import policy_file
from desktop.settings import Paper, Settings, Theme, load, save, user_file
from desktop.ui.pages.settings.entry import NAME_LANGUAGES, DraftFile, SettingsEntry
from desktop.ui.pages.settings.presenter import SettingsPresenter, zone_words
from desktop.usecases.ports import Desk
from desktop.usecases.reference_book import read_reference_book
from desktop.usecases.views import OfficeRow
from reports.texts import Texts

words = st.text(max_size=5)
entries = st.builds(
    SettingsEntry,
    names=st.fixed_dictionaries(dict.fromkeys(NAME_LANGUAGES, words)),
    letterhead=st.fixed_dictionaries(dict.fromkeys(NAME_LANGUAGES, words)),
    zone=words,
    officer_name=words,
    officer_function=words,
    language=words,
    paper=words,
    first_language=words,
    mail_domains=words,
)


@pytest.fixture
def presenter(local_desk: Desk, tmp_path: Path) -> SettingsPresenter:
    with local_desk.store.read() as reads:
        book = read_reference_book(reads, "en")
    drafts = DraftFile(Drawer(tmp_path / "drafts"))
    return SettingsPresenter(local_desk, book, Texts(), Settings(), drafts)


def office(desk: Desk) -> OfficeRow:
    with desk.store.read() as reads:
        return reads.office(desk.store.actor.office_id)


def test_what_is_in_force_is_shown(presenter: SettingsPresenter) -> None:
    save(Settings(mail_domains=("mfa.tj", "gov.kz"), paper=Paper.LETTER, theme=Theme.DARK))
    loaded = presenter.load()
    assert loaded.office_code == "ALA"
    assert loaded.entry.names["ru"] == OFFICE.office_names["ru"]
    assert loaded.entry.names["tg"] == ""
    assert loaded.entry.zone == "Asia/Almaty"
    assert loaded.entry.officer_name == OFFICE.officer_name
    assert loaded.entry.mail_domains == "mfa.tj\ngov.kz"
    assert (loaded.entry.paper, loaded.theme) == ("LETTER", Theme.DARK)
    assert loaded.draft is None
    assert presenter.check(loaded.entry) == ()


def test_known_places_come_first_among_all_zones(presenter: SettingsPresenter) -> None:
    zones = [one.name for one in presenter.load().zones]
    assert len(zones) == len(set(zones)) > 200
    assert zones.index("Asia/Tashkent") < zones.index("Africa/Cairo")
    assert "UTC" in zones
    moment = datetime(2020, 11, 11, tzinfo=UTC)
    assert zone_words("America/New_York", moment) == "America/New York · UTC–5"
    assert zone_words("UTC", moment) == "UTC"


def test_everything_is_saved_in_its_place(presenter: SettingsPresenter) -> None:
    entry = replace(
        presenter.load().entry,
        names={"en": "Embassy", "ru": "", "fr": "", "tg": "Сафорат"},
        letterhead={"en": "Embassy\nAlmaty", "ru": "", "fr": "", "tg": ""},
        zone="Asia/Tashkent",
        officer_name="Nazarova Z.",
        officer_function="Consul",
        language="ru",
        paper="LETTER",
        first_language="fr",
        mail_domains="@MFA.tj\n\nmfa.tj\ngov.kz",
    )
    presenter.save(entry)
    stored = office(presenter.desk)
    assert stored.names == {"en": "Embassy", "tg": "Сафорат"}
    assert stored.letterhead == {"en": "Embassy\nAlmaty"}
    assert stored.zone == "Asia/Tashkent"
    with presenter.desk.store.read() as reads:
        officer = reads.officer_name(presenter.desk.store.actor.officer_id)
    assert officer == ("Nazarova Z.", "Consul")
    settings = load()
    assert settings.letterhead == {"en": ("Embassy", "Almaty")}
    assert settings.office_names == {"en": "Embassy", "tg": "Сафорат"}
    assert (settings.officer_name, settings.office_zone) == ("Nazarova Z.", "Asia/Tashkent")
    assert (settings.language, settings.paper) == ("ru", Paper.LETTER)
    assert settings.document_languages == ("fr", "ru", "en")
    assert settings.mail_domains == ("mfa.tj", "gov.kz")
    again = presenter.load().entry
    assert again == replace(entry, mail_domains="mfa.tj\ngov.kz")


def test_the_office_is_not_written_to_when_only_paper_changes(
    presenter: SettingsPresenter,
) -> None:
    desk = presenter.desk
    with desk.store.read() as reads:
        before = reads.history(desk.store.actor.office_id, 50)
    presenter.save(replace(presenter.load().entry, paper="LETTER"))
    with desk.store.read() as reads:
        assert reads.history(desk.store.actor.office_id, 50) == before
    assert load().paper is Paper.LETTER


def test_what_cannot_be_saved_is_said_in_words(presenter: SettingsPresenter) -> None:
    entry = replace(
        presenter.load().entry,
        names=dict.fromkeys(NAME_LANGUAGES, ""),
        officer_name="",
        mail_domains="mfa.tj\nnot a domain\nanother one",
    )
    problems = {one.field: one.sentence for one in presenter.check(entry)}
    assert list(problems) == ["name_en", "officer_name", "mail_domains"]
    assert problems["mail_domains"] == "“not a domain” is not a domain such as mfa.tj."


def test_an_unknown_zone_changes_nothing(presenter: SettingsPresenter) -> None:
    entry = replace(presenter.load().entry, zone="Asia/Nowhere", paper="LETTER")
    with pytest.raises(UserError, match=r"office\.no_zone"):
        presenter.save(entry)
    assert office(presenter.desk).zone == "Asia/Almaty"
    assert load().paper is Paper.A4


def test_a_settings_file_that_cannot_be_written_is_told(
    presenter: SettingsPresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = presenter.load().entry
    user_file().parent.mkdir(parents=True, exist_ok=True)
    user_file().mkdir()
    with pytest.raises(Unavailable, match=r"settings\."):
        presenter.save(replace(entry, paper="LETTER"))


def test_a_broken_settings_file_shows_what_was_known_at_the_start(
    presenter: SettingsPresenter,
) -> None:
    user_file().parent.mkdir(parents=True, exist_ok=True)
    user_file().write_text("paper = ", encoding="utf-8")
    assert presenter.load().entry.paper == "A4"


def test_the_theme_is_kept_alone(presenter: SettingsPresenter) -> None:
    save(Settings(paper=Paper.LETTER))
    presenter.save_theme("dark")
    assert load() == replace(Settings(), paper=Paper.LETTER, theme=Theme.DARK)


def test_a_draft_is_offered_until_it_is_saved(presenter: SettingsPresenter) -> None:
    entry = presenter.load().entry
    typed = replace(entry, officer_function="First secretary")
    presenter.drafts.keep(typed)
    assert presenter.load().draft == typed
    presenter.save(typed)
    assert presenter.load().draft is None
    presenter.drafts.keep(typed)
    assert presenter.load().draft is None


def fix(text: str) -> None:
    policy_file().parent.mkdir(parents=True, exist_ok=True)
    policy_file().write_text(text, "utf-8")


def test_what_an_administrator_fixed_is_named_and_not_written(
    presenter: SettingsPresenter,
) -> None:
    save(Settings(paper=Paper.LETTER, mail_domains=("old.tj",)))
    fix('[documents]\npaper = "A4"\n[mail]\ndomains = ["mfa.tj"]\n[database]\nserver = ""\n')
    loaded = presenter.load()
    assert loaded.fixed == {"paper", "mail_domains"}
    assert (loaded.entry.paper, loaded.entry.mail_domains) == ("A4", "mfa.tj")
    presenter.save(replace(loaded.entry, language="fr"))
    stored = tomllib.loads(user_file().read_text("utf-8"))
    assert stored["documents"]["paper"] == "LETTER"
    assert stored["mail"] == {"domains": ["old.tj"]}
    assert load().language == "fr"


def test_fixed_fields_are_no_problem_of_the_officer(presenter: SettingsPresenter) -> None:
    entry = replace(
        presenter.load().entry,
        names=dict.fromkeys(NAME_LANGUAGES, ""),
        mail_domains="not a domain",
    )
    assert len(presenter.check(entry)) == 2
    assert presenter.check(entry, {"names", "mail_domains"}) == ()


def test_a_draft_gives_way_to_the_administrator(presenter: SettingsPresenter) -> None:
    entry = presenter.load().entry
    presenter.drafts.keep(replace(entry, paper="LETTER", officer_function="Consul"))
    fix('[documents]\npaper = "A4"\n')
    draft = presenter.load().draft
    assert draft == replace(entry, officer_function="Consul")


def test_policies_that_cannot_be_read_now_fix_nothing(presenter: SettingsPresenter) -> None:
    fix("[")
    assert presenter.load().fixed == frozenset()


@given(entries)
def test_an_entry_survives_its_file(
    tmp_path_factory: pytest.TempPathFactory, entry: SettingsEntry
) -> None:
    drafts = DraftFile(Drawer(tmp_path_factory.mktemp("drafts")))
    drafts.keep(entry)
    assert drafts.load() == entry
    drafts.drop()
    assert drafts.load() is None


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"names": {"en": 1}}'])
def test_a_damaged_draft_counts_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "settings.json").write_text(content, encoding="utf-8")
    assert DraftFile(Drawer(tmp_path)).load() is None
