"""Applications: a holiday with extra help, a course, and hours moved to the next year."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.account_words import year_words
from bpa_desktop.documents.phrases import dates_words, in_hours, period_words
from bpa_desktop.domain.moved_hours import Consent, Purpose
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, money, ngettext
from bpa_desktop.services.letter_text import draft, line, listed, prompt, stopped, unstopped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bpa_desktop.domain.account_hours import HoursSheet
    from bpa_desktop.domain.application import Application
    from bpa_desktop.domain.instruction import Course
    from bpa_desktop.domain.moved_hours import MovedHours
    from bpa_desktop.domain.trip import Trip
    from bpa_desktop.services.letter_text import Draft, Signer

_ONE_DAY: Final = dt.timedelta(days=1)
_WHAT_FOR: Final = {
    Purpose.HOLIDAY: N_("I want to save the hours for a holiday with helpers."),
    Purpose.COURSE: N_("I want to save the hours for courses."),
    Purpose.FAMILY: N_("I want to save the hours for a family event."),
    Purpose.SPORT: N_("I want to save the hours for sport."),
    Purpose.OTHER: N_("I want to save the hours for a later purpose."),
}


class EarlierTrip(NamedTuple):
    """A trip of the same year that is over; ``used`` are minutes of extra help on it."""

    trip: Trip
    used: int = 0


class Journey(NamedTuple):
    """A trip, and what went before it in the same year; ``weekly`` are minutes granted a week.

    ``needs_approval`` says that it goes abroad for so long that it must be granted first.
    """

    trip: Trip
    weekly: int | None = None
    earlier: Sequence[EarlierTrip] = ()
    needs_approval: bool = False


def holiday(one: Journey, signer: Signer) -> Draft:
    """The application for help on a trip, or the word that one goes abroad without asking more."""
    trip = one.trip
    needs_help = trip.has_extra_help or trip.cost is not None
    is_asking = needs_help or one.needs_approval
    first = _("I apply for help with a holiday.") if needs_help else _("I am going on holiday.")
    leave = _("I ask to take my BPA along abroad for so long.") if one.needs_approval else ""
    parts = [
        line(first, *_where(trip), leave),
        _ordinary(one),
        _extra_hours(trip),
        _second_helper(trip),
        _costs(trip),
        _earlier(one),
        _holiday_end(trip, is_asking=is_asking),
    ]
    subject = _("Application for holiday") if is_asking else _("I am going on holiday")
    days = dates_words(trip.first_day, trip.last_day)
    return draft(f"{subject}: {trip.place}, {days}", parts, signer)


def _holiday_end(trip: Trip, *, is_asking: bool) -> str:
    if is_asking:
        return _("Please answer in writing, in good time before I leave.")
    if trip.is_abroad is Answer.YES:
        return _("Please write to me that you know of it.")
    return _("Please write to me if you need to know more.")


def blank_holiday(signer: Signer) -> Draft:
    """The application before a trip is written down."""
    parts = [
        _("I apply for help with a holiday."),
        listed(
            _("This is what I ask for:"),
            [
                prompt(_("where to, and from which day to which")),
                prompt(_("how many extra hours, and why")),
                prompt(_("whether there must be two helpers, and why")),
                prompt(_("extra costs, and what they are")),
            ],
        ),
        _("Please answer in writing, in good time before I leave."),
    ]
    return draft(_("Application for holiday"), parts, signer)


def _where(trip: Trip) -> Iterator[str]:
    place = unstopped(trip.place)
    if trip.days == 1:
        text = _("I am going to {place} on {day}.")
        yield text.format(place=place, day=date_words(trip.first_day))
    else:
        period = Period(trip.first_day, trip.last_day + _ONE_DAY)
        text = _("I am going to {place} from {days}.")
        yield text.format(place=place, days=period_words(period))
        yield ngettext("It is {n} day.", "It is {n} days.", trip.days)
    if trip.is_abroad is Answer.YES:
        yield _("The trip goes abroad.")
    if trip.purpose.strip():
        yield _("It is for this: {purpose}").format(purpose=stopped(trip.purpose))


def _ordinary(one: Journey) -> str:
    kept = _("I use my usual hours on the trip, just as at home.")
    if not one.weekly:
        return kept
    return line(kept, _("They are {hours} a week.").format(hours=in_hours(one.weekly)))


def _extra_hours(trip: Trip) -> str:
    if not trip.extra_minutes:
        return ""
    asked = _("I ask for {hours} more than I have.").format(hours=in_hours(trip.extra_minutes))
    why = stopped(trip.extra_reason) or prompt(_("why you need more hours on the trip"))
    return line(asked, _("The reason is: {reason}").format(reason=why))


def _second_helper(trip: Trip) -> str:
    if not trip.second_helper.strip():
        return ""
    text = _("I need two helpers at the same time for some of it. The reason is: {reason}")
    return text.format(reason=stopped(trip.second_helper))


def _costs(trip: Trip) -> str:
    if trip.cost is None:
        return ""
    what = stopped(trip.cost_words) or prompt(_("what the costs are for"))
    text = _("There are extra costs of {amount}. They are for this: {what}")
    return text.format(amount=money(trip.cost), what=what)


def _earlier(one: Journey) -> str:
    if not one.earlier:
        return ""
    text = _("I have been on holiday with extra help before in {year}:")
    return listed(
        text.format(year=one.trip.first_day.year), [_earlier_words(it) for it in one.earlier]
    )


def _earlier_words(one: EarlierTrip) -> str:
    trip = one.trip
    told = f"{unstopped(trip.place)}, {dates_words(trip.first_day, trip.last_day)}"
    asked = ""
    if trip.extra_minutes and trip.consent is Consent.AGREED:
        asked = _("{hours} more granted").format(hours=in_hours(trip.extra_minutes))
    elif trip.extra_minutes:
        asked = _("{hours} more asked for").format(hours=in_hours(trip.extra_minutes))
    used = _("{hours} used").format(hours=in_hours(one.used)) if one.used else ""
    return ", ".join(filter(None, [told, asked, used]))


def application(one: Application, signer: Signer) -> Draft:
    """An application for anything else."""
    why = stopped(one.why) or prompt(_("why you need it"))
    parts = [
        line(_("I apply for this: {what}").format(what=stopped(one.title)), *_amounts(one)),
        _("The reason is: {reason}").format(reason=why),
        line(_needed(one), _("Please answer in writing.")),
    ]
    subject = _("Application: {what}").format(what=unstopped(one.title))
    return draft(subject, parts, signer)


def _amounts(one: Application) -> Iterator[str]:
    if one.minutes:
        yield _("It takes {hours}.").format(hours=in_hours(one.minutes))
    if one.cost is not None:
        yield _("It costs {amount}.").format(amount=money(one.cost))


def _needed(one: Application) -> str:
    if one.needed_by is None:
        return ""
    return _("I need the answer by {date}.").format(date=date_words(one.needed_by))


def blank_application(signer: Signer) -> Draft:
    """The application before it is written down."""
    parts = [
        _("I apply for this: {what}").format(what=prompt(_("what you apply for"))),
        _("The reason is: {reason}").format(reason=prompt(_("why you need it"))),
        _("Please answer in writing."),
    ]
    return draft(_("Application"), parts, signer)


def course(one: Course, signer: Signer) -> Draft:
    """The application for a course for a helper, who is not named."""
    asked = _("I apply for a course for one of my helpers: {title}").format(
        title=stopped(one.title)
    )
    parts = [
        line(asked, *_about_course(one)),
        listed(
            _("The course is needed for this:"), [prompt(_("what the course is to be used for"))]
        ),
        _("Please answer in writing."),
    ]
    return draft(
        _("Application for a course: {title}").format(title=unstopped(one.title)), parts, signer
    )


def _about_course(one: Course) -> Iterator[str]:
    if one.held_on:
        yield _("It is held on {date}.").format(date=date_words(one.held_on))
    if one.minutes:
        yield _("It takes {hours} with pay.").format(hours=in_hours(one.minutes))
    if one.cost is not None:
        yield _("The fee is {amount}.").format(amount=money(one.cost))


def blank_course(signer: Signer) -> Draft:
    """The application before a course is written down."""
    parts = [
        _("I apply for a course for my helpers."),
        listed(
            _("This is what I ask for:"),
            [
                prompt(_("which course, and when")),
                prompt(_("how many hours it takes, and the fee")),
                prompt(_("what the course is to be used for")),
            ],
        ),
        _("Please answer in writing."),
    ]
    return draft(_("Application for a course"), parts, signer)


def moving(wish: MovedHours, sheet: HoursSheet, signer: Signer) -> Draft:
    """The wish to use hours of one year in the next, with the sum they are left from."""
    year = year_words(sheet.year)
    asked = _("I ask to move {hours} from {year} to the year after it.")
    parts = [
        line(asked.format(hours=in_hours(wish.minutes), year=year), _(_WHAT_FOR[wish.purpose])),
        stopped(wish.words),
        listed(_("These are the hours of {year}:").format(year=year), _sum(wish, sheet)),
        _ground(sheet),
        _("Please answer in writing, and write the number of hours and what for."),
    ]
    subject = _("Request to use hours of {year} next year").format(year=year)
    return draft(subject, parts, signer)


def _sum(wish: MovedHours, sheet: HoursSheet) -> Iterator[str]:
    own = wish.minutes if wish in sheet.moved_out and wish.consent is Consent.AGREED else 0
    agreed = sheet.agreed - own
    for name, minutes, is_there in (
        (_("Granted in the year"), sheet.granted, True),
        (_("Moved in from the year before"), sheet.opening, bool(sheet.opening)),
        (_("Used so far"), sheet.used, True),
        (_("Planned for the rest of the year"), sheet.planned, not sheet.is_over),
        (_("Left"), sheet.left, True),
        (_("Moved to the next year already"), agreed, bool(agreed)),
    ):
        if is_there:
            yield f"{name}: {in_hours(minutes)}"


def _ground(sheet: HoursSheet) -> str:
    if sheet.is_over:
        return _("I have counted the hours from the roster as it was used.")
    return _("I have counted the hours from the roster as it was used, and as it is planned.")


def blank_moving(signer: Signer) -> Draft:
    """The wish before it is written down how many hours."""
    parts = [
        _("I ask to move hours to next year."),
        listed(
            _("This is what I ask for:"),
            [prompt(_("how many hours, and from which year")), prompt(_("what they are for"))],
        ),
        _("Please answer in writing, and write the number of hours and what for."),
    ]
    return draft(_("Request to use hours next year"), parts, signer)
