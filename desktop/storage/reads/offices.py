"""Offices, officers and the directory."""

from uuid import UUID

from sqlalchemy import select

from desktop.storage.reads.base import Questions
from desktop.storage.tables.people import office, officer, organisation
from desktop.usecases import views as v


class OfficeReads(Questions):
    """Questions about offices."""

    def office(self, office_id: UUID) -> v.OfficeRow:
        """The office whose letterhead papers carry."""
        c = office.c
        query = select(c.id, c.code, c.names, c.letterhead, c.zone).where(c.id == office_id)
        return v.OfficeRow(*self.connection.execute(query).one())

    def officer_name(self, officer_id: UUID) -> tuple[str, str]:
        """Name and function of an officer."""
        query = select(officer.c.name, officer.c.function).where(officer.c.id == officer_id)
        name, function = self.connection.execute(query).one()
        return name, function

    def organisations(self) -> list[v.OrganisationRow]:
        """Recipients in the directory."""
        names = list(v.OrganisationRow.__dataclass_fields__)
        query = select(*(organisation.c[name] for name in names)).where(
            organisation.c.retired_at.is_(None)
        )
        return [
            v.OrganisationRow(*row)
            for row in self.connection.execute(query.order_by(organisation.c.name))
        ]
