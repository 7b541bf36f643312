"""Who may see or change what. Nothing else decides: views call these first, templates never ask.

Whoever does not belong gets 404, so that nothing can be learned by guessing; a member without the role gets 403.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _

from studyapp.models import Document, Member, Membership, StudyGroup


def group_of(member: Member, group_id: int) -> StudyGroup:
    """The group, for its members. One query. Raises Http404 for everybody else."""
    group = StudyGroup.objects.visible_to(member).filter(pk=group_id).first()
    if group is None:
        raise Http404
    return group


def organized_group(member: Member, group_id: int) -> StudyGroup:
    """The group, for its organizers. One query. Raises PermissionDenied for members, Http404 for outsiders."""
    group = StudyGroup.objects.filter(pk=group_id)
    membership = Membership.objects.active().select_related("group").filter(member=member, group__in=group).first()
    if membership is None:
        raise Http404
    if membership.role != Membership.Role.ORGANIZER:
        raise PermissionDenied(_("Only organizers of this group can open this page."))
    return membership.group


def readable_document(member: Member, document_id: int) -> Document:
    """The document, for members of its group. One query. Raises Http404 for everybody else."""
    document = Document.objects.visible_to(member).select_related("group").filter(pk=document_id).first()
    if document is None:
        raise Http404
    return document
