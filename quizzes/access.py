"""Who may see or change what among quizzes. Outsiders get 404, members without the role 403."""

from django.http import Http404

from quizzes.models import Assignment, Attempt
from studyapp.models import Member


def assignment_of(member: Member, assignment_id: int) -> Assignment:
    """The assignment, for members of its group. One query. Raises Http404 for everybody else."""
    assignment = (
        Assignment.objects.visible_to(member).select_related("quiz__document", "group").filter(pk=assignment_id).first()
    )
    if assignment is None:
        raise Http404
    return assignment


def own_attempt(member: Member, attempt_id: int) -> Attempt:
    """The member's own attempt, while they belong to the group. One query. Raises Http404 for everybody else."""
    attempt = (
        Attempt.objects.of_member(member)
        .select_related("assignment__quiz__document", "assignment__group", "member")
        .filter(pk=attempt_id)
        .first()
    )
    if attempt is None:
        raise Http404
    return attempt
