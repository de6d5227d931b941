"""The audit says why a name or a text was seen, and is found by what it is about."""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('audit_events', sa.Column('purpose', sa.String(length=40), nullable=True))
    op.create_index(op.f('ix_audit_events_subject_action'), 'audit_events', ['subject', 'action'], unique=False)


def downgrade() -> None:
    raise NotImplementedError("A step is not taken back: restore the backup that was made before it.")
