"""The task queue's application; tasks themselves live beside what they work on."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
app = Celery("balance")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
