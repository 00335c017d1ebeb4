"""What every part of one list works with."""

from dataclasses import dataclass

from reports.checksums import content_hash
from reports.model import ManifestModel
from reports.pdf.sheet import Sheet
from reports.pdf.typeset import Ruler
from reports.totals import Totals, count
from reports.wording import Wording


@dataclass(frozen=True)
class Job:
    """One list on its way to paper."""

    model: ManifestModel
    words: Wording
    sheet: Sheet
    ruler: Ruler
    totals: Totals
    digest: str


def new_job(model: ManifestModel, words: Wording, sheet: Sheet) -> Job:
    """Count and hash the rows of `model` for one paper."""
    totals = count(model.rows(), model.crossing_on)
    return Job(model, words, sheet, Ruler(), totals, content_hash(model.rows()))
