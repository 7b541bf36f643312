"""The reading as a whole: title, language, offsets that hold, and texts of any form."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.domain.reading import language_of, read_source, read_text
from studyapp.domain.structure import Language
from studyapp.domain.text import clean

LONG = "这一段没有编号，只是把前面的意思再说一遍，好让下面的内容有一个交代，读者看到这里就明白了。"
PIECES = [
    "一、", "二、", "（一）", "（二）", "1.", "2.", "1.1 ", "(1)", "①", "②", "一是", "二是", "第一，", "第二，", "首先，", "其次，", "最后，", "第一章 ",
    "第一条 ", "第二条 ", "其一，", "甲、", "■", "# ", "## ", "> ", "- ", "**", "---\n", "title: x\n", "```\n", "First, ", "Second, ", "Article 1\n",
    "Section 1\n", "I. ", "II. ", "(a) ", "(i) ", "“", "”", "‘", "’", '"', "'", "「", "」", "《", "》", "他说：", "习近平强调，", "he said, ", "注释\n", "目录\n", "附件：",
    "此其一也。", "\n", "\n\n", "　", " ", "。", "；", "，", "：", "坚持人民至上", "words of a text", LONG, "2.5", "<p>", "</p>", "这是第一种。",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"学习体会\n{LONG}", "学习体会"),
        (f"# 五四运动\n\n{LONG}", "五四运动"),
        (f"---\ntitle: 春天\n---\n{LONG}", "春天"),
        (f"{LONG}\n{LONG}", None),
        ("一、统一思想\n二、明确任务", None),
        ("只有一行", None),
        ("同志们：\n" + LONG, None),
        ("CHAPTER I\nGENERAL\n\nArticle 1\nData.", None),
        ("# 甲部\n文字。\n# 乙部\n文字。", None),
        ("A Plain Title\n\nSome words that follow it.", "A Plain Title"),
    ],
)
def test_title(text, title):
    assert read_text(text).title == title


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LONG, Language.CHINESE),
        ("A text in English about 中国.", Language.ENGLISH),
        ("GDP、APEC 和 WTO 都是缩写", Language.CHINESE),
        ("12345", Language.ENGLISH),
    ],
)
def test_language(text, language):
    assert language_of(text) is language


def check(reading):
    text = reading.text
    assert clean(text) == text
    for point in reading.points:
        assert 0 <= point.start <= point.heading_start < point.heading_end <= point.end <= len(text)
        assert text[point.heading_start : point.heading_end] == point.heading
        assert point.heading.strip()
        assert point.marker is None or text.startswith(point.marker, point.start)
        parent = reading.points[point.parent] if point.parent is not None else None
        assert point.level == (parent.level + 1 if parent else 1)
        assert parent is None or parent.start < point.start <= point.end <= parent.end
    assert [point.start for point in reading.points] == sorted({point.start for point in reading.points})
    ends = 0
    for found in reading.passages:
        assert ends <= found.start < found.end <= len(text)
        ends = found.end
        assert found.point is None or reading.points[found.point].start <= found.start < reading.points[found.point].end
    for term in reading.terms:
        assert text[term.start : term.end].strip()


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_mixture_of_marks_is_read_and_all_offsets_hold(text):
    check(read_text(text))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read(text):
    check(read_text(text))


def test_reading_is_the_same_every_time():
    text = f"一、甲\n{LONG}\n二、乙\n他说：“{LONG}”"
    assert read_text(text) == read_text(text)


def test_source_of_an_html_page():
    reading, encoding = read_source(
        f"<html><title>T</title><h1>题目</h1><h2>一、甲</h2><p>{LONG}</p><h2>二、乙</h2></html>".encode("gbk")
    )
    assert (reading.title, encoding) == ("题目", "gb18030")
    assert [point.heading for point in reading.points] == ["甲", "乙"]


def test_damaged_source_is_read_with_a_warning():
    reading, _ = read_source((LONG * 5).encode()[:-1])
    assert [warning.code for warning in reading.warnings] == ["unreadable_characters"]


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        "”",
        '" a',
        " 'a",
        "，一是",
        "1. a\n",
        "“a\n",
        "《",
        "> a\n",
        "# a\n",
        "一",
        "1",
        "A",
        "**a** ",
        "(1) ",
        "---\n",
        "说",
        " \n",
        "1.1.1.",
        "（一",
        "目录\n",
    ],
)
def test_time_grows_with_the_length_only(piece):
    # Twenty thousand of anything: a quadratic step would take minutes, not this test's second or two.
    check(read_text(piece * 20_000))


def test_the_core_needs_no_django():
    code = "import sys; sys.modules['django'] = None; import studyapp.domain.reading, studyapp.domain.quoting"
    subprocess.run([sys.executable, "-c", code], check=True)
