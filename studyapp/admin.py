"""The admin site for staff: people and groups can be mended here, texts can only be looked at."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest

from studyapp.models import Document, DocumentVersion, Member, Membership, StudyGroup


class ReadOnlyAdmin(admin.ModelAdmin):
    """Shows rows, changes none: what members did and what was asked is never edited by hand."""

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:  # noqa: ARG002
        """Never."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:  # noqa: ARG002
        """Never."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:  # noqa: ARG002
        """Never."""
        return False


@admin.register(Member)
class MemberAdmin(UserAdmin):
    """Members, without the parts of a name they do not have."""

    list_display = ("username", "name", "is_active", "is_staff")
    search_fields = ("username", "name", "email")
    ordering = ("username",)
    fieldsets = (
        (None, {"fields": ("username", "password", "name", "email")}),
        (None, {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
        (None, {"fields": ("language", "theme", "text_size")}),
    )
    add_fieldsets = ((None, {"fields": ("username", "name", "usable_password", "password1", "password2")}),)


@admin.register(StudyGroup)
class StudyGroupAdmin(admin.ModelAdmin):
    """Groups."""

    list_display = ("name", "time_zone")


@admin.register(Membership)
class MembershipAdmin(admin.ModelAdmin):
    """Who is in which group, in which role."""

    list_display = ("member", "group", "role", "department", "removed_at")
    list_select_related = ("member", "group")


admin.site.register([Document, DocumentVersion], ReadOnlyAdmin)
