"""The records that may break a rule of data quality. They are looked for once the steps are taken (store/schema.py)."""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('suspects',
    sa.Column('rule', sa.String(length=20), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('row_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['subject_id'], ['records.id'], name=op.f('fk_suspects_subject_id')),
    sa.PrimaryKeyConstraint('rule', 'kind', 'row_id', name=op.f('pk_suspects')),
    sqlite_strict=True
    )
    with op.batch_alter_table('suspects', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_suspects_subject_id'), ['subject_id'], unique=False)


def downgrade() -> None:
    raise NotImplementedError("A step is not taken back: restore the backup that was made before it.")
