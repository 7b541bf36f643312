"""The demo: a group that studies the starter text, with one quiz assigned."""

from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction

from quizzes.domain.bank import build_bank
from quizzes.domain.selection import select_quiz
from quizzes.models import Assignment
from quizzes.services.bank import store_questions
from quizzes.services.quizzes import assign_quiz, create_quiz
from studyapp import starter
from studyapp.domain.reading import read_source
from studyapp.models import Member, Membership, StudyGroup
from studyapp.services.documents import import_document
from studyapp.services.members import add_member, create_group, create_member

ORGANIZER = ("organizer", "组织者")
MEMBERS = (("jia", "成员甲", "一科"), ("yi", "成员乙", "一科"), ("bing", "成员丙", "二科"))
GROUP_NAME = "第二学习小组"
DOCUMENT_TITLE = "专题研讨学习体会"
QUIZ_TITLE = "四个要点与原文"
QUIZ_SIZE = 10
SEED = 1
DAYS_TO_DO = 7


@transaction.atomic
def load_demo(*, now: datetime) -> StudyGroup | None:
    """Make the demo group, once: on a site that has any group or member nothing is touched and None returned."""
    if Member.objects.exists() or StudyGroup.objects.exists():
        return None
    organizer = create_member(username=ORGANIZER[0], name=ORGANIZER[1])
    group = create_group(name=GROUP_NAME, organizer=organizer, time_zone="Asia/Shanghai")
    for username, name, department in MEMBERS:
        add_member(group=group, member=create_member(username=username, name=name), department=department)
    assign_starter_text(group=group, organizer=organizer, now=now)
    return group


def assign_starter_text(*, group: StudyGroup, organizer: Member, now: datetime) -> Assignment:
    """Read the starter text, store its bank and give the group a quiz on it, due in a week."""
    source = Path(starter.__file__).parent / "starter.txt"
    reading, encoding = read_source(source.read_bytes())
    version = import_document(
        group=group, reading=reading, encoding=encoding, created_by=organizer, title=DOCUMENT_TITLE
    )
    bank = build_bank(reading, seed=SEED)
    store_questions(version=version, drafts=bank)
    chosen = store_questions(version=version, drafts=select_quiz(bank, reading, seed=SEED, size=QUIZ_SIZE))
    quiz = create_quiz(document=version.document, title=QUIZ_TITLE, questions=chosen, seed=SEED, created_by=organizer)
    return assign_quiz(
        quiz=quiz,
        group=group,
        opens_at=now,
        due_at=now + timedelta(days=DAYS_TO_DO),
        created_by=organizer,
        attempts_allowed=2,
    )


def demo_accounts() -> list[Member]:
    """The organizer and the first member, as far as they are still there."""
    usernames = [ORGANIZER[0], MEMBERS[0][0]]
    members = Member.objects.filter(username__in=usernames, is_active=True)
    active = Membership.objects.active().values("member")
    return sorted(members.filter(pk__in=active), key=lambda member: usernames.index(member.username))
