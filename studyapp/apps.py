"""App configuration of the content app."""

from django.apps import AppConfig


class StudyAppConfig(AppConfig):
    name = "studyapp"
    verbose_name = "StudyApp"

    def ready(self) -> None:
        """Register the system checks."""
        from studyapp import checks  # noqa: F401
