"""Members, groups and the links they sign in with."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from studyapp.models import Member, Membership, SignInLink, StudyGroup

TOKEN_BYTES = 24
"""192 bits: far beyond guessing, still a link that fits a line."""


class NoSuchMemberError(Exception):
    """No member has this user name or name."""


class AmbiguousMemberError(Exception):
    """Several members share the name. `usernames` tells them apart."""

    def __init__(self, usernames: list[str]) -> None:
        super().__init__(", ".join(usernames))
        self.usernames = usernames


def find_member(name: str) -> Member:
    """The active member with this user name, else the only one with this name.

    Raises NoSuchMemberError or AmbiguousMemberError.
    """
    members = Member.objects.filter(is_active=True)
    by_username = members.filter(username=name).first()
    if by_username:
        return by_username
    by_name = list(members.filter(name=name)[:5])
    if not by_name:
        raise NoSuchMemberError(name)
    if len(by_name) > 1:
        raise AmbiguousMemberError([member.username for member in by_name])
    return by_name[0]


def create_member(*, username: str, name: str) -> Member:
    """A member without a password, who signs in by link until they set one."""
    member = Member(username=username, name=name)
    member.set_unusable_password()
    member.save()
    return member


def change_preferences(*, member: Member, language: str, theme: str, text_size: str) -> None:
    """What a member chose for themselves."""
    member.language, member.theme, member.text_size = language, theme, text_size
    member.save(update_fields=["language", "theme", "text_size"])


def change_language(*, member: Member, language: str) -> None:
    """The language of the interface, from the switch on every page."""
    member.language = language
    member.save(update_fields=["language"])


@transaction.atomic
def create_group(*, name: str, organizer: Member, time_zone: str) -> StudyGroup:
    """A group and its first organizer."""
    group = StudyGroup.objects.create(name=name, time_zone=time_zone)
    Membership.objects.create(group=group, member=organizer, role=Membership.Role.ORGANIZER)
    return group


def add_member(*, group: StudyGroup, member: Member, department: str = "") -> Membership:
    """The member's active membership in the group, made when there is none."""
    membership, _created = Membership.objects.get_or_create(
        group=group, member=member, removed_at=None, defaults={"department": department}
    )
    return membership


def create_sign_in_link(*, member: Member, now: datetime, lifetime: timedelta) -> str:
    """Store a one-time link and return its token, which is kept nowhere else."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    SignInLink.objects.create(member=member, token_digest=_digest(token), created_at=now, expires_at=now + lifetime)
    return token


def member_of_link(*, token: str, now: datetime) -> Member | None:
    """Whom the token signs in, while it is unused and in time; None otherwise. Changes nothing."""
    link = _open_links(token, now).select_related("member").first()
    return link.member if link else None


def use_sign_in_link(*, token: str, now: datetime) -> Member | None:
    """Take the token: its member the first time, None ever after. The update is the judge of who was first."""
    member = member_of_link(token=token, now=now)
    taken = _open_links(token, now).update(used_at=now)
    return member if taken else None


def _open_links(token: str, now: datetime) -> QuerySet[SignInLink]:
    return SignInLink.objects.filter(
        token_digest=_digest(token), used_at=None, expires_at__gt=now, member__is_active=True
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
