"""Reporting clauses in English: X said, “…” · “…,” said X · according to X."""

import re

from studyapp.domain.report import PRONOUN, WINDOW, Report

_HAN = re.compile(r"[\u3400-\u9fff]")
SAID = (
    r"said|says|saying|told|asked|asks|wrote|writes|declared|declares|added|adds|explained|explains|noted|notes|argued|argues|replied|replies|answered"
    r"|announced|insisted|warned|warns|observed|remarked|stated|states|stressed|claimed|continued|proclaimed|concluded|recalled|admitted|asserted"
    r"|reminded|put it|responded|cried|shouted|whispered|exclaimed|urged|quipped|commented|testified|taught|believed|promised|used to say|liked to say|likes to say|quoted|tells us|reminds us|teaches us"
)
_CAPITAL = r"[A-Z][\w.’'-]*"
_NAME = (
    rf"(?:[Tt]he |[Oo]ur |[Mm]y |[Aa]n? )?(?:{_CAPITAL})(?: (?:of the|of|de|van|von|the|and|{_CAPITAL})){{0,6}}"
    rf"|(?:[Tt]he|[Oo]ur|[Mm]y|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er) [a-z]+(?: [a-z]+)?(?: {_CAPITAL}){{0,4}}|[Hh]e|[Ss]he|[Tt]hey"
)
ENGLISH_SAID = re.compile(
    rf"(?P<name>{_NAME})(?:,[^,.\n]{{2,60}},)?(?: (?:has|had|once|also|then|later|famously|often|again|first|\w{{3,12}}ly)){{0,3}} (?:{SAID})\b(?P<rest>[^.!?\n]{{0,60}})"
)
_ENGLISH_LABEL = re.compile(r"(?:^|\n)[ \t*_]*(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})[*_]*:[ \t*_]*$")
_ENGLISH_WORDS = re.compile(
    rf"(?:[Ii]n the words of|[Aa]ccording to|[Aa]s) (?P<name>{_NAME}),? ?(?:(?:once )?(?:put it|said|wrote))?,?$"
)
_ENGLISH_AFTER = re.compile(
    rf"[,]?[ \t\n]*(?:(?:{SAID})[ \t\n]+(?P<after>{_NAME})|(?P<name>{_NAME})(?:,[^,.\n]{{2,60}},)?(?: (?:has|had|once|also|then|later|\w{{3,12}}ly)){{0,2}}[ \t\n]+(?:{SAID})\b)"
)
_NOT_NAMES = frozenset(
    [
        "I",
        "We",
        "They",
        "they",
        "The",
        "A",
        "An",
        "In",
        "As",
        "On",
        "At",
        "It",
        "This",
        "That",
        "There",
        "And",
        "But",
        "So",
        "Or",
        "If",
        "When",
        "While",
        "For",
        "To",
    ]
)


def clean_name(name: str | None) -> str | None:
    """A name without the small words a pattern caught with it; None when nothing of a name is left."""
    words = (name or "").strip(" ,").split()
    named = next((at for at, word in enumerate(words) if word[0].isupper() and word not in _NOT_NAMES), 0)
    if words and words[0].islower() and named:
        words = words[named:]
    while words and words[0] in _NOT_NAMES - {"The"} and len(words) > 1:
        words = words[1:]
    while words and words[-1] in ("of", "the", "and", "of the"):
        words.pop()
    cleaned = " ".join(words)
    if cleaned.endswith(".") and not cleaned.endswith(("Jr.", "Sr.")):
        cleaned = cleaned[:-1]
    return cleaned if cleaned and cleaned not in _NOT_NAMES else None


def before_english(text: str, at: int) -> Report | None:
    """The reporting clause that ends before offset `at`, where a quotation begins; None when there is none."""
    window = text[max(0, at - WINDOW) : at]
    cuts = [
        match.end()
        for match in re.finditer(r"(?<!\bMr)(?<!\bDr)(?<!Mrs)(?<!\b[A-Z])[.!?][\"”’)]?\s|\n\s*\n|[”\"]", window)
    ]
    sentence = window[cuts[-1] :] if cuts else window
    trimmed = sentence.rstrip()
    if not trimmed or _HAN.search(trimmed):
        return None
    label = _ENGLISH_LABEL.search(trimmed)
    found = list(ENGLISH_SAID.finditer(trimmed)) or [
        match for match in [_ENGLISH_WORDS.search(trimmed), label] if match
    ]
    if not found:
        bare = re.search(rf"\b(?:{SAID})[,:]?$", trimmed)
        return Report(speaker=None, direct=True) if bare else None
    name = clean_name(found[-1].group("name"))
    direct = trimmed.endswith((",", ":")) or bool(re.search(rf"\b(?:{SAID})(?: that)?$", trimmed))
    pronoun = bool(name and PRONOUN.match(name))
    return Report(speaker=None if pronoun else name, direct=direct, pronoun=pronoun)


def after_english(text: str, at: int) -> Report | None:
    """The reporting clause that begins at offset `at`, where a quotation has ended; None when there is none."""
    inside_end = text[at - 2 : at - 1]
    after = text[at : at + WINDOW]
    if inside_end not in ",.!?" and not after.startswith(","):
        return None
    match = _ENGLISH_AFTER.match(after)
    if match is None:
        return None
    name = clean_name(match.group("after") or match.group("name"))
    pronoun = bool(name and PRONOUN.match(name))
    return Report(speaker=None if pronoun else name, direct=True, pronoun=pronoun)
