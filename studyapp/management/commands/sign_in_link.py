"""Prints a fresh one-time sign-in link."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils import timezone

from studyapp.services import members


class Command(BaseCommand):
    """`manage.py sign_in_link NAME`: a link that signs this member in once."""

    help = "Print a one-time link that signs a member in. NAME is a user name, or a name only one member has."

    def add_arguments(self, parser: CommandParser) -> None:
        """One member."""
        parser.add_argument("name", metavar="NAME")

    def handle(self, *args: object, name: str, **options: object) -> None:  # noqa: ARG002
        """Print the link alone on stdout, so that it can be piped."""
        try:
            member = members.find_member(name)
        except members.NoSuchMemberError as error:
            raise CommandError(f"No member is called “{name}”.") from error
        except members.AmbiguousMemberError as error:
            raise CommandError(f"Several members are called “{name}”. Give one user name of: {error}") from error
        token = members.create_sign_in_link(member=member, now=timezone.now(), lifetime=settings.SIGN_IN_LINK_LIFETIME)
        self.stdout.write(settings.SITE_URL + reverse("sign_in_link", args=[token]))
