"""Signing in by link, and what a member may choose."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse
from django.utils import timezone

from studyapp.models import SignInLink
from studyapp.services.members import create_member, create_sign_in_link

pytestmark = pytest.mark.django_db


@pytest.fixture
def member():
    return create_member(username="jia", name="成员甲")


def link_for(member, lifetime=timedelta(days=1)):
    token = create_sign_in_link(member=member, now=timezone.now(), lifetime=lifetime)
    return reverse("sign_in_link", args=[token])


def test_a_link_asks_first_and_signs_in_once(client, member):
    link = link_for(member)
    assert "成员甲" in client.get(link).text
    assert "_auth_user_id" not in client.session
    assert client.post(link).url == "/"
    assert client.session["_auth_user_id"] == str(member.pk)
    client.logout()
    assert client.post(link).status_code == 410
    assert "_auth_user_id" not in client.session


def test_an_old_link_is_refused(client, member):
    assert client.get(link_for(member, timedelta(seconds=-1))).status_code == 410


def test_the_database_holds_no_token(member):
    token = link_for(member).split("/")[-2]
    assert token not in str(SignInLink.objects.values().get())


def test_the_command_prints_a_link_that_works(client, member, capsys):
    call_command("sign_in_link", "成员甲")
    link = capsys.readouterr().out.strip()
    assert client.post(link.removeprefix("http://127.0.0.1:8000")).status_code == 302


def test_the_command_says_who_is_meant(member):
    create_member(username="jia2", name="成员甲")
    with pytest.raises(CommandError, match="jia"):
        call_command("sign_in_link", "成员甲")
    with pytest.raises(CommandError, match="nobody"):
        call_command("sign_in_link", "nobody")


def test_a_password_signs_in_and_five_wrong_ones_stop(client, member):
    member.set_password("correct horse battery")
    member.save()
    url = reverse("account_login")
    for _ in range(5):
        assert client.post(url, {"login": "jia", "password": "wrong"}).status_code == 200
    client.post(url, {"login": "jia", "password": "correct horse battery"})
    assert "_auth_user_id" not in client.session


def test_a_password_signs_in(client, member):
    member.set_password("correct horse battery")
    member.save()
    client.post(reverse("account_login"), {"login": "jia", "password": "correct horse battery"})
    assert client.session["_auth_user_id"] == str(member.pk)


def test_the_language_is_remembered(client, member):
    client.force_login(member)
    client.post(reverse("set_language"), {"language": "en", "next": "/library/"})
    assert "Library" in client.get(reverse("library")).text
    client.post(reverse("set_language"), {"language": "zh-hans", "next": "/"})
    assert "文库" in client.get(reverse("library")).text


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "\\\\evil.example", "javascript:x"])
def test_no_redirect_leaves_the_site(client, target):
    assert client.post(reverse("set_language"), {"language": "en", "next": target}).url == "/"


def test_preferences_are_kept(client, member):
    client.force_login(member)
    client.post(reverse("preferences"), {"language": "en", "theme": "dark", "text_size": "large"})
    page = client.get(reverse("preferences")).text
    assert 'data-theme="dark"' in page
    assert 'data-text-size="large"' in page
    assert '<html lang="en"' in page
