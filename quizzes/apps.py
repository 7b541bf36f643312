"""App configuration of the quiz app."""

from django.apps import AppConfig


class QuizzesConfig(AppConfig):
    """The quiz app."""

    name = "quizzes"
    verbose_name = "Quizzes"
