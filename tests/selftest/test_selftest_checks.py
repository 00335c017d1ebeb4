"""The checks: all green on this program, red where a part is broken."""

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desktop import about, paths
from desktop.domain.partial_dates import PartialDate
from desktop.errors import UserError
from desktop.files.mail import build_draft
from desktop.selftest import installed, papers, register
from desktop.selftest.bench import Bench, Failed
from desktop.selftest.checks import CHECKS
from desktop.selftest.screen import window
from reports.model import ManifestModel

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path, tmp_path / "window.png")


def test_the_program_passes_its_own_test(tmp_path: Path) -> None:
    file, picture = tmp_path / "результат.json", tmp_path / "window.png"
    names = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    options = ["--selftest", file, "--picture", picture, "--platform", "offscreen"]
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *options],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    document = json.loads(file.read_text("utf-8"))
    wrong = [check for check in document["checks"] if not check["ok"]]
    assert (wrong, done.returncode, done.stdout) == ([], 0, ""), done.stderr
    assert document["ok"] is True
    assert [check["name"] for check in document["checks"]] == [name for name, _ in CHECKS]
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1366, 768)


def test_every_library_is_loaded_and_told() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {line.partition("[")[0].partition(">")[0] for line in project["dependencies"]}
    assert set(installed.MODULES) == wanted
    assert set(about.LIBRARIES) == {*wanted, "psycopg-binary"}


@pytest.mark.parametrize(
    "check",
    [
        installed.versions,
        installed.policies,
        installed.files,
        installed.time_zones,
        register.postgresql,
    ],
)
def test_what_is_installed_passes(bench: Bench, check: Callable[[Bench], str]) -> None:
    assert check(bench)


def test_a_library_without_its_version_is_told(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installed, "library_version", lambda _name: about.NOT_FOUND)
    with pytest.raises(Failed, match="without a version: PySide6-Essentials"):
        installed.versions(bench)


def test_a_policy_that_cannot_be_used_is_told(bench: Bench) -> None:
    policy = paths.policy_file()
    policy.parent.mkdir(parents=True)
    policy.write_text('[documents]\npaper = "A4"\n[interface]\ntheme = "dark"\n', "utf-8")
    found = installed.policies(bench)
    assert found == "fixed: documents.paper; not known: interface.theme"
    policy.write_text('[documents]\npaper = "A3"\n', "utf-8")
    with pytest.raises(UserError, match=r"policy\.bad_value"):
        installed.policies(bench)


def test_a_missing_and_a_broken_font_are_told(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert installed.font_files(bench) == "7 files"
    monkeypatch.setattr(paths, "resources_dir", lambda: bench.folder)
    with pytest.raises(Failed, match=r"NotoSans-Regular\.ttf is missing"):
        installed.font_files(bench)
    (bench.folder / "fonts").mkdir()
    (bench.folder / "fonts" / "NotoSans-Regular.ttf").write_bytes(b"version https://")
    with pytest.raises(Failed, match=r"NotoSans-Regular\.ttf is no font"):
        installed.font_files(bench)


def test_a_language_that_speaks_english_is_told(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Ҷинс" in installed.translations(bench)
    english = installed.texts("en")
    monkeypatch.setattr(installed, "texts", lambda _language: english)
    with pytest.raises(Failed, match="fr says Sex"):
        installed.translations(bench)


def test_a_wrong_clock_is_told(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "ZoneInfo", lambda _name: installed.UTC)
    with pytest.raises(Failed, match="Asia/Dushanbe is 0:00:00 ahead"):
        installed.time_zones(bench)


def test_a_driver_without_encryption_is_told(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    assert register.encryption(bench).startswith("SQLCipher 4")
    monkeypatch.setattr(register, "cipher_version", lambda: "")
    with pytest.raises(Failed, match="no encryption"):
        register.encryption(bench)


def test_another_number_of_people_is_told(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "SAMPLE_PEOPLE", 103)
    with pytest.raises(Failed, match="102 people created"):
        register.database(bench)


def _with_a_box(model: ManifestModel) -> ManifestModel:
    (group,) = model.groups
    rows = (*group.rows, replace(group.rows[0], number=99, name="■", birth=PartialDate.of_year(2)))
    return replace(model, groups=(replace(group, rows=rows),))


def test_a_name_that_is_not_on_the_paper_is_told(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = papers._model()
    boxes = _with_a_box(model)
    monkeypatch.setattr(papers, "_model", lambda: boxes)
    with pytest.raises(Failed, match="letters were printed as boxes"):
        papers.manifest(bench)
    (group,) = model.groups
    short = replace(model, groups=(replace(group, rows=group.rows[:-1]),))
    monkeypatch.setattr(papers, "_model", lambda: short)
    with pytest.raises(Failed, match=r"not found in the PDF: .*Шӯълаев Ёқуб"):
        papers.manifest(bench)
    with pytest.raises(Failed, match=r"not found in the workbook: .*Шӯълаев Ёқуб"):
        papers.workbook(bench)


def test_a_draft_that_loses_its_attachment_is_told(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert papers.mail(bench).endswith("bytes")

    def without(subject, body, to, cc, _attachments, sender, date):
        return build_draft(subject, body, to, cc, [], sender, date)

    monkeypatch.setattr(papers, "build_draft", without)
    with pytest.raises(Failed, match="0 attachments"):
        papers.mail(bench)


def test_a_blank_picture_has_one_colour() -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0)
    assert window._colours(image) == 1
    image.setPixel(3, 3, 0xFFFFFF)
    assert window._colours(image) == 2
