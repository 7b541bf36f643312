"""Reporting clauses in Chinese: 某某强调，“…” · “…”，某某说 · 某某：“…”."""

import re

from studyapp.domain.report import PRONOUN, WINDOW, Report

_VERB = (
    "强调|指出|写道|说道|讲道|问道|答道|喊道|叹道|写到|讲到|谈到|提到|说到|提出|认为|表示|要求|号召|告诫|提醒|回答|介绍|宣布|重申|呼吁|感慨|感叹|直言|坦言"
    "|解释|补充|叮嘱|嘱咐|勉励|寄语|警示|警告|回忆|透露|规定|明确|反问|断言|主张|评价|赞叹|声明|承诺|宣告|宣示|要求|引用|论述|阐述|概括|总结|描述|形容|称赞|告诉"
    "|強調|寫道|說道|講道|問道|認為|提醒|重申|指示|批示|教导|教導|训示|倡导|寄望|期望|希望|有言|有云|所言|常说|常講|说过|講過|讲过|讲的|说的|所说|所講|所讲|有句名言"
    "|说|說|讲|講|曰|云|道|问|答|写着|称|稱|喊"
)
VERB_THEN = re.compile(
    rf"(?:{_VERB})(?:了|过|的|到|道|着)?(?P<rest>[^，,：:。；;！？“”「」]{{0,10}})(?P<stop>[，,：:]|$)"
)
_BOUNDARY = re.compile(r"[。！？；!?\n”」』]")
_FAR = 60
_LEAD = re.compile(
    r"(?:甚至|还有|有的|是像|就是|正是|正如|诚如|恰如|一如|就像|如同|犹如|如|像|据|按照|根据|对此|因此|所以|为此|同时|而且|而|但是|但|并且|并|此外|另外|近日|日前|随后|当时|后来|最后|当年|其中|当然"
    r"|这|正是|早在|那么|然而|于是|故|又|再|首先|其次|再次|一是|二是|三是|四是|今天|昨天|不久前|多年前|之后|此前|会上|会后|记得|我想起|想起|想到|结合|重温|学习|牢记|谨记|践行|落实|贯彻)+"
)
_DATE = re.compile(
    r"^(?:早在)?[\d０-９一二三四五六七八九〇○零年月日初底中旬末上下半、，,\s]+(?:[年月日旬初底末]|年代|世纪)(?:时|间|前|后|，|,)?"
)
_ADVERB = re.compile(
    r"在|于|於|曾|就|对(?!外)|對|向|还|還|也|又|再|多次|反复|明确|深刻|特别(?!行政)|着重|始终|一再|郑重|所|如是|如此|这样|同(?![志济仁])|给|为|為|从|從|把|(?<![信公])用|以(?!色)|不|是|(?<![首成])都(?![市江])|进一步|亲自|严肃|语重心长|专门|公开|深情|动情|满怀"
    r"|笑着|笑道|高兴|激动|接着|继续|首次|率先|经常|常常|常(?![委务州德])|便|即|发表|主持(?!人)|出席|考察|听取|通过|有(?!关)|要求全|总是|鲜明|创造性|掷地有声|铿锵|精辟|科学(?![院家技研])|系统|全面|突出|谆谆|意味深长|旗帜鲜明|一针见血|生动"
    r"|早|已|先后|最后|最終|最终|随后|常(?![委务州德])|当即|立即|立刻|马上|大声|轻声|低声|兴奋|感慨|坚定|自豪|近日|日前|今年|去年|\d|告诉|对于|关于|关于|根据|强调|指出|谈及|谈到|提起|\(|（|：|“"
)
_SURNAMES = "有曾向常于同从都明还早"
_SHORT_NAMES = "子诗书易经他她它"
_NOBODY = re.compile(
    r".*(?:他们|她们|俗话|俗语|常言|谚语|古语|老话|有人|人们|大家|有句|话|诗句|名言|原文|例如|比如|譬如|内容|可以|应该|我们|要求|意思|就|也|这|那|什么|一个|需要|必须|要|我|你|或者|如何|"
    r"问题|口号|主题|标题|题目|定义|名称|全称|简称|所谓)$"
)
_NAME_LIKE = re.compile(r"[\u3400-\u9fffA-Za-z·•・.《》〈〉\d\s、]{1,40}$")
_LABEL = re.compile(r"[\u3400-\u9fff·]{2,8}$")
_LABEL_NOT = re.compile(
    r"[是为有如即写说道了的着在对要]|例|比如|口号|主题|标题|题目|原文|内容|强调|指出|要求|提出|名言|规定|精神"
)


def sentence_before(text: str, end: int) -> str:
    """What stands before `end` in its sentence."""
    window = text[max(0, end - WINDOW) : end]
    cuts = [match.end() for match in _BOUNDARY.finditer(window)]
    return window[cuts[-1] :] if cuts else window


def before_chinese(text: str, at: int) -> Report | None:
    """The reporting clause that ends before offset `at`, where a quotation begins; None when there is none."""
    sentence = sentence_before(text, at)
    if not sentence.strip():
        sentence = _line_above(text, at)
    reports = [match for match in VERB_THEN.finditer(sentence) if len(sentence) - match.end() <= _FAR]
    for match in reversed(reports):
        subject = subject_of(sentence[: match.start()])
        rest = sentence[match.end() :].strip()
        if rest and not match.group("stop"):
            continue
        direct = not rest
        if subject is None:
            if direct and len(match.group("rest")) < 3:
                return Report(speaker=None, direct=True)
            continue
        pronoun = bool(PRONOUN.match(subject))
        return Report(speaker=None if pronoun else subject, direct=direct, pronoun=pronoun)
    return _label(sentence)


