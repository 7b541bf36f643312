"""The library, and a document to read."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from studyapp import access, selectors
from studyapp.forms import SpanForm
from studyapp.http import PageRequest, render_page


@require_safe
def library(request: PageRequest) -> HttpResponse:
    """All documents the member may read."""
    return render_page(request, "studyapp/library.html", {"entries": selectors.library(request.user)})


@require_safe
def document(request: PageRequest, document_id: int) -> HttpResponse:
    """One document with its points, passages and terms; `?start=&end=` marks a span."""
    readable = access.readable_document(request.user, document_id)
    page = selectors.reading_page(readable, asked=SpanForm(request.GET).span())
    return render_page(request, "studyapp/document.html", {"page": page})
