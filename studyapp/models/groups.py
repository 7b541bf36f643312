"""The people who study: members, their groups, and the links they sign in with."""

import zoneinfo

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def validate_time_zone(name: str) -> None:
    """Raise ValidationError unless `name` is an IANA time zone."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("“%(name)s” is not a time zone."), params={"name": name})


class Member(AbstractUser):
    """A person. `username` signs in with a password; `name` is what others see."""

    class Theme(models.TextChoices):
        SYSTEM = "system", _("As the device")
        LIGHT = "light", _("Light")
        DARK = "dark", _("Dark")

    class TextSize(models.TextChoices):
        SMALL = "small", _("Small")
        NORMAL = "normal", _("Normal")
        LARGE = "large", _("Large")
        HUGE = "huge", _("Very large")

    first_name = None  # type: ignore[assignment]  # Django's way to drop a field of its base
    last_name = None  # type: ignore[assignment]
    name = models.CharField(_("name"), max_length=80)
    language = models.CharField(_("language"), max_length=10, blank=True, choices=settings.LANGUAGES)
    theme = models.CharField(_("theme"), max_length=10, choices=Theme, default=Theme.SYSTEM)
    text_size = models.CharField(_("text size"), max_length=10, choices=TextSize, default=TextSize.NORMAL)

    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="member_has_a_name")]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The member's name; Django's admin and allauth ask for it."""
        return self.name

    def get_short_name(self) -> str:
        """The member's name."""
        return self.name


class StudyGroupQuerySet(models.QuerySet["StudyGroup"]):
    def visible_to(self, member: Member) -> "StudyGroupQuerySet":
        """Groups the member belongs to now."""
        return self.filter(memberships__member=member, memberships__removed_at=None)


class StudyGroup(models.Model):
    """People who study the same texts. Deadlines are shown in its time zone."""

    name = models.CharField(_("name"), max_length=120)
    time_zone = models.CharField(
        _("time zone"), max_length=64, default="Asia/Shanghai", validators=[validate_time_zone]
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = StudyGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("study group")
        verbose_name_plural = _("study groups")
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="study_group_has_a_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """The group's time zone."""
        return zoneinfo.ZoneInfo(self.time_zone)


class MembershipQuerySet(models.QuerySet["Membership"]):
    def active(self) -> "MembershipQuerySet":
        """Memberships that have not ended."""
        return self.filter(removed_at=None)


class Membership(models.Model):
    """A member's place in a group. It ends by `removed_at`, never by deletion, so history stays readable."""

    class Role(models.TextChoices):
        ORGANIZER = "organizer", _("Organizer")
        MEMBER = "member", _("Member")

    group = models.ForeignKey(StudyGroup, on_delete=models.PROTECT, related_name="memberships")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role, default=Role.MEMBER)
    department = models.CharField(_("department"), max_length=80, blank=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["group", "member"], condition=Q(removed_at=None), name="one_active_membership_per_group"
            ),
            models.CheckConstraint(condition=Q(role__in=["organizer", "member"]), name="membership_role_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.member} · {self.group}"


class SignInLink(models.Model):
    """A one-time link. Only a SHA-256 of its token is stored, so a copy of the database opens no account."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="sign_in_links")
    token_digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("sign-in link")
        verbose_name_plural = _("sign-in links")

    def __str__(self) -> str:
        return f"{self.member} {self.created_at:%Y-%m-%d}"
