"""Addresses of the quiz app."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
