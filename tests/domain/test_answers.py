"""Responses of every kind against their keys."""

from quizzes.domain.answers import AnswerKey, grade_response, is_answered
from quizzes.domain.questions import Kind


def test_boxes_that_may_stand_in_any_order_take_the_best_order():
    key = AnswerKey(kind=Kind.RECALL, answers=(("甲",), ("乙",), ("丙",)), order_free=((0, 1, 2),))
    assert grade_response(key, ["丙", "甲", "乙"]).right
    assert grade_response(key, ["丙", "丙", "乙"]).correctness == 2 / 3


def test_many_order_free_boxes_use_each_answer_once():
    answers = tuple((str(number),) for number in range(100, 112))
    key = AnswerKey(kind=Kind.RECALL, answers=answers, order_free=(tuple(range(12)),))
    assert grade_response(key, [answer for (answer,) in reversed(answers)]).right
    assert grade_response(key, ["100"] * 12).correctness == 1 / 12


def test_blanks_in_order_give_their_share():
    key = AnswerKey(kind=Kind.CLOZE, answers=(("甲",), ("乙",)))
    assert grade_response(key, ["甲", "甲"]).correctness == 0.5
    assert grade_response(key, None).correctness == 0


def test_choice_is_all_or_nothing():
    key = AnswerKey(kind=Kind.CHOICE, key=1, texts=("甲", "乙"))
    assert grade_response(key, 1).right
    wrong = grade_response(key, 0)
    assert (wrong.correctness, wrong.parts[0].typed, wrong.parts[0].accepted) == (0, "甲", "乙")
    assert grade_response(key, None).correctness == 0


def test_false_is_an_answer():
    key = AnswerKey(kind=Kind.TRUE_FALSE, key=False)
    assert grade_response(key, False).right
    assert not grade_response(key, None).right


def test_ordering_counts_places_and_matching_counts_pairs():
    ordering = AnswerKey(kind=Kind.ORDERING, key=(2, 0, 1), texts=("乙", "丙", "甲"))
    assert grade_response(ordering, [1, 2, 0]).right
    assert grade_response(ordering, [1, 0, 2]).correctness == 1 / 3
    matching = AnswerKey(kind=Kind.MATCHING, key=(1, 0), texts=("右一", "右二"))
    assert grade_response(matching, [1, None]).correctness == 0.5


def test_what_counts_as_answered():
    assert [is_answered(value) for value in (None, [], ["", " "], [None])] == [False] * 4
    assert [is_answered(value) for value in (False, 0, ["", "甲"], [None, 0])] == [True] * 4
