"""The admin site for staff: everything here can be looked at, nothing changed."""

from django.contrib import admin

from quizzes.models import Assignment, Attempt, Grade, Question, QuestionVersion, Quiz, Response
from studyapp.admin import ReadOnlyAdmin

admin.site.register([Assignment, Attempt, Grade, Question, QuestionVersion, Quiz, Response], ReadOnlyAdmin)
