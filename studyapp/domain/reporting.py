"""Who is quoted: reads the reporting clause before or after a quotation (某某强调，“…” · “…，” said Lincoln)."""

import re

from studyapp.domain.report import PRONOUN, Report
from studyapp.domain.reporting_chinese import VERB_THEN, after_chinese, before_chinese, sentence_before, subject_of
from studyapp.domain.reporting_english import ENGLISH_SAID, SAID, after_english, before_english, clean_name

_INTERRUPTS = re.compile(
    rf"[,，]?\s*(?:[^。！？.!?]{{0,30}}(?:{SAID})\b[^。.!?]{{0,40}}"
    r"|[^。！？]{0,20}(?:说|說|道|表示|强调|指出|认为|问|答))[.,，。：:]?"
)


def report_beside(text: str, outer_start: int, outer_end: int) -> Report | None:
    """The reporting clause before a quotation, else the one after it; None when there is none."""
    before = before_chinese(text, outer_start) or before_english(text, outer_start)
    if before is not None and (before.speaker or before.pronoun):
        return before
    return after_chinese(text, outer_end) or after_english(text, outer_end) or before


def last_named(text: str, end: int) -> tuple[str, int] | None:
    """Whom the nearest reporting clause within some 600 characters before `end` names, and where it stands."""
    begin = max(0, end - 600)
    window = text[begin:end]
    for match in reversed(list(VERB_THEN.finditer(window))):
        if match.group("stop") and (named := subject_of(sentence_before(window, match.start()))):
            if not PRONOUN.match(named):
                return named, begin + match.start()
    for match in reversed(list(ENGLISH_SAID.finditer(window))):
        name = clean_name(match.group("name"))
        if name and not PRONOUN.match(name):
            return name, begin + match.start()
    return None


def told_before(text: str, at: int) -> str | None:
    """Who said the sentence before a whole quoted sentence, as in 某某表示，……。“……。”."""
    paragraph = text[max(text.rfind("\n", 0, at) + 1, at - 600) : at]
    if not paragraph.rstrip().endswith(("。", "！", "？")):
        return None
    reports = [match for match in VERB_THEN.finditer(paragraph) if match.group("stop")]
    subject = subject_of(sentence_before(paragraph, reports[-1].start())) if reports else None
    return subject if subject and not PRONOUN.match(subject) else None


def is_interruption(gap: str) -> bool:
    """Whether what stands between two quotations is no more than “, he said, ”: then both are one speech."""
    inner = re.sub(r"(?<=\b[A-Z])\.", "", gap.strip('”“"’‘」「』『 \t\u3000'))  # initials end no sentence
    return "\n" not in inner and bool(_INTERRUPTS.fullmatch(inner))
