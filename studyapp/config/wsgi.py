"""The WSGI application a production server runs. It refuses to start without a secret key."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "studyapp.config.settings")

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from studyapp.config import settings

if not settings.SECRET_KEY:
    raise ImproperlyConfigured(
        "No secret key. Set SECRET_KEY (50 or more random characters) in the environment, or let `make run` make one."
    )

application = get_wsgi_application()
