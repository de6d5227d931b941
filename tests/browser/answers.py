"""The answers that a newcomer is to find on the pages, asked of the database's own tables in plain SQL."""

import sqlite3
from contextlib import closing
from datetime import date

from bccc_dash import clock
from tests.browser.serving import Centre

MOST_OVERDUE_CHECK = """
WITH latest AS (
    SELECT volunteer_id, to_stage, occurred_on,
           row_number() OVER (PARTITION BY volunteer_id ORDER BY occurred_on DESC, id DESC) AS place
    FROM stage_events WHERE occurred_on <= :day)
SELECT r.ref FROM latest l JOIN records r ON r.id = l.volunteer_id
WHERE l.place = 1 AND l.to_stage = 'S1' AND NOT EXISTS (
    SELECT 1 FROM checks c WHERE c.volunteer_id = l.volunteer_id AND c.status = 'COMPLETED'
    AND c.started_on >= l.occurred_on AND c.completed_on <= :day)
ORDER BY l.occurred_on LIMIT 1
"""
OPEN = """
SELECT c.id FROM concerns c WHERE c.identified_on <= :day AND coalesce(
    (SELECT e.to_status FROM case_events e WHERE e.subject_id = c.id AND e.occurred_on <= :day
     ORDER BY e.occurred_on DESC, e.id DESC LIMIT 1),
    CASE WHEN c.closed_on <= :day THEN 'CLOSED' ELSE 'OPEN' END) NOT IN ('CLOSED', 'NOT_THIS_PERSON')
"""
NOT_SHARED = f"""
SELECT r.ref FROM records r WHERE r.id IN ({OPEN}) AND NOT EXISTS (
    SELECT 1 FROM committee_shares s WHERE s.subject_id = r.id AND s.shared_on <= :day) ORDER BY r.ref
"""
WAITED_LONGEST = """
SELECT r.ref FROM incidents i JOIN records r ON r.id = i.id
WHERE i.affects_approval = 1 AND i.recorded_on <= :day AND NOT EXISTS (
    SELECT 1 FROM decisions d WHERE d.subject_id = i.id AND d.status = 'RATIFIED' AND d.decided_on <= :day)
ORDER BY i.recorded_on LIMIT 1
"""
DUE_THIS_MONTH = """
WITH latest AS (
    SELECT volunteer_id, to_stage, row_number() OVER (PARTITION BY volunteer_id ORDER BY occurred_on DESC, id DESC)
           AS place FROM stage_events WHERE occurred_on <= :day)
SELECT r.ref FROM privacy_reviews p JOIN records r ON r.id = p.volunteer_id JOIN latest l USING (volunteer_id)
WHERE l.place = 1 AND l.to_stage = 'S6' AND (p.completed_on IS NULL OR p.completed_on > :day)
AND p.due_on >= :day AND strftime('%Y-%m', p.due_on) = strftime('%Y-%m', :day) ORDER BY p.due_on
"""


def refs(centre: Centre, question: str, day: date | None = None) -> list[str]:
    """The references that answer a question as at a day, today by default."""
    with closing(sqlite3.connect(f"file:{centre.file}?mode=ro", uri=True)) as connection:
        return [ref for (ref,) in connection.execute(question, {"day": (day or clock.today()).isoformat()})]
