"""The way from the command line to the window."""

from desktop import collector


def open_window(database: str | None = None) -> int:
    """Open the window on `database`, else on the register of the settings."""
    collector.rest()
    from desktop.app import main  # noqa: PLC0415 - Qt only for the window

    return main(database)
