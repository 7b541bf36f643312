"""Stored content: people, documents and what was read out of them."""

from studyapp.models.documents import Document, DocumentVersion
from studyapp.models.groups import Member, Membership, SignInLink, StudyGroup
from studyapp.models.points import KeyPoint, Passage, Term

__all__ = [
    "Document",
    "DocumentVersion",
    "KeyPoint",
    "Member",
    "Membership",
    "Passage",
    "SignInLink",
    "StudyGroup",
    "Term",
]
