"""What is due, said in the user's language; the first page needs it, and no finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bpa_desktop.documents.phrases import in_hours, in_kroner
from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.i18n import _, date_words, month_words, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

    from bpa_desktop.domain.deadlines import Due

_HOUR: Final = 60
_AHEAD: Final = frozenset(
    {DueCode.HOURS_OVER, DueCode.HOURS_UNDER, DueCode.MONEY_OVER, DueCode.MONEY_UNDER}
)


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
    if one.code in _AHEAD:
        return f"{warned(one)} {_to_do(one, on)}"
    text = {
        DueCode.VISIT: _("The municipality visits you on {on}."),
        DueCode.GRANT_ENDS: _("The grant ends on {on}. Ask what comes after."),
        DueCode.RULE_UNKNOWN: _(
            "The time to complain over a decision received on {on} is not known. "
            "Ask the municipality."
        ),
    }[one.code]
    return text.format(on=on)


def warned(one: Due) -> str:
    """What is foreseen of hours or money, in a full sentence, without what to do about it."""
    if one.code is DueCode.HOURS_UNDER:
        minutes = cast("int", one.values["minutes"])
        text = _("At least {hours} of the year will not be used.")
        return text.format(hours=in_hours(minutes - minutes % _HOUR))
    if one.code is DueCode.MONEY_UNDER:
        text = _("At least {amount} of the budget will not be used.")
        return text.format(amount=in_kroner(cast("Decimal", one.values["amount"])))
    is_hours = one.code is DueCode.HOURS_OVER
    if one.values["is_used_up"]:
        return _("The hours of the year are used up.") if is_hours else _("The budget is used up.")
    month = month_words(cast("dt.date", one.values["month"])).split(" ", maxsplit=1)[0]
    text = (
        _("If it goes on like this, the hours of the year are used up in {month}.")
        if is_hours
        else _("If it goes on like this, the budget is used up in {month}.")
    )
    return text.format(month=month)


def _to_do(one: Due, on: str) -> str:
    text = {
        DueCode.HOURS_OVER: _("Change the plan or ask for more hours by {on}."),
        DueCode.HOURS_UNDER: _("Use them, or ask to have them moved, by {on}."),
        DueCode.MONEY_OVER: _("Change the plan or write to the municipality by {on}."),
        DueCode.MONEY_UNDER: _("Use it, or agree with the municipality on it, by {on}."),
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
