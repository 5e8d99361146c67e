"""A decision and its days in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.case_day import YOURS, CaseStep
from bpa_desktop.domain.case_deadlines import case_days, is_late, weeks_of
from bpa_desktop.domain.complaint import Outcome, Reassessment
from bpa_desktop.domain.safe_day import day_off
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, ngettext, uncapitalised, weekday_words
from bpa_desktop.services.day_off_words import day_off_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bpa_desktop.domain.allowed_time import Terms
    from bpa_desktop.domain.case_day import CaseDay
    from bpa_desktop.domain.case_deadlines import Case
    from bpa_desktop.domain.complaint import Complaint
    from bpa_desktop.domain.decision import Decision


_SENDING: Final = "special.no_decisions_before_days_off"


class DayWords(NamedTuple):
    """One day of a case: when, what, and what is said beside it; ``is_open`` still waits."""

    when: str
    what: str
    beside: str
    is_open: bool


def decision_name(decision: Decision) -> str:
    """What it is about and its reference, or the day on which it came."""
    mark = decision.reference.strip() or date_words(decision.received_on)
    return f"{_(decision.subject.label)}, {mark}"


def day_words_of(one: CaseDay) -> DayWords:
    """A day with its weekday; a day off and the source stand beside it."""
    when = _("Not known")
    if one.on is not None:
        when = f"{weekday_words(one.on)} {date_words(one.on)}"
    beside = [day_off_words(one.on)] if one.on and one.step in YOURS and one.is_open else []
    if one.source:
        beside.append(_("Source: {source}.").format(source=one.source))
    if one.quote and one.is_open:
        beside.append(f"»{one.quote}«")
    if one.on is None:
        beside.append(_("No text says when. Ask the municipality."))
    return DayWords(when, _(one.step.label), " ".join(filter(None, beside)), one.is_open)


def state_words(case: Case, terms: Terms) -> str:
    """How far the decision is, in one sentence; of more complaints those that are under way."""
    sent = [one for one in case.complaints if one.sent_on is not None]
    under_way = [one for one in sent if one.is_open]
    if len(under_way) > 1:
        return ngettext(
            "{n} complaint over it is under way.",
            "{n} complaints over it are under way.",
            len(under_way),
        )
    if sent:
        return complaint_words((under_way or sent)[-1])
    waiting = next((one for one in case_days(case, terms) if one.is_open), None)
    if waiting is not None and waiting.step is CaseStep.COMPLAIN_BY and waiting.on is not None:
        text = _("You can complain until {date}.")
        return text.format(date=date_words(waiting.on))
    return _("No time to complain is known.")


_OUTCOMES: Final[Mapping[Outcome, str]] = {
    Outcome.UPHELD: N_("The Board of Appeal upheld the decision on {date}."),
    Outcome.REMITTED: N_("The Board of Appeal sent it back on {date}."),
    Outcome.CHANGED: N_("The Board of Appeal changed the decision on {date}."),
    Outcome.NOT_TAKEN_UP: N_("The Board of Appeal did not take the complaint up."),
    Outcome.WITHDRAWN: N_("You took the complaint back."),
}
_ANSWERS: Final[Mapping[Reassessment, str]] = {
    Reassessment.WAITING: N_("You complained on {sent}. The municipality has not answered."),
    Reassessment.UPHELD: N_("The municipality keeps its decision. The board decides now."),
    Reassessment.PARTLY: N_("The municipality agrees in part."),
    Reassessment.AGREED: N_("The municipality agrees with your complaint."),
}


def complaint_words(one: Complaint) -> str:
    """How far a complaint is, in one sentence."""
    if one.sent_on is None:
        return _("A complaint is begun, and not sent.")
    if one.outcome is Outcome.WAITING:
        if one.reassessment is Reassessment.PARTLY and one.stands_told_on is not None:
            return _("The municipality agrees in part, and your complaint stands.")
        return _(_ANSWERS[one.reassessment]).format(sent=date_words(one.sent_on))
    decided = date_words(one.decided_on) if one.decided_on else ""
    return _(_OUTCOMES[one.outcome]).format(date=decided)


def warnings(case: Case, terms: Terms) -> Iterator[str]:
    """Yield what is to be thought of: a late complaint, a day that cannot be, other numbers."""
    decision = case.decision
    if decision.decided_on is not None and decision.received_on < decision.decided_on:
        yield _("It was received before it was decided. Look at both dates again.")
    if decision.decided_on is not None and _is_before_days_off(decision.decided_on):
        yield from _sending(terms)
    weeks = weeks_of(decision, terms)
    if weeks is not None and decision.decided_on is None:
        yield _(
            "Write when the decision was made: the fourteen weeks may be counted from that day, "
            "and then the time to complain is over sooner."
        )
    starts = decision.takes_effect_on
    if weeks is not None and starts is not None and starts < weeks.effect_on:
        text = _(
            "The letter says from {said}. By the fourteen weeks it is {earliest} at the earliest. "
            "Ask the municipality."
        )
        yield text.format(said=date_words(starts), earliest=date_words(weeks.effect_on))
    if any(is_late(one, decision, terms) for one in case.complaints):
        yield _(
            "The complaint was sent after the last day. You can ask the municipality to take it "
            "up all the same, and say why it came late."
        )


def _is_before_days_off(day: dt.date) -> bool:
    return day_off(day + dt.timedelta(days=1)) is not None


def _sending(terms: Terms) -> Iterator[str]:
    """What the municipality says of decisions before days off, where it says something."""
    known = terms.profile.known(_SENDING) if terms.profile is not None else None
    if known is not None and known.value is True:
        text = _(
            "It was made just before a day off. Your municipality says: {words} The time counts "
            "from the day you received it."
        )
        yield text.format(words=f"»{known.quote}«")


def registered_words(case: Case, terms: Terms) -> str:
    """What is said when a decision was registered: by when the complaint must be there."""
    last = next((one for one in case_days(case, terms) if one.step is CaseStep.COMPLAIN_BY), None)
    if last is None or last.on is None:
        return _("The decision is registered. The time to complain is not known. Ask.")
    text = _("The decision is registered. The complaint must have been received by {date}.")
    return " ".join(filter(None, (text.format(date=date_words(last.on)), day_off_words(last.on))))


def effect_words(decision: Decision) -> str:
    """``Giver mindre end før, fra 1. maj 2026``."""
    text = _(decision.effect.label)
    if decision.takes_effect_on is None:
        return f"{text}."
    return _("{effect}, from {date}.").format(
        effect=text, date=date_words(decision.takes_effect_on)
    )


def line_words(decision: Decision) -> str:
    """What it does and when it was received."""
    text = _("{effect}, received {date}")
    return text.format(
        effect=_(decision.effect.label), date=uncapitalised(date_words(decision.received_on))
    )
