"""Travel groups made from what a list says about families."""

from uuid import UUID

from desktop.domain.intake.model import ListDraft
from desktop.domain.people import GroupMember, TravelGroup
from desktop.domain.values import GroupRole
from desktop.usecases.ports import Desk, UnitOfWork


def join_groups(
    desk: Desk, work: UnitOfWork, draft: ListDraft, person_of: dict[int, UUID]
) -> dict[int, str]:
    """Put the people of each family of the list into one travel group.

    A person who is in a group already stays there, and the rest of the family joins that
    group. Returns the group's label by row of the list.
    """
    people = {person.row: person for person in draft.people}
    families = [(group, [row for row in group.rows if row in person_of]) for group in draft.groups]
    families = [(group, rows) for group, rows in families if len(rows) > 1]
    if not families:
        return {}
    standing = {
        row.id: (row.group_id, row.group_label)
        for row in work.reads.people_rows([person_of[row] for _, rows in families for row in rows])
        if row.group_id
    }
    new_count = sum(1 for _, rows in families if not any(person_of[r] in standing for r in rows))
    numbers = iter(
        work.next_numbers(desk.store.actor.office_id, "group", 0, new_count) if new_count else ()
    )
    labels: dict[int, str] = {}
    for _, rows in families:
        known = next((standing[person_of[r]] for r in rows if person_of[r] in standing), None)
        if known is None:
            group = TravelGroup(
                id=desk.new_id(),
                office_id=desk.store.actor.office_id,
                label=f"G-{next(numbers):02d}",
                name=people[rows[0]].family_name,
                created_at=desk.now(),
            )
            work.add(group)
            group_id, label = group.id, group.label
        else:
            group_id, label = known
        seen: set[UUID] = set()
        for position, row in enumerate(rows):
            labels[row] = label
            person_id = person_of[row]
            if person_id in standing or person_id in seen or group_id is None:
                continue
            seen.add(person_id)
            role = people[row].role
            work.add(
                GroupMember(
                    id=desk.new_id(),
                    group_id=group_id,
                    person_id=person_id,
                    role=GroupRole(role) if role else GroupRole.OTHER,
                    position=position,
                )
            )
    return labels
