"""The main journey without JavaScript, and what each page answers."""

import re
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from quizzes.models import Attempt, Response
from quizzes.services.attempts import save_response, start_attempt, submit_attempt

pytestmark = pytest.mark.django_db


def sign_in(client, member):
    client.force_login(member)
    return client


def post_answer(client, attempt, position, answers, go, sequence=1):
    fields = {"answer": answers, "sequence": sequence, "key": uuid.uuid4(), "go": go}
    return client.post(reverse("question", args=[attempt.pk, position]), fields)


def test_the_whole_journey_without_javascript(client, study):
    sign_in(client, study.member)
    assert study.quiz.title in client.get(reverse("today")).text
    client.post(reverse("start", args=[study.assignment.pk]))
    attempt = Attempt.objects.get()
    page = client.get(reverse("attempt", args=[attempt.pk]), follow=True)
    assert page.redirect_chain[-1][0] == reverse("question", args=[attempt.pk, 1])
    assert 'data-cells="2"' in page.text
    assert post_answer(client, attempt, 1, ["体会"], "2").url == reverse("question", args=[attempt.pk, 2])
    post_answer(client, attempt, 2, ["笔记薄"], "3")
    resumed = client.get(reverse("attempt", args=[attempt.pk]))
    assert resumed.url == reverse("question", args=[attempt.pk, 3])
    assert post_answer(client, attempt, 3, ["1"], "end").url == reverse("hand_in", args=[attempt.pk])
    for _twice in range(2):
        submitted = client.post(reverse("submit", args=[attempt.pk]))
        assert submitted.url == reverse("result", args=[attempt.pk])
    result = client.get(submitted.url).text
    assert "2 / 3" in result
    assert re.search(r'is-wrong">.*<span class="cell">薄</span>', result)
    assert "<strong>笔记本</strong>" in result


def test_autosave_answers_only_after_the_row_is_there(client, study):
    attempt = start_attempt(assignment=study.assignment, member=study.member, now=timezone.now())
    sign_in(client, study.member)
    key = uuid.uuid4()
    url = reverse("save", args=[attempt.pk, 1])
    saved = client.post(url, {"answer": ["体会"], "sequence": 1, "key": key})
    assert saved.json()["sequence"] == 1
    assert Response.objects.get().value == ["体会"]
    assert client.post(url, {"answer": ["体会"], "sequence": 1, "key": key}).json() == saved.json()
    stale = client.post(url, {"answer": ["旧"], "sequence": 1, "key": uuid.uuid4()})
    assert (stale.status_code, stale.json()["reason"], stale.json()["value"]) == (409, "stale", ["体会"])


@pytest.mark.parametrize(
    "fields",
    [
        {"answer": ["a", "b"]},
        {"answer": ["a" * 2001]},
        {"answer": ["a\0"]},
        {"answer": ["a"], "sequence": "0"},
        {"answer": ["a"], "sequence": "9" * 30},
        {"answer": ["a"], "key": "no-uuid"},
    ],
)
def test_what_no_page_sends_is_refused_and_stores_nothing(client, study, fields):
    attempt = start_attempt(assignment=study.assignment, member=study.member, now=timezone.now())
    sign_in(client, study.member)
    sent = {"sequence": "1", "key": str(uuid.uuid4()), **fields}
    assert client.post(reverse("save", args=[attempt.pk, 1]), sent).status_code == 400
    assert not Response.objects.exists()


def test_a_form_older_than_the_stored_answer_keeps_its_words_and_says_so(client, study):
    attempt = start_attempt(assignment=study.assignment, member=study.member, now=timezone.now())
    sign_in(client, study.member)
    post_answer(client, attempt, 1, ["新"], "2")
    older = post_answer(client, attempt, 1, ["旧"], "2")
    assert older.status_code == 409
    assert 'value="旧"' in older.text
    assert Response.objects.get().value == ["新"]


