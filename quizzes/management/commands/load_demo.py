"""Loads the starter text and a demo group into an empty site."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.urls import reverse
from django.utils import timezone

from quizzes.services.demo import demo_accounts, load_demo
from studyapp.services.members import create_sign_in_link


class Command(BaseCommand):
    """`manage.py load_demo [--links]`: safe to run again, changes nothing on a site that has members."""

    help = "Load the starter text, a demo group and one assignment into an empty site."

    def add_arguments(self, parser: CommandParser) -> None:
        """Links are printed on request only, because each one opens an account."""
        parser.add_argument("--links", action="store_true", help="print fresh one-time sign-in links")

    def handle(self, *args: object, links: bool, **options: object) -> None:  # noqa: ARG002
        """Load, then say how to sign in."""
        now = timezone.now()
        if load_demo(now=now):
            self.stdout.write("Loaded the starter text and a demo group.")
        if not links:
            return
        for member in demo_accounts():
            token = create_sign_in_link(member=member, now=now, lifetime=settings.SIGN_IN_LINK_LIFETIME)
            link = settings.SITE_URL + reverse("sign_in_link", args=[token])
            self.stdout.write(f"Sign in once as {member.name} ({member.username}): {link}")
