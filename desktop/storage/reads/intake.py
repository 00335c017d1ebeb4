"""Imported lists, what left the office, and the history of a record."""

from uuid import UUID

from sqlalchemy import func, select

from desktop.storage.reads.base import Questions
from desktop.storage.tables.intake import dispatch, import_batch, import_row
from desktop.storage.tables.log import change, operation
from desktop.storage.tables.people import officer
from desktop.usecases import views as v


class IntakeReads(Questions):
    """Questions about imports, dispatches and the log."""

    def import_batches(self, limit: int) -> list[v.BatchRow]:
        """The latest imported lists."""
        b = import_batch.c
        query = (
            select(
                b.id,
                b.file_name,
                b.at,
                b.rows_read,
                b.created,
                b.matched,
                b.review,
                b.rejected,
                b.retired_at.is_not(None),
            )
            .order_by(b.at.desc())
            .limit(limit)
        )
        return [v.BatchRow(*row) for row in self.connection.execute(query)]

    def batches_of_file(self, file_hash: str) -> list[UUID]:
        """Imports of exactly this file that were not undone."""
        query = select(import_batch.c.id).where(
            import_batch.c.file_hash == file_hash, import_batch.c.retired_at.is_(None)
        )
        return list(self.connection.scalars(query))

    def batch_named(self, text: str) -> UUID | None:
        """The batch whose id is `text` or begins so."""
        wanted = text.replace("-", "").lower()
        ids = self.connection.scalars(select(import_batch.c.id)).all()
        found = [batch_id for batch_id in ids if batch_id.hex.startswith(wanted)]
        return found[0] if len(found) == 1 and wanted else None

    def import_rows(self, batch_id: UUID) -> list[v.ImportedRow]:
        """What became of each row of a list."""
        query = select(import_row).where(import_row.c.batch_id == batch_id)
        return [
            v.ImportedRow(
                row=row.row,
                outcome=row.outcome,
                reason=row.reason,
                person_id=row.person_id,
                group_label=row.group_label,
                cells=tuple(row.cells),
                problems=tuple(row.problems),
                candidates=tuple(UUID(text) for text in row.candidates),
            )
            for row in self.connection.execute(query.order_by(import_row.c.row))
        ]

    def rows_to_review(self) -> int:
        """Rows of imports that wait for an officer's decision."""
        query = select(func.count()).where(
            import_row.c.outcome == "review", import_row.c.retired_at.is_(None)
        )
        return self.connection.scalar(query) or 0

    def operation_of_batch(self, batch_id: UUID) -> UUID | None:
        """The operation that made an import."""
        return self.connection.scalar(
            select(change.c.operation_id).where(
                change.c.root_id == batch_id,
                change.c.record_id == batch_id,
                change.c.table_name == "import_batch",
                change.c.field.is_(None),
            )
        )

    def dispatches(self, limit: int, movement_id: UUID | None = None) -> list[v.DispatchRow]:
        """What left the office, perhaps of one movement only, the latest first."""
        names = list(v.DispatchRow.__dataclass_fields__)
        query = select(*(dispatch.c[name] for name in names)).order_by(dispatch.c.at.desc())
        if movement_id is not None:
            query = query.where(dispatch.c.movement_id == movement_id)
        return [v.DispatchRow(*row) for row in self.connection.execute(query.limit(limit))]

    def worked(self) -> v.Worked | None:
        """When the register was changed for the first and the last time; None if never."""
        query = select(func.min(operation.c.at), func.max(operation.c.at))
        first, last = self.connection.execute(query).one()
        return v.Worked(first, last) if first is not None else None

    def history(self, root_id: UUID, limit: int) -> list[v.HistoryRow]:
        """What was changed of a record, the latest first."""
        query = (
            select(
                operation.c.id,
                operation.c.at,
                operation.c.kind,
                change.c.table_name,
                change.c.field,
                change.c.old,
                change.c.new,
                func.coalesce(officer.c.name, ""),
            )
            .join(operation, operation.c.id == change.c.operation_id)
            .outerjoin(officer, officer.c.id == operation.c.officer_id)
            .where(change.c.root_id == root_id)
            .order_by(operation.c.at.desc(), operation.c.id.desc(), change.c.position)
            .limit(limit)
        )
        return [v.HistoryRow(*row) for row in self.connection.execute(query)]
