"""Finished documents: lists and workbooks, made in the workshop and named for their files."""

from collections.abc import Sequence
from uuid import UUID

from desktop.catalogue import texts
from desktop.usecases.dispatching import Paper
from desktop.usecases.manifests import IssuedList, issue_lists
from desktop.usecases.ports import Desk
from desktop.usecases.summaries import summary_model
from reports.summary_model import summary_file_name

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def second_language(language: str) -> str | None:
    """The second language of a paper: English under every other, none under English."""
    return None if language == "en" else "en"


def make_list_papers(
    desk: Desk,
    movement_id: UUID,
    recipient: str,
    language: str,
    second: str | None,
    formats: Sequence[str],
    paper: str = "A4",
    only: frozenset[UUID | None] | None = None,
) -> list[Paper]:
    """Issue the lists of a movement and make their files."""
    issued = issue_lists(desk, movement_id, recipient, language, second, only)
    return [
        list_paper(desk, item, movement_id, language, second, form, paper)
        for item in issued
        for form in formats
    ]


def list_paper(
    desk: Desk,
    item: IssuedList,
    movement_id: UUID,
    language: str,
    second: str | None,
    form: str,
    paper: str = "A4",
) -> Paper:
    """One list as `pdf` or `xlsx`."""
    if form == "pdf":
        data = desk.workshop.manifest_pdf(item.model, language, second, paper)
    else:
        data = desk.workshop.manifest_xlsx(item.model, language, second)
    return Paper(
        file_name=f"{item.file_stem}_{language}.{form}",
        media_type=PDF if form == "pdf" else XLSX,
        data=data,
        subject=f"{item.model.number} v{item.model.version}",
        manifest_id=item.manifest_id,
        movement_id=movement_id,
    )


def make_summary_paper(desk: Desk, language: str) -> Paper:
    """The ministry's summary of the register as it is now."""
    model = summary_model(desk, language)
    return Paper(
        file_name=summary_file_name(
            model.office_code, model.moment.date(), model.version, language
        ),
        media_type=XLSX,
        data=desk.workshop.summary_xlsx(model, language),
        subject=texts(language).t("Summary for the ministry"),
    )
