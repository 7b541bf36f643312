"""A document and its versions. Offsets anywhere in the project point into one version's text."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from studyapp.models.groups import Member, StudyGroup


class DocumentQuerySet(models.QuerySet["Document"]):
    def visible_to(self, member: Member) -> "DocumentQuerySet":
        """Documents of the groups the member belongs to now."""
        return self.filter(group__in=StudyGroup.objects.visible_to(member))


class Document(models.Model):
    """A text a study group works on. The words themselves are in its versions."""

    class Language(models.TextChoices):
        CHINESE = "zh", _("Chinese")
        ENGLISH = "en", _("English")

    group = models.ForeignKey(StudyGroup, on_delete=models.PROTECT, related_name="documents")
    title = models.CharField(_("title"), max_length=200)
    language = models.CharField(_("language"), max_length=2, choices=Language)
    created_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="document_has_a_title"),
            models.CheckConstraint(condition=Q(language__in=["zh", "en"]), name="document_language_is_known"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def html_language(self) -> str:
        """The value for a `lang` attribute around the document's own words."""
        return "zh-Hans" if self.language == self.Language.CHINESE else "en"


class DocumentVersionQuerySet(models.QuerySet["DocumentVersion"]):
    def newest(self) -> "DocumentVersionQuerySet":
        """Of each document the version with the highest number."""
        later = DocumentVersion.objects.filter(document=OuterRef("document"), number__gt=OuterRef("number"))
        return self.filter(~Exists(later))


class DocumentVersion(models.Model):
    """One wording of a document: never changed, never deleted while anything points into it."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    digest = models.CharField(max_length=64, help_text="SHA-256 of the text in UTF-8")
    encoding = models.CharField(max_length=40)
    created_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = DocumentVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("document version")
        verbose_name_plural = _("document versions")
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="one_document_version_per_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="document_versions_count_from_1"),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.number}"
