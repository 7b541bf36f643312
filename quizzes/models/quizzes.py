"""A quiz, the order of its questions, and the assignment that gives it to a group."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from quizzes.models.questions import Question
from studyapp.models import Document, Member, StudyGroup


class Quiz(models.Model):
    """An ordered choice of questions on a document."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="quizzes")
    title = models.CharField(_("title"), max_length=200)
    seed = models.PositiveIntegerField(help_text="The same text, seed and size choose the same questions")
    created_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    questions = models.ManyToManyField(Question, through="QuizQuestion", related_name="quizzes")

    class Meta:
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="quiz_has_a_title")]

    def __str__(self) -> str:
        return self.title


class QuizQuestion(models.Model):
    """One place in a quiz."""

    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="places")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField(help_text="From 1")

    class Meta:
        verbose_name = _("quiz question")
        verbose_name_plural = _("quiz questions")
        ordering = ["quiz", "position"]
        constraints = [
            models.UniqueConstraint(fields=["quiz", "position"], name="one_question_per_quiz_position"),
            models.UniqueConstraint(fields=["quiz", "question"], name="a_question_once_per_quiz"),
            models.CheckConstraint(condition=Q(position__gte=1), name="quiz_positions_count_from_1"),
        ]

    def __str__(self) -> str:
        return f"{self.quiz} {self.position}"


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def visible_to(self, member: Member) -> "AssignmentQuerySet":
        """Assignments of the groups the member belongs to now."""
        return self.filter(group__in=StudyGroup.objects.visible_to(member))


class Assignment(models.Model):
    """A quiz given to a group, with a window and a policy. Times are UTC; pages show the group's zone."""

    quiz = models.ForeignKey(Quiz, on_delete=models.PROTECT, related_name="assignments")
    group = models.ForeignKey(StudyGroup, on_delete=models.PROTECT, related_name="assignments")
    opens_at = models.DateTimeField(_("opens"))
    due_at = models.DateTimeField(_("due"))
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True, help_text=_("Empty: late work is accepted."))
    attempts_allowed = models.PositiveSmallIntegerField(_("attempts"), default=1)
    pass_mark = models.PositiveSmallIntegerField(_("pass mark (%)"), default=60)
    created_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            models.CheckConstraint(condition=Q(opens_at__lt=F("due_at")), name="assignment_opens_before_due"),
            models.CheckConstraint(
                condition=Q(closes_at=None) | Q(closes_at__gte=F("due_at")), name="assignment_closes_after_due"
            ),
            models.CheckConstraint(condition=Q(attempts_allowed__gte=1), name="assignment_allows_an_attempt"),
            models.CheckConstraint(condition=Q(pass_mark__lte=100), name="assignment_pass_mark_is_a_percentage"),
        ]

    def __str__(self) -> str:
        return f"{self.quiz} · {self.group}"

    def is_closed(self, now: datetime) -> bool:
        """Whether answers are no longer taken at `now`."""
        return self.closes_at is not None and now >= self.closes_at
