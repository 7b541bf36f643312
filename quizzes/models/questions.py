"""Questions and their versions. A version, once asked, never changes; an edit makes the next one."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from studyapp.models import Document, DocumentVersion, KeyPoint, Member, Passage


class QuestionQuerySet(models.QuerySet["Question"]):
    def visible_to(self, member: Member) -> "QuestionQuerySet":
        """Questions on the documents the member may read."""
        return self.filter(document__in=Document.objects.visible_to(member))

    def askable(self) -> "QuestionQuerySet":
        """Questions that no organizer rejected."""
        return self.exclude(state=Question.State.REJECTED)


class Question(models.Model):
    """A question about a document. What is asked stands in its versions."""

    class Kind(models.TextChoices):
        CLOZE = "cloze", _("Fill in the blank")
        RECALL = "recall", _("Recall")
        CHOICE = "choice", _("Choice")
        TRUE_FALSE = "true_false", _("True or false")
        ORDERING = "ordering", _("Ordering")
        MATCHING = "matching", _("Matching")

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        KEPT = "kept", _("Kept")
        REJECTED = "rejected", _("Rejected")

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="questions")
    kind = models.CharField(max_length=10, choices=Kind)
    state = models.CharField(max_length=8, choices=State, default=State.PROPOSED)
    fingerprint = models.CharField(
        max_length=64, help_text="SHA-256 of what is asked: a question built again is recognised, also a rejected one"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [
            models.UniqueConstraint(fields=["document", "fingerprint"], name="one_question_per_fingerprint"),
            models.CheckConstraint(
                condition=Q(kind__in=["cloze", "recall", "choice", "true_false", "ordering", "matching"]),
                name="question_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "kept", "rejected"]), name="question_state_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class QuestionVersion(models.Model):
    """What is asked and what is accepted: `QuestionDraft` as rows, anchored to one version of the document.

    JSON shapes: `answers` [[accepted, ...], ...] a list per blank or box; `prompts` [left text, ...] for matching;
    `options` [text, ...]; `key` an index, a bool, a list of indexes, or [[prompt index, option index], ...];
    `blanks` [[start, end], ...]; `order_free` [[blank index, ...], ...].
    """

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    document_version = models.ForeignKey(DocumentVersion, on_delete=models.PROTECT, related_name="+")
    point = models.ForeignKey(KeyPoint, on_delete=models.SET_NULL, null=True, related_name="+")
    passage = models.ForeignKey(Passage, on_delete=models.SET_NULL, null=True, related_name="+")
    form = models.CharField(max_length=40)
    language = models.CharField(max_length=2)
    stem = models.TextField()
    answers = models.JSONField(default=list)
    prompts = models.JSONField(default=list)
    options = models.JSONField(default=list)
    key = models.JSONField(null=True)
    blanks = models.JSONField(default=list)
    order_free = models.JSONField(default=list)
    rule = models.CharField(max_length=10, default="lenient")
    span_start = models.PositiveIntegerField()
    span_end = models.PositiveIntegerField()
    difficulty = models.FloatField()
    why = models.CharField(max_length=40)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("question version")
        verbose_name_plural = _("question versions")
        constraints = [
            models.UniqueConstraint(fields=["question", "number"], name="one_question_version_per_number"),
            models.CheckConstraint(condition=Q(span_start__lt=F("span_end")), name="question_span_is_not_empty"),
            models.CheckConstraint(condition=Q(rule__in=["lenient", "verbatim"]), name="question_rule_is_known"),
        ]

    def __str__(self) -> str:
        return self.stem
