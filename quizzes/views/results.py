"""What a member did and what the group has done."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from quizzes import access
from quizzes.exchange.board_csv import board_csv
from quizzes.selectors.board import board as board_of
from quizzes.selectors.results import result as result_of
from quizzes.selectors.today import today as today_of
from studyapp.access import organized_group
from studyapp.http import PageRequest, render_page


@require_safe
@never_cache
def today(request: PageRequest) -> HttpResponse:
    """Home: what is to do, then what is done."""
    return render_page(request, "quizzes/today.html", {"today": today_of(request.user, now=timezone.now())})


@require_safe
@never_cache
def result(request: PageRequest, attempt_id: int) -> HttpResponse:
    """Score, what was missed and why, and where it stands in the source."""
    own = access.own_attempt(request.user, attempt_id)
    if own.submitted_at is None:
        return redirect("attempt", own.pk)
    return render_page(request, "quizzes/result.html", {"result": result_of(own)})


@require_safe
@never_cache
def board(request: PageRequest, group_id: int) -> HttpResponse:
    """Members x assignments, for organizers."""
    group = organized_group(request.user, group_id)
    context = {"board": board_of(group, now=timezone.now())}
    return render_page(request, "quizzes/board.html", context, partial="quizzes/_board.html")


@require_safe
@never_cache
def board_export(request: PageRequest, group_id: int) -> HttpResponse:
    """The board as CSV that Chinese Excel opens."""
    group = organized_group(request.user, group_id)
    response = HttpResponse(board_csv(board_of(group, now=timezone.now())), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="board-{group.pk}.csv"'
    return response
