"""How an installed program starts: its modules from one file, or from their own ones."""

import marshal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from launcher import start

SOURCES = {
    "packed_sample": (True, "from packed_sample.inner import answer\n"),
    "packed_sample.inner": (False, "answer = 42\n"),
}


@pytest.fixture
def restored() -> Iterator[None]:
    """The ways to find modules as they were."""
    before = list(sys.meta_path)
    yield
    sys.meta_path[:] = before
    for name in SOURCES:
        sys.modules.pop(name, None)


def write_pack(folder: Path, version: list[int]) -> None:
    modules = {
        name: (package, marshal.dumps(compile(text, name, "exec")))
        for name, (package, text) in SOURCES.items()
    }
    (folder / start.PACK).write_bytes(marshal.dumps((version, modules)))


@pytest.mark.usefixtures("restored")
def test_modules_come_from_the_pack_and_know_their_places(tmp_path: Path) -> None:
    write_pack(tmp_path, list(sys.version_info[:2]))
    start.use_pack(tmp_path)
    import packed_sample  # noqa: PLC0415 - there only now

    assert packed_sample.answer == 42
    assert packed_sample.__file__ == str(tmp_path / "packed_sample" / "__init__.py")
    assert list(packed_sample.__path__) == [str(tmp_path / "packed_sample")]
    inner = sys.modules["packed_sample.inner"]
    assert inner.__file__ == str(tmp_path / "packed_sample" / "inner.py")


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("content", [None, b"", b"damaged", "other version"])
def test_without_a_pack_that_fits_modules_come_from_their_files(
    tmp_path: Path, content: bytes | str | None
) -> None:
    if isinstance(content, bytes):
        (tmp_path / start.PACK).write_bytes(content)
    elif content:
        write_pack(tmp_path, [3, 1])
    before = list(sys.meta_path)
    start.use_pack(tmp_path)
    assert sys.meta_path == before
