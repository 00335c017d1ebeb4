"""Pages of a PDF as plain pictures. Free of Qt: called in jobs, which load the reader.

PDFium is not safe with several threads, so one lock guards every call.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

POINTS_PER_INCH = 72
_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as pixels: rows of `stride` bytes, one byte a pixel if `grey`, else B, G, R, x."""

    width: int
    height: int
    stride: int
    grey: bool
    data: bytes


def page_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """Sizes of all pages, in their order."""
    with _opened(pdf) as document:
        return tuple(PageSize(*document.get_page_size(number)) for number in range(len(document)))


def page_picture(pdf: bytes, number: int, width: int, *, grey: bool = False) -> PagePicture:
    """Draw the page of a number, counted from 0, `width` pixels wide on white ground."""
    with _opened(pdf) as document:
        page = document[number]
        scale = width / page.get_width()
        bitmap = page.render(scale=scale, grayscale=grey, prefer_bgrx=not grey)
        try:
            return PagePicture(
                bitmap.width, bitmap.height, bitmap.stride, grey, bytes(bitmap.buffer)
            )
        finally:
            bitmap.close()
            page.close()


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    import pypdfium2  # noqa: PLC0415 - large, and needed in jobs only

    with _LOCK:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
