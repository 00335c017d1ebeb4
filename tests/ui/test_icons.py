import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.paths import resources_dir
from desktop.ui import icons
from desktop.ui.theme import Mark, Mode, Theme, color

RAIL = (
    "home", "people", "vehicle_bus", "clipboard_task_list_ltr", "hand_open_heart",
    "document_multiple", "book_contacts", "settings",
)  # fmt: skip


def inks(picture) -> set[str]:
    """Colours of the opaque pixels."""
    image = picture.toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {
        image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha() > 250
    }


@pytest.mark.parametrize("name", RAIL)
def test_the_rail_has_both_forms(name: str) -> None:
    for filled in (False, True):
        assert not icons.pixmap(name, 20, filled=filled).isNull()


@pytest.mark.parametrize("mark", Mark)
def test_every_mark_is_filled_with_its_colour(mark: Mark) -> None:
    picture = icons.pixmap(mark.icon, 24, mark.state.value, filled=True)
    assert inks(picture) == {color(mark.state).name()}


def test_a_picture_is_sharp_at_every_ratio() -> None:
    picture = icons.pixmap("people", 16, ratio=1.5)
    assert picture.width() == 24
    assert picture.deviceIndependentSize().width() == 16


def test_a_theme_repaints_icons(theme: Theme) -> None:
    light = inks(icons.pixmap("people", 24, "accent", filled=True))
    theme.set_mode(Mode.DARK)
    assert inks(icons.pixmap("people", 24, "accent", filled=True)) != light


def test_an_unknown_name_is_a_mistake() -> None:
    with pytest.raises(icons.UnknownIconError):
        icons.pixmap("unicorn")


def drawn(name: str, direction: Qt.LayoutDirection) -> QImage:
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    icons.draw(painter, QRectF(QPointF(0, 0), image.size().toSizeF()), name, QColor("black"))
    painter.end()
    return image


@pytest.mark.parametrize(
    ("name", "turns"),
    [("chevron_right", True), ("arrow_undo", True), ("clock", False), ("checkmark", False)],
)
def test_only_what_points_along_the_line_turns_with_it(name: str, turns: bool) -> None:
    left = drawn(name, Qt.LayoutDirection.LeftToRight)
    right = drawn(name, Qt.LayoutDirection.RightToLeft)
    assert (left != right) is turns


def test_the_program_has_an_icon() -> None:
    assert {size.width() for size in icons.application_icon().availableSizes()} >= {16, 32, 256}


def test_every_icon_that_the_interface_names_is_shipped() -> None:
    named = re.compile(r"\bicon=\"([a-z][a-z0-9_]+)\"")
    folder = resources_dir() / "icons" / "fluent"
    shipped = {re.sub(r"_\d+_(regular|filled)$", "", path.stem) for path in folder.glob("*.svg")}
    root = Path(icons.__file__).parent
    for path in root.rglob("*.py"):
        for name in named.findall(path.read_text("utf-8")):
            assert name in shipped | {"mark"}, f"{path.name}: {name}"


def test_drawings_have_no_colour_of_their_own() -> None:
    for path in (resources_dir() / "icons" / "fluent").glob("*.svg"):
        assert "fill=" not in path.read_text("utf-8"), path.name
