"""Courses for helpers: application and answer, hours in the roster, and the fee as a voucher."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bpa_desktop.documents.phrases import in_hours
from bpa_desktop.domain.aid_names import is_named
from bpa_desktop.domain.instruction import Course
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, money, ngettext
from bpa_desktop.services.own_profile import profile_of
from bpa_desktop.services.reading import helper_signs, shifts
from bpa_desktop.services.teaching_due import ANSWER_WEEKS
from bpa_desktop.services.teaching_words import ended

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bpa_desktop.services.session import Session

_ONE_DAY = dt.timedelta(days=1)
_ANSWERS: Final = {
    Consent.ASKED: N_("The municipality has not answered yet."),
    Consent.AGREED: N_("The municipality has agreed."),
    Consent.REFUSED: N_("The municipality has refused."),
}


class Courses(NamedTuple):
    """Courses to come, those held by the newest, and those the municipality refused."""

    coming: tuple[Course, ...]
    held: tuple[Course, ...]
    refused: tuple[Course, ...]


def courses(session: Session) -> Courses:
    """Every course there is."""
    known = sorted(
        session.records.all(Course), key=lambda one: (one.held_on or dt.date.max, one.id)
    )
    wanted = [one for one in known if one.consent is not Consent.REFUSED]
    coming = [one for one in wanted if one.held_on is None or one.held_on >= session.today]
    held = [one for one in wanted if one not in coming]
    refused = [one for one in known if one.consent is Consent.REFUSED]
    return Courses(tuple(coming), tuple(reversed(held)), tuple(refused))


def find_course(session: Session, course_id: str) -> Course | None:
    """The course with that id, if it is still there."""
    return next(iter(session.records.with_ids(Course, [course_id])), None)


def course_line(course: Course, names: Mapping[str, str]) -> str:
    """``Anna Nielsen: Forflytning, 3. maj 2026. 4 timer, 800,00 kr.``."""
    who = names.get(course.helper, "")
    day = date_words(course.held_on) if course.held_on else _("no date yet")
    text = _("{who}: {title}, {day}.").format(who=who, title=course.title.rstrip("."), day=day)
    return " ".join(filter(None, (text, amount_words(course))))


def amount_words(course: Course) -> str:
    """Hours and fee; empty where neither is written."""
    parts = []
    if course.minutes:
        parts.append(in_hours(course.minutes))
    if course.cost:
        parts.append(_("fee {amount}").format(amount=money(course.cost)))
    said = ", ".join(parts)
    return ended(f"{said[:1].upper()}{said[1:]}") if said else ""


def answer_words(session: Session, course: Course) -> str:
    """How far the application is, and by when to apply where the municipality says so."""
    if course.consent is not Consent.ASKED:
        return _(_ANSWERS[course.consent])
    if course.applied_on is not None:
        return _("Applied on {date}. Not answered yet.").format(date=date_words(course.applied_on))
    profile = profile_of(session, session.today)
    weeks = profile.whole(ANSWER_WEEKS) if profile else None
    if weeks is None or course.held_on is None:
        return _("Not applied for yet.")
    by = date_words(course.held_on - dt.timedelta(weeks=weeks))
    return _("Not applied for yet. Apply by {date}.").format(date=by)


def year_words(session: Session, year: int) -> str:
    """What the courses of ``year`` come to, refused ones left out."""
    found = courses(session)
    inside = [
        one for one in (*found.coming, *found.held) if one.held_on and one.held_on.year == year
    ]
    if not inside:
        return _("No courses in {year}.").format(year=year)
    text = ngettext("{n} course in {year}: {what}", "{n} courses in {year}: {what}", len(inside))
    return ended(text.format(year=year, what=_sum_words(inside)))


def _sum_words(found: Iterable[Course]) -> str:
    listed = list(found)
    minutes = sum(one.minutes for one in listed)
    fees = sum((one.cost or Decimal(0) for one in listed), Decimal(0))
    return _("{hours}, fees {amount}").format(hours=in_hours(minutes), amount=money(fees))


def applied(session: Session, course: Course) -> str:
    """Note that the municipality was asked today, and say so."""
    with session.operation(N_("apply for {title}"), title=course.title) as operation:
        operation.save(replace(course, applied_on=session.today))
    return _("Applied today: {title}.").format(title=course.title)


def answered(session: Session, course: Course, consent: Consent) -> str:
    """Note what the municipality answered, and say so."""
    with session.operation(N_("answer about {title}"), title=course.title) as operation:
        operation.save(replace(course, consent=consent))
    return " ".join((ended(course.title), _(_ANSWERS[consent])))


def is_in_roster(session: Session, course: Course) -> bool:
    """Whether the helper has a shift of course hours on the day."""
    if course.held_on is None:
        return False
    return any(
        one.helper == course.helper
        and one.kind is HourKind.COURSE
        and one.state is not ShiftState.CANCELLED
        for one in shifts(session, course.held_on, course.held_on + _ONE_DAY)
    )


def _mark(session: Session, course: Course) -> str:
    return helper_signs(session)[course.helper].letters


def voucher_begun(session: Session, course: Course) -> dict[str, Any]:
    """What the voucher of the fee begins with; helpers stand in vouchers with initials."""
    what = _("Course: {title} ({who})")
    return {
        "what": what.format(title=course.title, who=_mark(session, course)),
        "amount": course.cost,
        "standard": StandardLine.COURSES,
    }


def voucher_of(session: Session, course: Course) -> Voucher | None:
    """The voucher of the fee: of that amount, for courses, naming the course and the helper."""
    if not course.cost:
        return None
    mark = _mark(session, course)
    return next(
        (
            one
            for one in session.records.all(Voucher)
            if one.amount == course.cost
            and one.standard is StandardLine.COURSES
            and is_named(course.title, one.what)
            and is_named(mark, one.what)
        ),
        None,
    )


def unbooked(session: Session, year: int) -> tuple[Course, ...]:
    """The courses held in ``year`` through today whose fee is not a voucher yet."""
    return tuple(
        one
        for one in courses(session).held
        if one.cost and one.held_on and one.held_on.year == year and not voucher_of(session, one)
    )
