"""English and zh-Hans are complete, fresh and unmixed."""

import io
import re
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from studyapp.management.commands.make_translations import CATALOG, source_messages

ROOT = Path(__file__).resolve().parent.parent.parent
PO = ROOT / "studyapp" / CATALOG
HAN = re.compile(r"[\u4e00-\u9fff]")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%")
SAME_IN_CHINESE = {", "}


@pytest.fixture(scope="module")
def catalog():
    with PO.open("rb") as file:
        return read_po(file, locale="zh_Hans")


def strings(value):
    return value if isinstance(value, tuple) else (value,)


def test_every_string_of_the_source_and_no_other_is_in_the_catalog(catalog):
    wanted = {strings(message)[0] for _, _, message, _, _ in source_messages(ROOT)}
    assert {strings(message.id)[0] for message in catalog if message.id} == wanted


def test_every_string_is_translated_into_chinese(catalog):
    for message in catalog:
        if message.id:
            assert not message.fuzzy
            for string in strings(message.string):
                assert HAN.search(string) or message.id in SAME_IN_CHINESE, message.id
                assert "！" not in string


def test_sources_are_english_and_placeholders_agree(catalog):
    for message in catalog:
        for source, string in zip(strings(message.id), strings(message.string), strict=False):
            assert not HAN.search(source), source
            assert sorted(PLACEHOLDER.findall(source)) == sorted(PLACEHOLDER.findall(string)) or not source


def test_the_compiled_catalog_is_fresh(catalog):
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    assert PO.with_suffix(".mo").read_bytes() == compiled.getvalue()


def test_templates_hold_no_chinese_of_their_own():
    allowed = {"研", "中文"}
    for path in (ROOT / "templates").rglob("*.html"):
        found = set(re.findall(r"[\u4e00-\u9fff]+", path.read_text(encoding="utf-8")))
        assert found <= allowed, path
