"""Error pages: what happened and what to do, in both languages, without a database."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import requires_csrf_token


@dataclass(frozen=True)
class Problem:
    """The words of an error page."""

    title: str | Promise
    advice: str | Promise


PROBLEMS = {
    400: Problem(_("This request could not be understood"), _("Go back, reload the page and try again.")),
    403: Problem(_("This page is not open to you"), _("If you think it should be, ask an organizer of the group.")),
    404: Problem(_("There is nothing here"), _("The address may be wrong, or it belongs to a group you are not in.")),
    500: Problem(_("Something went wrong on our side"), _("Saved answers are safe. Please try again in a minute.")),
}
EXPIRED = Problem(_("This page was open too long"), _("Go back, reload the page and send it again. Nothing was lost."))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """400."""
    return _page(400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """403."""
    return _page(403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404."""
    return _page(404)


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """500."""
    return _page(500)


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403 for a form whose token does not fit the session."""
    return _page(403, EXPIRED)


def _page(status: int, problem: Problem | None = None) -> HttpResponse:
    """Rendered without the request, so that no context processor can ask a database that may be the problem."""
    language = "zh-Hans" if (get_language() or "zh").startswith("zh") else "en"
    context = {"problem": problem or PROBLEMS[status], "page_language": language}
    return HttpResponse(render_to_string("error.html", context), status=status)
