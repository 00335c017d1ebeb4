"""The list of travellers for a border service as PDF."""

from reports import wording
from reports.checksums import shown
from reports.model import ManifestModel
from reports.pdf.manifest.job import new_job
from reports.pdf.manifest.pages import pages_of
from reports.pdf.pen import Pen
from reports.pdf.sheet import Orientation, Paper, sheet_of
from reports.texts import Texts

__all__ = ["render"]


def render(
    model: ManifestModel,
    texts: Texts,
    second: Texts | None = None,
    *,
    paper: Paper = "A4",
    orientation: Orientation = "portrait",
) -> bytes:
    """Return the list as a PDF; equal models and texts give equal bytes.

    `second` is the language of the grey lines; without one, or with that of `texts`, the
    list is in one language. Raises ValueError for a paper or orientation not known, and
    where a row is higher than a page.
    """
    if second is not None and second.language == texts.language:
        second = None
    job = new_job(model, wording.Wording(texts, second), sheet_of(paper, orientation))
    name = wording.title(job.words, model).first
    pen = Pen(
        job.sheet,
        job.ruler,
        language=texts.language,
        title=f"{name} {model.number}",
        subject=texts.t(
            "List {number}, version {version}, SHA-256 {hash}",
            number=model.number,
            version=model.version,
            hash=shown(job.digest),
        ),
        made_at=model.issued_at,
    )
    for page in pages_of(job):
        pen.page(page)
    return pen.finish()
