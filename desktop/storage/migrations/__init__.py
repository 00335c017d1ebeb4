"""Versions of the schema, oldest first. Alembic is loaded only when one has to be applied."""

REVISIONS: tuple[str, ...] = ("0001", "0002", "0003", "0004")
HEAD = REVISIONS[-1]
