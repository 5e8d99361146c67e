"""Findings and what is due, said in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.findings import Code
from bpa_desktop.i18n import _, date_words, month_words, ngettext
from bpa_desktop.services.time_words import length_words, window_words
from bpa_desktop.services.wish_words import WISHES, broken_wish
from bpa_desktop.services.working_time_words import WORKING_TIME, working_time_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.findings import Finding


def finding_title(one: Finding) -> str:
    """What the finding is about, in two or three words."""
    return _(one.code.label)


def finding_sentence(one: Finding, names: Mapping[str, str]) -> str:
    """What was found, and the rule and the source behind it; ``names`` are helpers by id."""
    return f"{finding_text(one, names)} {finding_source(one)}".rstrip()


def finding_text(one: Finding, names: Mapping[str, str]) -> str:
    """What was found, without the rule behind it; ``names`` are helpers by id."""
    who = names.get(str(one.values.get("helper", "")), "") or _("The helper")
    if one.code in WORKING_TIME:
        return working_time_text(one, who)
    when, short = window_words(one.window), length_words(one.minutes_short)
    if one.code is Code.UNCOVERED:
        return _uncovered(one, when)
    if one.code in WISHES:
        return broken_wish(one, who, when, short)
    if one.code is Code.UNDER_AGE:
        text = _("{who} is {age} years old at the shift {when}. A helper must be at least {years}.")
        return text.format(who=who, when=when, age=one.values["age"], years=one.values["years"])
    text = {
        Code.DOUBLE_BOOKING: _("{who} has two shifts at the same time: {when} ({short})."),
        Code.OUTSIDE_EMPLOYMENT: _("{who} is not employed for {short} of the shift {when}."),
        Code.DURING_ABSENCE: _("{who} has a shift while away: {when} ({short})."),
        Code.BIRTH_DATE_MISSING: _("{who} has no date of birth, so the age cannot be checked."),
        Code.RULE_UNKNOWN: _("The rule {rule} is not known here: {when}. It was not checked."),
    }[one.code]
    return text.format(who=who, when=when, short=short, rule=one.rule)


def finding_source(one: Finding) -> str:
    """The rule behind the finding, where it was read, and how sure that is."""
    title = _(str(one.values.get("rule_title", "")))
    if not title:
        return ""
    rule = _("Rule: {rule}.").format(rule=title)
    source = _("Source: {source}.").format(source=one.source) if one.source else ""
    sure = f"{_(one.confidence.label)}."
    return " ".join(part for part in (rule, source, sure) if part)


def _uncovered(one: Finding, when: str) -> str:
    missing = cast("int", one.values["missing"])
    text = ngettext(
        "Nobody is planned: {when} ({short}).",
        "{n} helpers are missing: {when} ({short}).",
        missing,
    )
    kind = _(str(getattr(one.values["kind"], "label", "")))
    text = text.format(when=when, short=length_words(one.minutes_short))
    return f"{text} {kind}."


def due_title(one: Due) -> str:
    """What is due, in two or three words."""
    if one.code is DueCode.CLOSE_MONTH:
        return _("Close {month}").format(month=month_words(cast("dt.date", one.values["month"])))
    return _(one.code.label)


def due_text(one: Due) -> str:
    """What is due, in a full sentence."""
    on = date_words(one.on)
    if one.code is DueCode.COMPLAINT:
        reference = one.values.get("reference")
        if reference:
            text = _("The municipality must have received a complaint over {reference} by {on}.")
            return text.format(reference=reference, on=on)
        return _("The municipality must have received a complaint by {on}.").format(on=on)
    if one.code in {DueCode.FIRST_FOLLOW_UP, DueCode.REVISITATION}:
        return _expected(one)
    if one.code is DueCode.CLOSE_MONTH:
        return _closing(one)
    text = {
        DueCode.VISIT: _("The municipality visits you on {on}."),
        DueCode.GRANT_ENDS: _("The grant ends on {on}. Ask what comes after."),
        DueCode.RULE_UNKNOWN: _(
            "The time to complain over a decision received on {on} is not known. "
            "Ask the municipality."
        ),
    }[one.code]
    return text.format(on=on)


def due_source(one: Due) -> str:
    """Where the day comes from; empty where it was written by the user."""
    return _("Source: {source}.").format(source=one.source) if one.source else ""


def _closing(one: Due) -> str:
    text = ngettext(
        "{month} is over and not closed.",
        "{n} months are over and not closed. The oldest is {month}.",
        cast("int", one.values["count"]),
    )
    text = text.format(month=month_words(cast("dt.date", one.values["month"])))
    return text[:1].upper() + text[1:]


def _expected(one: Due) -> str:
    months = cast("int", one.values["months"])
    if one.code is DueCode.FIRST_FOLLOW_UP:
        text = ngettext(
            "Expect the first follow-up about {n} month after the start: around {on}.",
            "Expect the first follow-up about {n} months after the start: around {on}.",
            months,
        )
    else:
        text = ngettext(
            "The municipality reassesses every month. Expect it around {on}.",
            "The municipality reassesses every {n} months. Expect it around {on}.",
            months,
        )
    return text.format(on=date_words(one.on))
