"""The golden table of typed answers, and what holds for every answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.domain.grading import Reason, grade_text
from quizzes.domain.verdicts import Rule, TokenKind

RIGHT = """
高质量发展|高质量发展。
高质量发展|高质量 发展
高质量发展|“高质量发展”
高质量发展|「高质量发展」
高质量发展|高质量发展\u200b
2035年|２０３５年
2035年|二〇三五年
GDP|ＧＤＰ
GDP|gdp
10|十
105|一百零五
5%|百分之五
5%|5％
1,000|1000
12000000|一千二百万
1.5万|15000
十九大|19大
2022年10月16日|二〇二二年十月十六日
两个维护|2个维护
台湾|臺灣
万众一心|万众一心！
café|cafe
well-being|well being
The people|people
New Deal|new deal
思想自觉、政治自觉|思想自觉，政治自觉
"""
WRONG = """
2035年|2025年
四个自信|四个自立
等于|不等于
3.5|35
1:2|12
2-3|23
-5|5
5%|5
三农|四农
高质量发展|质量发展
高质量发展|高质量的发展
不敢腐|敢腐
people|peoples
is|is not
一带一路|一路一带
10|一
千万|10000000
"""


def rows(table: str) -> list[list[str]]:
    return [line.split("|") for line in table.strip().split("\n")]


@pytest.mark.parametrize(("expected", "typed"), rows(RIGHT))
def test_what_does_not_matter_is_ignored(expected, typed):
    assert grade_text([expected], typed).right is True


@pytest.mark.parametrize(("expected", "typed"), rows(WRONG))
def test_what_matters_is_exact(expected, typed):
    assert grade_text([expected], typed).right is False


@pytest.mark.parametrize(("expected", "typed"), [row for row in rows(RIGHT) if row[0] != row[1]])
def test_the_verbatim_rule_forgives_nothing(expected, typed):
    assert grade_text([expected], typed, rule=Rule.VERBATIM).right is False


def test_a_homophone_is_named_and_gets_only_what_is_allowed():
    verdict = grade_text(["全面从严治党"], "全面从严治裆")
    assert (verdict.reason, verdict.correctness) == (Reason.HOMOPHONE, 0.0)
    assert grade_text(["全面从严治党"], "全面从严治裆", homophone_credit=0.5).correctness == 0.5


def test_the_nearest_of_several_accepted_answers_is_compared():
    verdict = grade_text(["为人民服务", "全心全意"], "全心全义")
    assert verdict.accepted == "全心全意"
    assert [(token.kind, token.text) for token in verdict.tokens] == [
        (TokenKind.SAME, "全心全"),
        (TokenKind.WRONG, "义"),
        (TokenKind.MISSING, "意"),
    ]


@pytest.mark.parametrize("typed", ["", "  ", "。", "“”"])
def test_nothing_typed_is_empty(typed):
    assert grade_text(["答案"], typed).reason == Reason.EMPTY


def test_without_a_key_grading_cannot_tell():
    assert grade_text([], "什么").right is None


@given(st.text(min_size=1, max_size=60), st.sampled_from(Rule))
def test_the_key_graded_with_itself_is_right(answer, rule):
    assert grade_text([answer], answer, rule=rule).right is True


@given(st.text(alphabet="高质量发展，。 ab12", max_size=20), st.text(alphabet="高质量发展，。 ab12", max_size=20))
def test_same_and_missing_rebuild_the_accepted_answer(answer, typed):
    tokens = grade_text([answer], typed).tokens
    assert "".join(t.text for t in tokens if t.kind in {TokenKind.SAME, TokenKind.MISSING}) == answer