def test_a_page_shows_no_answer_before_submitting(client, study):
    attempt = start_attempt(assignment=study.assignment, member=study.member, now=timezone.now())
    sign_in(client, study.member)
    pages = [client.get(reverse("question", args=[attempt.pk, position])).text for position in (1, 2)]
    pages += [
        client.get(reverse(name, args=[pk])).text
        for name, pk in (("hand_in", attempt.pk), ("assignment", study.assignment.pk))
    ]
    assert "体会" not in pages[0]
    assert "笔记本" not in "".join(pages[1:])


def test_the_fragment_is_a_piece_of_the_page(client, study):
    attempt = start_attempt(assignment=study.assignment, member=study.member, now=timezone.now())
    sign_in(client, study.member)
    sign_in_board = [(study.member, "question", [attempt.pk, 1]), (study.organizer, "board", [study.group.pk])]
    for member, name, arguments in sign_in_board:
        sign_in(client, member)
        url = reverse(name, args=arguments)
        page, fragment = client.get(url), client.get(url, headers={"HX-Request": "true"})
        changing = r'(name="(?:csrfmiddlewaretoken|key)" value=)"[^"]*"'
        plain = [re.sub(changing, r"\1", answer.text).strip() for answer in (fragment, page)]
        assert plain[0] in plain[1]
        assert "<html" not in plain[0]
        assert "HX-Request" in page.headers["Vary"]


def test_board_lists_everybody_and_exports_the_same(client, study):
    attempt = start_attempt(assignment=study.assignment, member=study.member, now=timezone.now())
    question = attempt.questions.get(position=1)
    save_response(attempt=attempt, question=question, value=["体会"], sequence=1, key=uuid.uuid4(), now=timezone.now())
    submit_attempt(attempt=attempt, now=timezone.now())
    sign_in(client, study.organizer)
    page = client.get(reverse("board", args=[study.group.pk]), headers={"Accept-Language": "en"}).text
    assert re.search(r"成员乙.*Not started.*成员甲.*Done\s+1/3", page, re.DOTALL)
    export = client.get(reverse("board_export", args=[study.group.pk]), headers={"Accept-Language": "en"})
    rows = export.content.decode("utf-8-sig").split("\r\n")
    assert export.content.startswith(b"\xef\xbb\xbf")
    assert rows[1] == "成员乙,,Not started,,,"
    assert rows[2].startswith("成员甲,,Done,1,3,")


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@a", "＝1", " =1", "\t=1"])
def test_no_cell_of_an_export_is_a_formula(client, study, name):
    study.other.name = name
    study.other.save()
    sign_in(client, study.organizer)
    export = client.get(reverse("board_export", args=[study.group.pk])).content.decode("utf-8-sig")
    assert f"'{name}" in export


@pytest.mark.parametrize("url_name", ["today", "board", "result"])
def test_queries_do_not_grow_with_rows(client, study, url_name, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from studyapp.services.members import add_member, create_member

    attempt = start_attempt(assignment=study.assignment, member=study.member, now=timezone.now())
    submit_attempt(attempt=attempt, now=timezone.now())
    arguments = {"today": [], "board": [study.group.pk], "result": [attempt.pk]}[url_name]
    sign_in(client, study.organizer if url_name == "board" else study.member)

    def count():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(reverse(url_name, args=arguments)).status_code == 200
        return len(queries)

    before = count()
    for number in range(10):
        member = create_member(username=f"member{number}", name=f"成员{number}")
        add_member(group=study.group, member=member)
        started = start_attempt(assignment=study.assignment, member=member, now=timezone.now())
        submit_attempt(attempt=started, now=timezone.now())
    assert count() == before


def test_an_expired_session_answers_a_script_with_where_to_sign_in(client, study):
    attempt = start_attempt(assignment=study.assignment, member=study.member, now=timezone.now())
    page = reverse("question", args=[attempt.pk, 1])
    answer = client.post(
        reverse("save", args=[attempt.pk, 1]),
        headers={"HX-Request": "true", "HX-Current-URL": f"http://testserver{page}"},
    )
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"].startswith(reverse("account_login"))
