"""Closed lists of words: what is no content word, what cannot open a stem, what everybody guesses."""

TAG_CLASSES = (
    ("nz", "noun"),
    ("n", "noun"),
    ("j", "noun"),
    ("eng", "noun"),
    ("vn", "verbal_noun"),
    ("vd", "adverb"),
    ("v", "verb"),
    ("ad", "adverb"),
    ("an", "noun"),
    ("a", "adjective"),
    ("b", "adjective"),
    ("z", "idiom"),
    ("i", "idiom"),
    ("l", "idiom"),
    ("d", "adverb"),
    ("t", "time"),
    ("s", "time"),
    ("m", "number"),
    ("p", "preposition"),
    ("c", "conjunction"),
    ("r", "pronoun"),
    ("u", "function"),
)
"""Part-of-speech tags of jieba's dictionary by prefix, first match first; the rest are function words."""

NOT_CONTENT = frozenset(
    ["的", "地", "得", "了", "着", "过", "是", "有", "在", "和", "与", "及", "或", "而", "且", "但", "也", "都", "就", "才", "又", "还", "很", "更", "最", "不", "没", "没有", "要", "会", "能", "可", "可以", "应", "应该", "必须", "能够", "使", "让", "把", "被", "将", "向", "对", "从", "到", "以", "为", "于", "由", "用", "给", "同", "跟", "当", "之", "其", "其中", "此", "该", "这", "那", "每", "各", "某", "何", "所", "所谓", "等", "等等", "们", "上", "下", "中", "里", "内", "外", "前", "后", "间", "时", "来", "去", "起来", "下来", "上来", "出来", "下去", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "两", "几", "多", "少", "些", "个", "种", "次", "条", "项", "第一", "第二", "第三", "第四", "第五", "首先", "其次", "再次", "最后", "其一", "其二", "一是", "二是", "三是", "四是", "五是", "一方面", "另一方面", "因此", "因为", "所以", "如果", "虽然", "但是", "然而", "不仅", "而且", "并且", "并", "以及", "即", "即使", "只有", "只要", "无论", "不论", "同时", "此外", "另外", "例如", "比如", "特别", "尤其", "甚至", "例", "者", "也者", "矣", "焉", "哉", "乎", "兮", "曰", "云", "蕴含着", "使得", "成为", "作为", "通过", "根据", "按照", "关于", "对于", "由于", "为了", "方面", "方式", "情况", "一些", "许多", "很多", "大量", "所有", "全部", "一切", "任何", "整个", "之间", "之一", "以来", "以后", "之后", "之前", "以前", "以上", "以下", "左右", "有关", "相关", "进行", "下面", "上面", "这里", "那里", "目前", "现在", "今天", "如今", "当前", "近年", "近年来", "往往", "常常", "一直", "已经", "正在", "曾经", "仍然", "依然", "始终", "不断", "归根", "不同", "一定", "主要", "其他", "另", "别", "本", "只", "仅", "却", "则", "若", "如", "像", "比", "再", "越", "太", "十分", "非常", "比较", "更加", "尽", "凡", "凡是", "起", "住", "事关"]
)
"""Chinese words jieba's dictionary may call verbs or nouns but that carry nothing to ask about."""

GENERIC = frozenset(
    ["我们", "你们", "他们", "人们", "大家", "工作", "发展", "问题", "方面", "建设", "社会", "国家", "人民", "中国", "世界", "时代", "时间", "思想", "精神", "活动", "内容", "作用", "过程", "结果", "条件", "基础", "能力", "要求", "任务", "目标", "意义", "措施", "制度", "领导", "干部", "同志", "群众", "组织", "单位", "部门", "地方", "东西", "事情", "时候", "人", "事", "物", "人类", "生活", "学习", "经济", "政治", "文化", "历史", "现象", "特点", "原因", "关系", "情形", "程度", "水平", "范围", "重点", "实际", "现实", "全国", "各地", "年", "月", "日", "今年", "去年", "明年", "新时代", "新征程", "新", "党", "先生", "记者", "本报记者", "作者", "来源", "编辑", "全面", "深入", "第一章"]
) | frozenset(
    ["people", "person", "man", "men", "woman", "women", "thing", "things", "way", "ways", "time", "times", "day", "days", "year", "years", "life", "work", "world", "country", "government", "nation", "part", "place", "case", "fact", "point", "number", "problem", "question", "group", "hand", "kind", "sort", "lot", "example", "use", "others", "one", "ones", "something", "anything", "everything", "nothing", "end", "side", "need", "needs", "order", "state", "states", "today", "job", "area", "members", "member", "result", "results", "change", "matter", "course", "means", "basis", "line", "word", "words", "name", "home", "house", "head"]
)
"""Words everybody guesses without having read the text; asked only as part of a longer term."""

