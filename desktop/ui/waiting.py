"""What a page does while a form in its way is being stored: the form is held, a step waits."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

Step = Callable[[], None]


class Held:
    """Keeps a form from being changed while it is stored, and gives the cursor back after."""

    def __init__(self, form: QWidget) -> None:
        self._form = form
        self._focused: QWidget | None = None
        self._held = False

    def __bool__(self) -> bool:
        return self._held

    def hold(self) -> None:
        """Nothing can be typed from now on: it would be in no record and in no draft."""
        focused = self._form.window().focusWidget()
        mine = focused is not None and self._form.isAncestorOf(focused)
        self._focused = focused if mine else None
        self._held = True
        self._form.setEnabled(False)

    def release(self) -> None:
        """The form can be changed again; the cursor stands where it stood."""
        if not self._held:
            return
        self._held = False
        self._form.setEnabled(True)
        if self._focused is not None and self._form.isVisible():
            self._focused.setFocus()
        self._focused = None


class Waiting:
    """The one step that waits until what is being stored is stored.

    `busy` tells whether a form is being stored just now.
    """

    def __init__(self, busy: Callable[[], bool]) -> None:
        self._busy = busy
        self._step: Step | None = None

    def puts_off(self, step: Step) -> bool:
        """Whether a step has to wait; it is taken by `go_on`."""
        if self._busy():
            self._step = step
            return True
        return False

    def go_on(self) -> bool:
        """Take the step that waited; whether there was one."""
        step, self._step = self._step, None
        if step is not None:
            step()
        return step is not None

    def forget(self) -> None:
        """What was typed could not be stored and is shown: nothing goes in its way."""
        self._step = None
