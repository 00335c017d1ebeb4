"""What Ctrl+K finds: people by any spelling, movements by code, pages and commands by word."""

from collections.abc import Sequence

from desktop.domain.names.folding import fold
from desktop.ui.context import PageContext
from desktop.ui.page import PageSpec
from desktop.ui.shell.hits import SearchHit, SearchSection

MOST_PEOPLE = 8
MOST_OTHERS = 5


class Finder:
    """Answers the search of the window; asked in a job, off the window's thread."""

    def __init__(self, context: PageContext, specs: Sequence[PageSpec]) -> None:
        self._context = context
        self._specs = specs

    def __call__(self, text: str) -> Sequence[SearchSection]:
        """Sections with hits for what was typed so far."""
        words = self._context.texts
        with self._context.desk.store.read() as reads:
            people = [
                SearchHit(
                    " ".join(filter(None, (row.family_name, row.given_names, row.patronymic))),
                    row.reg_no,
                    "person",
                    "people",
                    {"person_id": row.id},
                    private=True,
                )
                for row in reads.search_people(text, MOST_PEOPLE)
            ]
            movements = [
                SearchHit(row.code, row.title, "vehicle_bus", "movements", {"movement_id": row.id})
                for row in reads.movements()
                if text.casefold() in row.code.casefold() or fold(text) in fold(row.title)
            ]
        return [
            SearchSection(words.t("People"), people),
            SearchSection(words.t("Movements"), movements[:MOST_OTHERS]),
            SearchSection(words.t("Go to"), self._commands(fold(text))),
        ]

    def _commands(self, text: str) -> list[SearchHit]:
        words = self._context.texts
        known = [
            SearchHit(words.t("Add person"), "Ctrl+N", "person_add", "people", {"add": True}),
            *(SearchHit(spec.word, "", spec.icon or "open", spec.key) for spec in self._specs),
        ]
        return [hit for hit in known if text and fold(hit.title).startswith(text)][:MOST_OTHERS]
