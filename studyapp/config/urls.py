"""All addresses of the site. This is the one place where studyapp's configuration meets quizzes."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("studyapp.urls")),
    path("", include("quizzes.urls")),
    path("admin/", admin.site.urls),
]

handler400 = "studyapp.views.errors.bad_request"
handler403 = "studyapp.views.errors.permission_denied"
handler404 = "studyapp.views.errors.not_found"
handler500 = "studyapp.views.errors.server_error"
