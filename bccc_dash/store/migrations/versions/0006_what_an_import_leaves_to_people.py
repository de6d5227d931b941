"""What an import leaves to people: lists for the chair, confirmations by a second person, the mark of what came by import."""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('import_askings',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('asked_by', sa.String(length=200), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=True),
    sa.Column('email', sa.String(length=200), nullable=True),
    sa.Column('about', sa.String(length=80), nullable=False),
    sa.Column('asked', sa.String(length=200), nullable=True),
    sa.Column('volunteer_id', sa.Integer(), nullable=True),
    sa.Column('settled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('settled_by_id', sa.Integer(), nullable=True),
    sa.Column('ending', sa.String(length=80), nullable=True),
    sa.CheckConstraint("about = 'ADD_PERSON' OR about = 'ROLE' OR about = 'ON_COMMITTEE' OR about = 'LEAD' OR about = 'VOLUNTEER_LINK' OR about = 'ACTIVE_FROM' OR about = 'ACTIVE_TO'", name=op.f('ck_import_askings_about')),
    sa.CheckConstraint("ending = 'DONE' OR ending = 'DISMISSED'", name=op.f('ck_import_askings_ending')),
    sa.ForeignKeyConstraint(['settled_by_id'], ['users.id'], name=op.f('fk_import_askings_settled_by_id')),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_import_askings_user_id')),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteers.id'], name=op.f('fk_import_askings_volunteer_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_import_askings')),
    sqlite_strict=True
    )
    with op.batch_alter_table('import_askings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_import_askings_user_id'), ['user_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_import_askings_volunteer_id'), ['volunteer_id'], unique=False)

    op.create_table('import_confirmations',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('fingerprint', sa.String(length=64), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('asked_by', sa.String(length=200), nullable=False),
    sa.Column('asked_by_id', sa.Integer(), nullable=False),
    sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('confirmed_by_id', sa.Integer(), nullable=True),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['asked_by_id'], ['users.id'], name=op.f('fk_import_confirmations_asked_by_id')),
    sa.ForeignKeyConstraint(['confirmed_by_id'], ['users.id'], name=op.f('fk_import_confirmations_confirmed_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_import_confirmations')),
    sqlite_strict=True
    )
    op.create_table('import_confirmation_items',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('confirmation_id', sa.Integer(), nullable=False),
    sa.Column('brought', sa.String(length=80), nullable=False),
    sa.Column('ref', sa.String(length=200), nullable=True),
    sa.Column('subject_ref', sa.String(length=200), nullable=False),
    sa.Column('volunteer_ref', sa.String(length=200), nullable=False),
    sa.Column('kind', sa.String(length=80), nullable=True),
    sa.Column('to_status', sa.String(length=80), nullable=True),
    sa.Column('day', sa.Date(), nullable=True),
    sa.Column('is_change', sa.Boolean(), nullable=False),
    sa.CheckConstraint("brought = 'DECISION' OR brought = 'APPROVAL_EVENT'", name=op.f('ck_import_confirmation_items_brought')),
    sa.CheckConstraint("kind = 'NO_FURTHER_ACTION' OR kind = 'ADVICE_GIVEN' OR kind = 'TRAINING_OR_SUPERVISION' OR kind = 'CONDITIONS' OR kind = 'SUSPEND' OR kind = 'REINSTATE' OR kind = 'APPROVE' OR kind = 'REFUSE' OR kind = 'WITHDRAW_APPROVAL' OR kind = 'END_SERVICE'", name=op.f('ck_import_confirmation_items_kind')),
    sa.CheckConstraint("to_status = 'NOT_YET_ASSESSED' OR to_status = 'IN_ASSESSMENT' OR to_status = 'APPROVED' OR to_status = 'APPROVED_WITH_CONDITIONS' OR to_status = 'SUSPENDED' OR to_status = 'REFUSED' OR to_status = 'WITHDRAWN' OR to_status = 'ENDED'", name=op.f('ck_import_confirmation_items_to_status')),
    sa.CheckConstraint('is_change IN (TRUE, FALSE)', name=op.f('ck_import_confirmation_items_is_change')),
    sa.ForeignKeyConstraint(['confirmation_id'], ['import_confirmations.id'], name=op.f('fk_import_confirmation_items_confirmation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_import_confirmation_items')),
    sqlite_strict=True
    )
    with op.batch_alter_table('import_confirmation_items', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_import_confirmation_items_confirmation_id'), ['confirmation_id'], unique=False)

    # Not in a batch: where SQLite builds a table anew, its guards are lost.
    for table in ('approval_events', 'decisions'):
        op.add_column(table, sa.Column('imported_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("A step is not taken back: restore the backup that was made before it.")
