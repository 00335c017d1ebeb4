"""What somebody else stored meanwhile, in words for under the fields."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from desktop.ui.pages.people.entry import PaperEntry
from desktop.ui.wording import area_text, capital, iso_birth_text
from desktop.usecases.reference_book import ReferenceBook
from reports.texts import Texts

_PAPERS = "papers.0.number"


def clash_words(texts: Texts, book: ReferenceBook, clashes: Mapping[str, Any]) -> Mapping[str, str]:
    """A sentence by the field that both sides changed, with what is stored now."""
    found = {}
    for name, value in clashes.items():
        words = _value(book, texts, name, value)
        target = _PAPERS if name == "papers" else name
        if words:
            found[target] = texts.t("Stored meanwhile: {value}", value=words)
        else:
            found[target] = texts.t("Emptied meanwhile.")
    return found


def _value(book: ReferenceBook, texts: Texts, name: str, value: Any) -> str:
    if not value:
        return ""
    writers: Mapping[str, Callable[[], str]] = {
        "sex": lambda: book.label("sex", value),
        "birth": lambda: iso_birth_text(texts, value),
        "since": lambda: iso_birth_text(texts, value),
        "nationality": lambda: book.countries.get(value, value),
        "place_id": lambda: book.place(UUID(value)),
        "destination_area": lambda: area_text(book, value),
        "papers": lambda: "; ".join(_papers(book, value)),
        "phones": lambda: ", ".join(value),
    }
    return writers[name]() if name in writers else str(value)


def _papers(book: ReferenceBook, papers: Iterable[PaperEntry]) -> Iterable[str]:
    for paper in papers:
        kind = capital(book.label("document_kind", paper.kind))
        yield f"{kind} {paper.number}".strip()
