"""Bytes to stored text: encodings, line ends, unseen characters, pasted HTML."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.text import UnreadableTextError, clean, decode, fold_case, fold_space, fold_width

SIMPLIFIED = "习近平总书记强调，我们要坚持以人民为中心的发展思想，不断把为人民造福的事业推向前进。" * 4
TRADITIONAL = "我們要堅持為人民服務的根本宗旨，不斷把這個事業推向前進，這是大家都知道的道理。" * 4
ENGLISH = "It’s a long way to the end of the road, she said. " * 4


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8-sig"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TRADITIONAL, "gbk", "gb18030"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
        (ENGLISH, "cp1252", "cp1252"),
        (ENGLISH, "utf-32", "utf-32"),
    ],
)
def test_reads_the_common_encodings(text, codec, name):
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.warnings) == (text, name, ())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "Word"),
        (b"\x89PNG\r\n", "picture"),
        (b"", "no text"),
        (b" \r\n\t ", "no text"),
        ("\u200b\ufeff".encode(), "no text"),
        (b"MZ\x00\x00\x01\x00\x02ab\x00cd\x00", "binary"),
        (bytes(range(128, 256)) * 40, "encoding"),
    ],
)
def test_says_why_bytes_are_no_text(data, words):
    with pytest.raises(UnreadableTextError, match=words):
        decode(data)


def test_a_torn_last_character_costs_only_itself():
    decoded = decode(SIMPLIFIED.encode()[:-1])
    assert decoded.text.startswith(SIMPLIFIED[:-1])
    assert decoded.warnings == ("unreadable_characters",)


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c\x0bd\x0ce", "a\nb\nc\nd\ne"),
        ("\ufeff人\u200b民\u200d", "人民"),
        ("a\xa0b\u202fc", "a b c"),
        ("soft\xadhyphen", "softhyphen"),
        ("　　全角空格　", "　　全角空格　"),
        ("２０１６年　ＡＢＣ", "２０１６年　ＡＢＣ"),
        ("tab\tkept", "tab\tkept"),
        ("bell\x07 \x00null", "bell null"),
        ("\u202eright\u202c", "right"),
    ],
)
def test_stored_form_keeps_what_is_seen(written, stored):
    assert clean(written) == stored
    assert clean(stored) == stored


@pytest.mark.parametrize(
    ("source", "text", "title"),
    [
        ("<html><head><title>T</title></head><body><p>a</p><p>b</p></body></html>", "a\nb", "T"),
        ("<!DOCTYPE html><title>T</title><h1>H</h1><p>a", "# H\na", "H"),
        ("<div><p>x &ldquo;y&rdquo;&nbsp;z</p><br><p>w</p></div>", "x “y” z\nw", None),
        ("<ol><li>一</li><li>二</li></ol><ul><li>三</li></ul>", "1. 一\n2. 二\n- 三", None),
        ("<div><blockquote><p>a</p></blockquote><p>b</p></div>", "> a\nb", None),
        ("<html><nav><a>home</a></nav><p>a</p><script>var x='<p>no</p>';</script><p>b</p>", "a\nb", None),
        ("<html><body><p>a</p><div class='comments'><p>no</p><div>no</div></div><p>b</p>", "a\nb", None),
        ("<html><body><p>a</p><form><input><p>no</p></form><footer>no</footer><!-- no --><p>b</p>", "a\nb", None),
        ("<html><p>1 < 2 and a<b</p><p>c</p></html>", "1 < 2 and a\nc", None),
        ("<html><p>unclosed <!-- comment <p>no", "unclosed", None),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc", None),
        ("a < b and c > d, not html at all", "a < b and c > d, not html at all", None),
        ("# Title\n\n<!-- note -->\n\ntext with <br> once", "# Title\n\n<!-- note -->\n\ntext with <br> once", None),
    ],
)
def test_pasted_html_becomes_what_it_shows(source, text, title):
    decoded = decode(source.encode())
    assert decoded.text == text
    assert decoded.title == title


def test_foldings():
    assert fold_width("２０３５年ＧＤＰ") == "2035年GDP"
    assert fold_case("GDP Straße") == "gdp strasse"
    assert fold_space(" a \n\u3000b  ") == "a b"


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_reason(data):
    with contextlib.suppress(UnreadableTextError):
        text = decode(data).text
        assert text.strip()
        assert clean(text) == text


@given(st.text(alphabet="<>/!-ab pdivscrt\"'= \n&;", max_size=300))
def test_any_markup_is_read(source):
    with contextlib.suppress(UnreadableTextError):
        decode(("<html>" + source + "x").encode())
