"""Pictures of every page with the story's data, per theme, size and language, to be looked at.

    python tests/screenshots.py --out FOLDER [--page people] [--language ru] [--theme dark]

The pictures are those of the real program: the window is opened on a register that holds the
story, and each page is grabbed once its jobs have ended.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]

from PySide6.QtWidgets import QApplication

from desktop.app import first_window
from desktop.catalogue import texts
from desktop.cli.story import DATABASE, STORY_OFFICE, tell_story
from desktop.paths import resources_dir
from desktop.program import Program
from desktop.settings import Theme
from desktop.usecases.views import PeopleFilter

SIZES = {"1366x768": (1366, 768), "1366x690": (1366, 690), "1920x1080": (1920, 1080)}
THEMES = ("light", "dark")
LANGUAGES = ("en", "ru")
QUIET_S = 0.4
LONGEST_S = 30.0


def settle(app: QApplication, program: Program) -> None:
    """Let jobs end and the window paint, until it has been quiet for a moment."""
    start = quiet_since = time.monotonic()
    while time.monotonic() - quiet_since < QUIET_S:
        app.processEvents()
        if program.jobs.busy or program.window.current_page is None:
            quiet_since = time.monotonic()
        if time.monotonic() - start > LONGEST_S:
            raise TimeoutError("the page does not come to rest")
        time.sleep(0.01)


def scenes(program: Program) -> Iterator[tuple[str, Callable[[], None]]]:
    """Name of each picture and what leads to it."""
    desk = program.context().desk
    with desk.store.read() as reads:
        movement = reads.movements()[0]
        person = reads.search_people("Назаров Саидмурод", 1)[0]
    window = program.window
    sample = resources_dir() / "samples" / "zhibek-zholy-102.xlsx"
    yield "today", lambda: window.go("today")
    yield "people", lambda: window.go("people", filter=PeopleFilter())
    yield "people-person", lambda: window.go("people", person_id=person.id)
    yield "people-add", lambda: window.go("people", add=True)
    yield "import", lambda: window.go("import")
    yield "import-columns", lambda: window.go("import", path=sample)
    yield "movements", lambda: window.go("movements")
    yield "movement-seats", lambda: window.go("movements", movement_id=movement.id)
    yield (
        "movement-documents",
        lambda: window.go("movements", movement_id=movement.id, tab="documents"),
    )
    yield "reports", lambda: window.go("reports", movement_id=movement.id)
    yield "settings", lambda: window.go("settings")
    yield "settings-backups", lambda: window.go("settings", section="backups")


def take(app: QApplication, folder: Path, database: Path, wanted: argparse.Namespace) -> None:
    """Open the program once a language and theme, and grab every page in every size."""
    for language in wanted.language or LANGUAGES:
        for theme in wanted.theme or THEMES:
            settings = replace(STORY_OFFICE, language=language, theme=Theme(theme))
            window = first_window(settings, texts(language))
            program = Program(app, str(database), settings, texts(language), window)
            window.show()
            program.start()
            settle(app, program)
            for name, lead in scenes(program):
                if wanted.page and not name.startswith(tuple(wanted.page)):
                    continue
                for size, (width, height) in SIZES.items():
                    program.window.resize(width, height)
                    lead()
                    settle(app, program)
                    file = folder / f"{name}-{theme}-{size}-{language}.png"
                    program.window.grab().save(str(file))
                    sys.stdout.write(f"{file}\n")
            program.window.close()
            program.close()


def main() -> int:
    """Take the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--page", action="append")
    parser.add_argument("--language", action="append", choices=LANGUAGES)
    parser.add_argument("--theme", action="append", choices=THEMES)
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOMEWARD_HOME"] = home
        story = Path(home) / "story"
        tell_story(story, None, STORY_OFFICE)
        app = QApplication(sys.argv[:1])
        take(app, wanted.out, story / DATABASE, wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main())