def _line_above(text: str, at: int) -> str:
    """The end of the paragraph above, when it ends with a colon: the quotation stands on a line of its own."""
    above = text[max(0, at - WINDOW - 8) : at].rstrip()
    return sentence_before(above, len(above)) if above.endswith(("：", ":")) else ""


def _label(sentence: str) -> Report | None:
    """毛泽东：“…” : a name and a colon at the start of the paragraph."""
    stripped = sentence.strip()
    if stripped[-1:] not in ("：", ":"):
        return None
    name = stripped[:-1].strip()
    if _LABEL.match(name) and not _LABEL_NOT.search(name):
        return Report(speaker=name, direct=True)
    return None


def subject_of(clause: str) -> str | None:
    """Who speaks, out of what stands before the verb: the nearest clause that begins with a name."""
    parts = [part for part in re.split(r"[，,：:；]", clause.strip()) if part.strip()]
    for part in reversed(parts[-4:]):
        name = _clean_subject(part)
        if name:
            return name
        if not re.match(
            r"\s*(?:在|于|就|对|当|从|针对|围绕|并|又|还|曾|多次|再次|进一步|明确|深刻|反复|特别|尤其|同时|谈|讲|语重|早|\d)",
            _LEAD.sub("", part.strip(), count=1),
        ):
            return None
    return None


def _clean_subject(part: str) -> str | None:
    name = part.strip().strip("—-*> 　")
    for _ in range(3):
        name = _DATE.sub("", _LEAD.sub("", name, count=1) if _LEAD.match(name) else name).strip()
    if name.startswith("《") and (close := name.find("》")) > 0:
        return name[: close + 1]
    # 曾国藩, 向警予: what looks like an adverb may begin a name.
    cut = _ADVERB.search(name, 1 if name[:1] in _SURNAMES and len(name) < 5 else 0)
    if cut is not None:
        name = name[: cut.start()]
    name = name.strip(" 　、的").removesuffix("本人").rstrip("问問")
    if (
        not name
        or (len(name) == 1 and name not in _SHORT_NAMES)
        or len(name) > 40
        or not _NAME_LIKE.match(name)
        or (_NOBODY.match(name) and not PRONOUN.match(name))
    ):
        return None
    return name


_AFTER_VERB = re.compile(
    r"(?:说|說|道|强调|强調|指出|表示|认为|問|问|答|写道|感慨|感叹|回忆|介绍|呼吁|直言|坦言|解释|补充|提醒|告诫|叮嘱|勉励)(?:了|过|道|着)?$"
)
# “先天下之忧而忧”，范仲淹的这句名言…
_OWNER = re.compile(
    r"[，,]?(?:这是|正是|出自)?(?P<name>[\u3400-\u9fff·]{2,12}?)的(?:这句|这番|这段|这首|一句|名言|名句|诗句|话|箴言|教诲|嘱托|论断)"
)
_AFTER_SAID = re.compile(
    r"^(?P<name>[\u3400-\u9fff·A-Za-z]{1,14}?)(?P<how>[\u3400-\u9fff]{0,8}?)(?:强调|指出|说|說|道|写道|表示|认为|问|答|感慨|感叹|回忆|告诉记者|介绍|坦言|直言|解释|补充|提醒|呼吁)(?:道|了|着)?[，,：:。]"
)


def after_chinese(text: str, at: int) -> Report | None:
    """The reporting clause that begins at offset `at`, where a quotation has ended; None when there is none."""
    inside_end = text[at - 2 : at - 1]
    after = text[at : at + WINDOW]
    dash = re.match(
        r"[ \t\u3000]*\n?[ \t\u3000>]*(?:——|—|–|--)[ \t\u3000]*(?P<name>[^\n，。,；;“”]{2,30})(?:[，,（(][^\n]{0,30})?(?:\n|$)",
        after,
    )
    if dash is not None:
        return Report(speaker=dash.group("name").strip(" *_"), direct=True)
    owner = _OWNER.match(after)
    if owner is not None and (name := _clean_subject(owner.group("name"))):
        return Report(speaker=name, direct=False)
    closed = inside_end in "，。！？!?,…" or after[:1] in "，,"
    tail = re.match(
        r"[，,]?(?P<clause>(?:[^。！？；：\n“”]|“[^“”\n]{1,30}”){2,120})(?P<stop>[。！？；：:\n“]|$)", after
    )
    if not closed or tail is None:
        return None
    clause = tail.group("clause").rstrip("，,")
    verb = _AFTER_VERB.search(clause) or None
    if verb is None:
        said = _AFTER_SAID.match(after.lstrip("，,"))
        clause, verb = (said.group(), said) if said else (clause, None)
        subject = _clean_subject(said.group("name") + said.group("how")) if said else None
    else:
        subject = subject_of(clause[: verb.start()])
    if verb is None or subject is None:
        return None
    pronoun = bool(PRONOUN.match(subject))
    return Report(speaker=None if pronoun else subject, direct=True, pronoun=pronoun)
