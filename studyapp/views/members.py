"""Signing in by link, and what a member chooses for themselves."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from studyapp import selectors
from studyapp.forms import LanguageForm, PreferencesForm
from studyapp.http import PageRequest, render_page
from studyapp.services import members

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@login_not_required
@never_cache
@sensitive_variables("token")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_link(request: HttpRequest, token: str) -> HttpResponse:
    """Ask on GET, sign in on POST: chat programs that fetch a link to preview it must not use it up."""
    now = timezone.now()
    if request.method == "POST":
        member = members.use_sign_in_link(token=token, now=now)
        if member:
            login(request, member, backend=BACKEND)
            return redirect(settings.LOGIN_REDIRECT_URL)
    else:
        member = members.member_of_link(token=token, now=now)
    return render_page(request, "studyapp/sign_in_link.html", {"invited": member}, status=200 if member else 410)


@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: PageRequest) -> HttpResponse:
    """Language, theme, text size; password and sign-out are linked from here."""
    member = request.user
    chosen = {"language": request.LANGUAGE_CODE, "theme": member.theme, "text_size": member.text_size}
    form = PreferencesForm(request.POST or None, initial=chosen)
    if request.method == "POST" and form.is_valid():
        members.change_preferences(member=member, **form.cleaned_data)
        translation.activate(form.cleaned_data["language"])
        messages.success(request, _("Saved."))
        return redirect("preferences")
    return render_page(request, "studyapp/preferences.html", {"form": form})


@login_not_required
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Switch the interface language: remembered by the member, or by a cookie before signing in."""
    form = LanguageForm(request.POST)
    target = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        target = "/"
    response = redirect(target)
    if form.is_valid():
        language = form.cleaned_data["language"]
        if request.user.is_authenticated:
            members.change_language(member=request.user, language=language)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=settings.SESSION_COOKIE_AGE,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


@require_GET
def groups(request: PageRequest) -> HttpResponse:
    """The groups the member belongs to."""
    return render_page(request, "studyapp/groups.html", {"entries": selectors.groups_of(request.user)})
