"""What a computer must have before Homeward's packages can be installed and Qt can start.

Standard library alone: this runs before anything is installed.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import platform
import shutil
import subprocess
import sys

OLDEST_PYTHON, NEWEST_PYTHON = (3, 11), (3, 14)

# What the wheels of PySide6-Essentials 6.11 are built for; on Linux with the oldest C library.
MACHINES: dict[str, dict[str, tuple[int, ...] | None]] = {
    "Linux": {"x86_64": (2, 34), "aarch64": (2, 39)},
    "Windows": {"AMD64": None},
    "Darwin": {"x86_64": None, "arm64": None},
}

# Shared libraries that the Qt wheels load from the system, with the Debian package of each.
# Source: the NEEDED entries of the libraries and plug-ins in PySide6-Essentials 6.11.3.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


class MissingError(Exception):
    """Something that only the owner of this computer may install; the text says what and how."""


def check_python() -> None:
    """Raise MissingError where the locked packages have no build for this Python or computer."""
    if not OLDEST_PYTHON <= sys.version_info[:2] <= NEWEST_PYTHON:
        raise MissingError(
            f"Homeward runs on Python {_dotted(OLDEST_PYTHON)} to {_dotted(NEWEST_PYTHON)}; this "
            f"is Python {_dotted(sys.version_info[:3])}. Install one of them and start this "
            "command with it."
        )
    system, machine = platform.system(), platform.machine()
    machines = MACHINES.get(system, {})
    if machine not in machines or sys.maxsize < 2**32:
        bits = 64 if sys.maxsize > 2**32 else 32
        raise MissingError(
            f"Qt has no build for this Python ({system} {machine}, {bits} bits). "
            "Take a 64-bit Python; on Windows the one for x86-64."
        )
    needed = machines[machine]
    if needed is not None:
        library, version = platform.libc_ver()
        if library != "glibc" or _numbers(version) < needed:
            raise MissingError(
                f"Qt needs the GNU C library {_dotted(needed)} or newer; this system has "
                f"{library or 'another one'} {version}. Debian 12 and Ubuntu 22.04 have it on "
                "x86-64, Debian 13 and Ubuntu 24.04 on ARM."
            )


def has_screen() -> bool:
    """Whether a window can be shown."""
    if platform.system() != "Linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def wanted_libraries() -> dict[str, str]:
    """Shared libraries that Qt loads here, with the Debian package of each."""
    if platform.system() != "Linux":
        return {}
    wanted = dict(QT_LIBRARIES)
    if os.environ.get("DISPLAY"):
        wanted.update(X11_LIBRARIES)
    if os.environ.get("WAYLAND_DISPLAY"):
        wanted.update(WAYLAND_LIBRARIES)
    return wanted


def missing_libraries() -> dict[str, str]:
    """The wanted libraries that this system does not have, with the Debian package of each."""
    return {name: package for name, package in wanted_libraries().items() if not _loads(name)}


def ensure_qt_libraries() -> None:
    """Install what Qt needs from the system; raise MissingError, with the packages, where not."""
    missing = missing_libraries()
    if missing and may_install():
        install_packages(sorted(set(missing.values())))
        missing = missing_libraries()
    if missing:
        raise MissingError(
            f"Qt needs libraries that this system does not have: {', '.join(sorted(missing))}.\n"
            + _how_to_install(missing)
        )


def ensure_venv() -> None:
    """Give Python the part that makes virtual environments; raise MissingError where not."""
    package = f"python{_dotted(sys.version_info[:2])}-venv"
    if not _can_make_environments() and may_install():
        install_packages([package])
    if not _can_make_environments():
        raise MissingError(
            "This Python cannot make virtual environments. On Debian and Ubuntu: "
            f"sudo apt-get install {package}"
        )


def may_install() -> bool:
    """Whether packages of a Debian system can be installed without asking for a password."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_packages(packages: list[str]) -> None:
    """Install Debian `packages` as root; a failure is printed, the caller checks the result."""
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-qq", "--no-install-recommends", *packages],
    ):
        done = subprocess.run(
            command,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode != 0:
            print(done.stdout.rstrip(), flush=True)


def _how_to_install(missing: dict[str, str]) -> str:
    packages = " ".join(sorted(set(missing.values())))
    if shutil.which("apt-get"):
        return f"Install them: sudo apt-get install {packages}"
    if shutil.which("dnf"):
        return "Install them: sudo dnf install " + " ".join(
            f"'{library}()(64bit)'" for library in sorted(missing)
        )
    return f"Install the packages that hold them; on Debian they are: {packages}"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _can_make_environments() -> bool:
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
