"""A letter from the municipality in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.i18n import _, date_words
from bpa_desktop.services.day_off_words import with_day_off

if TYPE_CHECKING:
    from bpa_desktop.domain.inquiry import Inquiry
    from bpa_desktop.services.session import Session


def inquiry_name(inquiry: Inquiry) -> str:
    """What it is for, and when it came."""
    return f"{_(inquiry.kind.label)}, {date_words(inquiry.received_on)}"


def inquiry_state(inquiry: Inquiry) -> str:
    """Whether it is answered, else by when it must be; a day off is explained."""
    words = answer_words(inquiry)
    if inquiry.answered_on is not None or inquiry.answer_by is None:
        return words
    return with_day_off(words, inquiry.answer_by)


def answer_words(inquiry: Inquiry) -> str:
    """The same without a word on a day off."""
    if inquiry.answered_on is not None:
        return _("Answered on {date}.").format(date=date_words(inquiry.answered_on))
    if inquiry.answer_by is None:
        return _("It names no day to answer. Ask which day it is.")
    return _("Answer by {date}.").format(date=date_words(inquiry.answer_by))


def inquiries(session: Session) -> tuple[Inquiry, ...]:
    """Every letter: those that wait for an answer, then the answered; the newest first."""
    from bpa_desktop.domain.inquiry import Inquiry  # noqa: PLC0415 - read when the page is

    found = sorted(session.records.all(Inquiry), key=lambda one: one.received_on, reverse=True)
    return tuple(sorted(found, key=lambda one: one.answered_on is not None))
