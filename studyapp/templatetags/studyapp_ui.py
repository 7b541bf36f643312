"""Formatting for pages: icons, and dates as people here write them. No queries, no decisions."""

from datetime import datetime, timedelta

from django import template
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """A symbol of the sprite, hidden from screen readers: the words beside it say the same."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("icons/icons.svg"),
        name,
    )


@register.filter
def moment(value: datetime) -> str:
    """11月23日 周一 21:00, or Mon 23 Nov, 21:00. In the zone the value carries."""
    if (get_language() or "").startswith("zh"):
        return f"{value.month}月{value.day}日 周{'一二三四五六日'[value.weekday()]} {value:%H:%M}"
    return date_format(value, "D j M, H:i")


@register.filter
def clock(value: datetime) -> str:
    """12:03, in the zone the value carries."""
    return f"{value:%H:%M}"


@register.filter
def duration(value: timedelta) -> str:
    """7 分 42 秒: minutes and seconds; hours when there are any."""
    minutes, seconds = divmod(max(0, int(value.total_seconds())), 60)
    if minutes >= 60:
        return _("%(hours)d h %(minutes)d min") % {"hours": minutes // 60, "minutes": minutes % 60}
    return _("%(minutes)d min %(seconds)d s") % {"minutes": minutes, "seconds": seconds}


@register.filter
def score(value: float | None) -> str:
    """A score without needless decimals: 9, 8.5, 6.67."""
    return "" if value is None else f"{round(value, 2):g}"


@register.filter
def questions(count: int) -> str:
    """15 题, 1 question."""
    return ngettext("%(count)d question", "%(count)d questions", count) % {"count": count}
