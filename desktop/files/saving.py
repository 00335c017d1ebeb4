"""Papers kept as files in a folder, which is made where it is not there yet."""

from collections.abc import Iterable
from pathlib import Path

from desktop.errors import Unavailable
from desktop.files.writing import write_atomically
from desktop.usecases.dispatching import Paper


def save_papers(folder: Path, papers: Iterable[Paper]) -> list[Path]:
    """Write papers into `folder`, each in one step; returns the files.

    Raises:
        Unavailable: in the words of `files.writing`, or `files.denied` for the folder.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable("files.denied", file=folder.name) from error
    files = []
    for paper in papers:
        path = folder / paper.file_name
        write_atomically(path, paper.data)
        files.append(path)
    return files
