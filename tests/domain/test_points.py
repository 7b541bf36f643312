"""Which points a text has, how they nest, and what only looks like a point.

An outline is written one point a line, indented by its level: marker | beginning of the heading.
"""

import pytest

from studyapp.domain.reading import read_text


def outline(text):
    return [(point.level, point.marker, point.heading) for point in read_text(text).points]


def parse(expected):
    rows = []
    for line in expected.strip("\n").splitlines():
        level = (len(line) - len(line.lstrip())) // 2 + 1
        marker, _, heading = line.strip().partition(" | ")
        rows.append((level, None if marker == "-" else marker, heading))
    return rows


LONG = "这一段没有编号，只是把前面的意思再说一遍，好让下面的内容有一个交代，读者看到这里就明白了。"
PROSE = "This paragraph has no number at all; it only says once more what was said before so that readers follow along."

CASES = {
    "yi shi at paragraph starts": (
        "下面谈几点体会。\n一是要强化政治忠诚，更加坚定。我们要深刻把握。\n二是要强化理论武装。\n三是要强化为民服务。",
        "一是 | 要强化政治忠诚，更加坚定\n二是 | 要强化理论武装\n三是 | 要强化为民服务",
    ),
    "yi shi run in": (
        "主要有三个方面：一是抓产业；二是抓项目；三是抓民生。",
        "一是 | 抓产业\n二是 | 抓项目\n三是 | 抓民生",
    ),
    "first member after a comma": (
        "这种优势，一是枝叶广茂。我们党有朋友。二是深耕厚植。",
        "一是 | 枝叶广茂\n二是 | 深耕厚植",
    ),
    "yi yao": ("青年一要立志，二要勤学，三要笃行。\n因此，一要立志，二要勤学。", "一要 | 立志\n二要 | 勤学"),
    "restarting first, next": (
        f"{LONG}首先，生活压力大。其次，追求快捷。\n{LONG}首先，严格监督。其次，增强意识。再次，加强监管。",
        "首先 | 生活压力大\n其次 | 追求快捷\n首先 | 严格监督\n其次 | 增强意识\n再次 | 加强监管",
    ),
    "a lone first is none": (f"{LONG}首先，在事实层面，认定这种交易有害。{LONG}", ""),
    "a lone next is none": ("其次致曲。曲能有诚，诚则形，形则著。", ""),
    "first, second, last": (
        "首先，打好基础。其次，保持好奇。最后，敢于实践。",
        "首先 | 打好基础\n其次 | 保持好奇\n最后 | 敢于实践",
    ),
    "a far last belongs to nothing": (f"首先就是闹独立性。\n{(LONG + chr(10)) * 6}最后，有两条宗旨必须注意。", ""),
    "a late next and a last are no list": (f"其次讲一讲这个问题。\n{LONG}\n最后，有两条宗旨必须注意。", ""),
    "a last alone is none": ("我们谈了很久。最后，大家都同意了这个方案。", ""),
    "di yi with commas": (
        "有三个关系：第一，速度与质量的关系。第二，发展与安全的关系。",
        "第一 | 速度与质量的关系\n第二 | 发展与安全的关系",
    ),
    "di yi is no marker before a noun": ("第一时间上报险情，第二届论坛如期举行，第三季度增长明显。", ""),
    "volumes are no points": ("学习《治国理政》第一、二、三、四卷，第一、二产业协调发展。", ""),
    "a word that ends in yi": ("要坚持统一、开放、有序。统一是大势，唯一是真理，万一是谣言。", ""),
    "a hundred years": ("实现第一个百年奋斗目标，向第二个百年奋斗目标进军，一个问题一个问题解决。", ""),
    "one is one": ("做人要一是一，二是二，不能含糊。", ""),
    "qi yi": ("其一，担当责任。\n其二，担当使命。", "其一 | 担当责任\n其二 | 担当使命"),
    "ordinal at the paragraph's end": (
        f"{LONG}\n明知不对，也不作原则上的争论，任其下去。这是第一种。\n当面不说，背后乱说。这是第二种。\n{LONG}",
        "- | 明知不对，也不作原则上的争论，任其下去\n- | 当面不说，背后乱说",
    ),
    "ordinal at the sentence's end": (
        "学史可以明理。此其一也。学史可以增信。此其二也。",
        "- | 学史可以明理\n- | 学史可以增信",
    ),
    "official letter, five styles deep": (
        "一、总体要求\n坚持安全发展。\n二、重点任务\n（一）压实责任\n1.落实领导责任。\n（1）建立清单；\n（2）定期述职：\n①每季度一次；\n"
        "②形成报告。\n2.落实监管责任。\n（二）排查隐患\n1.开展整治。\n2.建立台账。\n三、保障措施\n（一）加强领导。\n（二）强化考核。",
        """
一、 | 总体要求
二、 | 重点任务
  （一） | 压实责任
    1. | 落实领导责任
      （1） | 建立清单
      （2） | 定期述职
        ① | 每季度一次
        ② | 形成报告
    2. | 落实监管责任
  （二） | 排查隐患
    1. | 开展整治
    2. | 建立台账
三、 | 保障措施
  （一） | 加强领导
  （二） | 强化考核
""",
    ),
    "levels follow the text, not a table": (
        "1. 甲类\n一、甲一\n二、甲二\n2. 乙类\n一、乙一\n二、乙二",
        "1. | 甲类\n  一、 | 甲一\n  二、 | 甲二\n2. | 乙类\n  一、 | 乙一\n  二、 | 乙二",
    ),
    "two separate lists": (
        f"表现在：\n一、重近轻远。不顾长远。\n二、重表轻里。做表面文章。\n三、重虚轻实。弄虚作假。\n{LONG}\n一是误党误国。\n二是损害关系。",
        "一、 | 重近轻远\n二、 | 重表轻里\n三、 | 重虚轻实\n一是 | 误党误国\n二是 | 损害关系",
    ),
    "sub-list of the last section": (
        f"一、认识\n{LONG}\n二、行动\n{LONG}\n一是快。\n二是准。",
        "一、 | 认识\n二、 | 行动\n  一是 | 快\n  二是 | 准",
    ),
    "law: articles count on over chapters": (
        "第一章 总则\n第一条 为了规范，制定本法。\n第二条　本法所称某某，是指：\n（一）公开；\n（二）公平。\n第二章 监督\n第三条 县级以上政府应当加强领导。"
        "违反第二条第一款规定的，依法处理。",
        """
第一章 | 总则
  第一条 | 为了规范，制定本法
  第二条 | 本法所称某某，是指
    （一） | 公开
    （二） | 公平
第二章 | 监督
  第三条 | 县级以上政府应当加强领导
""",
    ),
    "law: a mention of an article is none": ("第五条规定的行为应当处罚。\n第一条和第二条同样适用。", ""),
    "law: contents are not the chapters": (
        "某某法\n目录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 为了规范，制定本法。\n第二章 附则\n第二条 本法自公布之日起施行。",
        "第一章 | 总则\n  第一条 | 为了规范，制定本法\n第二章 | 附则\n  第二条 | 本法自公布之日起施行",
    ),
    "preface beside numbered chapters": (
        f"某党章程\n总纲\n{LONG}\n第一，坚持路线。\n第二，坚持思想。\n第一章 党员\n第一条 可以申请加入。\n第二章 制度\n第二条 是统一整体。",
        """
- | 总纲
  第一 | 坚持路线
  第二 | 坚持思想
第一章 | 党员
  第一条 | 可以申请加入
第二章 | 制度
  第二条 | 是统一整体
""",
    ),
    "a missing number": ("1、完成目标。\n2、推进改革。\n4、加强队伍。", "1、 | 完成目标\n2、 | 推进改革\n4、 | 加强队伍"),
    "excerpt from the middle": ("三、统筹发展。\n四、深化改革。\n五、改善民生。", "三、 | 统筹发展\n四、 | 深化改革\n五、 | 改善民生"),
    "decimal numbers": ("完成率提高2.5个百分点。\n3.1%的增长来之不易。\n占比为1.2亿元。", ""),
    "years and dates": ("1949. 新中国成立\n二〇二三年三月一日\n（一九四九年三月十三日）\n2023年5月1日", ""),
    "decimal numbering": (
        "1. 会议精神\n1.1 传达文件\n1.2 进行讨论\n2. 下步工作\n2.1 项目进度\n2.1.1 一期工程完成98.5%\n2.1.2 二期工程\n2.2 安全生产",
        """
1. | 会议精神
  1.1 | 传达文件
  1.2 | 进行讨论
2. | 下步工作
  2.1 | 项目进度
    2.1.1 | 一期工程完成98.5%
    2.1.2 | 二期工程
  2.2 | 安全生产
""",
    ),
    "everything on one line": (
        "同志们：讲三个问题。一、统一思想。坚持统一、开放的方针。二、明确任务。一是抓产业；二是抓项目。三、加强领导。",
        "一、 | 统一思想\n二、 | 明确任务\n  一是 | 抓产业\n  二是 | 抓项目\n三、 | 加强领导",
    ),
    "parentheses run in": (
        "主要目标：(一)经济发展取得成效；(二)改革迈出新步伐；(三)文明程度提高。",
        "(一) | 经济发展取得成效\n(二) | 改革迈出新步伐\n(三) | 文明程度提高",
    ),
    "full-width digits": ("１．提高站位\n２．狠抓落实", "１． | 提高站位\n２． | 狠抓落实"),
    "circled numbers run in": ("要做到：①学懂；②弄通；③做实。", "① | 学懂\n② | 弄通\n③ | 做实"),
    "note marks in the text": ("正如老子所说⑴，要不耻下问⑵，做好工作⑶。", ""),
    "notes at the end": (f"一、认识。\n二、行动。\n{LONG}\n注释：\n〔1〕 见《老子》。\n〔2〕见《论语》。", "一、 | 认识\n二、 | 行动"),
    "references at the end": (f"# 标题\n## 背景\n{LONG}\n## 参考资料\n1. 《史》，1999年。\n2. 《书》，2001年。", "- | 背景"),
    "heavenly stems": ("甲　少数不服从多数。\n乙　非组织的批评。", "甲 | 少数不服从多数\n乙 | 非组织的批评"),
    "bare numbers and blanks": ("1 要有指导路线。\n2 要明了情况。\n3 不要随便。", "1 | 要有指导路线\n2 | 要明了情况\n3 | 不要随便"),
    "numbers with a comma run in": (
        "这种思想表现在：一，不愿意做工作。二，不愿意做宣传。三，不耐烦。",
        "一， | 不愿意做工作\n二， | 不愿意做宣传\n三， | 不耐烦",
    ),
    "nouns that count": ("建议一：加强领导。\n建议二：加大投入。", "建议一 | 加强领导\n建议二 | 加大投入"),
    "signs": (f"■ 强化学习\n{LONG}\n■ 改进作风\n{LONG}", "■ | 强化学习\n■ | 改进作风"),
    "dashes": (
        f"论友谊\n——访某校\n{LONG}\n——加强战略沟通和交流互鉴，赋予新内涵。\n——加强友好交往和务实合作，注入新动力。",
        "—— | 加强战略沟通和交流互鉴，赋予新内涵\n—— | 加强友好交往和务实合作，注入新动力",
    ),
    "markdown": (
        f"# 题目\n\n**时间：** 2024年\n\n## 一、意义\n\n### （一）要求\n{LONG}\n### （二）基础\n## 二、任务\n",
        "一、 | 意义\n  （一） | 要求\n  （二） | 基础\n二、 | 任务",
    ),
    "markdown without numbers": ("# 题目\n## 案情\n文字。\n## 裁判\n### 要旨\n文字。", "- | 案情\n- | 裁判\n  - | 要旨"),
    "markdown: no title among equals": ("# 甲部\n文字。\n# 乙部\n文字。", "- | 甲部\n- | 乙部"),
    "markdown: indented list restarts": (
        "1. 观察\n2. 归纳\n   1. 完全归纳\n   2. 不完全归纳\n3. 演绎",
        "1. | 观察\n2. | 归纳\n  1. | 完全归纳\n  2. | 不完全归纳\n3. | 演绎",
    ),
    "markdown: bold beginning of an item": ("1. **思想**：促进传播。\n2. **政治**：推动成立。", "1. | 思想\n2. | 政治"),
    "hashtags are no headings": ("#默认分类 | 2019\n#随笔\n正文在这里。", ""),
    "code and tables are no points": ("```\n1. a\n2. b\n```\n| 1. | a |\n| 2. | b |\n", ""),
    "titles in front blocks": (
        "---\nn: 1\ntitle: Understand needs\n---\nText.\n### Checklist\n1. Ask.\n2. Test.\n---\nn: 2\ntitle: Make it simple\n---\nText.\n",
        "- | Understand needs\n  - | Checklist\n    1. | Ask\n    2. | Test\n- | Make it simple",
    ),
    "headings that only stand alone": (
        f"路径思考\n\n产业兴旺是基础\n\n{LONG}\n\n生态宜居是关键\n\n{LONG}",
        "- | 产业兴旺是基础\n- | 生态宜居是关键",
    ),
    "bracketed headings": (f"某案\n【案情】\n{LONG}\n【评析】\n{LONG}", "- | 案情\n- | 评析"),
    "interview questions are no headings": (f"专访\n问：您怎么看\n答：{LONG}\n问：有哪些风险\n答：{LONG}", ""),
    "a poem has no headings": ("弟子规\n首孝悌 次谨信\n泛爱众 而亲仁\n有余力 则学文\n父母呼 应勿缓", ""),
    "no markers at all": (f"春天的思考\n{LONG}\n{LONG}", ""),
    "enclosures of a letter": ("一、要求\n二、措施\n附件：1.责任清单\n      2.台账模板\n某某办公室", "一、 | 要求\n二、 | 措施"),
    "a list somebody else is quoted with": ("他说：“第一，要快；第二，要准。”大家记住了。", ""),
    "only bullets": ("- 学习\n- 思考\n- 行动", "- | 学习\n- | 思考\n- | 行动"),
    "torn line": ("一是干部有投机的\n，严重失职。浮夸。\n二是失信。", "一是 | 干部有投机的⏎，严重失职\n二是 | 失信"),
    "First to Third": (
        "I recommend:\n\nFirst, to continue the power.\n\nSecond, to grant authority.\n\nThird, to extend control.",
        "First | to continue the power\nSecond | to grant authority\nThird | to extend control",
    ),
    "First inside a sentence": ("Our first great opportunity is to protect. The second is larger. First things first.", ""),
    "first; second; third": (
        "Start on time. First, review the actions; second, go on; and third, agree the rest.",
        "First | review the actions\nsecond | go on\nthird | agree the rest",
    ),
    "constitution": (
        "Article I\n\nSection 1\n\nAll Powers shall be vested. Section 2 of this Article applies.\n\nSection 2\n\nThe House.\n\nArticle II\n\nSection 1\n\nThe President.",
        "Article I | Article I\n  Section 1 | All Powers shall be vested\n  Section 2 | The House\nArticle II | Article II\n  Section 1 | The President",
    ),
    "regulation": (
        "CHAPTER I\nGENERAL\n\nArticle 1\nSubject\n\n1. It lays down rules.\n2. It applies:\n(a) to law;\n(b) to activity:\n(i) letters;\n(ii) diaries.\n\nCHAPTER II\nRULES\n\nArticle 2\nScope\n\nData.",
        """
CHAPTER I | GENERAL
  Article 1 | Subject
    1. | It lays down rules
    2. | It applies
      (a) | to law
      (b) | to activity
        (i) | letters
        (ii) | diaries
CHAPTER II | RULES
  Article 2 | Scope
""",
    ),
    "Roman numbers": ("I. Open covenants.\n\nII. Free seas.\n\nIII. Fair trade.", "I. | Open covenants\nII. | Free seas\nIII. | Fair trade"),
    "a pronoun is no Roman number": ("I have a dream.\n\nI. e., one.\n\nA. Smith signed it.", ""),
    "letters between words": (
        "We will act by (a) opening new centres; (b) extending hours; and (c) training staff.",
        "(a) | opening new centres\n(b) | extending hours\n(c) | training staff",
    ),
    "references in brackets": ("See (1) and (2) above, as shown in (3).", ""),
    "steps under plain headings": (
        f"How to meet\n\nBefore it\n\n{PROSE}\n\nStep 1: Define the goal\nWrite it.\n\nStep 2: Invite people\nFew.\n\nAfter it\n\n{PROSE}",
        "- | Before it\n  Step 1 | Define the goal\n  Step 2 | Invite people\n- | After it",
    ),
    "versions and prices": ("Version 2.5 ships in May.\n3.1 is next. It costs $4.50.\n", ""),
    "salutation and signature": (f"Dear colleagues,\n\n{PROSE}\n\nBest,\nA. Smith", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_points(name):
    text, expected = CASES[name]
    assert outline(text) == [(level, marker, heading.replace("⏎", "\n")) for level, marker, heading in parse(expected)]


def bodies(text):
    return [text[point.start : point.end] for point in read_text(text).points]


def test_a_body_goes_on_to_the_next_point_of_its_level():
    text = "一、认识\n前文。\n（一）意义\n正文。\n（二）要求\n正文二。\n二、行动\n后文。\n"
    first, sub, last_sub, second = bodies(text)
    assert first == "一、认识\n前文。\n（一）意义\n正文。\n（二）要求\n正文二。"
    assert sub == "（一）意义\n正文。"
    assert last_sub == "（二）要求\n正文二。"
    assert second == "二、行动\n后文。"


def test_a_list_of_paragraphs_ends_with_its_last_paragraph():
    assert bodies(f"一是快。\n二是准。\n{LONG}")[-1] == "二是准。"


def test_what_runs_in_ends_with_its_paragraph():
    assert bodies(f"要做到：一是快；二是准。\n{LONG}") == ["一是快；", "二是准。"]


def test_a_body_leaves_out_notes_and_the_frame_of_the_next():
    text = f"# 题\n## 甲\n{LONG}\n\n---\n\n## 乙\n{LONG}\n注释\n〔1〕 见某书。\n"
    assert bodies(text) == [f"甲\n{LONG}", f"乙\n{LONG}"]


def test_parents_are_the_points_around():
    points = read_text("一、甲\n（一）乙\n1.丙\n2.丁\n（二）戊\n二、己").points
    assert [point.parent for point in points] == [None, 0, 1, 1, 0, None]


def test_a_long_first_sentence_is_cut_at_a_comma():
    [point, _] = read_text("一是" + "要把这件事情办好，" * 12 + "。\n二是要快。").points
    assert len(point.heading) <= 60
    assert point.heading.endswith("办好")


def test_a_missing_number_is_reported_with_its_place():
    reading = read_text("1、甲。\n2、乙。\n4、丁。")
    [warning] = reading.warnings
    assert (warning.code, dict(warning.params)) == ("missing_number", {"number": "3"})
    assert reading.text[warning.start :] == "4、丁。"
