"""Segments lose nothing and cut where sentences and clauses end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.segmentation import clauses, paragraphs, sentences

MIXED = st.text(alphabet="人民 。！？；，、：“”‘’（）《》…—\n\t\u3000aB1.!?;:,'\"()Mr", max_size=200)


@given(st.one_of(st.text(max_size=300), MIXED))
def test_pieces_rejoin_to_the_text(text):
    for cut in (paragraphs, sentences, clauses):
        pieces = list(cut(text))
        assert "".join(text[piece.start : piece.end] for piece in pieces) == text
        assert all(piece.start < piece.end for piece in pieces)


@given(MIXED, st.integers(0, 200), st.integers(0, 200))
def test_a_part_of_a_text_is_cut_without_loss(text, start, size):
    start = min(start, len(text))
    end = min(start + size, len(text))
    for cut in (sentences, clauses):
        assert "".join(text[piece.start : piece.end] for piece in cut(text, start, end)) == text[start:end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一句。第二句！第三句？", ["第一句。", "第二句！", "第三句？"]),
        ("他说：“好。”然后走了。", ["他说：“好。”", "然后走了。"]),
        ("一条；二条；三条。", ["一条；", "二条；", "三条。"]),
        ("没有句号的一行\n下一行。", ["没有句号的一行\n", "下一行。"]),
        ("Mr. Smith paid $2.5 million. He left.", ["Mr. Smith paid $2.5 million. ", "He left."]),
        ("The U.S. army left. Why? Nobody knows.", ["The U.S. army left. ", "Why? ", "Nobody knows."]),
        ("完成率为3.14%。超过2.5倍。", ["完成率为3.14%。", "超过2.5倍。"]),
        ("等等……还有呢？！", ["等等……", "还有呢？！"]),
        ("", []),
    ],
)
def test_sentences(text, expected):
    assert [text[piece.start : piece.end] for piece in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("要坚持学习，不断进步。", ["要坚持学习，", "不断进步。"]),
        ("in 1,000 days, and more", ["in 1,000 days, ", "and more"]),
        ("思想自觉、政治自觉", ["思想自觉、", "政治自觉"]),
    ],
)
def test_clauses(text, expected):
    assert [text[piece.start : piece.end] for piece in clauses(text)] == expected


def test_paragraphs_keep_the_indent_of_the_next_line():
    text = "\n\n  一\n\n　　二\n三"
    assert [text[piece.start : piece.end] for piece in paragraphs(text)] == ["\n\n  一\n\n", "　　二\n", "三"]


def test_trimmed_leaves_out_the_blanks():
    text = "  一句。 \n"
    [piece] = paragraphs(text)
    trimmed = piece.trimmed(text)
    assert text[trimmed.start : trimmed.end] == "一句。"
