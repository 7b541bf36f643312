"""What was read out of a document version: key points, passages, terms. Spans are code points, half open."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from studyapp.models.documents import DocumentVersion


class KeyPoint(models.Model):
    """An ordered point of the text. `start` is its marker (or heading), `end` the end of its body."""

    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="points")
    position = models.PositiveIntegerField(help_text="Order in the text, from 0")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="children")
    level = models.PositiveSmallIntegerField()
    marker = models.CharField(max_length=40, blank=True)
    heading = models.TextField(_("heading"))
    start = models.PositiveIntegerField()
    heading_start = models.PositiveIntegerField()
    heading_end = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("key point")
        verbose_name_plural = _("key points")
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="one_key_point_per_position"),
            models.CheckConstraint(
                condition=Q(start__lte=F("heading_start"), heading_start__lt=F("heading_end"))
                & Q(heading_end__lte=F("end")),
                name="key_point_spans_nest",
            ),
            models.CheckConstraint(condition=Q(level__gte=1), name="key_point_levels_count_from_1"),
        ]

    def __str__(self) -> str:
        return f"{self.marker}{self.heading}"


class Passage(models.Model):
    """A quotation in the text, without its marks."""

    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="passages")
    position = models.PositiveIntegerField(help_text="Order in the text, from 0")
    point = models.ForeignKey(KeyPoint, on_delete=models.SET_NULL, null=True, blank=True, related_name="passages")
    speaker = models.CharField(_("speaker"), max_length=80, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="one_passage_per_position"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="passage_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.start}–{self.end}"


class Term(models.Model):
    """One occurrence of a quoted expression, a title or a key expression."""

    class Kind(models.TextChoices):
        QUOTED = "quoted", _("Quoted expression")
        TITLE = "title", _("Title")
        KEY = "key", _("Key expression")

    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="terms")
    kind = models.CharField(max_length=6, choices=Kind)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["version", "start"]
        constraints = [
            models.UniqueConstraint(fields=["version", "start", "end"], name="one_term_per_span"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="term_is_not_empty"),
            models.CheckConstraint(condition=Q(kind__in=["quoted", "title", "key"]), name="term_kind_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.start}–{self.end}"
