"""What is quoted, who says it, and which quoted expressions are terms."""

import pytest

from studyapp.domain.reading import read_text
from studyapp.domain.structure import TermKind

HAN = "坚持人民至上是我们的根本立场，永远不能忘记"
EN = "the only thing we have to fear is fear itself"


def passages(text):
    reading = read_text(text)
    return [(reading.text[found.start : found.end], found.speaker) for found in reading.passages]


def terms(text, kind=TermKind.QUOTED):
    reading = read_text(text)
    return [reading.text[term.start : term.end] for term in reading.terms if term.kind is kind]


PAIRS = {
    "curly": (f"他写道：“{HAN}。”", [f"{HAN}。"]),
    "corner": (f"他寫道：「{HAN}。」", [f"{HAN}。"]),
    "double corner inside corner": (f"他說：「我聽說『{HAN}』，是嗎？」", [f"我聽說『{HAN}』，是嗎？"]),
    "single inside double": (f"他说：“要记住‘打铁还需自身硬’，{HAN}。”", [f"要记住‘打铁还需自身硬’，{HAN}。"]),
    "the same marks nested": (f"他强调，“没有信念就会得“软骨病”，{HAN}。”", [f"没有信念就会得“软骨病”，{HAN}。"]),
    "straight": (f'习近平总书记指出："{HAN}。"还说"很好"。', [f"{HAN}。"]),
    "unclosed at the paragraph's end": (f"他说：“{HAN}。\n她说：“{HAN}！”", [f"{HAN}！"]),
    "closed but never opened": (f"{HAN}。”\n她说：“{HAN}！”", [f"{HAN}！"]),
    "opened twice": (f"“天下，“{HAN}。”", [f"{HAN}。"]),
    "over paragraphs, opened again": (f"他写道：“{HAN}。\n“{HAN}！\n“完。”", [f"{HAN}。\n“{HAN}！\n“完。"]),
    "over two lines": (f"他写道：“{HAN}。\n{HAN}！”", [f"{HAN}。\n{HAN}！"]),
    "several sentences": (f"他说：“{HAN}。{HAN}？{HAN}！”", [f"{HAN}。{HAN}？{HAN}！"]),
    "sentence without a clause": ("“船到中流浪更急、人到半山路更陡”。形势如此。", ["船到中流浪更急、人到半山路更陡"]),
    "block": (f"{HAN * 3}。\n\n> {HAN}。\n> —— 某人\n", [f"{HAN}。"]),
    "note above the text": (f"# 题目\n> {HAN}。\n\n{HAN * 3}。", []),
    "reported without marks": (f"习近平总书记强调，{HAN}。", []),
    "coined list": ("做到“学史明理、学史增信、学史崇德、学史力行”。", []),
    "name of a campaign": ("开展“学党史、悟思想、办实事、开新局面”主题教育。", []),
    "theme": ("以“请党放心强国有我，青春献礼新的时代”为主题的演讲。", []),
    "banners": ("“热烈欢迎远道而来的客人同志们”“友谊团结万岁万岁万万岁年年岁岁”大幅标语高高悬挂。", []),
    "English": (f'He said that "{EN}."', [f"{EN}."]),
    "English, curly, with apostrophes": (f"The students’ hero said, “We don’t know; {EN}.”", [f"We don’t know; {EN}."]),
    "English, single marks": (f"Then she wrote, ‘I know it isn’t so, for {EN}.’", [f"I know it isn’t so, for {EN}."]),
    "English, straight single marks": (f"She wrote: 'I know that {EN}.' The teachers' pay and the '30s.", [f"I know that {EN}."]),
    "apostrophes are no marks": ("The teachers' salaries weren't the students' problem, and it's Smith's.", []),
    "English noun phrase": ('the "policy of massive retaliation and flexible response" and "domino theory"', []),
    "English title": ('His speech, "I Have a Dream of Better Days to Come," moved all.', []),
    "inches": ('A 5" pipe and a 6" pipe.', []),
    "interrupted": (f'"{EN}," he said, "and nothing else in the world."', [f"{EN},", "and nothing else in the world."]),
}  # fmt: skip


