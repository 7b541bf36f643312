"""Settings of the test suite: the real ones, with a throw-away key and fast password hashing."""

import os

os.environ["SECRET_KEY"] = "only-for-the-test-suite-0123456789-abcdefghijklmnopqrstuvwxyz"  # noqa: S105
for _name in ("DEBUG", "SITE_URL", "ALLOWED_HOSTS", "DATABASE_URL"):
    os.environ.pop(_name, None)

from studyapp.config.settings import *  # noqa: E402, F403
from studyapp.config.settings import STORAGES  # noqa: E402

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = True  # serve files where they are: tests collect none
