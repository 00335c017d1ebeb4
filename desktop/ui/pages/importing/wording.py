"""What stands at the head of the import page and in its sums, in words. No widgets."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.intake.model import ListDraft, Severity
from desktop.ui.pages.importing.field_words import ASIDE
from desktop.ui.pages.importing.findings import Findings
from desktop.ui.pages.importing.presenter import ImportPresenter, Step
from desktop.ui.pages.importing.rehearsal import Rehearsal
from desktop.usecases.importing import ImportResult
from desktop.usecases.views import BatchRow
from reports.texts import Texts


@dataclass(frozen=True)
class Sum:
    """A part of a sum: the key of its rows and its words with the number."""

    key: str
    words: str


@dataclass(frozen=True)
class Head:
    """Title, question and answer of a step."""

    title: str
    question: str
    answer: str = ""


def head(presenter: ImportPresenter) -> Head:
    """What stands at the head of the page now."""
    t = presenter.texts.t
    read = presenter.list.read
    if presenter.step is Step.FILE or read is None:
        question = t("Which list shall be taken into the register?")
        return Head(t("Import"), question)
    title = t("Import: {file}", file=read.file_name)
    draft = read.draft
    match presenter.step:
        case Step.COLUMNS:
            return Head(title, t("What does each column mean?"), _sheet_line(presenter, draft))
        case Step.VALUES:
            return Head(title, t("Which values need your eye?"), _sheet_line(presenter, draft))
        case Step.DUPLICATES:
            return Head(title, t("Who is known already?"), _known_line(presenter))
    return Head(title, t("What became of the list?"), _result_line(presenter))


def step_words(presenter: ImportPresenter) -> list[tuple[str, str]]:
    """Word and note of every step."""
    texts = presenter.texts
    t = texts.t
    read = presenter.list.read
    notes = [
        t("choose or drop"),
        t("what they mean"),
        t("what is in doubt"),
        t("who is known"),
        t("can be undone"),
    ]
    if read is not None:
        draft = read.draft
        rows = len(draft.people)
        problems = len(draft.problems)
        notes[0] = texts.n("{n} row", "{n} rows", rows)
        notes[1] = recognised_words(texts, draft)
        notes[2] = texts.n("{n} problem", "{n} problems", problems) if problems else t("no doubt")
    if presenter.rehearsal is not None:
        review = presenter.rehearsal.review
        notes[3] = texts.n("{n} to review", "{n} to review", review) if review else t("none")
    words = (t("File"), t("Sheet and columns"), t("Values"), t("Duplicates"), t("Result"))
    return list(zip(words, notes, strict=True))


def recognised_words(texts: Texts, draft: ListDraft) -> str:
    """How many columns have a meaning, of how many that have anything."""
    filled = [one for one in draft.columns if one.header or one.sample]
    known = sum(one.field not in ASIDE for one in filled)
    return texts.t("{known} of {all} recognised", known=known, all=len(filled))


def value_sums(texts: Texts, findings: Findings) -> tuple[str, list[Sum]]:
    """The people of a list, and how many have no doubt, a doubt, or more than that.

    The parts add up to the people; the keys are the severities, and '' for none. Parts that
    would be nothing are left out, but for the first.
    """
    counts = findings.counts()
    doubt, wrong = counts[Severity.DOUBT], counts[Severity.WRONG]
    unknown = counts[Severity.UNKNOWN]
    parts = [
        Sum("", texts.n("{n} row without a doubt", "{n} rows without a doubt", counts[None])),
        Sum("doubt", texts.n("{n} with a doubt", "{n} with a doubt", doubt)) if doubt else None,
        Sum("wrong", texts.n("{n} to mend", "{n} to mend", wrong)) if wrong else None,
        Sum("unknown", texts.n("{n} unknown", "{n} unknown", unknown)) if unknown else None,
    ]
    return texts.n("{n} person", "{n} people", findings.people), _written(parts)


def rehearsal_sums(texts: Texts, found: Rehearsal) -> tuple[str, list[Sum]]:
    """The rows of a list, and what will become of them; the parts add up."""
    first = Sum("created", texts.n("{n} new", "{n} new", found.new))
    rest = _outcomes(texts, found.review, found.matched, found.rejected)
    return texts.n("{n} row", "{n} rows", found.rows), [first, *rest]


def result_sums(texts: Texts, result: ImportResult) -> tuple[str, list[Sum]]:
    """The rows of a list, and what became of them; the parts add up."""
    new = result.created - result.review
    first = Sum("created", texts.n("{n} created", "{n} created", new))
    rest = _outcomes(texts, result.review, result.matched, result.rejected)
    return texts.n("{n} row", "{n} rows", result.rows_read), [first, *rest]


def _outcomes(texts: Texts, review: int, matched: int, rejected: int) -> list[Sum]:
    return _written(
        [
            Sum("review", texts.n("{n} to review", "{n} to review", review)) if review else None,
            Sum("matched", texts.n("{n} joined", "{n} joined", matched)) if matched else None,
            Sum("rejected", texts.n("{n} not stored", "{n} not stored", rejected))
            if rejected
            else None,
        ]
    )


def _written(parts: Iterable[Sum | None]) -> list[Sum]:
    return [part for part in parts if part is not None]


def batch_words(texts: Texts, batch: BatchRow) -> str:
    """What an earlier import did, in one line."""
    new = batch.created - batch.review
    parts = [texts.n("{n} created", "{n} created", new)]
    parts += [one.words for one in _outcomes(texts, batch.review, batch.matched, batch.rejected)]
    return " · ".join(parts)


def go_on_words(presenter: ImportPresenter) -> str:
    """What the button of the next step says."""
    texts = presenter.texts
    match presenter.step:
        case Step.FILE:
            return texts.t("Go on to the columns")
        case Step.COLUMNS:
            return texts.t("Go on to the values")
        case Step.VALUES:
            return texts.t("Go on to the duplicates")
        case Step.DUPLICATES:
            count = presenter.rehearsal.stored if presenter.rehearsal else 0
            return texts.n("Import {n} person", "Import {n} people", count)
    return texts.t("Show the people")


def _sheet_line(presenter: ImportPresenter, draft: ListDraft) -> str:
    texts = presenter.texts
    people = texts.n("{n} person", "{n} people", len(draft.people))
    row = draft.header_rows[1]
    if not row:
        return texts.t("Sheet “{sheet}”, no heading, {people}.", sheet=draft.sheet, people=people)
    return texts.t(
        "Sheet “{sheet}”, heading in row {row}, {people}.",
        sheet=draft.sheet,
        row=row,
        people=people,
    )


def _known_line(presenter: ImportPresenter) -> str:
    found = presenter.rehearsal
    t = presenter.texts.t
    if found is None:
        return ""
    if not found.meetings:
        return t("Nobody on this list is in the register yet.")
    if not found.review:
        return t("All who are known are joined; nobody has to be reviewed.")
    return presenter.texts.n(
        "{n} row may be somebody who is known.",
        "{n} rows may be people who are known.",
        found.review,
    )


def _result_line(presenter: ImportPresenter) -> str:
    texts = presenter.texts
    if presenter.was_undone:
        return texts.t("The import was undone.")
    rejected = presenter.result.rejected if presenter.result is not None else 0
    if not rejected:
        return texts.t("Everything is in the register.")
    return texts.n("{n} row could not be stored.", "{n} rows could not be stored.", rejected)
