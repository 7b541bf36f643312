"""Stored content: people, documents and what was read out of them."""

from studyapp.models.groups import Member, Membership, SignInLink, StudyGroup

__all__ = ["Member", "Membership", "SignInLink", "StudyGroup"]
