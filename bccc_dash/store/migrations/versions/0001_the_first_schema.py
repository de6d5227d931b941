"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('audit_events',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('actor', sa.String(length=200), nullable=False),
    sa.Column('action', sa.String(length=40), nullable=False),
    sa.Column('subject', sa.String(length=200), nullable=False),
    sa.Column('fields', sa.Text(), nullable=False),
    sa.Column('prev_hash', sa.String(length=64), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_audit_events')),
    sqlite_strict=True
    )
    op.create_table('guidance',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('code', sa.String(length=200), nullable=False),
    sa.Column('version', sa.String(length=200), nullable=False),
    sa.Column('audience', sa.String(length=80), nullable=True),
    sa.Column('title', sa.String(length=200), nullable=True),
    sa.Column('effective_on', sa.Date(), nullable=False),
    sa.Column('clauses', sa.Text(), nullable=True),
    sa.CheckConstraint("audience = 'VOLUNTEER' OR audience = 'FAMILY' OR audience = 'CHILD'", name=op.f('ck_guidance_audience')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_guidance')),
    sqlite_strict=True
    )
    op.create_table('meetings',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('kind', sa.String(length=80), nullable=True),
    sa.Column('quorum_required', sa.Integer(), nullable=True),
    sa.Column('declarations', sa.String(length=4000), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meetings')),
    sqlite_strict=True
    )
    with op.batch_alter_table('meetings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meetings_date'), ['date'], unique=False)

    op.create_table('records',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('kind', sa.String(length=80), nullable=False),
    sa.Column('ref', sa.String(length=200), nullable=False),
    sa.CheckConstraint("kind = 'VOLUNTEER' OR kind = 'CHECK' OR kind = 'CONCERN' OR kind = 'INCIDENT' OR kind = 'DECISION' OR kind = 'ACTION' OR kind = 'CONSENT'", name=op.f('ck_records_kind')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_records')),
    sa.UniqueConstraint('ref', name=op.f('uq_records_ref')),
    sqlite_strict=True
    )
    op.create_table('recruitment_stages',
    sa.Column('code', sa.String(length=20), nullable=False),
    sa.Column('ordinal', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('target_days', sa.Integer(), nullable=True),
    sa.Column('requires_social_check', sa.Boolean(), nullable=False),
    sa.Column('source', sa.String(length=20), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.CheckConstraint('active IN (TRUE, FALSE)', name=op.f('ck_recruitment_stages_active')),
    sa.CheckConstraint('requires_social_check IN (TRUE, FALSE)', name=op.f('ck_recruitment_stages_requires_social_check')),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_recruitment_stages')),
    sqlite_strict=True
    )
    op.create_table('removal_gate',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_removal_gate')),
    sqlite_strict=True
    )
    op.create_table('requirements',
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('stage', sa.String(length=80), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('validity_days', sa.Integer(), nullable=True),
    sa.Column('mandatory', sa.Boolean(), nullable=False),
    sa.CheckConstraint("stage = 'S0' OR stage = 'S1' OR stage = 'S2' OR stage = 'S3' OR stage = 'S4' OR stage = 'S5' OR stage = 'S6' OR stage = 'WITHDRAWN' OR stage = 'NOT_APPOINTED' OR stage = 'LEFT'", name=op.f('ck_requirements_stage')),
    sa.CheckConstraint('mandatory IN (TRUE, FALSE)', name=op.f('ck_requirements_mandatory')),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_requirements')),
    sqlite_strict=True
    )
    op.create_table('revision',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_revision')),
    sqlite_strict=True
    )
    op.create_table('settings',
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('value', sa.String(length=200), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_settings')),
    sqlite_strict=True
    )
    op.create_table('working_days',
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('ordinal', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('day', name=op.f('pk_working_days')),
    sqlite_strict=True
    )
    with op.batch_alter_table('working_days', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_working_days_ordinal_day'), ['ordinal', 'day'], unique=False)

    op.create_table('case_spans',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('case_id', sa.Integer(), nullable=False),
    sa.Column('status', sa.String(length=80), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('to_on', sa.Date(), nullable=False),
    sa.CheckConstraint("status = 'OPEN' OR status = 'UNDER_REVIEW' OR status = 'AWAITING_COMMITTEE' OR status = 'REPORTED' OR status = 'INVESTIGATING' OR status = 'AWAITING_DECISION' OR status = 'DECIDED' OR status = 'CLOSED' OR status = 'REOPENED' OR status = 'NOT_THIS_PERSON'", name=op.f('ck_case_spans_status')),
    sa.ForeignKeyConstraint(['case_id'], ['records.id'], name=op.f('fk_case_spans_case_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_spans')),
    sqlite_strict=True
    )
    with op.batch_alter_table('case_spans', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_spans_case_id_from_on_to_on_status'), ['case_id', 'from_on', 'to_on', 'status'], unique=False)
        batch_op.create_index(batch_op.f('ix_case_spans_status_to_on_from_on_case_id'), ['status', 'to_on', 'from_on', 'case_id'], unique=False)

    op.create_table('consents',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('subject_family_ref', sa.String(length=200), nullable=False),
    sa.Column('item_description', sa.String(length=4000), nullable=True),
    sa.Column('family_written_on', sa.Date(), nullable=True),
    sa.Column('child_age_appropriate', sa.String(length=80), nullable=True),
    sa.Column('child_written_on', sa.Date(), nullable=True),
    sa.Column('scope', sa.String(length=4000), nullable=True),
    sa.Column('withdrawn_on', sa.Date(), nullable=True),
    sa.Column('evidence_held_at', sa.String(length=200), nullable=True),
    sa.CheckConstraint("child_age_appropriate = 'YES' OR child_age_appropriate = 'NO' OR child_age_appropriate = 'NOT_ASSESSED'", name=op.f('ck_consents_child_age_appropriate')),
    sa.ForeignKeyConstraint(['id'], ['records.id'], name=op.f('fk_consents_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consents')),
    sqlite_strict=True
    )
    op.create_table('removal_permits',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('kind', sa.String(length=80), nullable=False),
    sa.Column('subject', sa.String(length=200), nullable=False),
    sa.Column('by', sa.String(length=200), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gate_id', sa.Integer(), nullable=True),
    sa.CheckConstraint("kind = 'IMPORT_UNDO' OR kind = 'ERASURE' OR kind = 'RETENTION'", name=op.f('ck_removal_permits_kind')),
    sa.ForeignKeyConstraint(['gate_id'], ['removal_gate.id'], name=op.f('fk_removal_permits_gate_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_removal_permits')),
    sqlite_strict=True
    )
    op.create_table('volunteers',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('full_name', sa.String(length=200), nullable=False),
    sa.Column('email', sa.String(length=200), nullable=True),
    sa.Column('role_title', sa.String(length=200), nullable=False),
    sa.Column('applied_on', sa.Date(), nullable=False),
    sa.Column('form_version', sa.String(length=200), nullable=True),
    sa.Column('form_signed_on', sa.Date(), nullable=True),
    sa.Column('check_permission', sa.Boolean(), nullable=True),
    sa.Column('notice_version', sa.String(length=200), nullable=True),
    sa.Column('notice_given_on', sa.Date(), nullable=True),
    sa.Column('started_on', sa.Date(), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('end_reason', sa.String(length=80), nullable=True),
    sa.Column('privacy_review_interval_days', sa.Integer(), nullable=True),
    sa.Column('legal_hold', sa.Boolean(), nullable=True),
    sa.CheckConstraint("end_reason = 'RESIGNED' OR end_reason = 'RESIGNED_DURING_CONCERN' OR end_reason = 'REMOVED' OR end_reason = 'NOT_APPOINTED' OR end_reason = 'WITHDREW' OR end_reason = 'RETIRED' OR end_reason = 'OTHER'", name=op.f('ck_volunteers_end_reason')),
    sa.CheckConstraint('check_permission IN (TRUE, FALSE)', name=op.f('ck_volunteers_check_permission')),
    sa.CheckConstraint('legal_hold IN (TRUE, FALSE)', name=op.f('ck_volunteers_legal_hold')),
    sa.ForeignKeyConstraint(['id'], ['records.id'], name=op.f('fk_volunteers_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteers')),
    sqlite_strict=True
    )
    with op.batch_alter_table('volunteers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_volunteers_applied_on'), ['applied_on'], unique=False)

    op.create_table('acknowledgements',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('volunteer_id', sa.Integer(), nullable=True),
    sa.Column('guidance_code', sa.String(length=200), nullable=False),
    sa.Column('guidance_version', sa.String(length=200), nullable=False),
    sa.Column('audience', sa.String(length=80), nullable=False),
    sa.Column('given_on', sa.Date(), nullable=False),
    sa.Column('acknowledged_on', sa.Date(), nullable=True),
    sa.Column('family_count', sa.Integer(), nullable=True),
    sa.CheckConstraint("audience = 'VOLUNTEER' OR audience = 'FAMILY' OR audience = 'CHILD'", name=op.f('ck_acknowledgements_audience')),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteers.id'], name=op.f('fk_acknowledgements_volunteer_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_acknowledgements')),
    sqlite_strict=True
    )
    with op.batch_alter_table('acknowledgements', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_acknowledgements_volunteer_id_guidance_code'), ['volunteer_id', 'guidance_code'], unique=False)

    op.create_table('privacy_reviews',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('volunteer_id', sa.Integer(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('completed_on', sa.Date(), nullable=True),
    sa.Column('method', sa.String(length=80), nullable=True),
    sa.Column('outcome', sa.String(length=80), nullable=True),
    sa.Column('deferred_to', sa.Date(), nullable=True),
    sa.Column('reminder_sent_on', sa.Date(), nullable=True),
    sa.CheckConstraint("method = 'SELF_CONFIRMED' OR method = 'WITH_COORDINATOR'", name=op.f('ck_privacy_reviews_method')),
    sa.CheckConstraint("outcome = 'MAX_PRIVACY_CONFIRMED' OR outcome = 'SETTINGS_CHANGED' OR outcome = 'NO_ACCOUNTS' OR outcome = 'DECLINED' OR outcome = 'DEFERRED'", name=op.f('ck_privacy_reviews_outcome')),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteers.id'], name=op.f('fk_privacy_reviews_volunteer_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_privacy_reviews')),
    sqlite_strict=True
    )
    with op.batch_alter_table('privacy_reviews', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_privacy_reviews_volunteer_id_completed_on_due_on_outcome_deferred_to'), ['volunteer_id', 'completed_on', 'due_on', 'outcome', 'deferred_to'], unique=False)

    op.create_table('removal_permit_rows',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('permit_id', sa.Integer(), nullable=False),
    sa.Column('table_name', sa.String(length=40), nullable=False),
    sa.Column('first_id', sa.Integer(), nullable=False),
    sa.Column('last_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['permit_id'], ['removal_permits.id'], name=op.f('fk_removal_permit_rows_permit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_removal_permit_rows')),
    sqlite_strict=True
    )
    with op.batch_alter_table('removal_permit_rows', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_removal_permit_rows_permit_id_table_name_first_id'), ['permit_id', 'table_name', 'first_id'], unique=False)

    op.create_table('transparency',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('volunteer_id', sa.Integer(), nullable=False),
    sa.Column('form_version', sa.String(length=200), nullable=True),
    sa.Column('form_signed_on', sa.Date(), nullable=True),
    sa.Column('check_permission', sa.Boolean(), nullable=True),
    sa.Column('notice_version', sa.String(length=200), nullable=True),
    sa.Column('notice_given_on', sa.Date(), nullable=True),
    sa.Column('withdrawn_on', sa.Date(), nullable=True),
    sa.CheckConstraint('check_permission IN (TRUE, FALSE)', name=op.f('ck_transparency_check_permission')),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteers.id'], name=op.f('fk_transparency_volunteer_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_transparency')),
    sqlite_strict=True
    )
    with op.batch_alter_table('transparency', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_transparency_volunteer_id'), ['volunteer_id'], unique=False)

    op.create_table('users',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('email', sa.String(length=200), nullable=False),
    sa.Column('display_name', sa.String(length=200), nullable=False),
    sa.Column('role', sa.String(length=80), nullable=False),
    sa.Column('on_management_committee', sa.Boolean(), nullable=True),
    sa.Column('is_safeguarding_lead', sa.Boolean(), nullable=True),
    sa.Column('volunteer_id', sa.Integer(), nullable=True),
    sa.Column('active_from', sa.Date(), nullable=True),
    sa.Column('active_to', sa.Date(), nullable=True),
    sa.CheckConstraint("role = 'COORDINATOR' OR role = 'COMMITTEE_MEMBER' OR role = 'CHAIR' OR role = 'SAFEGUARDING_LEAD' OR role = 'READ_ONLY_AUDITOR'", name=op.f('ck_users_role')),
    sa.CheckConstraint('is_safeguarding_lead IN (TRUE, FALSE)', name=op.f('ck_users_is_safeguarding_lead')),
    sa.CheckConstraint('on_management_committee IN (TRUE, FALSE)', name=op.f('ck_users_on_management_committee')),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteers.id'], name=op.f('fk_users_volunteer_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_users')),
    sa.UniqueConstraint('email', name=op.f('uq_users_email')),
    sqlite_strict=True
    )
    with op.batch_alter_table('users', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_users_volunteer_id'), ['volunteer_id'], unique=False)

    op.create_table('actions',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('created_on', sa.Date(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('first_due_on', sa.Date(), nullable=True),
    sa.Column('due_dates', sa.Text(), nullable=True),
    sa.Column('status', sa.String(length=80), nullable=False),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('cancel_reason', sa.String(length=4000), nullable=True),
    sa.CheckConstraint("status = 'OPEN' OR status = 'DONE' OR status = 'CANCELLED'", name=op.f('ck_actions_status')),
    sa.ForeignKeyConstraint(['id'], ['records.id'], name=op.f('fk_actions_id')),
    sa.ForeignKeyConstraint(['owner_id'], ['users.id'], name=op.f('fk_actions_owner_id')),
    sa.ForeignKeyConstraint(['subject_id'], ['records.id'], name=op.f('fk_actions_subject_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_actions')),
    sqlite_strict=True
    )
    with op.batch_alter_table('actions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_actions_due_on'), ['due_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_actions_first_due_on'), ['first_due_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_actions_subject_id'), ['subject_id'], unique=False)

    op.create_table('attendances',
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_attendances_meeting_id')),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_attendances_user_id')),
    sa.PrimaryKeyConstraint('meeting_id', 'position', name=op.f('pk_attendances')),
    sqlite_strict=True
    )
    with op.batch_alter_table('attendances', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_attendances_user_id'), ['user_id'], unique=False)

    op.create_table('case_events',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('from_status', sa.String(length=80), nullable=True),
    sa.Column('to_status', sa.String(length=80), nullable=False),
    sa.Column('occurred_on', sa.Date(), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=True),
    sa.Column('reason', sa.String(length=4000), nullable=True),
    sa.CheckConstraint("from_status = 'OPEN' OR from_status = 'UNDER_REVIEW' OR from_status = 'AWAITING_COMMITTEE' OR from_status = 'REPORTED' OR from_status = 'INVESTIGATING' OR from_status = 'AWAITING_DECISION' OR from_status = 'DECIDED' OR from_status = 'CLOSED' OR from_status = 'REOPENED' OR from_status = 'NOT_THIS_PERSON'", name=op.f('ck_case_events_from_status')),
    sa.CheckConstraint("to_status = 'OPEN' OR to_status = 'UNDER_REVIEW' OR to_status = 'AWAITING_COMMITTEE' OR to_status = 'REPORTED' OR to_status = 'INVESTIGATING' OR to_status = 'AWAITING_DECISION' OR to_status = 'DECIDED' OR to_status = 'CLOSED' OR to_status = 'REOPENED' OR to_status = 'NOT_THIS_PERSON'", name=op.f('ck_case_events_to_status')),
    sa.ForeignKeyConstraint(['by_id'], ['users.id'], name=op.f('fk_case_events_by_id')),
    sa.ForeignKeyConstraint(['subject_id'], ['records.id'], name=op.f('fk_case_events_subject_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_events')),
    sqlite_strict=True
    )
    with op.batch_alter_table('case_events', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_events_subject_id_occurred_on'), ['subject_id', 'occurred_on'], unique=False)

    op.create_table('checks',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('volunteer_id', sa.Integer(), nullable=False),
    sa.Column('trigger', sa.String(length=80), nullable=False),
    sa.Column('necessity_note', sa.String(length=4000), nullable=True),
    sa.Column('status', sa.String(length=80), nullable=False),
    sa.Column('outcome', sa.String(length=80), nullable=True),
    sa.Column('planned_for', sa.Date(), nullable=True),
    sa.Column('started_on', sa.Date(), nullable=True),
    sa.Column('completed_on', sa.Date(), nullable=True),
    sa.Column('checker_id', sa.Integer(), nullable=False),
    sa.Column('checker_role_at_time', sa.String(length=80), nullable=False),
    sa.Column('search_engines', sa.Text(), nullable=True),
    sa.Column('search_terms', sa.Text(), nullable=True),
    sa.Column('look_back_months', sa.Integer(), nullable=True),
    sa.Column('own_account_attested', sa.Boolean(), nullable=True),
    sa.Column('public_domain_attested', sa.Boolean(), nullable=True),
    sa.Column('no_password_attested', sa.Boolean(), nullable=True),
    sa.Column('identity_confidence', sa.String(length=80), nullable=True),
    sa.Column('policy_version', sa.String(length=200), nullable=True),
    sa.Column('provenance', sa.String(length=80), nullable=True),
    sa.Column('monitoring_basis', sa.String(length=200), nullable=True),
    sa.Column('authorised_by_id', sa.Integer(), nullable=True),
    sa.CheckConstraint("checker_role_at_time = 'COORDINATOR' OR checker_role_at_time = 'COMMITTEE_MEMBER' OR checker_role_at_time = 'CHAIR' OR checker_role_at_time = 'SAFEGUARDING_LEAD' OR checker_role_at_time = 'READ_ONLY_AUDITOR'", name=op.f('ck_checks_checker_role_at_time')),
    sa.CheckConstraint("identity_confidence = 'CONFIRMED' OR identity_confidence = 'PROBABLE' OR identity_confidence = 'UNCERTAIN' OR identity_confidence = 'NOT_MATCHED'", name=op.f('ck_checks_identity_confidence')),
    sa.CheckConstraint("outcome = 'NO_CONCERN' OR outcome = 'NOTHING_PUBLIC' OR outcome = 'CONCERN_RAISED' OR outcome = 'INCONCLUSIVE' OR outcome = 'NOT_THIS_PERSON'", name=op.f('ck_checks_outcome')),
    sa.CheckConstraint("provenance = 'PUBLIC' OR provenance = 'PRIVATE_COMMUNICATION' OR provenance = 'UNKNOWN'", name=op.f('ck_checks_provenance')),
    sa.CheckConstraint("status = 'PLANNED' OR status = 'IN_PROGRESS' OR status = 'COMPLETED' OR status = 'CANCELLED'", name=op.f('ck_checks_status')),
    sa.CheckConstraint("trigger = 'APPLICANT_STAGE_1' OR trigger = 'SPECIFIC_CONCERN' OR trigger = 'RETURNING_VOLUNTEER' OR trigger = 'POLICY_EXEMPTION_CATCH_UP'", name=op.f('ck_checks_trigger')),
    sa.CheckConstraint('no_password_attested IN (TRUE, FALSE)', name=op.f('ck_checks_no_password_attested')),
    sa.CheckConstraint('own_account_attested IN (TRUE, FALSE)', name=op.f('ck_checks_own_account_attested')),
    sa.CheckConstraint('public_domain_attested IN (TRUE, FALSE)', name=op.f('ck_checks_public_domain_attested')),
    sa.ForeignKeyConstraint(['authorised_by_id'], ['users.id'], name=op.f('fk_checks_authorised_by_id')),
    sa.ForeignKeyConstraint(['checker_id'], ['users.id'], name=op.f('fk_checks_checker_id')),
    sa.ForeignKeyConstraint(['id'], ['records.id'], name=op.f('fk_checks_id')),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteers.id'], name=op.f('fk_checks_volunteer_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_checks')),
    sqlite_strict=True
    )
    with op.batch_alter_table('checks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_checks_completed_on'), ['completed_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_checks_started_on'), ['started_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_checks_volunteer_id_started_on'), ['volunteer_id', 'started_on'], unique=False)

    op.create_table('committee_shares',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('shared_on', sa.Date(), nullable=False),
    sa.Column('channel', sa.String(length=80), nullable=True),
    sa.Column('meeting_date', sa.Date(), nullable=True),
    sa.Column('minute_ref', sa.String(length=200), nullable=True),
    sa.Column('shared_by_id', sa.Integer(), nullable=True),
    sa.CheckConstraint("channel = 'MEETING' OR channel = 'SECURE_NOTE' OR channel = 'CHAIR_URGENT'", name=op.f('ck_committee_shares_channel')),
    sa.ForeignKeyConstraint(['shared_by_id'], ['users.id'], name=op.f('fk_committee_shares_shared_by_id')),
    sa.ForeignKeyConstraint(['subject_id'], ['records.id'], name=op.f('fk_committee_shares_subject_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_committee_shares')),
    sqlite_strict=True
    )
    with op.batch_alter_table('committee_shares', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_committee_shares_subject_id'), ['subject_id'], unique=False)

    op.create_table('decisions',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=80), nullable=False),
    sa.Column('from_status', sa.String(length=80), nullable=True),
    sa.Column('to_status', sa.String(length=80), nullable=True),
    sa.Column('effective_on', sa.Date(), nullable=True),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('rationale', sa.String(length=4000), nullable=True),
    sa.Column('reason_is_conduct_not_belief', sa.Boolean(), nullable=True),
    sa.Column('proposed_by_id', sa.Integer(), nullable=True),
    sa.Column('proposed_on', sa.Date(), nullable=True),
    sa.Column('decided_by_id', sa.Integer(), nullable=True),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.Column('status', sa.String(length=80), nullable=False),
    sa.Column('meeting_date', sa.Date(), nullable=True),
    sa.Column('minute_ref', sa.String(length=200), nullable=True),
    sa.Column('review_on', sa.Date(), nullable=True),
    sa.CheckConstraint("from_status = 'NOT_YET_ASSESSED' OR from_status = 'IN_ASSESSMENT' OR from_status = 'APPROVED' OR from_status = 'APPROVED_WITH_CONDITIONS' OR from_status = 'SUSPENDED' OR from_status = 'REFUSED' OR from_status = 'WITHDRAWN' OR from_status = 'ENDED'", name=op.f('ck_decisions_from_status')),
    sa.CheckConstraint("kind = 'NO_FURTHER_ACTION' OR kind = 'ADVICE_GIVEN' OR kind = 'TRAINING_OR_SUPERVISION' OR kind = 'CONDITIONS' OR kind = 'SUSPEND' OR kind = 'REINSTATE' OR kind = 'APPROVE' OR kind = 'REFUSE' OR kind = 'WITHDRAW_APPROVAL' OR kind = 'END_SERVICE'", name=op.f('ck_decisions_kind')),
    sa.CheckConstraint("status = 'PROPOSED' OR status = 'RATIFIED' OR status = 'REJECTED' OR status = 'WITHDRAWN'", name=op.f('ck_decisions_status')),
    sa.CheckConstraint("to_status = 'NOT_YET_ASSESSED' OR to_status = 'IN_ASSESSMENT' OR to_status = 'APPROVED' OR to_status = 'APPROVED_WITH_CONDITIONS' OR to_status = 'SUSPENDED' OR to_status = 'REFUSED' OR to_status = 'WITHDRAWN' OR to_status = 'ENDED'", name=op.f('ck_decisions_to_status')),
    sa.CheckConstraint('reason_is_conduct_not_belief IN (TRUE, FALSE)', name=op.f('ck_decisions_reason_is_conduct_not_belief')),
    sa.ForeignKeyConstraint(['decided_by_id'], ['users.id'], name=op.f('fk_decisions_decided_by_id')),
    sa.ForeignKeyConstraint(['id'], ['records.id'], name=op.f('fk_decisions_id')),
    sa.ForeignKeyConstraint(['proposed_by_id'], ['users.id'], name=op.f('fk_decisions_proposed_by_id')),
    sa.ForeignKeyConstraint(['subject_id'], ['records.id'], name=op.f('fk_decisions_subject_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_decisions')),
    sqlite_strict=True
    )
    with op.batch_alter_table('decisions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_decisions_decided_on'), ['decided_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_decisions_subject_id_decided_on'), ['subject_id', 'decided_on'], unique=False)

    op.create_table('discussions',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('case_id', sa.Integer(), nullable=False),
    sa.Column('offered_on', sa.Date(), nullable=True),
    sa.Column('held_on', sa.Date(), nullable=True),
    sa.Column('by_id', sa.Integer(), nullable=True),
    sa.Column('response', sa.String(length=80), nullable=True),
    sa.Column('response_note', sa.String(length=4000), nullable=True),
    sa.Column('deferral_reason', sa.String(length=80), nullable=True),
    sa.Column('deferral_note', sa.String(length=4000), nullable=True),
    sa.Column('challenge_received_on', sa.Date(), nullable=True),
    sa.CheckConstraint("deferral_reason = 'SAFEGUARDING_ADVICE' OR deferral_reason = 'POLICE_ADVICE' OR deferral_reason = 'UNAVAILABLE' OR deferral_reason = 'OTHER'", name=op.f('ck_discussions_deferral_reason')),
    sa.CheckConstraint("response = 'ACCEPTED' OR response = 'DISPUTED' OR response = 'EXPLAINED' OR response = 'NO_RESPONSE' OR response = 'DECLINED_TO_MEET'", name=op.f('ck_discussions_response')),
    sa.ForeignKeyConstraint(['by_id'], ['users.id'], name=op.f('fk_discussions_by_id')),
    sa.ForeignKeyConstraint(['case_id'], ['records.id'], name=op.f('fk_discussions_case_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_discussions')),
    sqlite_strict=True
    )
    with op.batch_alter_table('discussions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_discussions_case_id'), ['case_id'], unique=False)

    op.create_table('referrals',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('body', sa.String(length=80), nullable=False),
    sa.Column('considered_on', sa.Date(), nullable=False),
    sa.Column('considered_by_id', sa.Integer(), nullable=True),
    sa.Column('outcome', sa.String(length=80), nullable=True),
    sa.Column('rationale', sa.String(length=4000), nullable=True),
    sa.Column('referred_on', sa.Date(), nullable=True),
    sa.Column('reference', sa.String(length=200), nullable=True),
    sa.CheckConstraint("body = 'LADO' OR body = 'CHILDRENS_SOCIAL_CARE' OR body = 'POLICE' OR body = 'DBS' OR body = 'CHARITY_COMMISSION' OR body = 'ICO' OR body = 'NACCC' OR body = 'INSURER' OR body = 'OTHER'", name=op.f('ck_referrals_body')),
    sa.CheckConstraint("outcome = 'REFERRED' OR outcome = 'ADVICE_SOUGHT' OR outcome = 'NOT_REFERRED'", name=op.f('ck_referrals_outcome')),
    sa.ForeignKeyConstraint(['considered_by_id'], ['users.id'], name=op.f('fk_referrals_considered_by_id')),
    sa.ForeignKeyConstraint(['subject_id'], ['records.id'], name=op.f('fk_referrals_subject_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_referrals')),
    sqlite_strict=True
    )
    with op.batch_alter_table('referrals', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_referrals_subject_id'), ['subject_id'], unique=False)

    op.create_table('requirement_results',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('volunteer_id', sa.Integer(), nullable=False),
    sa.Column('requirement', sa.String(length=80), nullable=False),
    sa.Column('status', sa.String(length=80), nullable=False),
    sa.Column('completed_on', sa.Date(), nullable=True),
    sa.Column('expires_on', sa.Date(), nullable=True),
    sa.Column('exempt_reason', sa.String(length=4000), nullable=True),
    sa.Column('exempt_by_id', sa.Integer(), nullable=True),
    sa.Column('exempt_until', sa.Date(), nullable=True),
    sa.CheckConstraint("requirement = 'INTERVIEW' OR requirement = 'REFERENCE_1' OR requirement = 'REFERENCE_2' OR requirement = 'DBS' OR requirement = 'TRAINING' OR requirement = 'POLICY_ACKNOWLEDGED' OR requirement = 'PROBATION_MIDPOINT' OR requirement = 'PROBATION_END'", name=op.f('ck_requirement_results_requirement')),
    sa.CheckConstraint("status = 'NOT_STARTED' OR status = 'IN_PROGRESS' OR status = 'MET' OR status = 'NOT_MET' OR status = 'EXEMPT'", name=op.f('ck_requirement_results_status')),
    sa.ForeignKeyConstraint(['exempt_by_id'], ['users.id'], name=op.f('fk_requirement_results_exempt_by_id')),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteers.id'], name=op.f('fk_requirement_results_volunteer_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_requirement_results')),
    sqlite_strict=True
    )
    with op.batch_alter_table('requirement_results', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_requirement_results_volunteer_id'), ['volunteer_id'], unique=False)

    op.create_table('source_assessments',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('case_id', sa.Integer(), nullable=False),
    sa.Column('assessed_on', sa.Date(), nullable=False),
    sa.Column('assessor_id', sa.Integer(), nullable=False),
    sa.Column('assessor_is_interviewer', sa.Boolean(), nullable=True),
    sa.Column('reliability', sa.String(length=80), nullable=True),
    sa.Column('identity_confidence', sa.String(length=80), nullable=True),
    sa.Column('how_to_interrogate', sa.String(length=4000), nullable=True),
    sa.Column('how_to_act', sa.String(length=4000), nullable=True),
    sa.Column('rationale', sa.String(length=4000), nullable=True),
    sa.CheckConstraint("identity_confidence = 'CONFIRMED' OR identity_confidence = 'PROBABLE' OR identity_confidence = 'UNCERTAIN' OR identity_confidence = 'NOT_MATCHED'", name=op.f('ck_source_assessments_identity_confidence')),
    sa.CheckConstraint("reliability = 'VERIFIED' OR reliability = 'CREDIBLE' OR reliability = 'UNVERIFIED' OR reliability = 'CONTRADICTED'", name=op.f('ck_source_assessments_reliability')),
    sa.CheckConstraint('assessor_is_interviewer IN (TRUE, FALSE)', name=op.f('ck_source_assessments_assessor_is_interviewer')),
    sa.ForeignKeyConstraint(['assessor_id'], ['users.id'], name=op.f('fk_source_assessments_assessor_id')),
    sa.ForeignKeyConstraint(['case_id'], ['records.id'], name=op.f('fk_source_assessments_case_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_source_assessments')),
    sqlite_strict=True
    )
    with op.batch_alter_table('source_assessments', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_source_assessments_case_id'), ['case_id'], unique=False)

    op.create_table('stage_events',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('volunteer_id', sa.Integer(), nullable=False),
    sa.Column('from_stage', sa.String(length=80), nullable=True),
    sa.Column('to_stage', sa.String(length=80), nullable=False),
    sa.Column('occurred_on', sa.Date(), nullable=False),
    sa.Column('recorded_by_id', sa.Integer(), nullable=True),
    sa.Column('reason', sa.String(length=4000), nullable=True),
    sa.Column('is_correction', sa.Boolean(), nullable=True),
    sa.CheckConstraint("from_stage = 'S0' OR from_stage = 'S1' OR from_stage = 'S2' OR from_stage = 'S3' OR from_stage = 'S4' OR from_stage = 'S5' OR from_stage = 'S6' OR from_stage = 'WITHDRAWN' OR from_stage = 'NOT_APPOINTED' OR from_stage = 'LEFT'", name=op.f('ck_stage_events_from_stage')),
    sa.CheckConstraint("to_stage = 'S0' OR to_stage = 'S1' OR to_stage = 'S2' OR to_stage = 'S3' OR to_stage = 'S4' OR to_stage = 'S5' OR to_stage = 'S6' OR to_stage = 'WITHDRAWN' OR to_stage = 'NOT_APPOINTED' OR to_stage = 'LEFT'", name=op.f('ck_stage_events_to_stage')),
    sa.CheckConstraint('is_correction IN (TRUE, FALSE)', name=op.f('ck_stage_events_is_correction')),
    sa.ForeignKeyConstraint(['recorded_by_id'], ['users.id'], name=op.f('fk_stage_events_recorded_by_id')),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteers.id'], name=op.f('fk_stage_events_volunteer_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_stage_events')),
    sqlite_strict=True
    )
    with op.batch_alter_table('stage_events', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_stage_events_from_stage_occurred_on_to_stage_volunteer_id'), ['from_stage', 'occurred_on', 'to_stage', 'volunteer_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_stage_events_volunteer_id_occurred_on'), ['volunteer_id', 'occurred_on'], unique=False)

    op.create_table('approval_events',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('volunteer_id', sa.Integer(), nullable=False),
    sa.Column('from_status', sa.String(length=80), nullable=True),
    sa.Column('to_status', sa.String(length=80), nullable=False),
    sa.Column('effective_on', sa.Date(), nullable=False),
    sa.Column('decision_id', sa.Integer(), nullable=True),
    sa.Column('recorded_by_id', sa.Integer(), nullable=True),
    sa.Column('reason', sa.String(length=4000), nullable=True),
    sa.CheckConstraint("from_status = 'NOT_YET_ASSESSED' OR from_status = 'IN_ASSESSMENT' OR from_status = 'APPROVED' OR from_status = 'APPROVED_WITH_CONDITIONS' OR from_status = 'SUSPENDED' OR from_status = 'REFUSED' OR from_status = 'WITHDRAWN' OR from_status = 'ENDED'", name=op.f('ck_approval_events_from_status')),
    sa.CheckConstraint("to_status = 'NOT_YET_ASSESSED' OR to_status = 'IN_ASSESSMENT' OR to_status = 'APPROVED' OR to_status = 'APPROVED_WITH_CONDITIONS' OR to_status = 'SUSPENDED' OR to_status = 'REFUSED' OR to_status = 'WITHDRAWN' OR to_status = 'ENDED'", name=op.f('ck_approval_events_to_status')),
    sa.ForeignKeyConstraint(['decision_id'], ['decisions.id'], name=op.f('fk_approval_events_decision_id')),
    sa.ForeignKeyConstraint(['recorded_by_id'], ['users.id'], name=op.f('fk_approval_events_recorded_by_id')),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteers.id'], name=op.f('fk_approval_events_volunteer_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_approval_events')),
    sqlite_strict=True
    )
    with op.batch_alter_table('approval_events', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_approval_events_to_status_effective_on_volunteer_id'), ['to_status', 'effective_on', 'volunteer_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_approval_events_volunteer_id_effective_on'), ['volunteer_id', 'effective_on'], unique=False)

    op.create_table('check_platforms',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('check_id', sa.Integer(), nullable=False),
    sa.Column('platform', sa.String(length=80), nullable=False),
    sa.Column('platform_other', sa.String(length=200), nullable=True),
    sa.Column('result', sa.String(length=80), nullable=False),
    sa.CheckConstraint("result = 'PUBLIC_REVIEWED' OR result = 'PRIVATE_NOT_VIEWED' OR result = 'NO_PROFILE' OR result = 'NOT_SEARCHABLE' OR result = 'NOT_CHECKED'", name=op.f('ck_check_platforms_result')),
    sa.ForeignKeyConstraint(['check_id'], ['checks.id'], name=op.f('fk_check_platforms_check_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_check_platforms')),
    sqlite_strict=True
    )
    with op.batch_alter_table('check_platforms', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_check_platforms_check_id'), ['check_id'], unique=False)

    op.create_table('concerns',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('volunteer_id', sa.Integer(), nullable=False),
    sa.Column('check_id', sa.Integer(), nullable=True),
    sa.Column('source', sa.String(length=80), nullable=False),
    sa.Column('identified_on', sa.Date(), nullable=False),
    sa.Column('recorded_on', sa.Date(), nullable=False),
    sa.Column('category', sa.String(length=80), nullable=False),
    sa.Column('material', sa.String(length=80), nullable=True),
    sa.Column('expression', sa.String(length=80), nullable=True),
    sa.Column('published_by', sa.String(length=80), nullable=True),
    sa.Column('content_scope', sa.String(length=80), nullable=True),
    sa.Column('platform', sa.String(length=80), nullable=True),
    sa.Column('summary', sa.String(length=4000), nullable=True),
    sa.Column('severity', sa.String(length=80), nullable=False),
    sa.Column('threshold', sa.String(length=80), nullable=True),
    sa.Column('child_impact', sa.String(length=80), nullable=True),
    sa.Column('affected_parties', sa.Text(), nullable=True),
    sa.Column('involves_views_or_opinions', sa.Boolean(), nullable=True),
    sa.Column('objection_to', sa.String(length=80), nullable=True),
    sa.Column('relevance_to_role_note', sa.String(length=4000), nullable=True),
    sa.Column('contains_special_category', sa.Boolean(), nullable=True),
    sa.Column('contains_criminal_allegation', sa.Boolean(), nullable=True),
    sa.Column('legal_hold', sa.Boolean(), nullable=True),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('status', sa.String(length=80), nullable=False),
    sa.Column('next_review_on', sa.Date(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('closure_reason', sa.String(length=4000), nullable=True),
    sa.CheckConstraint("category = 'SEXUAL_EXPLOITATION_OR_GROOMING' OR category = 'CHILD_IDENTIFIED' OR category = 'CONFIDENTIALITY' OR category = 'INFORMATION_DISCLOSURE' OR category = 'IMAGE_OR_INFORMATION_WITHOUT_CONSENT' OR category = 'BOUNDARY_BCCC_FAMILY' OR category = 'BOUNDARY_CHILD_CONNECTION' OR category = 'ABUSE_HARASSMENT_OFFENSIVE' OR category = 'VIEWS_NOT_CONDUCIVE' OR category = 'UNPROFESSIONAL_AS_BCCC' OR category = 'VIEWS_ATTRIBUTED_TO_BCCC' OR category = 'DISREPUTE' OR category = 'CENTRE_INFORMATION_EXPOSED' OR category = 'PERSONAL_DETAILS_OR_LOCATION' OR category = 'GENERAL_CONDUCT' OR category = 'OTHER'", name=op.f('ck_concerns_category')),
    sa.CheckConstraint("child_impact = 'NONE' OR child_impact = 'POSSIBLE' OR child_impact = 'LIKELY' OR child_impact = 'ACTUAL'", name=op.f('ck_concerns_child_impact')),
    sa.CheckConstraint("content_scope = 'PERSONAL' OR content_scope = 'WORK_RELATED' OR content_scope = 'BOTH' OR content_scope = 'UNKNOWN'", name=op.f('ck_concerns_content_scope')),
    sa.CheckConstraint("expression = 'IMPLICIT' OR expression = 'EXPLICIT' OR expression = 'BOTH'", name=op.f('ck_concerns_expression')),
    sa.CheckConstraint("material = 'VIDEO' OR material = 'PHOTO' OR material = 'WRITTEN' OR material = 'MIXED' OR material = 'OTHER'", name=op.f('ck_concerns_material')),
    sa.CheckConstraint("objection_to = 'CONDUCT' OR objection_to = 'MANNER_OF_EXPRESSION' OR objection_to = 'BELIEF_ITSELF' OR objection_to = 'NOT_APPLICABLE'", name=op.f('ck_concerns_objection_to')),
    sa.CheckConstraint("published_by = 'VOLUNTEER' OR published_by = 'THIRD_PARTY' OR published_by = 'UNKNOWN'", name=op.f('ck_concerns_published_by')),
    sa.CheckConstraint("replace(replace(replace(replace(replace(affected_parties, 'VOLUNTEER', ''), 'FAMILY', ''), 'CHILD', ''), 'BCCC', ''), '; ', '') = ''", name=op.f('ck_concerns_affected_parties')),
    sa.CheckConstraint("severity = 'LOW' OR severity = 'MEDIUM' OR severity = 'HIGH' OR severity = 'CRITICAL'", name=op.f('ck_concerns_severity')),
    sa.CheckConstraint("source = 'SOCIAL_MEDIA_CHECK' OR source = 'VOLUNTEER' OR source = 'CHILD_IN_CONFIDENCE' OR source = 'FAMILY_MEMBER' OR source = 'COMPLAINT' OR source = 'SELF_REPORT' OR source = 'MEMBER_OF_PUBLIC' OR source = 'OTHER_AGENCY' OR source = 'OTHER'", name=op.f('ck_concerns_source')),
    sa.CheckConstraint("status = 'OPEN' OR status = 'UNDER_REVIEW' OR status = 'AWAITING_COMMITTEE' OR status = 'DECIDED' OR status = 'CLOSED' OR status = 'REOPENED' OR status = 'NOT_THIS_PERSON'", name=op.f('ck_concerns_status')),
    sa.CheckConstraint("threshold = 'NOT_ASSESSED' OR threshold = 'LOW_LEVEL' OR threshold = 'HARMED_OR_MAY_HAVE_HARMED' OR threshold = 'POSSIBLE_OFFENCE' OR threshold = 'MAY_POSE_RISK' OR threshold = 'SUITABILITY'", name=op.f('ck_concerns_threshold')),
    sa.CheckConstraint('contains_criminal_allegation IN (TRUE, FALSE)', name=op.f('ck_concerns_contains_criminal_allegation')),
    sa.CheckConstraint('contains_special_category IN (TRUE, FALSE)', name=op.f('ck_concerns_contains_special_category')),
    sa.CheckConstraint('involves_views_or_opinions IN (TRUE, FALSE)', name=op.f('ck_concerns_involves_views_or_opinions')),
    sa.CheckConstraint('legal_hold IN (TRUE, FALSE)', name=op.f('ck_concerns_legal_hold')),
    sa.ForeignKeyConstraint(['check_id'], ['checks.id'], name=op.f('fk_concerns_check_id')),
    sa.ForeignKeyConstraint(['id'], ['records.id'], name=op.f('fk_concerns_id')),
    sa.ForeignKeyConstraint(['owner_id'], ['users.id'], name=op.f('fk_concerns_owner_id')),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteers.id'], name=op.f('fk_concerns_volunteer_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_concerns')),
    sqlite_strict=True
    )
    with op.batch_alter_table('concerns', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_concerns_check_id'), ['check_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_concerns_identified_on'), ['identified_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_concerns_recorded_on'), ['recorded_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_concerns_volunteer_id_identified_on'), ['volunteer_id', 'identified_on'], unique=False)

    op.create_table('recusals',
    sa.Column('share_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['share_id'], ['committee_shares.id'], name=op.f('fk_recusals_share_id')),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_recusals_user_id')),
    sa.PrimaryKeyConstraint('share_id', 'position', name=op.f('pk_recusals')),
    sqlite_strict=True
    )
    with op.batch_alter_table('recusals', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_recusals_user_id'), ['user_id'], unique=False)

    op.create_table('stage_spans',
    sa.Column('event_id', sa.Integer(), nullable=False),
    sa.Column('volunteer_id', sa.Integer(), nullable=False),
    sa.Column('stage', sa.String(length=80), nullable=False),
    sa.Column('entered_on', sa.Date(), nullable=False),
    sa.Column('left_on', sa.Date(), nullable=False),
    sa.CheckConstraint("stage = 'S0' OR stage = 'S1' OR stage = 'S2' OR stage = 'S3' OR stage = 'S4' OR stage = 'S5' OR stage = 'S6' OR stage = 'WITHDRAWN' OR stage = 'NOT_APPOINTED' OR stage = 'LEFT'", name=op.f('ck_stage_spans_stage')),
    sa.ForeignKeyConstraint(['event_id'], ['stage_events.id'], name=op.f('fk_stage_spans_event_id')),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteers.id'], name=op.f('fk_stage_spans_volunteer_id')),
    sa.PrimaryKeyConstraint('event_id', name=op.f('pk_stage_spans')),
    sqlite_strict=True
    )
    with op.batch_alter_table('stage_spans', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_stage_spans_stage_left_on_entered_on_volunteer_id'), ['stage', 'left_on', 'entered_on', 'volunteer_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_stage_spans_volunteer_id_entered_on_left_on_stage'), ['volunteer_id', 'entered_on', 'left_on', 'stage'], unique=False)

    op.create_table('approval_spans',
    sa.Column('event_id', sa.Integer(), nullable=False),
    sa.Column('volunteer_id', sa.Integer(), nullable=False),
    sa.Column('status', sa.String(length=80), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('to_on', sa.Date(), nullable=False),
    sa.CheckConstraint("status = 'NOT_YET_ASSESSED' OR status = 'IN_ASSESSMENT' OR status = 'APPROVED' OR status = 'APPROVED_WITH_CONDITIONS' OR status = 'SUSPENDED' OR status = 'REFUSED' OR status = 'WITHDRAWN' OR status = 'ENDED'", name=op.f('ck_approval_spans_status')),
    sa.ForeignKeyConstraint(['event_id'], ['approval_events.id'], name=op.f('fk_approval_spans_event_id')),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteers.id'], name=op.f('fk_approval_spans_volunteer_id')),
    sa.PrimaryKeyConstraint('event_id', name=op.f('pk_approval_spans')),
    sqlite_strict=True
    )
    with op.batch_alter_table('approval_spans', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_approval_spans_status_to_on_from_on_volunteer_id'), ['status', 'to_on', 'from_on', 'volunteer_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_approval_spans_volunteer_id_from_on_to_on_status'), ['volunteer_id', 'from_on', 'to_on', 'status'], unique=False)

    op.create_table('incidents',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('volunteer_id', sa.Integer(), nullable=False),
    sa.Column('concern_id', sa.Integer(), nullable=True),
    sa.Column('breach_type', sa.String(length=80), nullable=False),
    sa.Column('occurred_on', sa.Date(), nullable=True),
    sa.Column('discovered_on', sa.Date(), nullable=False),
    sa.Column('recorded_on', sa.Date(), nullable=False),
    sa.Column('source', sa.String(length=80), nullable=False),
    sa.Column('severity', sa.String(length=80), nullable=False),
    sa.Column('child_impact', sa.String(length=80), nullable=True),
    sa.Column('affected_parties', sa.Text(), nullable=True),
    sa.Column('identified_as_bccc', sa.Boolean(), nullable=True),
    sa.Column('content_status', sa.String(length=80), nullable=True),
    sa.Column('takedown_requested_on', sa.Date(), nullable=True),
    sa.Column('removed_on', sa.Date(), nullable=True),
    sa.Column('consent_id', sa.Integer(), nullable=True),
    sa.Column('finding', sa.String(length=80), nullable=True),
    sa.Column('affects_assessment', sa.Boolean(), nullable=True),
    sa.Column('affects_approval', sa.Boolean(), nullable=True),
    sa.Column('affects_length_of_service', sa.Boolean(), nullable=True),
    sa.Column('status', sa.String(length=80), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.CheckConstraint("breach_type = 'SEXUAL_EXPLOITATION_OR_GROOMING' OR breach_type = 'CHILD_IDENTIFIED' OR breach_type = 'CONFIDENTIALITY' OR breach_type = 'INFORMATION_DISCLOSURE' OR breach_type = 'IMAGE_OR_INFORMATION_WITHOUT_CONSENT' OR breach_type = 'BOUNDARY_BCCC_FAMILY' OR breach_type = 'BOUNDARY_CHILD_CONNECTION' OR breach_type = 'ABUSE_HARASSMENT_OFFENSIVE' OR breach_type = 'VIEWS_NOT_CONDUCIVE' OR breach_type = 'UNPROFESSIONAL_AS_BCCC' OR breach_type = 'VIEWS_ATTRIBUTED_TO_BCCC' OR breach_type = 'DISREPUTE' OR breach_type = 'CENTRE_INFORMATION_EXPOSED' OR breach_type = 'PERSONAL_DETAILS_OR_LOCATION' OR breach_type = 'GENERAL_CONDUCT' OR breach_type = 'OTHER'", name=op.f('ck_incidents_breach_type')),
    sa.CheckConstraint("child_impact = 'NONE' OR child_impact = 'POSSIBLE' OR child_impact = 'LIKELY' OR child_impact = 'ACTUAL'", name=op.f('ck_incidents_child_impact')),
    sa.CheckConstraint("content_status = 'LIVE' OR content_status = 'REMOVED' OR content_status = 'UNKNOWN' OR content_status = 'NOT_ONLINE'", name=op.f('ck_incidents_content_status')),
    sa.CheckConstraint("finding = 'NOT_DETERMINED' OR finding = 'SUBSTANTIATED' OR finding = 'UNSUBSTANTIATED' OR finding = 'UNFOUNDED' OR finding = 'FALSE' OR finding = 'MALICIOUS'", name=op.f('ck_incidents_finding')),
    sa.CheckConstraint("replace(replace(replace(replace(replace(affected_parties, 'VOLUNTEER', ''), 'FAMILY', ''), 'CHILD', ''), 'BCCC', ''), '; ', '') = ''", name=op.f('ck_incidents_affected_parties')),
    sa.CheckConstraint("severity = 'LOW' OR severity = 'MEDIUM' OR severity = 'HIGH' OR severity = 'CRITICAL'", name=op.f('ck_incidents_severity')),
    sa.CheckConstraint("source = 'SOCIAL_MEDIA_CHECK' OR source = 'VOLUNTEER' OR source = 'CHILD_IN_CONFIDENCE' OR source = 'FAMILY_MEMBER' OR source = 'COMPLAINT' OR source = 'SELF_REPORT' OR source = 'MEMBER_OF_PUBLIC' OR source = 'OTHER_AGENCY' OR source = 'OTHER'", name=op.f('ck_incidents_source')),
    sa.CheckConstraint("status = 'REPORTED' OR status = 'INVESTIGATING' OR status = 'AWAITING_DECISION' OR status = 'DECIDED' OR status = 'CLOSED' OR status = 'REOPENED'", name=op.f('ck_incidents_status')),
    sa.CheckConstraint('affects_approval IN (TRUE, FALSE)', name=op.f('ck_incidents_affects_approval')),
    sa.CheckConstraint('affects_assessment IN (TRUE, FALSE)', name=op.f('ck_incidents_affects_assessment')),
    sa.CheckConstraint('affects_length_of_service IN (TRUE, FALSE)', name=op.f('ck_incidents_affects_length_of_service')),
    sa.CheckConstraint('identified_as_bccc IN (TRUE, FALSE)', name=op.f('ck_incidents_identified_as_bccc')),
    sa.ForeignKeyConstraint(['concern_id'], ['concerns.id'], name=op.f('fk_incidents_concern_id')),
    sa.ForeignKeyConstraint(['consent_id'], ['consents.id'], name=op.f('fk_incidents_consent_id')),
    sa.ForeignKeyConstraint(['id'], ['records.id'], name=op.f('fk_incidents_id')),
    sa.ForeignKeyConstraint(['owner_id'], ['users.id'], name=op.f('fk_incidents_owner_id')),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteers.id'], name=op.f('fk_incidents_volunteer_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_incidents')),
    sqlite_strict=True
    )
    with op.batch_alter_table('incidents', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_incidents_affects_approval_recorded_on'), ['affects_approval', 'recorded_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_incidents_concern_id'), ['concern_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_incidents_discovered_on'), ['discovered_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_incidents_recorded_on'), ['recorded_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_incidents_volunteer_id'), ['volunteer_id'], unique=False)

    op.create_index('uq_records_ref_without_case', 'records', [sa.text('lower(ref)')], unique=True)
    op.create_index('uq_users_email_without_case', 'users', [sa.text('lower(email)')], unique=True)


def downgrade() -> None:
    raise NotImplementedError("A step is not taken back: restore the backup that was made before it.")
