"""What every response needs: a strict content policy, and the member's language, theme and text size."""

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils import translation
from django.utils.cache import patch_vary_headers

GetResponse = Callable[[HttpRequest], HttpResponse]

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "manifest-src 'self'",
    ]
)
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def security_headers(get_response: GetResponse) -> GetResponse:
    """Put the content policy on every response, errors and static files included (it stands first)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
        response.headers["Permissions-Policy"] = PERMISSIONS_POLICY
        return response

    return middleware


def member_preferences(get_response: GetResponse) -> GetResponse:
    """Speak the language the member chose; without a choice the cookie's, else the browser's, else Chinese."""

    def middleware(request: HttpRequest) -> HttpResponse:
        member = request.user
        chosen = member.language if member.is_authenticated else ""
        language = chosen or translation.get_language_from_request(request)
        translation.activate(language)
        request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE
        response = get_response(request)
        if not response.streaming:
            patch_vary_headers(response, ("Accept-Language", "Cookie"))
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response

    return middleware


def signed_out_requests(get_response: GetResponse) -> GetResponse:
    """Answer a script whose member is signed out with 401 and where to sign in, never with the login page itself.

    A redirect would be followed unseen and put the login form inside a question.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        login_url = resolve_url(settings.LOGIN_URL)
        location = response.headers.get("Location", "")
        if request.headers.get("HX-Request") != "true" or urlsplit(location).path != login_url:
            return response
        page = urlsplit(request.headers.get("HX-Current-URL", "")).path or "/"
        refusal = HttpResponse(status=401)
        refusal.headers["HX-Redirect"] = f"{login_url}?{urlencode({'next': page})}"
        return refusal

    return middleware
