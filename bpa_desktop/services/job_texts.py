"""The job in words: suggested from the activity schedule and the roster, without anybody's health.

Only the kinds of tasks are told, never an activity, a name, an address or an aid: an advert is
read by strangers. What only the user knows stands in square brackets until it is written.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.phrases import joined, sentence, shift_span
from bpa_desktop.domain.activity import ActivityItem, Category, DayPart, Place
from bpa_desktop.domain.clock import wall
from bpa_desktop.domain.conflicts import MINIMUM_AGE
from bpa_desktop.domain.own_text import OwnText, TextKind
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.stints import CANCELLED
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, hours, ngettext
from bpa_desktop.services.reading import employed, helpers, stints
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bpa_desktop.services.session import Session

_WEEKS: Final = dt.timedelta(weeks=4)
_ONE_DAY: Final = dt.timedelta(days=1)
_MOST_SPANS: Final = 3
_SATURDAY: Final = 5
_SEVERAL: Final = 2
_SHORTEST: Final = 3
"""Letters; a shorter name or address is not looked for in an advert."""
_GAP: Final = re.compile(r"\[[^\]]*\]")
_CPR: Final = re.compile(r"\b\d{6}[ -]?\d{4}\b")
BULLET: Final = "– "
"""How a line of a list begins."""

_TASKS: Final[Mapping[Category, str]] = {
    Category.PERSONAL_CARE: N_("personal care"),
    Category.PRACTICAL: N_("practical help in the home"),
    Category.ACCOMPANIMENT: N_("to come along when I go out"),
    Category.MONITORING: N_("to be there and keep an eye on things"),
    Category.AVAILABILITY: N_("to be at hand when I call"),
    Category.MEETING: N_("staff meetings, talks and courses"),
}
"""What each kind of task is called to somebody who does not know the citizen."""
_PARTS: Final[Mapping[DayPart, str]] = {
    DayPart.MORNING: N_("in the morning"),
    DayPart.FORENOON: N_("in the forenoon"),
    DayPart.AFTERNOON: N_("in the afternoon"),
    DayPart.EVENING: N_("in the evening"),
    DayPart.NIGHT: N_("at night"),
}


class JobFacts(NamedTuple):
    """What can be told of the job without telling of the citizen.

    ``tasks`` are msgids. ``spans`` are the most usual shifts ("07–15"). ``weekly`` are the fewest
    and the most agreed minutes a week of the permanent helpers.
    """

    tasks: tuple[str, ...] = ()
    parts: tuple[DayPart, ...] = ()
    is_home: bool = True
    is_outside: bool = False
    needs_two: bool = False
    spans: tuple[str, ...] = ()
    at_weekends: bool = False
    weekly: tuple[int, int] | None = None


def job_facts(session: Session) -> JobFacts:
    """What the activity schedule, the roster around today and the agreed hours tell of the job."""
    items = session.records.all(ActivityItem)
    kinds = {item.category for item in items}
    parts = {item.day_part for item in items}
    spans, weekends = _usual_spans(session)
    return JobFacts(
        tasks=tuple(text for category, text in _TASKS.items() if category in kinds),
        parts=tuple(part for part in _PARTS if part in parts),
        is_home=not items or any(item.place is not Place.OUTSIDE for item in items),
        is_outside=any(item.place is not Place.HOME for item in items),
        needs_two=any(item.helpers_needed >= _SEVERAL for item in items),
        spans=spans,
        at_weekends=weekends,
        weekly=_weekly(session),
    )


def _usual_spans(session: Session) -> tuple[tuple[str, ...], bool]:
    """The most usual shifts in the weeks around today by their start, and whether weekends too."""
    today = session.today
    counts: Counter[tuple[dt.time, dt.time]] = Counter()
    found: dict[tuple[dt.time, dt.time], str] = {}
    at_weekends = False
    for one in stints(session, today - _WEEKS, today + _WEEKS):
        if one[4] == CANCELLED:
            continue
        start, end = wall(one[5]), wall(one[6])
        key = start.time(), end.time()
        counts[key] += 1
        found[key] = shift_span(start, end)
        at_weekends = at_weekends or start.weekday() >= _SATURDAY
    usual = sorted(key for key, _count in counts.most_common(_MOST_SPANS))
    return tuple(found[key] for key in usual), at_weekends


def _weekly(session: Session) -> tuple[int, int] | None:
    today = session.today
    agreed = [
        period.agreed_minutes_per_week
        for helper in employed(session, today, today + _ONE_DAY)
        if helper.position is Position.PERMANENT
        for period in helper.employments
        if period.covers(today) and period.agreed_minutes_per_week
    ]
    known = [minutes for minutes in agreed if minutes]
    return (min(known), max(known)) if known else None


def tasks_words(facts: JobFacts) -> str:
    """``Personlig pleje og praktisk hjælp i hjemmet.``; empty without an activity schedule."""
    if not facts.tasks:
        return ""
    return f"{sentence(joined([_(text) for text in facts.tasks]))}."


def where_words(facts: JobFacts) -> str:
    """Where the work is done, without an address."""
    if facts.is_home and facts.is_outside:
        return _("The work is in my home, and out where I go.")
    if facts.is_outside:
        return _("The work is out where I go.")
    return _("The work is in my home.")


def _when(facts: JobFacts) -> Iterator[str]:
    if facts.spans:
        text = _("The usual shifts are {spans}.")
        yield text.format(spans=joined(facts.spans))
        if facts.at_weekends:
            yield _("You work at weekends too, in turn with the others.")
    elif facts.parts:
        text = _("I need help {parts}.")
        yield text.format(parts=joined([_(_PARTS[part]) for part in facts.parts]))
    yield _weekly_words(facts)


def _weekly_words(facts: JobFacts) -> str:
    if facts.weekly is None:
        return _("The job is [how many] hours a week.")
    low, high = facts.weekly
    if low == high:
        return _("The job is about {hours} hours a week.").format(hours=hours(low))
    text = _("The job is between {low} and {high} hours a week.")
    return text.format(low=hours(low), high=hours(high))


def _tasks(facts: JobFacts) -> Iterator[str]:
    listed = [_(text) for text in facts.tasks] or [_("[write the tasks]")]
    yield "\n".join([_("Your tasks are:"), *(f"{BULLET}{one}" for one in listed)])
    where = [where_words(facts)]
    if facts.needs_two:
        where.append(_("At some tasks you are two."))
    yield " ".join(where)


def _paragraphs(parts: Sequence[str]) -> str:
    return "\n\n".join(parts)


def job_description(facts: JobFacts) -> str:
    """The tasks, the place, the times and how the work is led, in paragraphs."""
    leading = (
        _("I lead the work: I say what is to be done, when and how."),
        _("You are shown each task before you do it alone. Ask when you are in doubt."),
    )
    private = _("You keep to yourself what you see and hear here, after the job has ended too.")
    parts = [*_tasks(facts), " ".join(_when(facts)), " ".join(leading), private]
    return _paragraphs(parts)


def advert(facts: JobFacts, least_age: int | None = None) -> str:
    """The job as strangers read it; how to apply stands in brackets until it is written."""
    first = _("I have a personal assistance scheme (BPA), and look for a helper.")
    wanted = [_("You come on time, you listen, and you can keep things to yourself.")]
    wanted.append(_("I teach you the tasks, so you need no training beforehand."))
    if least_age is not None:
        text = ngettext(
            "You must be at least {n} year old.", "You must be at least {n} years old.", least_age
        )
        wanted.append(text)
    apply = _("Write a few lines about yourself to [e-mail or phone], by [date].")
    pay = _("You get a contract, and pay by agreement: [write the pay].")
    return _paragraphs(
        [first, *_tasks(facts), " ".join(_when(facts)), " ".join(wanted), pay, apply]
    )


def suggestion(session: Session, kind: TextKind) -> OwnText:
    """A text of that kind from what is known, in the active language and not saved."""
    facts = job_facts(session)
    if kind is TextKind.ADVERT:
        rule = rulebook().find(MINIMUM_AGE, session.today)
        title, words = _("Helper wanted"), advert(facts, rule.whole("years") if rule else None)
    else:
        title, words = _("Job description for a helper"), job_description(facts)
    return OwnText(kind=kind, title=title, words=words, written_on=session.today)


def job_texts(session: Session) -> tuple[OwnText, ...]:
    """Every job description and advert, the newest first."""
    kinds = {TextKind.JOB_DESCRIPTION, TextKind.ADVERT}
    found = [one for one in session.records.all(OwnText) if one.kind in kinds]
    return tuple(sorted(found, key=lambda one: (one.written_on, one.id), reverse=True))


def newest_description(session: Session) -> str:
    """The words of the newest job description; empty without one."""
    kept = (one for one in job_texts(session) if one.kind is TextKind.JOB_DESCRIPTION)
    return next((one.words for one in kept if not gaps(one.words)), "")


def gaps(words: str) -> tuple[str, ...]:
    """What stands in square brackets and waits to be written."""
    return tuple(_GAP.findall(words))


def told_of_people(session: Session, words: str) -> tuple[str, ...]:
    """What in a public text tells who somebody is: msgids, such as ``your name``."""
    scheme = session.scheme()
    found = []
    if scheme is not None:
        for text, name in (
            (scheme.citizen_name, N_("your name")),
            (scheme.address, N_("your address")),
            (scheme.case_number, N_("your case number")),
        ):
            found += [name] if _tells(words, text) else []
    if _CPR.search(words):
        found.append(N_("a CPR number"))
    if any(_tells(words, helper.name) for helper in helpers(session)):
        found.append(N_("a helper's name"))
    return tuple(found)


def _tells(words: str, text: str) -> bool:
    """Whether ``text``, or its part before a comma such as a street, stands in ``words``."""
    part = text.partition(",")[0].strip().casefold()
    return len(part) >= _SHORTEST and part in words.casefold()
