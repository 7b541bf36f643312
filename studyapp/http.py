"""Between requests and pages: typed requests, one page and at most one fragment an address, the page frame."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from studyapp.models import Member

NAVIGATION: tuple[tuple[str, str | Promise, str], ...] = (
    ("today", _("Today"), "today"),
    ("library", _("Library"), "library"),
    ("groups", _("Groups"), "group"),
    ("preferences", _("Me"), "me"),
)
"""Address name, label, icon. The entry whose address begins the current one is marked; see `page_context`."""


class PageRequest(HttpRequest):
    """A request behind the login: `user` is always a Member, `htmx` says whether a fragment is wanted."""

    user: Member
    htmx: HtmxDetails
    LANGUAGE_CODE: str


def wants_fragment(request: HttpRequest) -> bool:
    """True for an htmx request that is no history restore and no boosted full-page load."""
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request and not htmx.boosted


def render_page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    partial: str | None = None,
    status: int = 200,
) -> HttpResponse:
    """Answer with the page, or with its one fragment when htmx asks and the page has one.

    The server names the fragment, never the request. Both answers stand at one address, so caches are told.
    """
    chosen = partial if partial and wants_fragment(request) else template
    response = render(request, chosen, context, status=status)
    patch_vary_headers(response, ("HX-Request",))
    return response


def go_to_page(request: HttpRequest, name: str, *arguments: int) -> HttpResponse:
    """Redirect to another page; htmx is told to load it whole rather than to swap it into this one."""
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponseClientRedirect(reverse(name, args=arguments))
    return redirect(name, *arguments)


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Context of the page frame: language, theme, text size, navigation. No queries beyond the signed-in member."""
    member = getattr(request, "user", None)
    if member is None or not member.is_authenticated:
        member = None
    return {
        "member": member,
        "page_language": "zh-Hans" if getattr(request, "LANGUAGE_CODE", "").startswith("zh") else "en",
        "page_theme": member.theme if member else "system",
        "page_text_size": member.text_size if member else "normal",
        "nav": [_entry(request, *entry) for entry in NAVIGATION] if member else [],
    }


def _entry(request: HttpRequest, name: str, label: str | Promise, icon: str) -> dict[str, Any]:
    url = reverse(name)
    current = request.path == url if url == "/" else request.path.startswith(url)
    return {"url": url, "label": label, "icon": icon, "is_current": current}
