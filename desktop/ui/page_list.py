"""Which pages the window has, in the order of the rail; a page is loaded when first opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.ui.page import Page, PageSpec, Shortcut
from reports.texts import Texts

if TYPE_CHECKING:
    # With it come the records of every use case, which the first paint need not wait for.
    from desktop.ui.context import PageContext
    from desktop.usecases.care import Maintenance


def page_specs(
    texts: Texts, context: Callable[[], PageContext], maintenance: Callable[[], Maintenance]
) -> list[PageSpec]:
    """Every page; `context` is asked when the page is made, after the database was opened."""

    def today() -> Page:
        from desktop.ui.pages.today.page import TodayPage  # noqa: PLC0415 - loaded when opened

        return TodayPage(context(), maintenance=maintenance())

    def people() -> Page:
        from desktop.ui.pages.people.page import PeoplePage  # noqa: PLC0415

        return PeoplePage(context())

    def importing() -> Page:
        from desktop.ui.pages.importing.page import ImportPage  # noqa: PLC0415

        return ImportPage(context())

    def movements() -> Page:
        from desktop.ui.pages.movements.page import MovementsPage  # noqa: PLC0415

        return MovementsPage(context())

    def reports() -> Page:
        from desktop.ui.pages.reports.page import ReportsPage  # noqa: PLC0415

        return ReportsPage(context())

    def settings() -> Page:
        from desktop.ui.pages.settings.page import SettingsPage  # noqa: PLC0415

        return SettingsPage(context(), maintenance=maintenance())

    return [
        PageSpec("today", texts.t("Today"), today, icon="home"),
        PageSpec("people", texts.t("People"), people, icon="people"),
        PageSpec("import", texts.t("Import"), importing, rail_key="people"),
        PageSpec("movements", texts.t("Movements"), movements, icon="vehicle_bus"),
        PageSpec("reports", texts.t("Reports"), reports, icon="document_multiple"),
        PageSpec("settings", texts.t("Settings"), settings, icon="settings", foot=True),
    ]


def shortcuts() -> list[Shortcut]:
    """Keys that work on every page."""
    return [Shortcut("Ctrl+N", "people", {"add": True})]
