"""Forms of the content app: what a request may say, checked."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from studyapp.models import Member


class PreferencesForm(forms.Form):
    """Language, theme and text size of the signed-in member."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES, widget=forms.RadioSelect)
    theme = forms.ChoiceField(label=_("Theme"), choices=Member.Theme.choices, widget=forms.RadioSelect)
    text_size = forms.ChoiceField(label=_("Text size"), choices=Member.TextSize.choices, widget=forms.RadioSelect)


class LanguageForm(forms.Form):
    """The language switch that stands on every page, signed in or not."""

    language = forms.ChoiceField(choices=settings.LANGUAGES)
    next = forms.CharField(required=False, max_length=2000)


class SpanForm(forms.Form):
    """A span of the text to mark, in code points. Anything else is ignored by the page."""

    start = forms.IntegerField(min_value=0, max_value=10_000_000)
    end = forms.IntegerField(min_value=1, max_value=10_000_000)

    def span(self) -> tuple[int, int] | None:
        """(start, end), or None when the request names no proper span."""
        if not self.is_valid() or self.cleaned_data["start"] >= self.cleaned_data["end"]:
            return None
        return self.cleaned_data["start"], self.cleaned_data["end"]
