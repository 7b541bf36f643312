"""`manage.py read_text`: the objects it prints, its outline, and files it cannot read."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

TEXT = "学习体会\n一是要强化忠诚。习近平总书记强调，“坚持人民至上是我们的根本立场，永远不能忘记”。\n三是要做到“两个维护”。\n"


@pytest.fixture
def run(capsys):
    def call(*arguments):
        out, err = StringIO(), StringIO()
        code = 0
        try:
            call_command("read_text", *map(str, arguments), stdout=out, stderr=err)
        except SystemExit as end:
            code = end.code
        return code, out.getvalue(), err.getvalue()

    return call


def test_prints_one_object_per_file(run, tmp_path):
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_bytes(TEXT.encode("utf-8-sig").replace(b"\n", b"\r\n"))
    second.write_text("First, one thing.\n\nSecond, another.\n", encoding="utf-8")
    code, out, err = run(first, second, "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert (code, err, len(rows)) == (0, "", 2)
    row = rows[0]
    assert set(row) == {"file", "title", "language", "encoding", "text", "points", "passages", "terms", "warnings"}
    assert (row["file"], row["title"], row["language"], row["encoding"]) == (str(first), "学习体会", "zh", "utf-8-sig")
    assert row["text"] == TEXT
    start = TEXT.index("一是")
    assert row["points"][0] == {
        "marker": "一是",
        "heading": "要强化忠诚",
        "level": 1,
        "start": start,
        "end": TEXT.index("\n三是"),
        "parent": None,
    }
    [passage] = row["passages"]
    assert TEXT[passage["start"] : passage["end"]] == passage["text"]
    assert (passage["speaker"], passage["point"]) == ("习近平总书记", 0)
    assert [(term["text"], term["kind"]) for term in row["terms"]] == [("两个维护", "quoted")]
    assert row["warnings"] == [f"missing_number number=2 at={TEXT.index('三是')}"]
    assert (rows[1]["language"], len(rows[1]["points"])) == ("en", 2)


def test_prints_an_outline(run, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    code, out, _ = run(file)
    assert code == 0
    assert "  一是 要强化忠诚" in out.splitlines()
    assert "两个维护" in out
    assert "习近平总书记" in out


def test_unreadable_files_are_named_and_the_others_done(run, tmp_path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.pdf"
    good.write_text(TEXT, encoding="utf-8")
    bad.write_bytes(b"%PDF-1.7")
    code, out, err = run(bad, tmp_path / "none.txt", tmp_path, good, "--json")
    assert code == 1
    assert [json.loads(line)["file"] for line in out.splitlines()] == [str(good)]
    assert len(err.splitlines()) == 3
    assert f"{bad}: This is a PDF file" in err
    assert "none.txt: No such file" in err
