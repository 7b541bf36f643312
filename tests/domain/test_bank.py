"""The bank: every question is anchored to its span, stands alone, and is graded right with its own key."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.domain.answers import AnswerKey, grade_response
from quizzes.domain.bank import build_bank
from quizzes.domain.folding import normal_form
from quizzes.domain.questions import BLANK_MARK, Kind
from quizzes.domain.selection import select_quiz
from quizzes.domain.stems import is_balanced
from studyapp.domain.reading import read_text

ROOT = Path(__file__).resolve().parent.parent.parent
STARTER = ROOT / "studyapp" / "starter" / "starter.txt"
ENGLISH = """How we run a reading room

First, Keep the shelves in order. The duty librarian said, "A book out of place is a book lost, and a lost book is a
reader lost." Every returned volume goes through the sorting table before the evening bell.

Second, Welcome every visitor by name. The visitor register stays on the front desk, and the front desk is never left
alone. A newcomer receives the "reading passport" on the first visit, and the reading passport is stamped each week.

Third, Repair what is torn. The sorting table sends damaged volumes to the binding workshop, where the binding workshop
mends them within a fortnight. The visitor register records who reported the damage."""


@pytest.fixture(scope="module", params=["starter", "english"])
def reading(request):
    return read_text(STARTER.read_text(encoding="utf-8") if request.param == "starter" else ENGLISH)


@pytest.fixture(scope="module")
def bank(reading):
    drafts = build_bank(reading, seed=1)
    assert len(drafts) >= 8
    return drafts


def test_filling_the_blanks_rebuilds_the_source(reading, bank):
    for draft in bank:
        if BLANK_MARK in draft.stem:
            filled = draft.stem
            for accepted in draft.answers:
                filled = filled.replace(BLANK_MARK, accepted[0], 1)
            assert filled == reading.text[slice(*draft.span)]


def test_every_blank_is_the_first_accepted_answer_in_the_text(reading, bank):
    for draft in bank:
        if draft.form != "which_point":
            assert [reading.text[start:end] for start, end in draft.blanks] == [forms[0] for forms in draft.answers]


def test_no_stem_shows_its_answer_or_breaks_a_pair_of_marks(bank):
    for draft in bank:
        assert is_balanced(draft.stem)
        for forms in draft.answers:
            assert normal_form(forms[0]) not in normal_form(draft.stem)


def test_the_key_graded_with_itself_is_right(bank):
    for draft in bank:
        key = AnswerKey(
            kind=draft.kind,
            answers=draft.answers,
            key=draft.key,
            texts=draft.options or (),
            order_free=draft.order_free,
        )
        response = draft.key if draft.kind is Kind.CHOICE else [forms[-1] for forms in draft.answers]
        assert grade_response(key, response).right


def test_options_are_different_and_one_is_right(bank):
    for draft in bank:
        if draft.options:
            folded = [normal_form(option) for option in draft.options]
            assert len(set(folded)) == len(folded) >= 3
            assert draft.options[draft.key] == draft.answers[0][0]


def test_a_quiz_covers_the_points_and_gives_nothing_away(reading, bank):
    quiz = select_quiz(bank, reading, seed=1, size=10)
    points = {index for index, point in enumerate(reading.points) if point.level == 1}
    assert points <= {draft.point for draft in quiz}
    for asked in quiz:
        for other in quiz:
            if asked is not other:
                assert not any(normal_form(forms[0]) in normal_form(other.stem) for forms in asked.answers)


def test_the_seed_decides_and_hashing_does_not():
    def build(seed, hash_seed):
        command = [sys.executable, "manage.py", "build_questions", str(STARTER), "--json", "--seed", str(seed)]
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout

    first = build(1, "1")
    assert first == build(1, "2")
    records = [json.loads(line) for line in first.splitlines()]
    assert {"cloze", "recall", "choice"} == {record["kind"] for record in records}


@settings(max_examples=60)
@given(st.text(alphabet="一二是、，。“”《》要学习理论群众路线\n12.Aa ", max_size=300))
def test_any_text_gives_questions_or_none_but_no_error(text):
    reading = read_text(text)
    for draft in select_quiz(build_bank(reading, seed=1), reading, seed=1, size=5):
        assert draft.span[0] < draft.span[1] <= len(reading.text)
