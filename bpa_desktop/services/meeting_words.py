"""What meetings, their points and their hours are called in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.i18n import _, clock, date_words, day_month, day_words, uncapitalised

if TYPE_CHECKING:
    from bpa_desktop.domain.agreed_task import AgreedTask
    from bpa_desktop.domain.meeting import Meeting, MeetingPoint


def meeting_title(meeting: Meeting) -> str:
    """The title that was written, else that it is a staff meeting."""
    return meeting.title.strip() or _("Staff meeting")


def meeting_name(meeting: Meeting) -> str:
    """``Personalemøde 4. marts 2026``."""
    return f"{meeting_title(meeting)} {date_words(meeting.starts_at.date())}"


def meeting_when(meeting: Meeting) -> str:
    """``onsdag 4. marts kl. 15:00–16:30``."""
    day, start = day_words(meeting.starts_at.date()), clock(meeting.starts_at)
    text = _("{day} at {start}–{end}")
    return text.format(day=day, start=start, end=clock(meeting.ends_at))


def look_label(meeting: Meeting) -> str:
    """``Gennemse referat 4. marts``."""
    day = day_month(meeting.starts_at.date())
    return _("Look through minutes {date}").format(date=day)


def minutes_name(meeting: Meeting) -> str:
    """``referatet fra 4. marts 2026``."""
    return _("the minutes of {date}").format(date=date_words(meeting.starts_at.date()))


def point_name(point: MeetingPoint) -> str:
    """``Punkt 4``."""
    return _("Point {number}").format(number=point.number)


def point_place(point: MeetingPoint, meeting: Meeting) -> str:
    """``punkt 4 i referatet fra 4. marts 2026``."""
    text = _("{point} in {minutes}")
    return text.format(point=uncapitalised(point_name(point)), minutes=minutes_name(meeting))


def point_brief(point: MeetingPoint) -> str:
    """The heading, or the first line of the text."""
    lines = point.words.strip().splitlines()
    return point.heading.strip() or (lines[0] if lines else "")


def task_words(task: AgreedTask, who: str) -> str:
    """What was agreed, who does it and by when; ``who`` is empty for the leader."""
    parts = [task.what.strip().rstrip("."), who or _("you yourself")]
    if task.due_on is not None:
        parts.append(_("by {date}").format(date=date_words(task.due_on)))
    return ", ".join(parts)
