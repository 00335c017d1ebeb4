"""The way from the command line to the window."""

from pathlib import Path

from desktop import collector


def open_window(
    database: str | None = None, source: Path | None = None, *, plain: bool = False
) -> int:
    """Open the window on `database`, else on the register of the settings.

    `source` is a list that is shown on the Import page at once. With `plain` a register that is
    not there is made without a key, and nobody is asked.
    """
    collector.rest()
    from desktop.app import main  # noqa: PLC0415 - Qt only for the window

    return main(database, source, plain=plain)
