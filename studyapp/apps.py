"""App configuration of the content app."""

from django.apps import AppConfig


class StudyAppConfig(AppConfig):
    name = "studyapp"
    verbose_name = "StudyApp"
