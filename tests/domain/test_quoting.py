"""A quote is found again after its text was edited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.quoting import CONTEXT, find, quote

TEXT = "第一段。坚持人民至上，坚持自信自立。第二段。坚持人民至上，坚持守正创新。第三段结束。"


def at(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return quote(TEXT, start, start + len(words))


def test_keeps_exact_text_and_surroundings():
    found = at("坚持自信自立")
    assert found.exact == TEXT[found.start : found.end] == "坚持自信自立"
    assert TEXT.startswith(found.before + found.exact)
    assert len(found.after) <= CONTEXT


@pytest.mark.parametrize("nth", [0, 1])
def test_the_same_words_twice_are_told_apart_by_their_surroundings(nth):
    sought = at("坚持人民至上", nth)
    edited = "新加的开头，坚持人民至上，这里也有。" + TEXT
    start, end = find(sought, edited)
    assert edited[start:end] == "坚持人民至上"
    assert start == sought.start + 18


def test_edited_words_are_found_between_their_surroundings():
    edited = TEXT.replace("坚持守正创新", "始终坚持守正、坚持创新")
    start, end = find(at("坚持守正创新"), edited)
    assert edited[start:end] == "始终坚持守正、坚持创新"


def test_gone_is_none():
    assert find(at("坚持守正创新"), "完全不同的一篇文章。") is None
    assert find(at("坚持守正创新"), TEXT.replace("坚持守正创新", "x")) is None
    assert find(at("坚持守正创新"), "") is None


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-1, 2), (0, 1000), (5, 4)])
def test_no_quote_of_nothing(start, end):
    with pytest.raises(ValueError, match="no span"):
        quote(TEXT, start, end)


@given(st.text(min_size=1, max_size=80), st.data(), st.text(max_size=20))
def test_found_in_place_and_behind_an_insertion(text, data, added):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    sought = quote(text, start, end)
    assert find(sought, text) == (start, end)
    again = find(sought, added + text)
    assert again is not None
    assert (added + text)[again[0] : again[1]] == sought.exact
