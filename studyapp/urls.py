"""Addresses of the content app, and the pages of django-allauth this site uses."""

from allauth.account import views as account
from django.contrib.auth.decorators import login_not_required
from django.urls import path

from studyapp.views import library, members

urlpatterns = [
    path("sign-in/", login_not_required(account.login), name="account_login"),
    path("sign-in/link/<str:token>/", members.sign_in_link, name="sign_in_link"),
    path("sign-out/", account.logout, name="account_logout"),
    path("language/", members.set_language, name="set_language"),
    path("me/", members.preferences, name="preferences"),
    path("library/", library.library, name="library"),
    path("library/<int:document_id>/", library.document, name="document"),
    path("groups/", members.groups, name="groups"),
]
