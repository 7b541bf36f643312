"""The first page anybody sees, in both languages, on a phone and on a desk, by day and by night."""

import re

import pytest

pytestmark = pytest.mark.browser
HAN = re.compile(r"[\u4e00-\u9fff]")
LATIN_WORD = re.compile(r"[A-Za-z]{3,}")


@pytest.mark.parametrize("phone", [True, False], ids=["phone", "desktop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("locale", "title"), [("zh-CN", "登录"), ("en-GB", "Sign in")])
def test_it_speaks_the_browser_s_language_and_fits_the_screen(site, open_page, locale, title, scheme, phone):
    page = open_page(locale=locale, phone=phone, color_scheme=scheme)
    page.goto(f"{site.url}/sign-in/")
    assert page.locator("h1").inner_text() == title
    assert page.locator("html").get_attribute("lang") == ("zh-Hans" if locale == "zh-CN" else "en")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    red, green, blue = map(
        int, re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))[:3]
    )
    assert (red + green + blue < 3 * 128) == (scheme == "dark")


@pytest.mark.parametrize(("locale", "foreign"), [("zh-CN", LATIN_WORD), ("en-GB", HAN)])
def test_a_wrong_password_is_answered_in_one_language(site, open_page, locale, foreign):
    page = open_page(locale=locale)
    page.goto(f"{site.url}/sign-in/")
    page.locator("[name=login]").fill("nobody")
    page.locator("[name=password]").fill("not the password")
    page.get_by_role("main").get_by_role("button", name=re.compile("^(登录|Sign in)$")).click()
    problem = page.get_by_role("alert")
    problem.wait_for()
    assert problem.inner_text()
    form = page.locator("main form").inner_text()
    assert not foreign.search(form), form
