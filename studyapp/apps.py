"""App configuration of the content app."""

from django.apps import AppConfig


class StudyAppConfig(AppConfig):
    """The content app."""

    name = "studyapp"
    verbose_name = "StudyApp"
