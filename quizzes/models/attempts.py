"""What members did: attempts, their answers as typed, and the grades of those answers.

Responses and grades are appended, never edited: the latest counts, all of them can be read.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from quizzes.models.questions import QuestionVersion
from quizzes.models.quizzes import Assignment
from studyapp.models import Member


class AttemptQuerySet(models.QuerySet["Attempt"]):
    def of_member(self, member: Member) -> "AttemptQuerySet":
        """The member's own attempts at assignments of groups the member still belongs to."""
        return self.filter(member=member, assignment__in=Assignment.objects.visible_to(member))


class Attempt(models.Model):
    """One try at an assignment. `answered`, `score` and `last_activity_at` sum up its rows for the board."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="attempts")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="attempts")
    number = models.PositiveSmallIntegerField(help_text="From 1")
    pass_mark = models.PositiveSmallIntegerField(help_text="Copied from the assignment at the start")
    due_at = models.DateTimeField(help_text="Copied from the assignment at the start")
    started_at = models.DateTimeField()
    last_activity_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    answered = models.PositiveSmallIntegerField(default=0)
    question_count = models.PositiveSmallIntegerField()
    score = models.FloatField(null=True, blank=True, help_text="Sum of correctness, 0 to question_count")

    objects = AttemptQuerySet.as_manager()

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        constraints = [
            models.UniqueConstraint(fields=["assignment", "member", "number"], name="one_attempt_per_number"),
            models.UniqueConstraint(
                fields=["assignment", "member"], condition=Q(submitted_at=None), name="one_open_attempt_per_assignment"
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None, score=None) | Q(submitted_at__isnull=False, score__isnull=False),
                name="attempt_is_scored_when_submitted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} · {self.assignment} · {self.number}"


class AttemptQuestion(models.Model):
    """A question as this attempt asks it: the version is fixed when the attempt starts."""

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="questions")
    position = models.PositiveSmallIntegerField(help_text="From 1")
    version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("question of an attempt")
        verbose_name_plural = _("questions of an attempt")
        ordering = ["attempt", "position"]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "position"], name="one_question_per_attempt_position"),
        ]

    def __str__(self) -> str:
        return f"{self.attempt} {self.position}"


class Response(models.Model):
    """An answer as typed. `value` is the plain form of the kind's response; `sequence` counts up from 1."""

    attempt_question = models.ForeignKey(AttemptQuestion, on_delete=models.PROTECT, related_name="responses")
    sequence = models.PositiveIntegerField()
    key = models.UUIDField(help_text="Idempotency key: the same save sent twice is one row")
    value = models.JSONField()
    received_at = models.DateTimeField()

    class Meta:
        verbose_name = _("response")
        verbose_name_plural = _("responses")
        ordering = ["attempt_question", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["attempt_question", "sequence"], name="one_response_per_sequence"),
            models.UniqueConstraint(fields=["attempt_question", "key"], name="one_response_per_key"),
            models.CheckConstraint(condition=Q(sequence__gte=1), name="response_sequences_count_from_1"),
        ]

    def __str__(self) -> str:
        return f"{self.attempt_question} #{self.sequence}"


class Grade(models.Model):
    """The judgement on the latest response when it was made, stamped with the version of the rules."""

    class Source(models.TextChoices):
        SUBMIT = "submit", _("Graded on submission")
        REGRADE = "regrade", _("Graded again")

    attempt_question = models.ForeignKey(AttemptQuestion, on_delete=models.PROTECT, related_name="grades")
    number = models.PositiveSmallIntegerField(help_text="From 1; the highest counts")
    response = models.ForeignKey(Response, on_delete=models.PROTECT, null=True, related_name="grades")
    source = models.CharField(max_length=8, choices=Source)
    correctness = models.FloatField(null=True, help_text="0 to 1; empty when grading cannot tell")
    verdict = models.JSONField(help_text="Parts with rule, reason, accepted answer and tokens")
    rules_version = models.PositiveSmallIntegerField()
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("grade")
        verbose_name_plural = _("grades")
        ordering = ["attempt_question", "number"]
        constraints = [
            models.UniqueConstraint(fields=["attempt_question", "number"], name="one_grade_per_number"),
            models.CheckConstraint(
                condition=Q(correctness=None) | Q(correctness__gte=0, correctness__lte=1),
                name="grade_correctness_is_a_share",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attempt_question} {self.correctness}"
