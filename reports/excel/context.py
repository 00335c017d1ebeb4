"""What all sheets of one summary share: the words, the figures and the margins."""

from dataclasses import dataclass
from datetime import datetime

from openpyxl import Workbook

from reports.excel.styles import Marks, Pen, add_sheet, day_text, page_mark
from reports.summaries import Summaries
from reports.summary_model import SummaryModel
from reports.texts import Texts


@dataclass(frozen=True)
class Context:
    """One summary while its workbook is being written."""

    book: Workbook
    model: SummaryModel
    texts: Texts
    summaries: Summaries

    @property
    def title(self) -> str:
        """Title of the book."""
        return book_title(self.texts)

    @property
    def office(self) -> str:
        """Lines of the office as one."""
        return ", ".join(self.model.office_lines)

    @property
    def subtitle(self) -> str:
        """Whose data these are, and of which moment."""
        return self.texts.t(
            "{office} · data of {moment} ({zone})",
            office=self.office,
            moment=self.moment(self.model.moment),
            zone=self.model.zone,
        )

    @property
    def marks(self) -> Marks:
        """Words in the margins of every sheet."""
        return Marks(
            title=self.title,
            data_line=self.texts.t("Personal data: official use only"),
            reference=self.texts.t(
                "{office} {day} v{version}",
                office=self.model.office_code,
                day=self.texts.paper(self.model.moment),
                version=self.model.version,
            ),
            page=page_mark(self.texts),
        )

    @property
    def not_known(self) -> str:
        """Name of the row of what is not known."""
        return self.texts.t("Not known")

    @property
    def total(self) -> str:
        """Name of the row of totals."""
        return self.texts.t("Total")

    def moment(self, moment: datetime) -> str:
        """Day and local time in a sentence."""
        return self.texts.t(
            "{day}, {time}", day=day_text(self.texts, moment), time=f"{moment:%H:%M}"
        )

    def sheet(self, title: str) -> Pen:
        """Add a sheet and return the pen to write on it."""
        return Pen(add_sheet(self.book, title))


def book_title(texts: Texts) -> str:
    """Title of a summary for the ministry."""
    return texts.t("Return of nationals: summary for the ministry")
