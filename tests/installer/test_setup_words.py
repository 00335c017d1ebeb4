"""The setup program in four languages: every text in each of them, with the same places in it."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from packing import file_types, setup_program
from packing.launcher import ICON
from packing.product import INSTALLER

NSIS = INSTALLER / "nsis"
LANGUAGES = ("English", "French", "Russian", "Tajik")
STRINGS_OF_NSIS = 89
"""Texts in a language file of NSIS, version 6, after its head of four values."""


def texts(language: str) -> dict[str, str]:
    source = (NSIS / "texts" / f"{language}.nsh").read_text("utf-8")
    pattern = rf'^LangString (\w+) \${{LANG_{language.upper()}}} "(.*)"$'
    found = dict(re.findall(pattern, source, re.MULTILINE))
    assert len(found) == len(source.strip().splitlines()), f"strange lines in {language}"
    return found


def used() -> set[str]:
    source = "".join(path.read_text("utf-8") for path in NSIS.glob("*.ns[ih]"))
    return set(re.findall(r"\$\(([A-Z_]+)\)", source))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_is_used_is_there_and_no_other(language: str) -> None:
    assert texts(language).keys() == used()


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_translations_have_the_same_places(language: str) -> None:
    place = re.compile(r"\$\(\^\w+\)|\$\{\w+\}|\$[A-Z]\w*")
    english = {name: sorted(place.findall(text)) for name, text in texts("English").items()}
    assert {name: sorted(place.findall(text)) for name, text in texts(language).items()} == english


def test_no_text_is_left_in_another_language() -> None:
    for language in LANGUAGES[1:]:
        same = {name for name, text in texts(language).items() if text == texts("English")[name]}
        assert same == set()
    assert all(re.search("[ғӣқӯҳҷ]", text) for text in texts("Tajik").values())
    for one in ("Russian", "Tajik"):
        names = r"Homeward|Windows|backups|OK|\$\(\^\w+\)|\$\{\w+\}|\$\\?\w+"
        words = re.sub(names, "", "".join(texts(one).values()))
        assert not re.search("[A-Za-z]", words)


def test_the_language_that_nsis_lacks_is_whole() -> None:
    lines = (NSIS / "tajik" / "Tajik.nlf").read_text("utf-8-sig").splitlines()
    values = [line for line in lines if not line.startswith("#")]
    assert values[0] == "NLF v6"
    head, strings = values[1:6], values[6:]
    assert head == ["1064", "-", "-", "-", "-"]
    names = [line for line in lines if line.startswith("# ^")]
    assert len(names) == len(strings) == STRINGS_OF_NSIS
    words = (NSIS / "tajik" / "Tajik.nsh").read_text("utf-8-sig")
    assert '!insertmacro LANGFILE "Tajik" "Тоҷикӣ"' in words
    assert len(re.findall(r"\$\{LangFileString\} \w+ \".+\"", words)) == 27


def test_both_installers_offer_the_same_kinds_of_files() -> None:
    source = (NSIS / "file_types.nsh").read_text("utf-8")
    offered = re.findall(r'\$\{ACTION\} "(\.\w+)" "\$\{APP\}\.(\w+)"', source)
    lists = [(suffix, "List") for suffix in file_types.LISTS]
    assert offered == lists + [(suffix, "Register") for suffix in file_types.REGISTERS]
    values = {key: text for key, name, text in file_types.registry_values() if not name}
    for kind, option in (("List", "--list"), ("Register", "--database")):
        command = values[rf"Software\Classes\Homeward.{kind}\shell\open\command"]
        assert command == f'"[INSTALLDIR]Homeward.exe" open {option} "%1"'
        assert f"'open {option} \"%1\"'" in source


def test_no_kind_of_file_is_taken_from_its_program() -> None:
    keys = [key for key, _, _ in file_types.registry_values()]
    suffixes = [key for key in keys if key.startswith(r"Software\Classes\.")]
    assert all(key.endswith(r"\OpenWithProgids") for key in suffixes)


def test_switches_and_codes_are_those_of_the_source() -> None:
    assert setup_program.switches() == {
        "/S",
        "/D=",
        "/LANG=",
        "/NOSHORTCUT",
        "/NOFILETYPES",
        "/REMOVEDATA",
    }
    codes = setup_program.exit_codes()
    assert codes == {"CANCELLED": 1, "NEWER": 3, "OPEN": 4, "BACKUP": 5, "WINDOWS": 6}


def test_the_launcher_tells_windows_what_it_can() -> None:
    manifest = (INSTALLER / "launcher" / "launcher.manifest").read_text("utf-8")
    ElementTree.fromstring(manifest)  # noqa: S314 - our own file
    for wanted in (
        'level="asInvoker"',
        "PerMonitorV2",
        ">true</longPathAware>",
        ">UTF-8</activeCodePage>",
        "{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}",
    ):
        assert wanted in manifest
    assert ICON.read_bytes()[:4] == b"\0\0\1\0"


def test_the_package_refuses_older_versions_and_is_for_the_whole_computer() -> None:
    source = (INSTALLER / "wix" / "homeward.wxs").read_text("utf-8")
    ElementTree.fromstring(source.replace("@FILE_TYPES@", ""))  # noqa: S314 - our own file
    assert 'InstallScope="perMachine"' in source
    assert "DowngradeErrorMessage" in source
    assert '<RemoveFolder Id="RemoveInstallDir"' in source


def test_pictures_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in (ICON, NSIS / "side.bmp")}
    assert all(size < 60_000 for size in sizes.values()), sizes


def policies() -> list[Path]:
    return sorted((INSTALLER / "policies").glob("*/Homeward.adml"))


def test_every_policy_has_its_words_in_every_language() -> None:
    template = (INSTALLER / "policies" / "Homeward.admx").read_text("utf-8")
    wanted = set(re.findall(r"\$\(string\.(\w+)\)", template))
    shown = set(re.findall(r"\$\(presentation\.(\w+)\)", template))
    assert shown == set(re.findall(r'valueName="(\w+)"', template))
    assert [path.parent.name for path in policies()] == ["en-US", "fr-FR", "ru-RU"]
    for path in policies():
        root = ElementTree.parse(path).getroot()  # noqa: S314 - our own file
        named = {one.get("id") for one in root.iter() if one.tag.endswith("}string")}
        presented = {one.get("id") for one in root.iter() if one.tag.endswith("}presentation")}
        assert (named, presented) == (wanted, shown)
