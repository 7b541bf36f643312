"""The main job on the starter text: a member takes the quiz on a phone, an organizer sees who is done."""

import json
import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SIZE = 10


@pytest.fixture(scope="module")
def answers(site):
    """What the demo quiz accepts, by stem, as the stable command prints it."""
    lines = site.manage("build_quiz", "studyapp/starter/starter.txt", "--json", "--seed", "1", "--size", str(SIZE))
    drafts = [json.loads(line) for line in lines.splitlines()]
    return {draft["stem"]: draft for draft in drafts}


def type_by_input_method(page, field, text):
    """Compose through the browser's input method protocol: candidates first, then Enter, then the text."""
    field.focus()
    field.evaluate("field => { field.value = '' }")
    protocol = page.context.new_cdp_session(page)
    protocol.send("Input.imeSetComposition", {"text": "song", "selectionStart": 4, "selectionEnd": 4})
    enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
    protocol.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **enter})
    protocol.send("Input.insertText", {"text": text})


def start_quiz(page, link):
    page.goto(link)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name=re.compile("^Open")).click()
    page.get_by_role("button", name="Start").click()
    page.wait_for_load_state()


def shown_stem(page):
    return page.evaluate(
        """() => [...document.querySelector('.stem').childNodes]
            .map(node => node.nodeName === 'INPUT' ? '____' : node.textContent).join('')"""
    )


def answer(page, draft, *, text=None):
    if draft["options"]:
        page.locator(".choice").nth(draft["key"]).click()
        return
    for field, accepted in zip(page.locator("[name=answer]").all(), draft["answers"], strict=True):
        if text is None:
            field.fill(accepted[0])
        else:
            type_by_input_method(page, field, text)


def wait_saved(page):
    expect(page.locator("#save-status")).to_contain_text("已保存")


def test_a_quiz_from_sign_in_to_the_board(site, open_page, answers):
    page = open_page()
    page.goto(site.link("jia"))
    page.get_by_role("button", name="登录").click()
    page.get_by_role("link", name=re.compile("^打开")).click()
    page.get_by_role("button", name="开始作答").click()
    wrong = None
    for number in range(1, SIZE + 1):
        page.wait_for_url(re.compile(rf"/attempts/\d+/{number}/$"))
        page.wait_for_selector(f".strip [aria-current]:has-text('{number}')")
        draft = answers[shown_stem(page)]
        typed = not draft["options"]
        mistake = typed and wrong is None
        if mistake:
            wrong = draft
            answer(page, draft, text="松劲歇气")
            assert page.url.endswith(f"/{number}/"), "Enter inside the input method must not submit"
        else:
            answer(page, draft)
        wait_saved(page)
        if number == SIZE // 2:
            where = page.url
            page.close()
            page = page.context.new_page()
            page.goto(f"{site.url}/")
            page.get_by_role("link", name=re.compile("^继续作答")).click()
            page.get_by_role("link", name="继续作答").click()
            assert page.url == where.removesuffix(f"{number}/") + f"{number + 1}/"
            continue
        page.locator(".question-actions .is-primary").click()
    page.wait_for_url(re.compile("/hand-in/$"))
    token = page.locator("main [name=csrfmiddlewaretoken]").input_value()
    submit_url = page.locator("main form").get_attribute("action")
    page.get_by_role("button", name="交卷").click()
    page.wait_for_url(re.compile("/result/$"))
    assert page.locator("h1").inner_text() == f"{SIZE - 1} / {SIZE}"
    result_url = page.url
    again = page.request.post(
        f"{site.url}{submit_url}", form={"csrfmiddlewaretoken": token}, headers={"Referer": f"{site.url}/"}
    )
    assert again.url == result_url
    missed = page.locator("article").first
    assert missed.locator(".is-wrong .cell").count() > 0
    assert wrong["answers"][0][0] in missed.locator(".quote strong").inner_text()

    board = open_page(phone=False)
    board.goto(site.link("organizer"))
    board.get_by_role("button", name="登录").click()
    board.get_by_role("link", name="小组", exact=True).click()
    board.get_by_role("link", name="完成情况").click()
    rows = {row.locator("th").inner_text().split()[0]: row.inner_text() for row in board.locator("tbody tr").all()}
    assert f"完成 {SIZE - 1}/{SIZE}" in rows["成员甲"]
    assert "未开始" in rows["成员乙"]
    assert "未开始" in rows["成员丙"]


@pytest.mark.expects_complaints("ERR_INTERNET_DISCONNECTED|Failed to load resource")
def test_an_answer_typed_offline_is_saved_when_the_network_is_back(site, open_page):
    page = open_page(locale="en-US")
    start_quiz(page, site.join("offline"))
    field = page.locator("[name=answer]").first
    page.context.set_offline(True)
    field.fill("离线时写的")
    page.get_by_text("Not saved yet").wait_for(timeout=4000)
    assert field.input_value() == "离线时写的"
    page.context.set_offline(False)
    expect(page.locator("#save-status")).to_contain_text("Saved", timeout=6000)
    assert page.locator("#save-banner").is_hidden()
    page.reload()
    assert page.locator("[name=answer]").first.input_value() == "离线时写的"


@pytest.mark.expects_complaints("409")
def test_two_tabs_never_overwrite_a_newer_answer(site, open_page):
    page = open_page(locale="en-US")
    start_quiz(page, site.join("two-tabs"))
    other = page.context.new_page()
    other.goto(page.url)
    other.locator("[name=answer]").first.fill("新的")
    expect(other.locator("#save-status")).to_contain_text("Saved")
    page.locator("[name=answer]").first.fill("旧的")
    page.get_by_text("A newer answer was saved from another page.").wait_for()
    assert page.locator("[name=answer]").first.input_value() == "旧的"
    other.reload()
    assert other.locator("[name=answer]").first.input_value() == "新的"
    expect(other.locator("#save-banner")).to_contain_text("旧的")
    page.get_by_role("button", name="Keep mine").click()
    expect(page.locator("#save-status")).to_contain_text("Saved")
    other.reload()
    assert other.locator("[name=answer]").first.input_value() == "旧的"


@pytest.mark.expects_complaints("409")
def test_going_on_while_a_save_is_on_its_way_keeps_the_newest_words(site, open_page):
    page = open_page(locale="en-US")
    start_quiz(page, site.join("impatient"))
    held = []
    page.route("**/save/", lambda route: held.append(route))  # noqa: PLW0108 - playwright marks the handler
    field = page.locator("[name=answer]").first
    field.fill("旧")
    expect(page.locator("#save-status")).to_contain_text("Saving")
    field.fill("旧的加新的")
    page.get_by_role("button", name="Next").click()
    page.wait_for_url(re.compile("/2/$"))
    with page.expect_response("**/save/"):
        held[0].continue_()
    page.unroute("**/save/")
    assert page.locator("#save-banner").is_hidden()
    page.get_by_role("button", name="Previous").click()
    page.wait_for_url(re.compile("/1/$"))
    expect(page.locator("[name=answer]").first).to_have_value("旧的加新的")


def test_a_whole_page_works_without_javascript(site, open_page):
    page = open_page(java_script_enabled=False, locale="en-US")
    start_quiz(page, site.join("no-script"))
    page.locator("[name=answer]").first.fill("迎接党的二十大")
    page.get_by_role("button", name="Next").click()
    page.wait_for_url(re.compile("/2/$"))
    page.get_by_role("button", name="Previous").click()
    assert page.locator("[name=answer]").first.input_value() == "迎接党的二十大"
