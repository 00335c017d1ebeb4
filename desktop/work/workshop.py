"""The workshop of the use cases: lists read, papers and workbooks made, by the worker."""

from datetime import date
from functools import cache
from pathlib import Path

from desktop import collector
from desktop.domain.intake.areas import AreaNames
from desktop.domain.intake.countries import CountryNames
from desktop.domain.intake.model import Overrides
from desktop.domain.values import HOME_COUNTRY
from desktop.reference import areas, countries
from desktop.usecases.ports import Asked, Progress, ReadList
from desktop.work.paper_tasks import manifest_pdf_task, manifest_xlsx_task, summary_xlsx_task
from desktop.work.tasks import Worker
from reports.model import ManifestModel
from reports.summary_model import SummaryModel


class FileWorkshop:
    """Does the heavy work through a `Worker`: in the child process, or here."""

    def __init__(self, worker: Worker, today: date) -> None:
        self._worker = worker
        self._today = today

    def read_list(
        self,
        path: Path,
        overrides: Overrides | None = None,
        progress: Progress | None = None,
        cancelled: Asked | None = None,
    ) -> ReadList:
        """Read a spreadsheet and recognise the people on it.

        Raises:
            UserError, Unavailable: in the words of `messages/intake.py`.
        """
        return self._worker.run(
            read_list_task, path, overrides, self._today, progress=progress, cancelled=cancelled
        )

    def manifest_pdf(
        self, model: ManifestModel, language: str, second: str | None, paper: str = "A4"
    ) -> bytes:
        """The list as PDF."""
        return self._worker.run(manifest_pdf_task, model, language, second, paper)

    def manifest_xlsx(self, model: ManifestModel, language: str, second: str | None) -> bytes:
        """The list as a sheet that is ready to print."""
        return self._worker.run(manifest_xlsx_task, model, language, second)

    def summary_xlsx(self, model: SummaryModel, language: str) -> bytes:
        """The ministry's workbook."""
        return self._worker.run(summary_xlsx_task, model, language)


def read_list_task(
    path: Path, overrides: Overrides | None, today: date, report_progress: Progress
) -> ReadList:
    """Runs in the child: guard, read, recognise."""
    from desktop.domain.intake.recognition import recognise  # noqa: PLC0415 - only in the child
    from desktop.domain.intake.words import text_of  # noqa: PLC0415
    from desktop.files.sheets import read_workbook  # noqa: PLC0415

    report_progress(0, 0, "intake.reading")
    workbook = read_workbook(path)
    report_progress(0, 0, "intake.recognising")
    with collector.resting():
        draft = recognise(
            workbook,
            today=today,
            areas=area_names(),
            countries=country_names(),
            overrides=overrides,
        )
    chosen = next(sheet for sheet in workbook.sheets if sheet.name == draft.sheet)
    cells = {
        number: tuple(text_of(value) for value in row) for number, row in enumerate(chosen.rows, 1)
    }
    return ReadList(workbook.file_name, workbook.sha256, workbook.size, cells, draft)


@cache
def area_names() -> AreaNames:
    """Regions and districts by every spelling, those of the home country first."""
    home_first = sorted(areas(), key=lambda area: area.country != HOME_COUNTRY)
    return AreaNames.from_rows(
        (area.code, area.parent, (*area.names.values(), *area.spellings)) for area in home_first
    )


@cache
def country_names() -> CountryNames:
    """Countries by every spelling."""
    return CountryNames.from_rows(
        (country.alpha3, (*country.names.values(), *country.spellings)) for country in countries()
    )
