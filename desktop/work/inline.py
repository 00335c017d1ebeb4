"""The worker of the command line and of tests: the task runs here and now."""

from collections.abc import Callable

from desktop.errors import AppError, Cancelled, Unavailable
from desktop.log import describe
from desktop.work.tasks import Asked, Progress, Result, Throttle, WorkerFailure, call


class InlineWorker:
    """Runs a task in the thread that asks; it can be stopped only where it reports."""

    def run(
        self,
        task: Callable[..., Result],
        *args: object,
        progress: Progress | None = None,
        cancelled: Asked | None = None,
        time_limit_s: float | None = None,  # noqa: ARG002 - nobody is there to end the task
    ) -> Result:
        """See `Worker.run`; there is no limit of time or memory."""
        forward = Throttle(progress or _nobody)

        def report(done: int, total: int, text_code: str) -> None:
            if cancelled is not None and cancelled():
                raise Cancelled
            forward(done, total, text_code)

        if cancelled is not None and cancelled():
            raise Cancelled
        try:
            result: Result = call(task, args, report)
        except AppError:
            raise
        except MemoryError as error:
            raise Unavailable("work.too_large") from error
        except (Exception, SystemExit) as error:
            raise WorkerFailure(type(error).__name__, describe(error)) from error
        return result

    def close(self) -> None:
        """Nothing is kept."""


def _nobody(done: int, total: int, text_code: str) -> None:
    """Progress that nobody asked for."""
