"""The tables among which suspects are looked for, by short names."""

from bccc_dash.store import tables
from bccc_dash.store.tables.base import table_of

users, volunteers = table_of(tables.UserRow), table_of(tables.VolunteerRow)
stage_events, stage_spans = table_of(tables.StageEventRow), table_of(tables.StageSpanRow)
approval_spans, case_spans = table_of(tables.ApprovalSpanRow), table_of(tables.CaseSpanRow)
checks, check_platforms = table_of(tables.CheckRow), table_of(tables.CheckPlatformRow)
concerns, incidents = table_of(tables.ConcernRow), table_of(tables.IncidentRow)
decisions, discussions = table_of(tables.DecisionRow), table_of(tables.DiscussionRow)
shares, recusals = table_of(tables.CommitteeShareRow), table_of(tables.RecusalRow)
suspects = table_of(tables.SuspectRow)
