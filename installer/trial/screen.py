"""A virtual screen, its pictures, and when a window is seen on it."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from packing.product import BuildError
from packing.tools import find, run

_SIZE = "1440x900x24"
_POLL_S = 0.05
_SHADES = 10


class Screen:
    """A running Xvfb; `display` is its name for programs."""

    def __init__(self) -> None:
        """Start it on a free number. Raises BuildError where it does not start."""
        self._frames = tempfile.TemporaryDirectory(prefix="homeward-screen-")
        reading, writing = os.pipe()
        command = [find("Xvfb") or "Xvfb", "-displayfd", str(writing), "-screen", "0", _SIZE]
        self._process = subprocess.Popen(
            [*command, "-nolisten", "tcp", "-fbdir", self._frames.name],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise BuildError("The virtual screen did not start.")
        self.display = f":{number}"

    def picture(self, target: Path) -> None:
        """Save what is on the screen."""
        target.parent.mkdir(parents=True, exist_ok=True)
        run(["import", "-window", "root", target], variables={"DISPLAY": self.display})

    def colours(self, picture: Path) -> int:
        """How many colours a picture has: an empty screen has one."""
        return int(run(["identify", "-format", "%k", picture]).stdout.strip() or 0)

    def wait_for(self, title: str, patience_s: float) -> float:
        """Seconds until a window with this in its title is seen. Raises BuildError if none."""
        start = time.monotonic()
        command = [find("xdotool") or "xdotool", "search", "--onlyvisible", "--name", title]
        environment = {**os.environ, "DISPLAY": self.display}
        while time.monotonic() - start < patience_s:
            found = subprocess.run(command, env=environment, capture_output=True, check=False)
            if found.stdout.strip():
                return time.monotonic() - start
            time.sleep(_POLL_S)
        raise BuildError(f"no window with “{title}” within {patience_s:.0f} s")

    def wait_until_seen(self, patience_s: float) -> None:
        """Wait until there is anything on the empty screen. Raises BuildError if nothing."""
        self._wait(lambda: self._shades() > 1, "no window was seen", patience_s)

    def wait_until_drawn(self, patience_s: float) -> None:
        """Wait until letters are seen: their edges have many shades. Raises BuildError if none."""
        self._wait(lambda: self._shades() >= _SHADES, "nothing was drawn", patience_s)

    def wait_until_empty(self, patience_s: float) -> None:
        """Wait until nothing is seen any more. Raises BuildError where a window stays."""
        self._wait(lambda: self._shades() == 1, "a window stayed", patience_s)

    def _wait(self, wanted: Callable[[], bool], failure: str, patience_s: float) -> None:
        start = time.monotonic()
        while not wanted():
            if time.monotonic() - start > patience_s:
                raise BuildError(f"{failure} within {patience_s:.0f} s")
            time.sleep(_POLL_S)

    def _shades(self) -> int:
        """How many colours are on the screen now; its memory is a file in the form of xwd."""
        content = (Path(self._frames.name) / "Xvfb_screen0").read_bytes()
        head, colours = (int.from_bytes(content[at : at + 4], "big") for at in (0, 76))
        pixels = memoryview(content)[head + colours * 12 :]
        return len(set(pixels[: len(pixels) // 4 * 4].cast("I")))

    def close(self) -> None:
        """End the screen."""
        self._process.terminate()
        self._process.wait(10)
        self._frames.cleanup()
