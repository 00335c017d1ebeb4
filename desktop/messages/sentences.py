"""The sentence of every code, in the reader's language."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from desktop import messages
from desktop.errors import AppError
from reports.texts import Texts


@cache
def all_sentences() -> dict[str, str]:
    """English sentence by code, from every room."""
    found: dict[str, str] = {}
    for module in iter_modules(messages.__path__):
        room = import_module(f"{messages.__name__}.{module.name}")
        found.update(getattr(room, "SENTENCES", {}))
    return found


def sentence(texts: Texts, code: str, **params: object) -> str:
    """What the code says; the bare code where no sentence is known."""
    message = all_sentences().get(code)
    return texts.t(message, **params) if message else code


def error_sentence(texts: Texts, error: AppError) -> str:
    """What a known failure says."""
    return sentence(texts, error.code, **error.params)
