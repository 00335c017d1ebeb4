"""Known failures: a stable code and named parameters, never a sentence.

The sentences stand in `desktop.messages`, one file a room, in every language of the
catalogue. Whatever is not an `AppError` is a bug and goes to the crash dialog.
"""


class AppError(Exception):
    """A failure that an officer can do something about.

    `code` is stable and dotted ("intake.no_header"); `params` are plain values that the
    sentence names. Neither may hold a secret; personal data stays out of logs because only
    `code` is logged.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.code, self.params))


class UserError(AppError):
    """What was given cannot be used as it is."""


class Conflict(AppError):
    """Somebody or something changed the record meanwhile, or stands in the way."""


class Unavailable(AppError):
    """The surroundings fail: disk, lock, network, printer."""


class Corrupt(AppError):
    """Stored data is damaged or from a program that this one does not understand."""


class Denied(AppError):
    """The officer may not do this."""


class Cancelled(AppError):
    """The officer stopped the work; shown as nothing."""

    def __init__(self, code: str = "work.cancelled", **params: object) -> None:
        super().__init__(code, **params)


def _rebuild(kind: type[AppError], code: str, params: dict[str, object]) -> AppError:
    return kind(code, **params)
