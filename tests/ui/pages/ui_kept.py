"""What a page keeps beside the register, in the data folder of the test."""

from datetime import UTC, datetime
from typing import TypedDict

from desktop import paths
from desktop.files.drawer import Drawer
from desktop.files.private import PrivateFolder


class Kept(TypedDict):
    """Those parts of a page's context that lie in files."""

    drawer: Drawer
    private: PrivateFolder


def kept() -> Kept:
    """Drafts, and the folder for what other programs read."""
    folder = paths.data_dir()
    return Kept(
        drawer=Drawer(folder / "drafts"),
        private=PrivateFolder(folder / "temp", datetime(2020, 11, 11, tzinfo=UTC)),
    )
