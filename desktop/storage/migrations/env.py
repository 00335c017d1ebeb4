"""Alembic runs the versions on the connection that `storage.upgrading` hands over."""

from alembic import context

from desktop.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=False,
)
context.run_migrations()
