"""Every template compiles, and every word a page shows can be translated."""

import re
from pathlib import Path

import pytest
from django.template import engines

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
NAMES = [path.relative_to(ROOT / "templates").as_posix() for path in TEMPLATES]
# The product's name, and words that are the same in every language.
SAME_EVERYWHERE = {"StudyApp", "CSV", "English", "QR"}
SPOKEN_ATTRIBUTES = ("alt", "title", "placeholder", "aria-label", "aria-description", "aria-valuetext")


def plain_words(text):
    """The Latin words in what is left of a template when its tags and variables are taken out."""
    return {word for word in re.findall(r"[A-Za-z]{2,}", text) if word not in SAME_EVERYWHERE}


def without_django(source):
    source = re.sub(r"\{% comment.*?endcomment %\}|\{#.*?#\}", "", source, flags=re.DOTALL)
    source = re.sub(r"\{% blocktrans.*?endblocktrans(?:late)? %\}", "", source, flags=re.DOTALL)
    return re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", source, flags=re.DOTALL)


def bare_words(source):
    """Words of a template that no translation reaches, in text and in attributes that are read out."""
    html = re.sub(r"<!--.*?-->|<!doctype[^>]*>|&\w+;", "", without_django(source), flags=re.DOTALL | re.IGNORECASE)
    spoken = re.findall(rf"\s(?:{'|'.join(SPOKEN_ATTRIBUTES)})=\"([^\"]*)\"", html)
    return plain_words(re.sub(r"<[^>]*>", " ", html)).union(*map(plain_words, spoken))


@pytest.mark.parametrize("name", NAMES)
def test_a_template_compiles(name):
    """A tag whose library is not loaded fails here, not in front of a member."""
    engines["django"].get_template(name)


@pytest.mark.parametrize("path", TEMPLATES, ids=NAMES)
def test_a_template_holds_no_words_outside_translation(path):
    assert bare_words(path.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>{% translate 'Saved' %} {{ time }}</p>", set()),
        ("{% blocktranslate %}One thing{% endblocktranslate %}<a href='/me/'>{{ name }}</a>", set()),
        ("<p>Saved {{ time }}</p>", {"Saved"}),
        ('<img alt="A picture">', {"picture"}),
        ('<button aria-label="{% translate "Close" %}">StudyApp</button>', set()),
    ],
)
def test_the_search_for_bare_words_finds_them(source, words):
    assert bare_words(source) == words
