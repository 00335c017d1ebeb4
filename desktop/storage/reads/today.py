"""Counts of Today."""

from datetime import date
from uuid import UUID

from sqlalchemy import exists, func, select

from desktop.domain.values import GROUP_ROLES_OF_MINORS_IN_CARE
from desktop.storage.reads.intake import IntakeReads
from desktop.storage.reads.movements import MovementReads
from desktop.storage.tables.people import group_member, person, return_case
from desktop.usecases import views as v


class TodayReads(MovementReads, IntakeReads):
    """The questions behind the first screen."""

    def today(self, children_born_after: date) -> v.TodayCounts:
        """Counts of open cases; a child is somebody surely born after `children_born_after`."""
        alive = (
            return_case.c.retired_at.is_(None) & return_case.c.closed_at.is_(None)
        )  # fmt: skip
        by_status = self.connection.execute(
            select(return_case.c.status, func.count()).where(alive).group_by(return_case.c.status)
        )
        by_place = self.connection.execute(
            select(return_case.c.present_place_id, func.count())
            .where(alive)
            .group_by(return_case.c.present_place_id)
            .order_by(func.count().desc())
        )
        longest = self.connection.scalar(
            select(func.min(return_case.c.stranded_since_on)).where(alive)
        )
        return v.TodayCounts(
            by_status={str(status): count for status, count in by_status},
            by_place=tuple((place_id, count) for place_id, count in by_place),
            without_birth=self.people_count(v.PeopleFilter(missing="birth")),
            without_document=self.people_count(v.PeopleFilter(missing="document")),
            children_alone=tuple(self._children_alone(children_born_after)),
            to_review=self.rows_to_review(),
            unseated=tuple(
                (row.id, row.code, row.travellers - row.seated)
                for row in self.movements()
                if row.travellers > row.seated
            ),
            longest_since=longest,
        )

    def _children_alone(self, born_after: date) -> list[UUID]:
        """Children in no group in which somebody can answer for them."""
        own = group_member.alias("own")
        other = group_member.alias("other")
        in_care = exists().where(
            own.c.person_id == person.c.id,
            own.c.retired_at.is_(None),
            other.c.group_id == own.c.group_id,
            other.c.retired_at.is_(None),
            other.c.person_id != person.c.id,
            other.c.role.in_(sorted(GROUP_ROLES_OF_MINORS_IN_CARE)),
        )
        query = (
            select(person.c.id)
            .where(person.c.retired_at.is_(None), person.c.birth_earliest > born_after, ~in_care)
            .order_by(person.c.sort_key)
        )
        return list(self.connection.scalars(query))
