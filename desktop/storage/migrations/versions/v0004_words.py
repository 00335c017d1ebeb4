"""All words of a person stand beside each of them; a second copy in the record goes."""

import sqlalchemy as sa
from alembic import op

from desktop.storage import types

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY_TEXT = sa.Text(collation="C").with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    _rebuild(sa.Column("words", sa.Text(), nullable=False))
    # `search_text` had a blank before each word; `words` has one behind the last too.
    op.execute(
        "INSERT INTO person_token (token, person_id, words) "
        "SELECT kept.token, kept.person_id, person.search_text || ' ' "
        "FROM kept JOIN person ON person.id = kept.person_id"
    )
    op.execute("DROP TABLE kept")
    op.drop_column("person", "search_text")


def downgrade() -> None:
    op.add_column("person", sa.Column("search_text", sa.Text(), nullable=False, server_default=""))
    op.execute(
        "UPDATE person SET search_text = coalesce("
        "(SELECT max(rtrim(words)) FROM person_token WHERE person_token.person_id = person.id), '')"
    )
    _rebuild()
    op.execute("INSERT INTO person_token (token, person_id) SELECT token, person_id FROM kept")
    op.execute("DROP TABLE kept")


def _rebuild(*more: sa.Column[str]) -> None:
    """Make `person_token` anew and empty; its rows are in `kept`."""
    op.execute("CREATE TEMPORARY TABLE kept AS SELECT token, person_id FROM person_token")
    op.drop_table("person_token")
    op.create_table(
        "person_token",
        sa.Column("token", KEY_TEXT, nullable=False),
        sa.Column("person_id", types.Key(), nullable=False),
        *more,
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_token_person_id")
        ),
        sa.PrimaryKeyConstraint("token", "person_id", name=op.f("pk_person_token")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_person_token_person_id"), "person_token", ["person_id"])