@pytest.mark.parametrize("name", PAIRS)
def test_passages(name):
    text, expected = PAIRS[name]
    assert [found for found, _ in passages(text)] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"习近平总书记在讲话中强调，“{HAN}”。", "习近平总书记"),
        (f"2013年7月，习近平在河北调研指导工作时说：“{HAN}。”", "习近平"),
        (f"２０１６年１０月，习近平在第二次全体会议上强调：\n　“{HAN}。”", "习近平"),
        (f"正如毛泽东同志所指出的，“{HAN}”。", "毛泽东同志"),
        (f"子曰：“{HAN}。”", "子"),
        (f"仲尼曰：“{HAN}。”", "仲尼"),
        (f"《诗》云：“{HAN}。”", "《诗》"),
        (f"孟子有言：“{HAN}。”", "孟子"),
        (f"有子曰：「{HAN}。」", "有子"),
        (f"党的二十大报告强调，“{HAN}”。", "党的二十大报告"),
        (f"《民法典》第六百六十七条规定：“{HAN}。”", "《民法典》"),
        (f"毛泽东同志在《为人民服务》中写道：“{HAN}。”", "毛泽东同志"),
        (f"“{HAN}。”习近平在“不忘初心、牢记使命”主题教育工作会议上语重心长地指出。", "习近平"),
        (f"“{HAN}。”黄旭华院士如是说。", "黄旭华院士"),
        (f"“{HAN}，”王明说，他很高兴。", "王明"),
        (f"“{HAN}”，范仲淹的这句名言激励了无数人。", "范仲淹"),
        (f"老王说：“好得很。”他还说：“{HAN}。”", "老王"),
        (f"列宁指出，这是学校。他认为，“{HAN}”。", "列宁"),
        (f"习近平指出，要重视。他强调，开展这次教育要“{HAN}”。", "习近平"),
        (f"李克强：“{HAN}。”", "李克强"),
        (f"张教授表示，形势很好。“{HAN}。”", "张教授"),
        (f"形势很好。“{HAN}。”", None),
        (
            f"“{HAN}。”中国社会科学院亚太与全球战略研究院研究员王俊生在接受采访时说。",
            "中国社会科学院亚太与全球战略研究院研究员王俊生",
        ),
        (f"俗话说，“{HAN}”。", None),
        (f"原文是：“{HAN}。”", None),
        (f"“{HAN}。”这句话说得好极了，我们都记住了它。", None),
        (f"{HAN * 3}\n\n> {HAN}。\n> —— 李大钊", "李大钊"),
        (f'As Peter Drucker once said, "{EN}."', "Peter Drucker"),
        (f'"{EN}," wrote John Ruskin.', "John Ruskin"),
        (f'"{EN}," said Maria Lopez, a nurse.', "Maria Lopez"),
        (f'"{EN}," President Lincoln said.', "President Lincoln"),
        (f"‘{EN},’ wrote the poet W. B. Yeats.", "W. B. Yeats"),
        (f'According to the historian Barbara Tuchman, "{EN}."', "Barbara Tuchman"),
        (f'Franklin Roosevelt declared in 1933 that "{EN}."', "Franklin Roosevelt"),
        (f'Emma, 12, wrote: "{EN}."', "Emma"),
        (f'Lincoln told them to wait. He said, "{EN}."', "Lincoln"),
        (f'I said last year: "{EN}."', None),
    ],
)
def test_speaker_of_the_last_passage(text, speaker):
    assert passages(text)[-1][1] == speaker


def test_both_parts_of_an_interrupted_speech_have_one_speaker():
    assert [who for _, who in passages(f'"{EN}," Lincoln said, "and nothing else in the world."')] == ["Lincoln"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("坚决做到“两个维护”，增强“四个意识”。", ["两个维护", "四个意识"]),
        ('"两只手"作用，既"放得活"又"管得住"', ["两只手", "放得活", "管得住"]),
        ("「事半功倍」就是方法得當。", ["事半功倍"]),
        (f"他说：“‘四风’问题树倒根存，{HAN}。”", ["四风"]),
        ('the evils of "boom and bust."', ["boom and bust"]),
        ("known as “user stories” or 'feature backlog'", ["user stories", "feature backlog"]),
        ("子曰：“父母其顺矣乎！”", ["父母其顺矣乎！"]),
        ("空的“”和“——”不是", []),
    ],
)
def test_quoted_terms(text, expected):
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("学习《习近平谈治国理政》第一、二卷", ["习近平谈治国理政"]),
        ("《〈论语〉译注》与《诗》", ["〈论语〉译注", "诗"]),
        ("《外层《内层》书名》", ["外层《内层》书名"]),
        ("没有关上的《书名\n下一行》", []),
        ("《》空的", []),
    ],
)
def test_titles(text, expected):
    assert terms(text, TermKind.TITLE) == expected


def test_marks_that_pair_with_nothing_are_reported():
    reading = read_text(f"他说：“{HAN}。\n她走了。")
    [warning] = reading.warnings
    assert (warning.code, warning.start) == ("lone_quotation_mark", 3)


def test_a_passage_belongs_to_the_innermost_point():
    reading = read_text(f"一、甲\n（一）乙。他说：“{HAN}。”\n（二）丙。\n二、丁")
    assert [found.point for found in reading.passages] == [1]
