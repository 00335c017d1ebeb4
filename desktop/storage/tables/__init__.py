"""The schema: one module a theme, all in one MetaData."""

from desktop.storage.tables import intake, log, movements, people, reference
from desktop.storage.tables.base import metadata

__all__ = ["intake", "log", "metadata", "movements", "people", "reference"]
