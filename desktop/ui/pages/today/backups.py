"""How the backups and the clock of the computer stand, in words. No widgets."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.messages.sentences import error_sentence
from desktop.ui.pages.today.alerts import Alert, Level
from desktop.usecases.care import BackupState
from desktop.usecases.views import Worked
from reports.texts import Texts

CLOCK_OFF = timedelta(hours=1)
WITHOUT = timedelta(days=2)
"""So long without a good backup is too long."""


@dataclass(frozen=True)
class BackupLine:
    """The last good backup in a line, and what is to say about the second place."""

    text: str
    detail: str
    is_good: bool


def backup_line(texts: Texts, state: BackupState, now: datetime) -> BackupLine:
    """What stands on Today; `now` is in the zone of the office."""
    t = texts.t
    if state.last is None:
        return BackupLine(t("There is no backup yet."), _second(texts, state, now), is_good=False)
    moment = _moment(texts, state.last, now)
    text = t("Last good backup: {moment}", moment=moment)
    return BackupLine(text, _second(texts, state, now), is_good=not _is_missed(state, now))


def backup_alerts(texts: Texts, state: BackupState, now: datetime) -> list[Alert]:
    """An alert when there was no good backup for two days, here or in the second place."""
    if not _is_missed(state, now):
        return []
    t = texts.t
    here = _wait(state.last, state.since, now)
    if here > WITHOUT:
        sentence = texts.n(
            "There has been no good backup for {n} day",
            "There has been no good backup for {n} days",
            here.days,
        )
    else:
        sentence = texts.n(
            "The second place has had no backup for {n} day",
            "The second place has had no backup for {n} days",
            _wait(state.last_in_second, state.since, now).days,
        )
    why = "" if state.failed is None else error_sentence(texts, state.failed)
    return [
        Alert(
            "backup",
            Level.BLOCKED,
            sentence,
            why or t("If this computer breaks, everything since then is lost."),
            t("Look after backups"),
            "save",
            "settings",
            {"section": "backups"},
        )
    ]


def clock_alerts(texts: Texts, worked: Worked | None, now: datetime) -> list[Alert]:
    """An alert when the last change was made in a time that has not come yet."""
    if worked is None or worked.last - now <= CLOCK_OFF:
        return []
    return [
        Alert(
            "clock",
            Level.BLOCKED,
            texts.t("The clock of this computer is wrong, or it was"),
            texts.t(
                "The last change is of {moment}, which has not come yet. Ages, deadlines and the "
                "order of the history depend on the clock: set it right.",
                moment=_moment(texts, worked.last, now),
            ),
            texts.t("Look at the settings"),
            "clock",
            "settings",
        )
    ]


def _is_missed(state: BackupState, now: datetime) -> bool:
    """Whether there was none for too long, here or in the second place."""
    waits = [_wait(state.last, state.since, now)]
    if state.second is not None:
        waits.append(_wait(state.last_in_second, state.since, now))
    return max(waits) > WITHOUT


def _wait(last: datetime | None, since: datetime | None, now: datetime) -> timedelta:
    """How long there was none; one from a time to come was made by a wrong clock."""
    if since is None:
        return timedelta(0)
    return now - (since if last is None or last - now > WITHOUT else last)


def _second(texts: Texts, state: BackupState, now: datetime) -> str:
    if state.second is None:
        return texts.t("No second place is chosen: a stick or a folder of another computer.")
    if state.last_in_second is None:
        return texts.t("Second place: none there yet.")
    moment = _moment(texts, state.last_in_second, now)
    return texts.t("Second place: {moment}", moment=moment)


def _moment(texts: Texts, moment: datetime, now: datetime) -> str:
    local = moment.astimezone(now.tzinfo)
    if local.date() == now.date():
        return texts.t("today, {time}", time=f"{local:%H:%M}")
    return f"{texts.day(local.date())}, {local:%H:%M}"
