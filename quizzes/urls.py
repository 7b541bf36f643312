"""Addresses of the quiz app."""

from django.urls import path

from quizzes.views import results, taking

urlpatterns = [
    path("", results.today, name="today"),
    path("assignments/<int:assignment_id>/", taking.assignment, name="assignment"),
    path("assignments/<int:assignment_id>/start/", taking.start, name="start"),
    path("attempts/<int:attempt_id>/", taking.attempt, name="attempt"),
    path("attempts/<int:attempt_id>/<int:position>/", taking.question, name="question"),
    path("attempts/<int:attempt_id>/<int:position>/save/", taking.save, name="save"),
    path("attempts/<int:attempt_id>/hand-in/", taking.hand_in, name="hand_in"),
    path("attempts/<int:attempt_id>/submit/", taking.submit, name="submit"),
    path("attempts/<int:attempt_id>/result/", results.result, name="result"),
    path("groups/<int:group_id>/board/", results.board, name="board"),
    path("groups/<int:group_id>/board.csv", results.board_export, name="board_export"),
]
