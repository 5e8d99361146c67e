"""What the rules of working time find, what would mend it and what it depends on, in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, cast

from bpa_desktop.domain.clock import MINUTES_PER_HOUR, wall
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.ground import Question
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, clock, date_words, month_words, ngettext, number
from bpa_desktop.services.time_words import length_words, moment_words, window_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from fractions import Fraction

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.shortened_rest import Breach


def working_time_text(one: Finding, who: str) -> str:
    """What was found about ``who`` and what would mend it; its code is in `WORKING_TIME`."""
    return _sentences(WORKING_TIME[one.code](one, who))


def _sentences(parts: Iterable[str]) -> str:
    return " ".join(part for part in parts if part)


def _lengths(one: Finding) -> dict[str, str]:
    """Every value that is a whole number as a length, and what is short."""
    lengths = {
        key: length_words(value)
        for key, value in one.values.items()
        if isinstance(value, int) and not isinstance(value, bool)
    }
    return {**lengths, "short": length_words(one.minutes_short)}


def _daily(one: Finding, who: str) -> Iterable[str]:
    text = _(
        "{who} has only {longest} of rest in a row within {within} before {end}. "
        "The rule is {needed}: {short} too little."
    )
    if not one.values["longest"]:
        text = _("{who} has no rest within {within} before {end}. The rule is {needed}.")
    yield text.format(who=who, end=moment_words(one.window[1]), **_lengths(one))
    if one.values["day_shift"]:
        yield _("A 24-hour shift takes an agreement; rest on the spot does not count without.")
    yield _mend(one)
    yield _ground(one)


def _shortened(one: Finding, who: str) -> Iterable[str]:
    text = _("{who} has {longest} of rest before {end}: {short} less than {needed}.")
    yield text.format(who=who, end=moment_words(one.window[1]), **_lengths(one))
    days = cast("int", one.values["days"])
    allowed = ngettext(
        "The agreement allows {least} on {n} day a week, not on two days running.",
        "The agreement allows {least} on {n} days a week, not on two days running.",
        days,
    )
    yield allowed.format(least=length_words(cast("int", one.values["least"])))
    wrong = cast("tuple[Breach, ...]", one.values["wrong"])
    yield from (_(breach.label) for breach in wrong)
    yield _mend(one) if wrong else _("What is missing must be given later.")


def _weekly(one: Finding, who: str) -> Iterable[str]:
    text = _(
        "{who} has no {needed} free in a row: {when}. The longest is {longest}: {short} too little."
    )
    yield text.format(who=who, when=window_words(one.window), **_lengths(one))
    without = cast("tuple[int, int] | None", one.values["without"])
    if without is not None:
        shift = window_words((wall(without[0]), wall(without[1])))
        yield _("It would be enough without the shift {shift}.").format(shift=shift)
    else:
        free_by = wall(cast("int", one.values["free_by"]))
        yield _("The free time must begin {time} at the latest.").format(time=moment_words(free_by))
    if one.values["may_be_postponed"] and not one.values["is_exempt"]:
        yield _("For care of people the day off may be postponed, and given later.")
    yield _ground(one)


def _inside(one: Finding, who: str) -> Iterable[str]:
    text = _(
        "{who} rests {total} in the 24-hour shift {when}, at most {longest_at_night} of it in a "
        "row at night. The agreement asks for {inside}, of which {at_night} at night: "
        "{short} too little."
    )
    yield text.format(who=who, when=window_words(one.window), **_lengths(one))


def _not_written(one: Finding, who: str) -> Iterable[str]:
    text = _(
        "No rest is written in the 24-hour shift of {who}: {when}. The agreement asks for "
        "{inside}, of which {at_night} in a row at night."
    )
    yield text.format(who=who, when=window_words(one.window), **_lengths(one))


def _between(one: Finding, who: str) -> Iterable[str]:
    if one.code is Code.REST_BEFORE_DAY_SHIFT:
        text = _(
            "{who} has only {free} free before the 24-hour shift {begins}. The agreement asks for "
            "{needed}: {short} too little."
        )
    else:
        text = _(
            "{who} has only {free} free after a 24-hour shift and before the shift {begins}. "
            "The agreement asks for {needed}: {short} too little."
        )
    begins = moment_words(wall(cast("int", one.values["begins"])))
    yield text.format(who=who, **{**_lengths(one), "begins": begins})
    yield _mend(one)


def _average(one: Finding, who: str) -> Iterable[str]:
    text = _(
        "{who} works {total} from {first} to {last}: more than {per_week} a week on average. "
        "The most is {most}: {short} too many."
    )
    first, last = one.window[0].date(), one.window[1].date() - dt.timedelta(days=1)
    hours = number(float(cast("Fraction", one.values["most"])) / MINUTES_PER_HOUR)
    said = {
        "first": date_words(first),
        "last": date_words(last),
        "most": ngettext("{hours} hour", "{hours} hours", 2).format(hours=hours),
    }
    yield text.format(who=who, **said, **_lengths(one))
    neutral = cast("int", one.values["neutral"])
    if neutral:
        yield ngettext(
            "{n} day of holiday or sickness is left out.",
            "{n} days of holiday or sickness are left out.",
            neutral,
        )


def _relatives(one: Finding, who: str) -> Iterable[str]:
    shared = _("The relatives together give {total} of care in the week from {first}.")
    alone = _("{who} gives {total} of care in the week from {first}.")
    text = alone if one.values["helper"] else shared
    lengths = _lengths(one)
    yield text.format(who=who, first=date_words(one.window[0].date()), **lengths)
    most = _("Relatives who hold the grant may give {most}: {short} too many.")
    yield most.format(**lengths)
    yield _("More takes a decision of the municipality.")


def _break(one: Finding, who: str) -> Iterable[str]:
    text = ngettext(
        "{who} works more than {longest} in a row {n} time in {month}.",
        "{who} works more than {longest} in a row {n} times in {month}.",
        cast("int", one.values["count"]),
    )
    longest = length_words(cast("int", one.values["longest"]))
    yield text.format(who=who, longest=longest, month=month_words(one.window[0].date()))
    yield _("That gives a right to a break.")


def _night(one: Finding, who: str) -> Iterable[str]:
    text = _(
        "{who} works at least {daily_minutes} between {first} and {last} on {at_night} of {days} "
        "working days in {year}."
    )
    if one.values["is_yearly"]:
        text = _("{who} works {minutes} at night in {year}, more than {yearly}.")
    first, last = cast("tuple[dt.time, dt.time]", one.values["daily"])
    counts = {key: str(one.values[key]) for key in ("year", "days", "at_night")}
    yield text.format(who=who, first=clock(first), last=clock(last), **{**_lengths(one), **counts})
    yield ngettext(
        "That gives a right to a free health check at least every year.",
        "That gives a right to a free health check at least every {n} years.",
        cast("int", one.values["every_years"]),
    )


def _notice(one: Finding, who: str) -> Iterable[str]:
    text = _("The shift of {who} was moved {when}, less than {days} days before it was to begin.")
    yield text.format(who=who, when=moment_words(one.window[0]), days=one.values["days"])
    yield _("Your agreement may give a supplement for that.")


def _mend(one: Finding) -> str:
    """``Begynd tidligst kl. 08:00.``, or until when the work may last; empty where neither does."""
    begins = cast("int", one.values["begins"])
    for key, text in (
        ("begin_at", _("Begin at {time} at the earliest.")),
        ("end_by", _("End at {time} at the latest.")),
    ):
        moment = cast("int | None", one.values.get(key))
        if moment is not None:
            day = wall(moment)
            is_near = day.date() == wall(begins).date()
            return text.format(time=clock(day) if is_near else moment_words(day))
    return _("Give the shift to somebody else.")


def _ground(one: Finding) -> str:
    """What the finding depends on: what is not answered yet, or what was answered.

    The question itself is asked in one place for all findings, see `services.questions`.
    """
    asks = cast("tuple[Question, ...]", one.values["asks"])
    parts = [_(text) for question, text in _DEPENDS.items() if question in asks]
    if one.values["other_agreement"]:
        parts.append(_("Your agreement may say otherwise; the program does not know its rules."))
    if one.values["is_exempt"]:
        parts.append(
            _(
                "The Working Environment Act leaves out work without care in a private household "
                "(section 2(2)), so this is only a hint."
            )
        )
    return _sentences(parts)


_DEPENDS: Final = {
    Question.AGREEMENT: N_("Under the agreement of Dansk Erhverv and FOA more is allowed."),
    Question.CARE: N_("Without care in the work it may be otherwise."),
}
"""What a finding says while a question has no answer."""


WORKING_TIME: Final[dict[Code, Callable[[Finding, str], Iterable[str]]]] = {
    Code.DAILY_REST: _daily,
    Code.SHORTENED_REST: _shortened,
    Code.WEEKLY_DAY_OFF: _weekly,
    Code.DAY_SHIFT_REST: _inside,
    Code.RESTS_NOT_WRITTEN: _not_written,
    Code.REST_BEFORE_DAY_SHIFT: _between,
    Code.REST_AFTER_DAY_SHIFT: _between,
    Code.AVERAGE_WEEK: _average,
    Code.RELATIVE_WEEK: _relatives,
    Code.BREAK_RIGHT: _break,
    Code.SHORT_NOTICE: _notice,
    Code.NIGHT_CHECK: _night,
}
"""How each finding of working time is told."""
