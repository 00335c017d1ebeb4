"""The command line as an administrator uses it: documents, exit codes, no window."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from python_calamine import CalamineWorkbook

from desktop.cli import commands, main

ROOT = Path(__file__).resolve().parent.parent.parent
LISTS = ROOT / "tests" / "data" / "lists"
FINE, PROBLEMS, WRONG_USE, REFUSED, SURROUNDINGS = range(5)


def run(*arguments: object, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "HOMEWARD_HOME": str(home), **environment},
        check=False,
    )


def answer(done: subprocess.CompletedProcess[str], code: int = FINE) -> dict[str, Any]:
    assert done.returncode == code, (done.returncode, done.stdout[-500:], done.stderr[-2000:])
    document: dict[str, Any] = json.loads(done.stdout)
    return document


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The story told once for all tests of this file."""
    folder = tmp_path_factory.mktemp("story")
    told = run("demo", "--out", folder / "out", "--json", home=folder / "home")
    return answer(told, PROBLEMS)


def test_the_story_registers_and_seats_everybody(story: dict[str, Any]) -> None:
    assert story["rows_read"] == story["created"] == story["seated"] == 102
    assert story["rejected"] == story["unseated"] == story["groups_split"] == 0
    assert [one["seats"] for one in story["vehicles"]] == [49, 49, 16]
    assert sum(one["seated"] for one in story["vehicles"]) == 102


def test_every_file_that_is_named_is_there(story: dict[str, Any]) -> None:
    assert all(Path(file).is_file() for file in story["files"])
    suffixes = [Path(file).suffix for file in story["files"]]
    assert suffixes.count(".pdf") == 12
    assert suffixes.count(".xlsx") == 7


@pytest.mark.parametrize("language", ["ru", "en", "fr"])
def test_another_reader_finds_102_names_and_no_black_box(
    story: dict[str, Any], language: str
) -> None:
    convoy = next(
        file
        for file in map(Path, story["files"])
        if file.name == f"{story['movement']}_border_service_v1_{language}.pdf"
    )
    truth = json.loads((LISTS / "zhibek-zholy-102.truth.json").read_text(encoding="utf-8"))
    with pdfplumber.open(convoy) as document:
        text = "\n".join(page.extract_text() for page in document.pages)
        fonts = {char["fontname"] for page in document.pages for char in page.chars}
    assert "■" not in text
    assert "�" not in text
    assert all("+" in font for font in fonts), fonts
    documents = [row["document"] for row in truth["rows"] if row["document"]]
    assert sum(document in text for document in documents) == len(documents)


def test_the_workbook_reads_back_with_102_people(story: dict[str, Any]) -> None:
    file = next(path for path in story["files"] if path.endswith("ministry-summary_v1_en.xlsx"))
    book = CalamineWorkbook.from_path(file)
    rows = book.get_sheet_by_name("List").to_python()
    numbers = [row[1] for row in rows if str(row[1]).startswith("ALA-")]
    assert len(numbers) == 102


def test_the_register_of_the_story_can_be_opened_and_searched(
    story: dict[str, Any], tmp_path: Path
) -> None:
    found = answer(
        run("--database", story["database"], "people", "nazarov saidm", "--json", home=tmp_path)
    )
    # The father, and his three sons by their patronymic.
    assert [row["family_name"] for row in found["people"]] == ["Назаров"] * 4
    assert "403179174" in {row["document_number"] for row in found["people"]}


def test_a_story_is_not_told_over_another(story: dict[str, Any], tmp_path: Path) -> None:
    again = run("demo", "--out", story["folder"], home=tmp_path)
    assert again.returncode == REFUSED
    assert again.stdout == ""
    assert "register" in again.stderr


