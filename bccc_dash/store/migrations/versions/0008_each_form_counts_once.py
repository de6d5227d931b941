"""The forms that were sent, so that each counts once."""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('sent_forms',
    sa.Column('key_hash', sa.String(length=64), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('ref', sa.String(length=200), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_sent_forms_user_id')),
    sa.PrimaryKeyConstraint('key_hash', name=op.f('pk_sent_forms')),
    sqlite_strict=True
    )


def downgrade() -> None:
    raise NotImplementedError("A step is not taken back: restore the backup that was made before it.")
