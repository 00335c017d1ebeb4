"""Every text can be read on every ground that it may stand on, in every theme."""

import itertools

import pytest
from PySide6.QtGui import QColor, QPalette

from desktop.ui.theme.contrast import READABLE, contrast_tokens, mixed, ratio
from desktop.ui.tokens import CONTRAST, DARK, LIGHT, ROLLCALL, Mark, State, Tokens

MAPS = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST, "rollcall": ROLLCALL}
GROUNDS = ("window", "surface", "subtle", "hover", "rail")
WORDS = ("text", "text2", "text3", "accent_text")
SELECTED = ("sel_text", "sel_text2")


def contrast(tokens: Tokens, ink: str, ground: str) -> float:
    return ratio(QColor(tokens[ink]), QColor(tokens[ground]))


def test_the_maps_have_the_same_keys() -> None:
    assert all(tokens.keys() == LIGHT.keys() for tokens in MAPS.values())
    assert all(QColor(value).isValid() for tokens in MAPS.values() for value in tokens.values())


@pytest.mark.parametrize("name", MAPS)
def test_words_can_be_read_on_every_ground(name: str) -> None:
    tokens = MAPS[name]
    for ink, ground in itertools.product(WORDS, GROUNDS):
        assert contrast(tokens, ink, ground) >= READABLE, (ink, ground)
    for ink in SELECTED:
        assert contrast(tokens, ink, "sel") >= READABLE, ink
    assert contrast(tokens, "on_accent", "accent") >= READABLE
    assert contrast(tokens, "accent_text", "accent_bg") >= READABLE
    assert contrast(tokens, "text2", "unknown_bg") >= READABLE


@pytest.mark.parametrize("name", MAPS)
def test_states_can_be_read_on_their_own_ground_and_in_tables(name: str) -> None:
    tokens = MAPS[name]
    for state in State:
        grounds = [state.ground, "window", "surface", "subtle"]
        if name != "contrast":
            grounds.append("sel")
        for ground in grounds:
            assert contrast(tokens, state, ground) >= READABLE, (state, ground)
        assert contrast(tokens, "surface", state) >= READABLE, f"badge {state}"


@pytest.mark.parametrize("name", ["light", "dark"])
def test_placeholders_and_second_lines_can_be_read_in_selected_rows(name: str) -> None:
    for ink in ("text3", "text2", "accent_text"):
        assert contrast(MAPS[name], ink, "sel") >= READABLE


@pytest.mark.parametrize("name", MAPS)
def test_controls_are_seen(name: str) -> None:
    assert contrast(MAPS[name], "control", "surface") >= 3.0
    assert contrast(MAPS[name], "accent", "surface") >= 3.0


def system(window: str, text: str, accent: str, on_accent: str) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(window))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(text))
    palette.setColor(QPalette.ColorRole.Highlight, QColor(accent))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor(on_accent))
    return palette


@pytest.mark.parametrize(
    "palette",
    [
        system("#000000", "#FFFFFF", "#1AEBFF", "#000000"),
        system("#FFFFFF", "#000000", "#37006E", "#FFFFFF"),
        system("#FFFAEF", "#3D3D3D", "#903909", "#FFF5E3"),
        system("#2D3236", "#FFFFFF", "#ABCFF2", "#212D3B"),
    ],
)
def test_the_colours_of_the_system_stay_readable(palette: QPalette) -> None:
    tokens = contrast_tokens(palette)
    assert tokens.keys() == LIGHT.keys()
    assert tokens["window"] == palette.color(QPalette.ColorRole.Window).name()
    assert tokens["sel"] == palette.color(QPalette.ColorRole.Highlight).name()
    for ink, ground in itertools.product((*WORDS, *State), ("window", "surface", "subtle")):
        assert contrast(tokens, ink, ground) >= READABLE, (ink, ground)
    assert contrast(tokens, "sel_text", "sel") >= READABLE


def test_a_mark_is_a_state_with_an_icon_of_its_own() -> None:
    assert len({mark.icon for mark in Mark}) == len(list(Mark))
    assert {mark.state for mark in Mark} == set(State)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    black, white = QColor("#000000"), QColor("#FFFFFF")
    assert mixed(black, white, 0) == black
    assert mixed(black, white, 1).name() == "#ffffff"
    assert ratio(black, white) == pytest.approx(21)
    assert ratio(white, white) == pytest.approx(1)
