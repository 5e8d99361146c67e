"""What is due in the teaching of helpers, said in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.day_off_words import with_day_off

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.deadlines import Due


def _day(one: Due) -> str:
    return date_words(cast("dt.date", one.values["day"]))


def _inspection(one: Due) -> str:
    if one.values["is_late"]:
        text = _("{name} should have been inspected on {day}.")
    else:
        text = _("{name} is to be inspected by {day}.")
    return text.format(name=one.values["name"], day=_day(one))


def _again(one: Due) -> str:
    text = ngettext(
        "{n} helper must be instructed again in: {name}.",
        "{n} helpers must be instructed again in: {name}.",
        cast("int", one.values["helpers"]),
    )
    return text.format(name=one.values["name"])


def _instruct(one: Due) -> str:
    topics = cast("int", one.values["topics"])
    helpers = cast("int", one.values["helpers"])
    who = ngettext("{n} helper lacks", "{n} helpers lack", helpers)
    if topics == 1:
        return _("{who} instruction in: {name}.").format(who=who, name=one.values["name"])
    what = ngettext("{n} thing", "{n} things", topics)
    return _("{who} instruction in {what}.").format(who=who, what=what)


def _introduction(one: Due) -> str:
    text = _("{who}'s introduction, {day}: {what}.")
    what = str(one.values["what"]).rstrip(".?!")
    return text.format(who=one.values["who"], day=_day(one), what=what)


def _apply(one: Due) -> str:
    text = ngettext(
        "Apply for {title} by {on}. The municipality says that the answer takes {n} week.",
        "Apply for {title} by {on}. The municipality says that the answer takes {n} weeks.",
        cast("int", one.values["weeks"]),
    )
    return with_day_off(text.format(title=one.values["title"], on=date_words(one.on)), one.on)


def _expires(one: Due) -> str:
    text = _("{who}'s course {title} is valid to {day}.")
    return text.format(who=one.values["who"], title=one.values["title"], day=_day(one))


SENTENCES: Final[Mapping[DueCode, Callable[[Due], str]]] = {
    DueCode.AID_INSPECTION: _inspection,
    DueCode.INSTRUCT: _instruct,
    DueCode.INSTRUCT_AGAIN: _again,
    DueCode.INTRODUCTION: _introduction,
    DueCode.COURSE_APPLY: _apply,
    DueCode.COURSE_EXPIRES: _expires,
}
"""The sentence of each; `due_words` takes them in."""

TITLES: Final[Mapping[DueCode, Callable[[Due], str]]] = {
    DueCode.AID_INSPECTION: lambda one: _("Inspection: {name}").format(**one.values),
    DueCode.INSTRUCT_AGAIN: lambda one: _("Instruct again: {name}").format(**one.values),
    DueCode.INTRODUCTION: lambda one: _("Introduction of {who}").format(**one.values),
    DueCode.COURSE_APPLY: lambda one: _("Apply for: {title}").format(**one.values),
    DueCode.COURSE_EXPIRES: lambda one: _("Runs out: {title}, {who}").format(**one.values),
}
"""The titles that say what it is about; the others are those of the code."""
