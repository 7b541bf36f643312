"""Taking a quiz: the start page, one question a page, the list before handing in, handing in."""

import uuid

from django.core.exceptions import BadRequest, ValidationError
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import access
from quizzes.forms import SaveForm, raw_answer
from quizzes.models import Attempt, AttemptQuestion
from quizzes.selectors import taking
from quizzes.selectors.today import assignment_entry
from quizzes.services import attempts
from quizzes.services.attempts import SaveResult, StartRefusal
from studyapp.http import PageRequest, go_to_page, render_page

REFUSALS = {
    StartRefusal.NOT_OPEN_YET: lambda: _("This quiz is not open yet."),
    StartRefusal.CLOSED: lambda: _("This quiz is closed."),
    StartRefusal.NO_ATTEMPTS_LEFT: lambda: _("You have used all your attempts."),
    StartRefusal.NO_QUESTIONS: lambda: _("This quiz has no questions. Please tell the organizer."),
}


@require_safe
@never_cache
def assignment(request: PageRequest, assignment_id: int) -> HttpResponse:
    """What the quiz is, until when, how often; and the button that starts or goes on."""
    given = access.assignment_of(request.user, assignment_id)
    now = timezone.now()
    context = {
        "entry": assignment_entry(given, request.user, now=now),
        "running": attempts.open_attempt(assignment=given, member=request.user),
        "results": taking.submitted_attempts(given, request.user),
    }
    return render_page(request, "quizzes/assignment.html", context)


@require_POST
def start(request: PageRequest, assignment_id: int) -> HttpResponse:
    """Start an attempt or go on with the open one."""
    given = access.assignment_of(request.user, assignment_id)
    started = attempts.start_attempt(assignment=given, member=request.user, now=timezone.now())
    if isinstance(started, StartRefusal):
        entry = assignment_entry(given, request.user, now=timezone.now())
        context = {
            "entry": entry,
            "refusal": REFUSALS[started](),
            "results": taking.submitted_attempts(given, request.user),
        }
        return render_page(request, "quizzes/assignment.html", context, status=409)
    return redirect("attempt", started.pk)


@require_safe
@never_cache
def attempt(request: PageRequest, attempt_id: int) -> HttpResponse:
    """Where the member left off: the first question without an answer, or the list when all have one."""
    own = access.own_attempt(request.user, attempt_id)
    if own.submitted_at:
        return redirect("result", own.pk)
    waiting = [place.position for place in taking.attempt_places(own) if not place.is_answered]
    return redirect("question", own.pk, waiting[0]) if waiting else redirect("hand_in", own.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def question(request: PageRequest, attempt_id: int, position: int) -> HttpResponse:
    """One question. A POST saves the answer and goes where its button says."""
    own = access.own_attempt(request.user, attempt_id)
    if request.method != "POST":
        if own.submitted_at:
            return redirect("result", own.pk)
        return _question_page(request, own, _question(own, position))
    asked = _question(own, position)
    value, outcome = _save(request, own, asked)
    if outcome.result is SaveResult.CLOSED:
        return go_to_page(request, "attempt", own.pk)
    if outcome.result is SaveResult.STALE:
        problem = _("A newer answer was saved from another page. Yours is below; press again to keep it.")
        return _question_page(request, own, asked, typed=value, problem=problem, status=409)
    return _go(request, own)


@require_POST
def save(request: PageRequest, attempt_id: int, position: int) -> JsonResponse:
    """Save one answer as it changes. 200 only after the commit; 409 says why not, with what is stored."""
    own = access.own_attempt(request.user, attempt_id)
    _value, outcome = _save(request, own, _question(own, position))
    if outcome.result is SaveResult.CLOSED:
        return JsonResponse({"reason": "closed", "message": _("The quiz is closed.")}, status=409)
    if outcome.result is SaveResult.STALE:
        message = _("A newer answer was saved from another page.")
        stored = {"reason": "stale", "sequence": outcome.sequence, "value": outcome.value, "message": message}
        return JsonResponse(stored, status=409)
    saved_at = (outcome.received_at or timezone.now()).astimezone(own.assignment.group.zone)
    return JsonResponse({"sequence": outcome.sequence, "saved_at": date_format(saved_at, "H:i")})


@require_safe
@never_cache
def hand_in(request: PageRequest, attempt_id: int) -> HttpResponse:
    """All questions, the unanswered first, before handing in."""
    own = access.own_attempt(request.user, attempt_id)
    if own.submitted_at:
        return redirect("result", own.pk)
    places = taking.attempt_places(own)
    context = {
        "attempt": own,
        "unanswered": [place for place in places if not place.is_answered],
        "answered": [place for place in places if place.is_answered],
    }
    return render_page(request, "quizzes/hand_in.html", context)


@require_POST
def submit(request: PageRequest, attempt_id: int) -> HttpResponse:
    """Hand in. Doing so again shows the same result."""
    own = access.own_attempt(request.user, attempt_id)
    attempts.submit_attempt(attempt=own, now=timezone.now())
    return redirect("result", own.pk)


def _question(own: Attempt, position: int) -> AttemptQuestion:
    asked = own.questions.select_related("version__question", "version__point").filter(position=position).first()
    if asked is None:
        raise Http404
    return asked


def _question_page(request: PageRequest, own: Attempt, asked: AttemptQuestion, **extra: object) -> HttpResponse:
    typed, status = extra.pop("typed", None), int(str(extra.pop("status", 200)))
    page = taking.question_page(own, asked, typed=typed)
    context = {"page": page, "key": uuid.uuid4(), **extra}
    return render_page(request, "quizzes/question.html", context, partial="quizzes/_question.html", status=status)


def _save(request: PageRequest, own: Attempt, asked: AttemptQuestion) -> tuple[object, attempts.SaveOutcome]:
    form = SaveForm(request.POST)
    try:
        value = raw_answer(asked.version, request.POST)
    except ValidationError as error:
        raise BadRequest(" ".join(error.messages)) from error
    if not form.is_valid():
        raise BadRequest("A save without a sequence and key.")
    outcome = attempts.save_response(attempt=own, question=asked, value=value, now=timezone.now(), **form.cleaned_data)
    return value, outcome


def _go(request: PageRequest, own: Attempt) -> HttpResponse:
    """Follow the button: a position of the attempt, or the list before handing in."""
    target = request.POST.get("go", "")
    if target.isascii() and target.isdigit() and 1 <= int(target[:4]) <= own.question_count:
        return redirect("question", own.pk, int(target[:4]))
    return go_to_page(request, "hand_in", own.pk)
