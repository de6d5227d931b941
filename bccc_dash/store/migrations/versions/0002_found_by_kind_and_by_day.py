"""Adverse decisions are found among all the others, and the reviews done in a window among those of all years."""

from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('decisions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_decisions_kind_decided_on'), ['kind', 'decided_on'], unique=False)

    with op.batch_alter_table('privacy_reviews', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_privacy_reviews_completed_on_outcome'), ['completed_on', 'outcome'], unique=False)


def downgrade() -> None:
    raise NotImplementedError("A step is not taken back: restore the backup that was made before it.")
