"""Who gets what: every URL of the site x method x role. A URL that is not in the table fails."""

import pytest
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone

from quizzes.services.attempts import start_attempt

pytestmark = pytest.mark.django_db

ROLES = ("anonymous", "outsider", "other", "member", "organizer")
# name: (arguments, method, status for each role in the order of ROLES). 302 for anonymous is the way to sign in.
TABLE = {
    "account_login": ("", "get", (200, 302, 302, 302, 302)),
    "account_logout": ("", "get", (302, 200, 200, 200, 200)),
    "sign_in_link": ("token", "get", (410, 410, 410, 410, 410)),
    "set_language": ("", "post", (302, 302, 302, 302, 302)),
    "preferences": ("", "get", (302, 200, 200, 200, 200)),
    "library": ("", "get", (302, 200, 200, 200, 200)),
    "document": ("document", "get", (302, 404, 200, 200, 200)),
    "groups": ("", "get", (302, 200, 200, 200, 200)),
    "today": ("", "get", (302, 200, 200, 200, 200)),
    "assignment": ("assignment", "get", (302, 404, 200, 200, 200)),
    "start": ("assignment", "post", (302, 404, 302, 302, 302)),
    "attempt": ("attempt", "get", (302, 404, 404, 302, 404)),
    "question": ("question", "get", (302, 404, 404, 200, 404)),
    "save": ("question", "post", (302, 404, 404, 400, 404)),
    "hand_in": ("attempt", "get", (302, 404, 404, 200, 404)),
    "submit": ("attempt", "post", (302, 404, 404, 302, 404)),
    "result": ("attempt", "get", (302, 404, 404, 302, 404)),
    "board": ("group", "get", (302, 404, 403, 403, 200)),
    "board_export": ("group", "get", (302, 404, 403, 403, 200)),
}


def url_names(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace != "admin":
                yield from url_names(pattern.url_patterns)
        else:
            yield pattern.name


def test_every_url_is_declared():
    assert sorted(url_names(get_resolver().url_patterns)) == sorted(TABLE)


@pytest.fixture
def arguments(study):
    attempt = start_attempt(assignment=study.assignment, member=study.member, now=timezone.now())
    return {
        "": [],
        "token": ["no-such-token"],
        "document": [study.version.document_id],
        "assignment": [study.assignment.pk],
        "attempt": [attempt.pk],
        "question": [attempt.pk, 1],
        "group": [study.group.pk],
    }


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", TABLE)
def test_each_role_gets_what_the_table_says(client, study, arguments, name, role):
    kind, method, expected = TABLE[name]
    if role != "anonymous":
        client.force_login(getattr(study, role))
    response = getattr(client, method)(reverse(name, args=arguments[kind]))
    assert response.status_code == expected[ROLES.index(role)]
    if response.status_code == 302 and role == "anonymous" and name != "set_language":
        assert response.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", [name for name, row in TABLE.items() if row[1] == "post"])
def test_writes_refuse_get_and_a_missing_token(client, study, arguments, name):
    from django.test import Client

    client.force_login(study.member)
    url = reverse(name, args=arguments[TABLE[name][0]])
    assert client.get(url).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(study.member)
    assert strict.post(url).status_code == 403


@pytest.mark.parametrize("name", [name for name, row in TABLE.items() if row[0] not in {"", "token"}])
@pytest.mark.parametrize("wrong", [0, 999_999, 10**30])
def test_unknown_and_huge_ids_are_not_found(client, study, arguments, name, wrong):
    kind, method, _ = TABLE[name]
    client.force_login(study.organizer)
    wrong_arguments = [wrong, *arguments[kind][1:]]
    assert getattr(client, method)(reverse(name, args=wrong_arguments)).status_code == 404


def test_a_removed_member_is_an_outsider(client, study, arguments):
    study.group.memberships.filter(member=study.member).update(removed_at=timezone.now())
    client.force_login(study.member)
    for name in ("attempt", "hand_in", "document", "assignment"):
        assert client.get(reverse(name, args=arguments[TABLE[name][0]])).status_code == 404


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/nothing-here/", "/library/", "/static/nothing.css"])
def test_every_response_carries_the_policy(client, path):
    policy = client.get(path).headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
