"""The guides say what the installers do: every switch, code, policy, option and form."""

import re

import build
import pytest
from packing import making, setup_program
from packing.product import INSTALLER

from desktop.policy import VALUES

README = (INSTALLER / "README.md").read_text("utf-8")
GUIDE = (INSTALLER / "ADMINISTRATORS.md").read_text("utf-8")
ACCEPTANCE = (INSTALLER / "ACCEPTANCE.md").read_text("utf-8")


def test_every_switch_of_the_setup_program_is_told() -> None:
    assert {switch for switch in setup_program.switches() if switch not in GUIDE} == set()


def test_every_exit_code_of_the_setup_program_is_told() -> None:
    told = {int(code) for code in re.findall(r"^\| (\d) \| ", GUIDE, re.MULTILINE)}
    assert told == {0, 2} | set(setup_program.exit_codes().values())


def test_every_policy_is_told() -> None:
    template = (INSTALLER / "policies" / "Homeward.admx").read_text("utf-8")
    names = re.findall(r'valueName="(\w+)"', template)
    assert set(names) == set(VALUES)
    assert [name for name in names if f"`{name}`" not in GUIDE] == []
    assert f"{len(names)} policies" in ACCEPTANCE


def test_every_option_of_the_build_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build.parse(["--help"])
    options = set(re.findall(r"--[a-z0-9-]+", capsys.readouterr().out)) - {"--help"}
    assert {option for option in options if f"`{option}" not in README} == {"--sha256"}
    assert "--sha256 HEX`" in README


def test_every_form_is_told() -> None:
    for form in making.FORMS:
        assert f"`{making.file_name(form, 'X.Y.Z')}`" in README


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (["--only", "setup,rpm"], "no such form: rpm"),
        (["--runtime", "python.zip"], "go together"),
        (["--as-version", "1.0rc1"], "three numbers"),
    ],
)
def test_a_command_that_is_not_understood_is_refused(
    capsys: pytest.CaptureFixture[str], line: list[str], why: str
) -> None:
    with pytest.raises(SystemExit):
        build.parse(line)
    assert why in capsys.readouterr().err


def test_the_steps_of_the_acceptance_are_counted() -> None:
    numbers = [int(number) for number in re.findall(r"^\| (\d+) \|", ACCEPTANCE, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
