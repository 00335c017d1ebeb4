"""Looks, while an officer types, for the same person and for what is still missing."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.ui.jobs import JobHandle, JobRunner, Progress
from desktop.ui.pages.people.form_presenter import FormPresenter, KnownPerson
from desktop.ui.pages.people.person_form import PersonForm
from desktop.ui.pages.people.side_column import SideColumn
from desktop.usecases.person_forms import PersonForm as Form
from desktop.usecases.views import PersonDetail

_PAUSE_MS = 250


class FormCheck(QObject):
    """Answers in the side column, a moment after the last keystroke."""

    def __init__(
        self,
        presenter: FormPresenter,
        jobs: JobRunner,
        form: PersonForm,
        side: SideColumn,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._jobs = jobs
        self._form = form
        self._side = side
        self._stored: PersonDetail | None = None
        self._looking: JobHandle[tuple[KnownPerson, ...]] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.now)

    def begin(self, stored: PersonDetail | None) -> None:
        """Another person is on the page: `stored`, or somebody new."""
        self.stop()
        self._stored = stored
        self._side.show_known(())

    def stop(self) -> None:
        """Drop what is being looked for."""
        self._pause.stop()
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def soon(self) -> None:
        """Look when the officer pauses."""
        self._pause.start()

    @Slot()
    def now(self) -> None:
        """Look at what stands in the form."""
        self.stop()
        form = self._presenter.read(self._form.give(), self._stored).form
        row = self._stored.row if self._stored else None
        lacks = self._presenter.lacks(form, row.status if row else "")
        self._side.show_lacks(lacks, adding=row is None)
        job = partial(_duplicates, self._presenter, form, row.id if row else None)
        self._looking = self._jobs.run(job, self._side.show_known, owner=self)


def _duplicates(
    presenter: FormPresenter, form: Form, person_id: UUID | None, progress: Progress
) -> tuple[KnownPerson, ...]:
    progress.check()
    return presenter.duplicates(form, person_id)
