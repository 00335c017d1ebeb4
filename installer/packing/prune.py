"""Which files of the wheels are left out: what the program never loads.

Whole packages stay replaceable folders; only tools, headers and modules of Qt that no screen
uses are dropped. Everything that is not named here stays.
"""

from __future__ import annotations

import re

QT_MODULES = frozenset({"Core", "Gui", "Widgets", "PrintSupport", "Svg", "SvgWidgets"})
"""Modules of Qt that are kept, as library and as Python module."""

QT_LANGUAGES = frozenset({"fr", "ru"})
"""Qt's own dialogs are kept in these languages; English needs no file, Tajik has none."""

# On Linux the window systems need these too; no Python module goes with them.
_QT_BELOW = frozenset({"DBus", "XcbQpa", "WaylandClient", "WlShellIntegration", "OpenGL"})

_QT_DROPPED = re.compile(
    # Folders for those who build with Qt, and screens in QML.
    r"(doc|glue|include|lib|libexec|metatypes|qml|resources|scripts|support|typesystems)/.*"
    r"|plugins/(designer|egldeviceintegrations|networkinformation|qmllint|qmltooling|sqldrivers"
    r"|tls|vectorimageformats|wayland-graphics-integration-server)/.*"
    # The on-screen keyboard needs QML; the second painter of Windows is not what is tested.
    r"|plugins/.*/(lib)?q(tvirtualkeyboardplugin|direct2d|eglfs|linuxfb|vnc|vkkhrdisplay|pdf"
    r"|minimalegl)\..*"
    # Screens are drawn by the raster engine: software OpenGL is 20 MB for nothing.
    r"|opengl32sw\.dll|(lib)?pyside6qml\..*|py\.typed"
    r"|[^/]*\.(exe|lib|pyi|json)"
    r"|assistant|balsam|designer|linguist|lrelease|lupdate|qmlformat|qmllint|qmlls|svgtoqml"
)
_QT_MODULE = re.compile(r"(?:.*/)?(lib)?Qt6?(\w+)\.(?:dll|pyd|abi3\.so|so\.6)")
_QT_WORDS = re.compile(r"translations/(?:qtbase_(\w+)\.qm|.*)")

_DROPPED = re.compile(
    r".*/|.*\.(pyc|pth|pyi|pxd|pyx|c|h|lib|a)"
    # What a wheel would put beside its packages: programs and pages of manuals.
    r"|[^/]*\.data/.*"
    r"|[^/]*\.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json)"
    r"|shiboken6/.*\.(exe|json|typed)|shiboken6/(include|lib)/.*"
    r"|(alembic|mako|sqlalchemy)/testing/.*"
)


def is_kept(name: str) -> bool:
    """Whether the file `name` of a wheel, by its path in it with "/", is shipped."""
    top, _, inner = name.partition("/")
    if _DROPPED.fullmatch(name):
        return False
    return top != "PySide6" or _qt_is_kept(inner)


def _qt_is_kept(name: str) -> bool:
    # The Linux wheels keep Qt itself in a folder of its own, libraries one deeper.
    name = name.removeprefix("Qt/lib/").removeprefix("Qt/")
    module, words = _QT_MODULE.fullmatch(name), _QT_WORDS.fullmatch(name)
    if _QT_DROPPED.fullmatch(name):
        return False
    if words:
        return words[1] in QT_LANGUAGES
    if module and not name.startswith("plugins/"):
        return module[2] in QT_MODULES or (module[1] == "lib" and module[2] in _QT_BELOW)
    return True
