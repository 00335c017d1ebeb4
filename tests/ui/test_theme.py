import pytest
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop.paths import resources_dir
from desktop.ui.theme import Mode, Theme, Type, color, form, metrics, px, width_of
from desktop.ui.theme.fonts import FontBook
from desktop.ui.tokens import DARK, LIGHT, ROLLCALL
from desktop.ui.widgets.labels import Label


def test_a_choice_is_used_at_once_and_told(qtbot, theme: Theme, qapp: QApplication) -> None:
    label = Label("Held", key="held")
    qtbot.addWidget(label)
    label.show()
    with qtbot.waitSignal(theme.changed):
        theme.set_mode(Mode.DARK)
    assert color("window").name().upper() == DARK["window"]
    assert qapp.palette().color(QPalette.ColorRole.Window) == color("window")
    ink = QPalette.ColorRole.WindowText
    qtbot.waitUntil(lambda: label.palette().color(ink) == color("held"))
    theme.set_mode(Mode.CONTRAST)
    assert theme.is_contrast
    theme.set_mode(Mode.LIGHT)
    qtbot.waitUntil(lambda: label.palette().color(ink).name().upper() == LIGHT["held"])


def test_a_theme_tells_nothing_when_nothing_changes(qtbot, theme: Theme) -> None:
    generation = theme.generation
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_mode(Mode.LIGHT)
    assert theme.generation == generation


def test_the_roll_call_has_its_own_colours(theme: Theme) -> None:
    theme.set_mode(Mode.DARK)
    theme.set_rollcall(True)
    assert color("text").name().upper() == ROLLCALL["text"]
    assert color("window").name().upper() == "#FFFFFF"
    theme.set_rollcall(False)
    assert color("window").name().upper() == DARK["window"]


def test_what_cannot_be_used_is_faded(qapp: QApplication) -> None:
    group = QPalette.ColorGroup
    palette = qapp.palette()
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        assert palette.color(group.Disabled, role) != palette.color(group.Active, role)


def test_an_unknown_key_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        color("purple")


def test_every_name_of_a_font_has_one_with_figures_of_one_width() -> None:
    tnum = QFont.Tag("tnum")
    for name in Type:
        assert form(name).font.featureValue(tnum) == 1
    assert form(Type.TITLE).font.pointSizeF() == 15
    assert form(Type.BODY_STRONG).font.weight() == QFont.Weight.DemiBold
    assert width_of("111111", Type.BODY) == pytest.approx(width_of("888888", Type.BODY))
    assert metrics(Type.FIGURE).height() > metrics(Type.MICRO).height()


def test_the_text_size_of_the_officer_is_respected() -> None:
    large = FontBook(resources_dir() / "fonts", 1.5)
    assert large.form(Type.BODY).font.pointSizeF() == 13.5
    assert large.width(Type.BODY, "Раҳмонов") > 1.4 * width_of("Раҳмонов", Type.BODY)
    assert px(32) == 32


def test_set_lines_have_the_width_that_is_measured(theme: Theme) -> None:
    for text in ("Раҳмонов Фирӯз Саидович", "RAHMONOV FIRUZ", "402118843"):
        theme.fonts.set_line(Type.BODY_STRONG, text)
        letters = theme.fonts.set_line(Type.BODY_STRONG, text)
        assert letters is not None
        assert letters.size().width() == pytest.approx(width_of(text, Type.BODY_STRONG), abs=1)
        assert theme.fonts.set_line(Type.BODY_STRONG, text) is letters
