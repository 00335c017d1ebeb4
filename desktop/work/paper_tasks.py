"""Papers and workbooks, made by the worker. The child that makes one loads nothing of lists.

Nearly all that is made stays until the paper is finished: a search for garbage finds nothing,
and takes a third of the time.
"""

from typing import Literal

from desktop import collector
from desktop.catalogue import texts
from reports.model import ManifestModel
from reports.summary_model import SummaryModel


@collector.resting()
def manifest_pdf_task(model: ManifestModel, language: str, second: str | None, paper: str) -> bytes:
    """Runs in the child."""
    from reports.pdf.manifest import render  # noqa: PLC0415 - only in the child

    size: Literal["A4", "LETTER"] = "LETTER" if paper == "LETTER" else "A4"
    return render(model, texts(language), texts(second) if second else None, paper=size)


@collector.resting()
def manifest_xlsx_task(model: ManifestModel, language: str, second: str | None) -> bytes:
    """Runs in the child."""
    from reports.excel.manifest import render  # noqa: PLC0415 - only in the child

    return render(model, texts(language), texts(second) if second else None)


@collector.resting()
def summary_xlsx_task(model: SummaryModel, language: str) -> bytes:
    """Runs in the child."""
    from reports.excel.summary import render  # noqa: PLC0415 - only in the child

    return render(model, texts(language))
