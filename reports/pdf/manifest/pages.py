"""Puts the parts of a border list on pages: all laid out first, then drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from reports.model import Changes, GroupKind
from reports.pdf.board import THIN_INK, Board
from reports.pdf.manifest import bands, ending, heads
from reports.pdf.manifest.changes import changes_panel, vehicles_panel
from reports.pdf.manifest.columns import column_head, columns_of
from reports.pdf.manifest.frame import LISTED_VEHICLES
from reports.pdf.manifest.job import Job
from reports.pdf.manifest.paging import Block, Piece, paginate
from reports.pdf.manifest.panel import Panel
from reports.pdf.manifest.rows import TallRows, WideRows
from reports.pdf.typeset import italic
from reports.wording import joined

_CONTINUED = italic(7.5)
_CONTINUED_LINE = 3.4
_PANEL_GAP = 3.6
_TABLE_GAP = 3.0
_SIDE_GAP = 2.5
_SIDE_MOST = 75.0


@dataclass
class _Page:
    """What stands above the rows of a page, how far down it goes, and the rows."""

    board: Board
    y: float
    pieces: tuple[Piece, ...] = ()


def pages_of(job: Job) -> Iterator[Board]:
    """Yield the pages of a list, ready to be drawn."""
    yield from _Layout(job).pages()


class _Layout:
    def __init__(self, job: Job) -> None:
        self._job = job
        columns = columns_of(job)
        self._head = column_head(job, columns)
        self._following = heads.following_head(job)
        self._totals = ending.totals_row(job)
        self._groups = tuple(group for group in job.model.groups if group.rows)
        self._bands = tuple(bands.band(job, group) for group in self._groups)
        self._bands_again = tuple(bands.band(job, group, again=True) for group in self._groups)
        setter = (WideRows if job.sheet.is_landscape else TallRows)(job, columns)
        self._rows = tuple(
            tuple(setter.row(row, grouped=group.kind is not GroupKind.SINGLE) for row in group.rows)
            for group in self._groups
        )

    def pages(self) -> Iterator[Board]:
        """Lay out all pages, then put each together with its number."""
        pages = self._opening()
        rows_end = self._job.sheet.rows_end
        blocks = self._blocks()
        room = rows_end - self._following.height - self._head.height
        if any(max(block.rows) + max(block.band, block.band_again) > room for block in blocks):
            raise ValueError("a row of the list is higher than a page")
        first, *others = paginate(
            blocks,
            rows_end - pages[-1].y - self._head.height,
            room,
            ending.closing_height(self._totals),
        )
        pages[-1].pieces = first
        for pieces in others:
            page = self._new_page()
            page.pieces = pieces
            pages.append(page)
        for number, page in enumerate(pages, start=1):
            yield self._put_together(page, number, len(pages))

    def _blocks(self) -> list[Block]:
        return [
            Block(
                rows=tuple(row.height for row in rows),
                band=band.height,
                band_again=again.height,
                whole=group.kind is not GroupKind.SINGLE,
            )
            for group, rows, band, again in zip(
                self._groups, self._rows, self._bands, self._bands_again, strict=True
            )
        ]

    def _new_page(self) -> _Page:
        board = Board(self._job.ruler)
        board.add(self._following, 0.0)
        return _Page(board, self._following.height)

    def _opening(self) -> list[_Page]:
        """Head of the list: one page, and more where it tells of many changes or vehicles."""
        job, sheet = self._job, self._job.sheet
        head = heads.first_head(job)
        pages = [_Page(head.board, head.bottom)]
        changes = job.model.changes if job.model.changes and job.model.changes.lines else None
        beside = self._beside(head, changes) if changes is not None else None
        if beside is not None:
            pages[0].y = max(head.bottom, beside)
        x, width = sheet.left, sheet.text_width
        if len(job.model.vehicles) > LISTED_VEHICLES:
            self._flow(pages, vehicles_panel(job, x, width))
        if changes is not None and beside is None:
            self._flow(pages, changes_panel(job, changes, x, width))
        pages[-1].y += _TABLE_GAP
        return pages

    def _beside(self, head: heads.FirstHead, changes: Changes) -> float | None:
        """Put a short panel of changes beside a wide head and return where it ends."""
        if head.side is None:
            return None
        panel = changes_panel(self._job, changes, head.side.x, head.side.width)
        if panel.height > _SIDE_MOST:
            return None
        return panel.draw(head.board, head.side.y + _SIDE_GAP, inf)[0]

    def _flow(self, pages: list[_Page], panel: Panel) -> None:
        """Put a panel under what the last page holds, and go on with it on new pages."""
        limit = self._job.sheet.rows_end
        y = pages[-1].y + _PANEL_GAP
        place = 0
        while place < len(panel.strips):
            if y + panel.least_height(place) > limit:
                pages.append(self._new_page())
                y = pages[-1].y + _TABLE_GAP
            y, place = panel.draw(pages[-1].board, y, limit, place)
            pages[-1].y = y

    def _put_together(self, page: _Page, number: int, count: int) -> Board:
        job, sheet, board = self._job, self._job.sheet, page.board
        y = page.y
        if page.pieces or (not self._groups and number == count):
            board.add(self._head, y)
            y += self._head.height
        for piece in page.pieces:
            y = self._put_piece(board, piece, y)
        if number == count:
            board.add(ending.closing(job, self._totals, y), 0.0)
        else:
            if page.pieces:
                board.level(sheet.left, sheet.end, y, 1.0)
            note = joined(job.words.pair(lambda t: t.t("continued on next page")))
            board.text_right(sheet.end, y + _CONTINUED_LINE, note, _CONTINUED)
        board.codes.append(heads.page_code(job, number, count))
        board.add(heads.foot(job, number, count), 0.0)
        return board

    def _put_piece(self, board: Board, piece: Piece, y: float) -> float:
        """Put a group, or a part of one, under its band; return where it ends."""
        sheet = self._job.sheet
        band = (self._bands_again if piece.start else self._bands)[piece.block]
        board.add(band, y)
        y += band.height
        for row in self._rows[piece.block][piece.start : piece.stop]:
            board.add(row, y)
            y += row.height
            board.level(sheet.left + bands.INDENT, sheet.end, y, 0.3, THIN_INK)
        # The rule under the last row belongs to the next band, or to the end of the page.
        board.rules.pop()
        return y
