"""Warnings of hours and money ahead, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bpa_desktop.documents.phrases import in_hours, in_kroner
from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.i18n import _, date_words, month_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from bpa_desktop.domain.deadlines import Due

_HOUR: Final = 60


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


def _sentences(one: Due) -> str:
    return f"{warned(one)} {_to_do(one, date_words(one.on))}"


AHEAD: Final[Mapping[DueCode, Callable[[Due], str]]] = {
    DueCode.HOURS_OVER: _sentences,
    DueCode.HOURS_UNDER: _sentences,
    DueCode.MONEY_OVER: _sentences,
    DueCode.MONEY_UNDER: _sentences,
}
