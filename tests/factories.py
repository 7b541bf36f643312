"""Small worlds for tests: everything is made by the services the product itself uses."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from quizzes.domain.questions import Kind, QuestionDraft
from quizzes.models import Assignment, Quiz
from quizzes.services.bank import store_questions
from quizzes.services.quizzes import assign_quiz, create_quiz
from studyapp.domain.structure import Language, PassageSpan, PointSpan, Reading, TermKind, TermSpan
from studyapp.models import DocumentVersion, Member, StudyGroup
from studyapp.services.documents import import_document
from studyapp.services.members import add_member, create_group, create_member

TEXT = "读书会纪要\n一是要按时到会，带上笔记本。老师说，“先读原文，再谈体会，最后写下三句话。”\n二是要守住“三句话”的约定。\n"


def span_of(part: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(part)
    return start, start + len(part)


def make_reading() -> Reading:
    first, second = "按时到会，带上笔记本。", "守住“三句话”的约定。"
    points = []
    for marker, heading in (("一是", first), ("二是", second)):
        start = TEXT.index(marker)
        heading_start, heading_end = span_of(heading)
        end = TEXT.index("\n", start)
        points.append(
            PointSpan(
                marker=marker,
                heading=heading,
                heading_start=heading_start,
                heading_end=heading_end,
                level=1,
                start=start,
                end=end,
                parent=None,
            )
        )
    passage = span_of("先读原文，再谈体会，最后写下三句话。")
    term = span_of("三句话”的")
    return Reading(
        title="读书会纪要",
        language=Language.CHINESE,
        text=TEXT,
        points=tuple(points),
        passages=(PassageSpan(start=passage[0], end=passage[1], speaker="老师", point=0),),
        terms=(TermSpan(start=term[0], end=term[0] + 3, kind=TermKind.QUOTED),),
    )


def cloze(sentence: str, answer: str, *, point: int | None = None) -> QuestionDraft:
    start, end = span_of(sentence)
    blank = TEXT.index(answer, start)
    return QuestionDraft(
        kind=Kind.CLOZE,
        form="term",
        language="zh",
        stem=sentence.replace(answer, "____", 1),
        answers=((answer,),),
        span=(start, end),
        blanks=((blank, blank + len(answer)),),
        difficulty=0.5,
        why="key_term",
        point=point,
    )


def make_drafts() -> list[QuestionDraft]:
    choice = QuestionDraft(
        kind=Kind.CHOICE,
        form="which_point",
        language="zh",
        stem="“先读原文”出自哪一点？",
        answers=(("按时到会",),),
        options=("守住约定", "按时到会", "写下心得"),
        key=1,
        span=span_of("先读原文，再谈体会"),
        difficulty=0.3,
        why="quotation",
        point=0,
        passage=0,
    )
    return [cloze("先读原文，再谈体会", "体会", point=0), cloze("带上笔记本", "笔记本", point=0), choice]


@dataclass
class Study:
    organizer: Member
    member: Member
    other: Member
    outsider: Member
    group: StudyGroup
    version: DocumentVersion
    quiz: Quiz
    assignment: Assignment


def make_study(*, days: int = 3, attempts_allowed: int = 1) -> Study:
    now = timezone.now()
    organizer = create_member(username="organizer", name="组织者")
    member, other = create_member(username="jia", name="成员甲"), create_member(username="yi", name="成员乙")
    outsider = create_member(username="outsider", name="外人")
    group = create_group(name="读书会", organizer=organizer, time_zone="Asia/Shanghai")
    create_group(name="另一个小组", organizer=outsider, time_zone="Asia/Shanghai")
    for one in (member, other):
        add_member(group=group, member=one)
    version = import_document(group=group, reading=make_reading(), encoding="utf-8", created_by=organizer)
    questions = store_questions(version=version, drafts=make_drafts())
    quiz = create_quiz(document=version.document, title="读书会测验", questions=questions, seed=1, created_by=organizer)
    assignment = assign_quiz(
        quiz=quiz,
        group=group,
        opens_at=now - timedelta(days=1),
        due_at=now + timedelta(days=days),
        created_by=organizer,
        attempts_allowed=attempts_allowed,
    )
    return Study(organizer, member, other, outsider, group, version, quiz, assignment)
