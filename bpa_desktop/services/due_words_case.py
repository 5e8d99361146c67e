"""What is due in the case with the municipality, said in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.day_off_words import with_day_off

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.record import Choice


def _complaint(one: Due) -> str:
    """By when a complaint must have been received, and the safe day before a day off."""
    reference, on = one.values.get("reference"), date_words(one.on)
    if reference:
        text = _("The municipality must have received a complaint over {reference} by {on}.")
        return with_day_off(text.format(reference=reference, on=on), one.on)
    text = _("The municipality must have received a complaint by {on}.").format(on=on)
    return with_day_off(text, one.on)


def _dated(known: str, unknown: str) -> Callable[[Due], str]:
    """``known`` where a text says when, else ``unknown``, with the day it is counted from."""

    def told(one: Due) -> str:
        since = cast("dt.date | None", one.values.get("since"))
        is_known = one.values.get("is_known", True)
        text = _(known) if is_known else _(unknown)
        return text.format(on=date_words(one.on), since=date_words(since) if since else "")

    return told


def _stands(one: Due) -> str:
    if one.values.get("is_known", True):
        text = _("Say by {on} whether the complaint stands, or it may be taken as ended.")
        return with_day_off(text.format(on=date_words(one.on)), one.on)
    text = _(
        "The municipality agreed in part on {on}. It is not known how long you have to say whether "
        "the complaint stands. Ask, or say it now."
    )
    return text.format(on=date_words(one.on))


def _tell(one: Due) -> str:
    if one.values["complained"]:
        return ngettext(
            "{n} helper must be given notice on {on}, unless the complaint has changed it.",
            "{n} helpers must be given notice on {on}, unless the complaint has changed it.",
            cast("int", one.values["count"]),
        ).format(on=date_words(one.on))
    return ngettext(
        "{n} helper must be given notice by {on}, if you do not complain.",
        "{n} helpers must be given notice, the first by {on}, if you do not complain.",
        cast("int", one.values["count"]),
    ).format(on=date_words(one.on))


def _notice_unknown(one: Due) -> str:
    text = ngettext(
        "The notice of {n} helper is not known, so its day is not either. Find it out by {on}.",
        "The notice of {n} helpers is not known, so its day is not either. Find it out by {on}.",
        cast("int", one.values["count"]),
    )
    return text.format(on=date_words(one.on))


def _letter(one: Due) -> str:
    what = _(cast("Choice", one.values["kind"]).label)
    if one.values["is_known"]:
        text = _("Answer by {on}: {what}.").format(on=date_words(one.on), what=what)
        return with_day_off(text, one.on)
    text = _("A letter of {on} names no day to answer: {what}. Ask which day it is.")
    return text.format(on=date_words(one.on), what=what)


def _passed(one: Due) -> str:
    what = _(cast("Choice", one.values["kind"]).label)
    text = _("{what} was planned for {on}. Write whether it was held, and what was agreed.")
    return text.format(what=what, on=date_words(one.on))


def _budget(one: Due) -> str:
    text = ngettext(
        "The municipality follows up when budgets are made anew, every month. "
        "Expect it around {on}.",
        "The municipality follows up when budgets are made anew, every {n} months. "
        "Expect it around {on}.",
        cast("int", one.values["months"]),
    )
    return text.format(on=date_words(one.on))


CASE_SENTENCES: Final[Mapping[DueCode, Callable[[Due], str]]] = {
    DueCode.COMPLAINT: _complaint,
    DueCode.COMPLAINT_ANSWER: _dated(
        N_("The municipality's answer to your complaint of {since} is expected by {on}."),
        N_("It is not known when the municipality must answer your complaint of {since}. Ask."),
    ),
    DueCode.COMPLAINT_STANDS: _stands,
    DueCode.COMPLAINT_FORWARD: _dated(
        N_("The municipality says that your complaint goes on to the Board of Appeal by {on}."),
        N_("It is not known when your complaint goes on to the Board of Appeal. Ask."),
    ),
    DueCode.BOARD_DECIDES: _dated(
        N_("The Board of Appeal's decision is expected by {on}."),
        N_("It is not known when the Board of Appeal decides."),
    ),
    DueCode.NEW_DECISION: _dated(
        N_("A new decision is expected by {on}. Register it when it comes."),
        N_("A new decision is to come after {since}. No day is known for it; ask for one."),
    ),
    DueCode.CORRECT_GRANT: _dated(
        N_("The Board of Appeal changed the decision on {on}. Correct the grant."),
        N_("The Board of Appeal changed the decision. Correct the grant."),
    ),
    DueCode.LESS_HELP: _dated(
        N_("There can be less help from {on} at the earliest, by the fourteen weeks."),
        N_("It is not known when there can be less help."),
    ),
    DueCode.TELL_HELPERS: _tell,
    DueCode.NOTICE_UNKNOWN: _notice_unknown,
    DueCode.ANSWER_LETTER: _letter,
    DueCode.VISIT_PASSED: _passed,
    DueCode.BUDGET_FOLLOW_UP: _budget,
}
"""The sentence of each thing that is due in the case."""
