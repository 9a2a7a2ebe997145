"""Alembic's entry: runs the migrations on the connection that `migrating` opened."""

from alembic import context

from kdc_desktop.model import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