def test_an_import_says_what_became_of_every_row(tmp_path: Path) -> None:
    database = tmp_path / "register.db"
    file = LISTS / "zhibek-zholy-102.xlsx"
    rehearsal = answer(
        run("import", file, "--dry-run", "--database", database, "--json", home=tmp_path), PROBLEMS
    )
    assert rehearsal["batch"] is None
    done = answer(run("import", file, "--database", database, "--json", home=tmp_path), PROBLEMS)
    first = done["rows"][0]
    assert first["row"] == 5
    assert first["outcome"] == "created"
    assert first["family_name"] == "Назаров"
    assert first["birth_date"] == "1988-05-14"
    assert first["sex"] == "M"
    assert first["document_number"] == "403179174"
    assert first["phone"] == "+77033088286"
    assert first["group"] == done["rows"][4]["group"] != done["rows"][5]["group"]
    assert {problem["code"] for problem in done["problems"]} >= {"intake.birth_year_only"}
    assert all({"row", "column", "code", "text"} <= set(one) for one in done["problems"])
    undone = answer(
        run("import", "--undo", done["batch"], "--database", database, "--json", home=tmp_path)
    )
    assert undone["undone"] == done["batch"]
    left = answer(run("people", "--database", database, "--json", home=tmp_path))
    assert left["count"] == 0


def test_the_database_can_be_named_by_the_environment(tmp_path: Path) -> None:
    info = answer(
        run("db", "info", "--json", home=tmp_path, HOMEWARD_DATABASE=str(tmp_path / "env.db"))
    )
    assert info["database"] == str(tmp_path / "env.db")
    assert info["people"] == 0


def test_a_backup_is_made_checked_and_restored(story: dict[str, Any], tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    database = story["database"]
    answer(run("db", "backup", copy, "--database", database, "--json", home=tmp_path))
    other = tmp_path / "other.db"
    answer(run("db", "restore", copy, "--database", other, "--json", home=tmp_path))
    checked = answer(run("db", "check", "--database", other, "--json", home=tmp_path))
    assert checked["problems"] == []
    assert answer(run("db", "info", "--database", other, "--json", home=tmp_path))["people"] == 102


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("nonsense",), WRONG_USE),
        (("import",), WRONG_USE),
        (("people", "--limit", "0"), WRONG_USE),
        (("import", "no-such-file.xlsx"), SURROUNDINGS),
        (("import", "--undo", "0000"), REFUSED),
        (("manifest", "X-1", "--language", "ru", "--for", "carrier", "--out", "."), REFUSED),
        (("report", "ministry-summary", "--language", "xx", "--out", "x.xlsx"), REFUSED),
        (("db", "restore", "no-such.db"), REFUSED),
    ],
)
def test_exit_codes_tell_what_went_wrong(
    tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    done = run(*arguments, "--database", tmp_path / "empty.db", home=tmp_path)
    assert done.returncode == code, done.stderr
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_a_failure_is_one_json_document_too(tmp_path: Path) -> None:
    bad = tmp_path / "letter.xlsx"
    bad.write_bytes(b"Dear colleagues")
    done = run("import", bad, "--json", "--database", tmp_path / "a.db", home=tmp_path)
    document = answer(done, REFUSED)
    assert document["error"]["code"].startswith("intake.")
    assert document["error"]["text"] != document["error"]["code"]


def test_no_command_loads_qt(tmp_path: Path) -> None:
    program = (
        "import sys; from desktop.cli import main; "
        f"main(['people', '--database', {str(tmp_path / 'q.db')!r}]); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "HOMEWARD_HOME": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_mistake_of_the_program_is_no_success(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
) -> None:
    def fail(*_given: object) -> None:
        raise ZeroDivisionError("Шодиева")

    monkeypatch.setenv("HOMEWARD_HOME", str(tmp_path))
    monkeypatch.setitem(commands.COMMANDS, "people", fail)
    assert main(["people", "--json"]) == SURROUNDINGS
    told = capsys.readouterr().out
    assert json.loads(told)["error"]["code"] == "work.mistake"
    assert "ZeroDivisionError" in told
    assert "Шодиева" not in told
    assert "made a mistake" in caplog.text
    assert "Шодиева" not in caplog.text
