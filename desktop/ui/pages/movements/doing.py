"""Does what is asked of a movement: asks what has to be known first, then runs the action."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.errors import AppError
from desktop.ui.jobs import JobRunner, Lane, Progress
from desktop.ui.pages.movements.actions import Done
from desktop.ui.pages.movements.add_people import AddPeopleDialog
from desktop.ui.pages.movements.dialogs import RemoveDialog, VehicleDialog
from desktop.ui.pages.movements.planning import VehicleDraft
from desktop.ui.pages.movements.presenter import MovementsPresenter
from desktop.ui.pages.movements.shown import MovementShown
from desktop.ui.widgets.dialogs import Dialog


class MovementDoing(QObject):
    """Works on the movement that is `shown`, and on none while that is None.

    Signals:
        begun: something is being done; what was said before is out of date.
        done(str, object): what was done, and the change that can be undone.
        failed(AppError): why it was not done.
    """

    begun = Signal()
    done = Signal(str, object)
    failed = Signal(object)

    def __init__(self, presenter: MovementsPresenter, jobs: JobRunner, view: QWidget) -> None:
        super().__init__(view)
        self._presenter = presenter
        self._actions = presenter.actions
        self._texts = presenter.texts
        self._jobs = jobs
        self._view = view
        self.shown: MovementShown | None = None
        self.dialog: Dialog | None = None

    @Slot()
    def seat_all(self) -> None:
        """Seat everybody, groups together."""
        if self.shown is not None:
            self._do(partial(self._actions.seat_all, self.shown.id), self._texts.t("Seating"))

    @Slot(object, object, str)
    def move(self, traveller_id: UUID, vehicle_id: UUID, seat: str) -> None:
        """Give a traveller a seat by hand."""
        vehicles = self.shown.vehicles if self.shown else ()
        name = next((one.name for one in vehicles if one.id == vehicle_id), "")
        self._do(partial(self._actions.move, traveller_id, vehicle_id, name, seat))

    @Slot(object)
    def release(self, traveller_id: UUID) -> None:
        """Give the seat of a traveller back."""
        self._do(partial(self._actions.release, traveller_id))

    @Slot(object)
    def lead(self, person_id: UUID) -> None:
        """Name the leader."""
        if self.shown is not None:
            self._do(partial(self._actions.lead, self.shown.id, person_id))

    @Slot(object)
    def ask_removal(self, traveller_id: UUID) -> None:
        """Ask why a traveller, or the whole group, does not go."""
        one = self.shown.traveller(traveller_id) if self.shown else None
        if self.shown is not None and one is not None:
            dialog = RemoveDialog(self._texts, self.shown, one, self._view.window())
            dialog.agreed.connect(self._remove)
            self._open(dialog)

    @Slot()
    def ask_people(self) -> None:
        """Choose people for this movement."""
        if self.shown is not None:
            window = self._view.window()
            dialog = AddPeopleDialog(self._presenter, self._jobs, self.shown, window)
            dialog.added.connect(self._on_done)
            self._open(dialog)

    @Slot()
    def ask_vehicle(self) -> None:
        """Ask for one more vehicle."""
        if self.shown is not None:
            reader = self._presenter.reader()
            dialog = VehicleDialog(self._texts, reader, self.shown, self._view.window())
            dialog.agreed.connect(self._add_vehicle)
            self._open(dialog)

    @Slot(object, str)
    def _remove(self, travellers: Sequence[UUID], reason: str) -> None:
        self._do(partial(self._actions.remove, travellers, reason))

    @Slot(object)
    def _add_vehicle(self, vehicle: VehicleDraft) -> None:
        if self.shown is not None:
            self._do(partial(self._actions.add_vehicle, self.shown.id, vehicle))

    def _open(self, dialog: Dialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _do(self, action: Callable[[], Done], title: str = "") -> None:
        self.begun.emit()
        job = partial(_run, action)
        self._jobs.run(
            job, self._on_done, self._on_failed, owner=self, lane=Lane.WRITE, title=title
        )

    @Slot(object)
    def _on_done(self, done: Done) -> None:
        self.done.emit(done.words, done.change)

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)


def _run(action: Callable[[], Done], _progress: Progress) -> Done:
    return action()
