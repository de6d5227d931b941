"""The history of the settings, and whom to ring when a child may be in danger."""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('setting_changes',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('before', sa.String(length=200), nullable=True),
    sa.Column('value', sa.String(length=200), nullable=True),
    sa.Column('set_by_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['set_by_id'], ['users.id'], name=op.f('fk_setting_changes_set_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_setting_changes')),
    sqlite_strict=True
    )
    with op.batch_alter_table('setting_changes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_setting_changes_name'), ['name'], unique=False)

    op.create_table('safeguarding_contacts',
    sa.Column('kind', sa.String(length=80), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('telephone', sa.String(length=40), nullable=False),
    sa.Column('hours', sa.String(length=200), nullable=False),
    sa.Column('changed_by_id', sa.Integer(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("kind = 'LEAD' OR kind = 'DEPUTY' OR kind = 'LADO' OR kind = 'POLICE' OR kind = 'OUT_OF_HOURS'", name=op.f('ck_safeguarding_contacts_kind')),
    sa.ForeignKeyConstraint(['changed_by_id'], ['users.id'], name=op.f('fk_safeguarding_contacts_changed_by_id')),
    sa.PrimaryKeyConstraint('kind', name=op.f('pk_safeguarding_contacts')),
    sqlite_strict=True
    )


def downgrade() -> None:
    raise NotImplementedError("A step is not taken back: restore the backup that was made before it.")
