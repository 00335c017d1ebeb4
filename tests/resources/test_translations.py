import gettext
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Message
from babel.messages.plurals import get_plural

from desktop.catalogue import LANGUAGES, parse_compiled, texts
from desktop.catalogue_languages import FORMS
from desktop.paths import resources_dir

TRANSLATED = [language for language in LANGUAGES if language != "en"]


def load_tool() -> ModuleType:
    path = Path(__file__).resolve().parent.parent / "tools" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_tool", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = load_tool()


def test_nothing_is_missing_or_wrong() -> None:
    assert tool.check() == []


def test_every_interface_language_has_a_catalogue() -> None:
    assert sorted(tool.LANGUAGES) == sorted(TRANSLATED)


@pytest.mark.parametrize("language", TRANSLATED)
def test_compiled_catalogue_is_the_edited_one(language: str) -> None:
    path = resources_dir() / "translations" / language / "LC_MESSAGES" / "homeward.mo"
    assert parse_compiled(path.read_bytes()) == parse_compiled(tool.compiled(language))


@pytest.mark.parametrize("language", TRANSLATED)
def test_plural_rule_is_that_of_the_catalogue(language: str) -> None:
    rule = gettext.c2py(get_plural(language).plural_expr)
    assert [FORMS[language].plural(n) for n in range(1200)] == [rule(n) for n in range(1200)]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["1 person", "3 people", "5 people", "21 people"]),
        ("fr", ["1 personne", "3 personnes", "5 personnes", "21 personnes"]),
        ("ru", ["1 человек", "3 человека", "5 человек", "21 человек"]),
        ("tg", ["1 нафар", "3 нафар", "5 нафар", "21 нафар"]),
    ],
)
def test_people_are_counted_in_every_language(language: str, said: list[str]) -> None:
    words = texts(language)
    assert [words.n("{n} person", "{n} people", n) for n in (1, 3, 5, 21)] == said


def test_a_word_is_told_apart_by_its_context() -> None:
    assert texts("ru").tc("wife", "spouse") == "супруга"
    assert texts("ru").tc("husband", "spouse") == "супруг"
    assert texts("ru").t("Passenger list") == "Список пассажиров"


@pytest.mark.parametrize(
    ("message", "translation", "language", "fault"),
    [
        ("Seat {seat}", "Место {seat}", "ru", ""),
        ("Seat {seat}", "", "ru", ""),
        ("Seat {seat}", "Место {place}", "ru", "placeholders ['place'] instead of ['seat']"),
        ("Seat {seat}", "Место", "ru", "placeholders [] instead of ['seat']"),
        ("Saved", "Сохранено ", "ru", "blanks at an end"),
        ("Convoy", "Караван", "ru", "“convoys?” without “колонн”"),
        ("Stop", "Задержание", "ru", "'Задержан' is not ours"),
        ("Stop", "L'arrêt", "fr", '"\'" is not ours'),
        (("{n} day", "{n} days"), ("{n} день", "{n} дня", "{n} дней"), "ru", ""),
        (("{n} day", "{n} days"), ("{n} день", "{n} дня"), "ru", "2 plural forms instead of 3"),
        (("{n} day", "{n} days"), ("{n} день", "", "{n} дней"), "ru", "a plural form is empty"),
        (("{n} day", "{n} days"), ("день", "{n} дня", "{n} дней"), "ru", "placeholders []"),
    ],
)
def test_a_fault_of_a_translation_is_named(
    message: str | tuple[str, ...], translation: str | tuple[str, ...], language: str, fault: str
) -> None:
    faults = list(tool.faults_of(Message(message, translation), language))
    if fault:
        (found,) = faults
        assert fault in found
    else:
        assert faults == []


def test_texts_of_the_program_are_extracted_with_context_and_plural(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "desktop").mkdir()
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "page.py").write_text(
        'a = texts.t("Save {file}", file=name)\n'
        'b = texts.tc("column", "No.")\n'
        'c = texts.n("{n} person", "{n} people", count)\n'
        'd = N_("Kept " "as it is")\n'
        "e = texts.t(variable)\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(tool, "ROOT", tmp_path)
    found = {(message.context, message.id) for message in tool.extract() if message.id}
    assert found == {
        (None, "Save {file}"),
        ("column", "No."),
        (None, ("{n} person", "{n} people")),
        (None, "Kept as it is"),
    }
    assert {path for message in tool.extract() for path, _ in message.locations} == {
        "reports/page.py"
    }


def test_update_adds_keeps_and_drops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "reports" / "page.py"
    (tmp_path / "desktop").mkdir()
    source.parent.mkdir()
    monkeypatch.setattr(tool, "ROOT", tmp_path)
    monkeypatch.setattr(tool, "TRANSLATIONS", tmp_path / "translations")
    source.write_text('t("Seat")\nt("Old")\n', encoding="utf-8")
    tool.update()
    path = tmp_path / "translations" / "ru" / "LC_MESSAGES" / "homeward.po"
    path.write_text(
        path.read_text(encoding="utf-8").replace('"Seat"\nmsgstr ""', '"Seat"\nmsgstr "Место"'),
        encoding="utf-8",
    )
    source.write_text('t("Seat")\nt("Window")\n', encoding="utf-8")
    tool.update()
    edited = path.read_text(encoding="utf-8")
    assert 'msgid "Seat"\nmsgstr "Место"' in edited
    assert 'msgid "Window"\nmsgstr ""' in edited
    assert "Old" not in edited
    assert parse_compiled(path.with_suffix(".mo").read_bytes()) == {"Seat": ("Место",)}
    tool.update()
    assert path.read_text(encoding="utf-8") == edited


def test_unknown_commands_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main(["translate"]) == 2
    assert "translations.py update" in capsys.readouterr().err