CHINESE_OPENERS = (
    ["这", "那", "其", "此", "该", "它", "他", "她", "之", "者", "则", "即", "于是", "因此", "因而", "所以", "故", "但", "但是", "然而", "不过", "可是", "却", "而", "而且", "并", "并且", "且", "也", "还", "又", "再", "更", "同时", "与此同时", "此外", "另外", "除此之外", "由此", "由此可见", "可见", "总之", "综上", "例如", "比如", "譬如", "如", "特别是", "尤其", "尤其是", "甚至", "反之", "否则", "否", "接着", "接下来", "然后", "随后", "之后", "后来", "当时", "那时", "那么", "就", "才", "都", "以及", "及", "和", "与", "或", "或者", "还有", "首先", "其次", "再次", "再者", "最后", "其一", "其二", "其三", "第一", "第二", "第三", "第四", "第五", "一是", "二是", "三是", "四是", "五是", "一方面", "另一方面", "不仅", "不但", "不只", "虽然", "尽管", "如果", "因为", "由于", "只有", "只要", "无论", "不论", "即使", "既然", "换言之", "换句话说", "也就是说", "就是说", "事实上", "实际上", "正因为", "正是", "为此", "对此", "以此", "从而", "进而", "继而", "上述", "前者", "后者", "以上", "以下", "如此", "这样", "那样", "为什么", "怎么", "什么", "谁", "哪", "何", "是", "的", "了", "等", "被", "使", "使得", "让", "从中", "其中", "彼", "兹", "是故", "是以", "故", "自", "归根结底", "相反", "一来", "二来", "仍", "仍然", "只是", "只", "并非", "不是", "而是", "当", "当然", "诚然", "固然", "比较", "总的来说", "总体而言", "下面", "以下", "如下", "前面", "上面", "你", "您", "我", "咱", "俺", "吾", "予", "汝", "尔", "今", "夫", "盖", "惟", "唯", "然", "况", "且", "乃", "遂", "既", "皆", "亦", "来", "去", "上来", "下来", "起来", "出来", "所"]
)
"""Words a Chinese stem may not begin with: they point back at what the reader cannot see."""

ENGLISH_OPENERS = frozenset(
    ["it", "its", "it's", "this", "that", "these", "those", "they", "them", "their", "he", "him", "his", "she", "her", "hers", "such", "here", "there", "then", "thus", "therefore", "hence", "however", "moreover", "furthermore", "also", "but", "and", "or", "nor", "so", "yet", "because", "since", "although", "though", "while", "whereas", "otherwise", "instead", "consequently", "accordingly", "besides", "meanwhile", "likewise", "similarly", "nevertheless", "nonetheless", "still", "which", "who", "whom", "whose", "where", "when", "what", "why", "how", "if", "unless", "until", "than", "as", "both", "either", "neither", "another", "others", "same", "former", "latter", "first", "second", "third", "fourth", "finally", "lastly", "next", "again", "too", "even", "rather", "indeed", "for", "example", "instance", "in", "addition", "conversely", "alternatively", "additionally", "secondly", "thirdly", "firstly", "hereafter", "herein", "therein", "thereof", "thereby", "whereby", "one", "ones", "some", "many", "most", "several", "each", "all", "any", "to", "of", "with", "by", "from", "into", "at", "on", "not", "only", "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "shall", "should", "must", "me", "us", "you", "your", "i", "my"]
) - {
    "one",
    "some",
    "many",
    "most",
    "several",
    "each",
    "all",
    "any",
    "to",
    "at",
    "on",
    "by",
    "from",
    "with",
    "for",
    "in",
    "both",
    "you",
    "your",
    "i",
    "my",
    "first",
    "second",
    "third",
    "if",
    "when",
    "while",
    "since",
    "as",
    "although",
    "though",
    "because",
    "unless",
    "until",
    "whereas",
    "not",
    "only",
    "do",
    "what",
    "how",
    "why",
    "who",
    "where",
    "is",
    "are",
    "has",
    "have",
    "can",
    "will",
    "should",
    "does",
    "did",
    "must",
}
"""Words an English stem may not begin with."""

ENGLISH_CLASSES: dict[str, str] = {
    word: name
    for name, words in (
        (
            "determiner",
            "a an the this that these those my your his her its our their every each no some any another "
            "all both either neither such what which whose many much few several more most other own",
        ),
        (
            "preposition",
            "of in on at by for with from to into onto upon over under above below between among through "
            "throughout during before after since until till against without within across along around "
            "behind beside besides beyond despite except inside outside near off out past per toward "
            "towards via about concerning regarding including unlike like as than amid",
        ),
        (
            "conjunction",
            "and or but nor so yet if because although though while whereas unless when where whether "
            "once whenever wherever that",
        ),
        (
            "pronoun",
            "i me you he him she it we us they them mine yours ours theirs myself yourself himself herself "
            "itself ourselves themselves who whom someone somebody anyone anybody everyone everybody nobody "
            "none nothing something anything everything one ones here there i'm i've i'll i'd you're we're "
            "we've we'll they're they've it's he's she's that's there's who's what's let's",
        ),
        (
            "auxiliary",
            "am is are was were be been being have has had having do does did doing done will would shall "
            "should can could may might must ought cannot don't doesn't didn't won't can't isn't aren't "
            "wasn't weren't haven't hasn't hadn't wouldn't shouldn't couldn't get gets got become becomes "
            "became let make makes made take takes took taken give gives gave given go goes went gone come "
            "comes came keep keeps kept put puts set seem seems say says said know known think use used "
            "see seen need needs want wants",
        ),
        (
            "adverb",
            "not never always often sometimes ever just only also too very quite rather almost already still "
            "even again now then soon later today yesterday tomorrow perhaps maybe however therefore thus "
            "hence together instead away back up down well far better best less least ahead twice otherwise "
            "moreover furthermore else enough indeed",
        ),
        (
            "number",
            "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty "
            "seventy eighty ninety hundred thousand million billion first second third fourth fifth half",
        ),
        (
            "function",
            "mr mrs ms dr etc e.g i.e new good great same able likely many last next early late long little "
            "large small big high low full whole certain different important possible necessary sure s t",
        ),
    )
    for word in words.split()
}
"""English closed-class words, and adjectives too common to ask, by class (a later list wins)."""
