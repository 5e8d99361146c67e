"""What the working environment asks for, said in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.safety_deadlines import Why
from bpa_desktop.i18n import _, date_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.workplace_event import EventKind


def _apv(one: Due) -> str:
    why = one.values["why"]
    if why is Why.FIRST:
        return _("There is no APV yet. There must be one from the first helper on.")
    if why is Why.CHANGE:
        text = _("The work changed on {on}. The APV must be made again.")
    else:
        text = _("The APV must be made again by {on}.")
    return text.format(on=date_words(one.on))


def _running(one: Due) -> str:
    begun = date_words(cast("dt.date", one.values["begun"]))
    return _("An APV was begun {date}. It goes on where it stopped.").format(date=begun)


def _question(one: Due) -> str:
    kind = cast("EventKind", one.values["kind"])
    text = _("{what} on {on}. Must the APV be made again?")
    asked = text.format(what=_(kind.label), on=date_words(one.on))
    return " ".join((asked, _("Answer under Work environment.")))


def _discussion(one: Due) -> str:
    text = _("The yearly discussion of the working environment is to be held by {on}.")
    return text.format(on=date_words(one.on))


def _problem(one: Due) -> str:
    what, who = str(one.values["what"]), str(one.values["responsible"]).strip()
    on = date_words(one.on)
    if not who:
        return _("{what}: to be solved by {on}.").format(what=what, on=on)
    text = _("{what}: to be solved by {on}, by {who}.")
    return text.format(what=what, on=on, who=who)


def _effect(one: Due) -> str:
    return _("Something was done about {what}. Say whether it worked.").format(
        what=one.values["what"]
    )


def _accident(one: Due) -> str:
    on = date_words(one.on)
    if one.code is DueCode.ACCIDENT_UNKNOWN:
        text = _("The time to report the accident of {on} is not known. Ask the authority.")
    elif one.code is DueCode.ACCIDENT_AUTHORITY:
        text = _("The authority must have the report of the accident by {on}. Use EASY on virk.dk.")
    else:
        text = _("The insurer must have the report of the accident by {on}. Use EASY on virk.dk.")
    return text.format(on=on)


SENTENCES: Final[Mapping[DueCode, Callable[[Due], str]]] = {
    DueCode.APV: _apv,
    DueCode.APV_RUNNING: _running,
    DueCode.APV_QUESTION: _question,
    DueCode.DISCUSSION: _discussion,
    DueCode.WORK_PROBLEM: _problem,
    DueCode.EFFECT: _effect,
    DueCode.ACCIDENT_AUTHORITY: _accident,
    DueCode.ACCIDENT_INSURER: _accident,
    DueCode.ACCIDENT_UNKNOWN: _accident,
}
"""The sentence of each thing that the working environment asks for."""
