"""Attempts of many members at many assignments, in one query."""

from collections import defaultdict
from collections.abc import Iterable

from quizzes.domain.completion import AttemptFacts
from quizzes.models import Assignment, Attempt

AttemptsByPlace = dict[tuple[int, int], list[AttemptFacts]]


def attempt_facts(assignments: Iterable[Assignment], *, member_id: int | None = None) -> AttemptsByPlace:
    """Facts by (assignment id, member id), each list in the order of the attempts. One query."""
    attempts = Attempt.objects.filter(assignment__in=[assignment.pk for assignment in assignments])
    if member_id is not None:
        attempts = attempts.filter(member=member_id)
    facts: AttemptsByPlace = defaultdict(list)
    rows = attempts.order_by("number").values_list(
        "assignment_id", "member_id", "answered", "question_count", "last_activity_at", "submitted_at", "score"
    )
    for assignment_id, of_member, answered, question_count, last_activity_at, submitted_at, score in rows:
        facts[assignment_id, of_member].append(
            AttemptFacts(
                answered=answered,
                question_count=question_count,
                last_activity_at=last_activity_at,
                submitted_at=submitted_at,
                score=score,
            )
        )
    return facts
