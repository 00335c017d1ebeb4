"""The office whose letterhead papers carry, and the officer who works."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop.domain.offices import Office, Officer
from desktop.errors import UserError
from desktop.usecases.ports import ChangeSet, Desk


def change_office(
    desk: Desk,
    *,
    names: Mapping[str, str],
    letterhead: Mapping[str, str],
    zone: str,
    officer_name: str,
    officer_function: str,
) -> ChangeSet:
    """Save the office's names, letterhead and zone, and the officer's name and function.

    Raises:
        UserError: `office.no_zone` for a zone that is not in the IANA list.
    """
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UserError("office.no_zone", zone=zone) from error
    actor = desk.store.actor
    with desk.store.write("settings") as work:
        office = work.get(Office, actor.office_id)
        office.names, office.letterhead, office.zone = dict(names), dict(letterhead), zone
        officer = work.get(Officer, actor.officer_id)
        officer.name, officer.function = officer_name.strip(), officer_function.strip()
        return work.commit()
