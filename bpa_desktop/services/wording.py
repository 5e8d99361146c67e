"""Findings, said in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bpa_desktop.domain.findings import Code
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.time_words import length_words, window_words
from bpa_desktop.services.wish_words import WISHES, broken_wish
from bpa_desktop.services.working_time_words import WORKING_TIME, working_time_text

if TYPE_CHECKING:
    from collections.abc import Mapping

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
