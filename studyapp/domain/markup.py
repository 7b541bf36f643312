"""Pasted HTML to the text it shows. One pass over the source, in linear time whatever the source holds."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# Parts of a page that are not its text.
_FRAMES = frozenset(
    {
        "script", "style", "nav", "footer", "form", "noscript", "template", "select", "button", "textarea",
        "svg", "iframe", "aside", "head", "object", "canvas", "audio", "video", "label",
    }
)  # fmt: skip
_RAW = frozenset({"script", "style", "textarea"})
_BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt", "figcaption",
        "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section",
        "table", "tr", "ul",
    }
)  # fmt: skip
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_FRAME_NAME = re.compile(
    r"(?:^|[\s_-])(?:comments?|respond|sidebar|breadcrumbs?|pagination|pager|share|sharing|related|advert\w*|ads?"
    r"|menu|navbar|nav|navigation|copyright)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""\b(?:class|id|role)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_TAG_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9:-]*")
_HEAD = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_ANY_BLOCK = re.compile(
    r"<(/?)(?:p|div|br|h[1-6]|li|ul|ol|span|article|section|table|tr|td|blockquote)\b[^<>]{0,300}>", re.IGNORECASE
)


def looks_like_html(text: str) -> bool:
    """Whether a source plainly is HTML: it says so, or it begins with a tag and is full of tags."""
    sample = text.lstrip("\ufeff \t\r\n")[:20_000]
    if _HEAD.match(sample):
        return True
    tags = [match.group(1) for match in _ANY_BLOCK.finditer(sample)]
    if len(tags) < 4 or "/" not in tags:
        return False
    lines = sample.count("\n") + 1
    return sample.startswith("<") or len(tags) > lines / 2


@dataclass(slots=True)
class _Token:
    tag: str  # "" for text; "/p" for an end
    text: str  # the text, or the inside of the tag


def _tokens(source: str) -> Iterator[_Token]:
    at, size = 0, len(source)
    # Remembering that an end mark is nowhere ahead keeps unclosed marks from being sought again and again.
    missing: set[str] = set()

    def find(mark: str, start: int) -> int:
        if mark in missing:
            return -1
        found = source.find(mark, start)
        if found < 0:
            missing.add(mark)
        return found

    while at < size:
        opened = source.find("<", at)
        if opened < 0:
            yield _Token("", source[at:])
            return
        if opened > at:
            yield _Token("", source[at:opened])
        if source.startswith("<!--", opened):
            end = find("-->", opened)
            at = end + 3 if end >= 0 else size
            continue
        name = _TAG_NAME.match(source, opened + 1)
        if name is None and source[opened + 1 : opened + 2] not in ("!", "?"):
            yield _Token("", "<")
            at = opened + 1
            continue
        end = find(">", opened)
        if end < 0:
            yield _Token("", source[opened:])
            return
        tag = name.group().lower() if name else "!"
        yield _Token(tag, source[opened + 1 : end])
        at = end + 1
        if tag in _RAW:
            close = _find_close(source, tag, at, missing)
            at = close


def _find_close(source: str, tag: str, start: int, missing: set[str]) -> int:
    mark = f"</{tag}"
    if mark in missing:
        return start
    match = re.compile(re.escape(mark), re.IGNORECASE).search(source, start)
    if match is None:
        missing.add(mark)
        return start
    return match.start()


@dataclass(slots=True)
class _Page:
    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    prefix: str = ""
    dropped: list[str] = field(default_factory=list)  # open tags, from the frame that is left out inwards
    lists: list[int] = field(default_factory=list)  # -1 unordered, else the last number given
    quote_depth: int = 0
    title: list[str] = field(default_factory=list)
    heading: list[str] = field(default_factory=list)
    inside: str = ""  # title or h1, while it is read

    def write(self, text: str) -> None:
        text = html.unescape(text)
        if self.inside == "title":
            self.title.append(text)
            return
        if self.inside == "h1":
            self.heading.append(text)
        self.line.append(text)

    def end_line(self) -> None:
        # Only the blanks of the source are squeezed: an ideographic space is part of what was written.
        joined = re.sub(r"[ \t\r\n\f]+", " ", "".join(self.line)).strip(" ")
        self.line.clear()
        if not joined.replace("\xa0", " ").strip():
            return
        quote = "> " if self.quote_depth else ""
        self.lines.append(quote + self.prefix + joined)
        self.prefix = ""

    def is_frame(self, token: _Token) -> bool:
        if token.tag in _FRAMES:
            return True
        if token.tag in ("html", "body", "main", "article") or token.tag not in _BLOCKS:
            return False
        values = (next(filter(None, match.groups()), "") for match in _ATTRIBUTE.finditer(token.text))
        return any(_FRAME_NAME.search(value) for value in values)

    def skip(self, token: _Token) -> None:
        """Follow the tags inside a frame that is left out, until it ends."""
        tag = token.tag
        if tag == "title" and self.dropped == ["head"]:
            self.inside = "title"
        elif tag == "/title":
            self.inside = ""
        elif tag == "body":
            self.dropped.clear()
        elif tag.startswith("/"):
            if tag[1:] == self.dropped[0] and self.dropped.count(tag[1:]) == 1:
                self.dropped.clear()
            elif tag[1:] == self.dropped[-1]:
                self.dropped.pop()
        elif tag == self.dropped[0]:
            self.dropped.append(tag)

    def follow(self, token: _Token) -> None:
        """Take a tag of the page's own text."""
        tag = token.tag
        if tag in ("title", "/title"):
            self.inside = "" if tag[0] == "/" else "title"
            return
        if not tag.startswith("/") and tag not in _VOID and self.is_frame(token):
            self.end_line()
            self.dropped = [tag]
            return
        name = tag.lstrip("/")
        if name in _BLOCKS:
            self.end_line()
            self.shape(tag, name)
        elif tag in ("td", "th"):
            self.line.append(" ")

    def shape(self, tag: str, name: str) -> None:
        """Write down what a block means, in the signs that plain text uses for it."""
        closing = tag.startswith("/")
        if name == "blockquote":
            self.quote_depth = max(0, self.quote_depth + (-1 if closing else 1))
        elif name in ("ol", "ul"):
            if closing and self.lists:
                self.lists.pop()
            elif not closing:
                self.lists.append(0 if name == "ol" else -1)
        elif len(name) == 2 and name[0] == "h" and name[1].isdigit():
            self.prefix = "" if closing else "#" * int(name[1]) + " "
            self.inside = "" if closing or name != "h1" else "h1"
        elif name == "li":
            self.prefix = "" if closing else self.item_prefix()

    def item_prefix(self) -> str:
        if not self.lists or self.lists[-1] < 0:
            return "- "
        self.lists[-1] += 1
        return f"{self.lists[-1]}. "


def html_to_text(source: str) -> tuple[str, str | None]:
    """The text an HTML page shows, one block a line, and what the page calls itself (its h1, else its title).

    Headings keep their rank as `#` signs, items of numbered lists their numbers. Navigation, scripts, forms,
    comments and footers are left out.
    """
    page = _Page()
    for token in _tokens(source):
        if page.dropped:
            if token.tag:
                page.skip(token)
            elif page.inside == "title":
                page.write(token.text)
        elif token.tag:
            page.follow(token)
        else:
            page.write(token.text)
    page.end_line()
    title = "".join(page.heading).strip() or "".join(page.title).strip()
    return "\n".join(page.lines), title or None
