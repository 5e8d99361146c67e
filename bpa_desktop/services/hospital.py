"""Stays in hospital: what becomes of each shift, who pays, and what must be told to whom."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.phrases import dates_words
from bpa_desktop.domain.clock import day_of
from bpa_desktop.domain.hospital import (
    concerned,
    decided,
    key_of,
    key_of_decision,
    payer_for,
    state_after,
    stay_span,
    undecided,
)
from bpa_desktop.domain.hospital_stay import Fate, HospitalStay, StayShift
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_
from bpa_desktop.i18n import (
    LANGUAGES,
    _,
    date_words,
    day_words,
    ngettext,
    span,
    speaking,
    uncapitalised,
)
from bpa_desktop.services.reading import first_name, shifts
from bpa_desktop.services.rostering import when

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session
    from bpa_desktop.storage.records import Operation

_DEVIATIONS: Final[Mapping[Fate, str]] = {
    Fate.COMES_ALONG: N_("In hospital: the helper came along."),
    Fate.OTHER_WORK: N_("In hospital: the helper did other work."),
    Fate.SENT_HOME: N_("In hospital: the helper was sent home."),
    Fate.AGREED_OFF: N_("In hospital: the helper was off by agreement."),
}
"""What stands in the roster as used, until somebody writes something else."""


class StayLine(NamedTuple):
    """A shift of a stay, and what was decided for it."""

    shift: Shift
    decision: StayShift | None


def stays(session: Session) -> tuple[HospitalStay, ...]:
    """Every stay, the newest first."""
    found = session.records.all(HospitalStay)
    return tuple(sorted(found, key=lambda one: (one.first_day, one.id), reverse=True))


def find_stay(session: Session, stay_id: str) -> HospitalStay | None:
    """The stay with that id, or ``None`` when it is not there any more."""
    return next(iter(session.records.with_ids(HospitalStay, [stay_id])), None)


def lines(session: Session, stay: HospitalStay) -> tuple[StayLine, ...]:
    """The shifts that lie in the stay; while it goes on, those of the coming week too."""
    start, end = stay_span(stay, session.today)
    near = shifts(session, day_of(start), day_of(end))
    decisions = session.records.where(StayShift, stay=stay.id)
    return tuple(StayLine(*one) for one in concerned(stay, near, decisions, session.today))


def open_lines(session: Session, stay: HospitalStay) -> tuple[StayLine, ...]:
    """The shifts for which nothing is decided yet."""
    return tuple(one for one in lines(session, stay) if one.decision is None)


def stranded(session: Session, stay: HospitalStay) -> tuple[StayShift, ...]:
    """The decisions whose shift has become another, is gone, or lies in the stay no more."""
    there = {key_of(one.shift) for one in lines(session, stay)}
    return tuple(
        one
        for key, one in decided(session.records.where(StayShift, stay=stay.id)).items()
        if key not in there
    )


def begin(session: Session) -> tuple[HospitalStay, str]:
    """Write a stay that begins today, and say so; one that goes on is not begun again."""
    going_on = next((one for one in stays(session) if one.last_day is None), None)
    if going_on is not None:
        text = _("You are in hospital already, from {date}.")
        return going_on, text.format(date=date_words(going_on.first_day))
    stay = HospitalStay(first_day=session.today)
    with session.operation(N_("in hospital from {date}"), date=date_words(session.today)) as work:
        saved = work.save(stay)
    count = len(lines(session, saved))
    text = _("In hospital from today. {shifts}").format(shifts=_to_decide(count))
    return saved, text


def _to_decide(count: int) -> str:
    if not count:
        return _("No shift lies in it.")
    return ngettext("{n} shift is to be decided.", "{n} shifts are to be decided.", count)


def home(session: Session, stay: HospitalStay) -> str:
    """Note that the stay ends today, and say so."""
    ended = replace(stay, last_day=session.today)
    with session.operation(N_("home from hospital")) as work:
        work.save(ended)
        back = _take_away(session, work, stranded(session, ended))
    said = [_("The stay ends today."), _to_decide(len(open_lines(session, ended)))]
    if back:
        text = ngettext("{n} later shift is as it was.", "{n} later shifts are as they were.", back)
        said.append(text)
    return " ".join(said)


def told(session: Session, stay: HospitalStay) -> str:
    """Note that the municipality was told today, and say so."""
    with session.operation(N_("the municipality is told of the stay")) as work:
        work.save(replace(stay, told_on=session.today))
    return _("The municipality is told today.")


def decide(session: Session, stay: HospitalStay, found: Iterable[StayLine], fate: Fate) -> str:
    """Decide the same for each shift, as one action, and say so.

    A helper who is off is called off; one who works after all takes the shift again.
    """
    chosen = list(found)
    what = _(fate.label)
    whose, short = _whose(session, chosen)
    said = uncapitalised(what)
    with session.operation(N_("hospital, {whose}: {what}"), whose=short, what=said) as work:
        for one in chosen:
            _decide(work, stay, one, fate)
    return _("{whose}: {what}.").format(whose=whose, what=said)


def _whose(session: Session, found: Sequence[StayLine]) -> tuple[str, str]:
    """Whose shifts they are: to be said, and in short for the undo button."""
    if len(found) == 1:
        return line_words(session, found[0]), first_name(session, str(found[0].shift.helper))
    count = _shifts_words(len(found))
    return count, count


def _shifts_words(count: int) -> str:
    return ngettext("{n} shift", "{n} shifts", count)


def _decide(work: Operation, stay: HospitalStay, line: StayLine, fate: Fate) -> None:
    shift, before = line
    payer = payer_for(fate, stay.region_pays)
    begun = before or StayShift(
        stay=stay.id,
        helper=str(shift.helper),
        shift_start=shift.planned_start,
        shift_end=shift.planned_end,
    )
    attest_on = begun.attest_on if fate is Fate.SENT_HOME else None
    work.save(replace(begun, fate=fate, payer=payer, attest_on=attest_on))
    changed = _reasoned(state_after(shift, fate, before), fate)
    if changed != shift:
        work.save(changed)


def _reasoned(shift: Shift, fate: Fate) -> Shift:
    """What the user wrote as the reason stays."""
    if shift.deviation.strip() and shift.deviation not in _own_words():
        return shift
    return replace(shift, deviation=_(_DEVIATIONS[fate]))


@cache
def _own_words() -> frozenset[str]:
    found = set()
    for language in LANGUAGES:
        with speaking(language):
            found |= {_(text) for text in _DEVIATIONS.values()}
    return frozenset(found)


def region_answered(session: Session, stay: HospitalStay, answer: Answer) -> str:
    """Note whether the region pays for those who come along, and for their shifts too; say so."""
    changed = replace(stay, region_pays=answer)
    with session.operation(N_("who pays in hospital")) as work:
        work.save(changed)
        for one in session.records.where(StayShift, stay=stay.id):
            payer = payer_for(one.fate, answer)
            if payer is not one.payer:
                work.save(replace(one, payer=payer))
    return paid_words(changed)


def paid_words(stay: HospitalStay) -> str:
    """Who pays for those who come along."""
    texts = {
        Answer.YES: N_("The region pays. The hours do not count as used of your grant."),
        Answer.NO: N_("The region does not pay. The hours count as used of your grant."),
        Answer.UNKNOWN: N_("Nobody has said who pays. The hours count as used until then."),
    }
    return _(texts[stay.region_pays])


def respirator_answered(session: Session, answer: Answer) -> str:
    """Keep whether the scheme has a respirator team, and say so."""
    scheme = session.scheme()
    if scheme is not None:
        with session.operation(N_("respirator team")) as work:
            work.save(replace(scheme, has_respirator=answer))
    return _("Respirator team: {answer}.").format(answer=uncapitalised(_(answer.label)))


def attest_given(session: Session, found: Sequence[StayShift], who: str) -> str:
    """Note that a helper got the attest today, and say so."""
    with session.operation(N_("attest to {who}"), who=who) as work:
        work.save_all(replace(one, attest_on=session.today) for one in found)
    return _("{who} got the attest today.").format(who=who)


def forget(session: Session, found: Sequence[StayShift]) -> str:
    """Take away decisions that lie in no stay any more, and say so."""
    with session.operation(N_("take away decisions of a stay")) as work:
        _take_away(session, work, found)
    return ngettext("{n} decision is taken away.", "{n} decisions are taken away.", len(found))


def _take_away(session: Session, work: Operation, found: Sequence[StayShift]) -> int:
    """What a decision had called off takes place again; how many decisions there were."""
    for one in found:
        days = one.shift_start.date(), one.shift_end.date() + dt.timedelta(days=1)
        for shift in shifts(session, *days):
            if key_of(shift) == key_of_decision(one):
                changed = without_words(undecided(shift, one))
                if changed != shift:
                    work.save(changed)
        work.delete(StayShift, one.id)
    return len(found)


def without_words(shift: Shift) -> Shift:
    """The shift without the words of a decision; what the user wrote stays."""
    return replace(shift, deviation="") if shift.deviation in _own_words() else shift


class SentHome(NamedTuple):
    """A helper who was sent home, the days, and the decisions behind it."""

    helper: str
    first: dt.date
    last: dt.date
    decisions: tuple[StayShift, ...]

    @property
    def has_attest(self) -> bool:
        """Whether the attest was given for all of it."""
        return all(one.attest_on is not None for one in self.decisions)


def sent_home(session: Session, stay: HospitalStay) -> tuple[SentHome, ...]:
    """Who was sent home in the stay, by the first day."""
    found: dict[str, list[StayShift]] = {}
    for one in session.records.where(StayShift, stay=stay.id):
        if one.fate is Fate.SENT_HOME:
            found.setdefault(one.helper, []).append(one)
    return tuple(sorted(map(_sent, found.values()), key=lambda one: (one.first, one.helper)))


def _sent(own: Sequence[StayShift]) -> SentHome:
    days = [one.shift_start.date() for one in own]
    return SentHome(own[0].helper, min(days), max(days), tuple(own))


def stay_words(session: Session, stay: HospitalStay) -> str:
    """From when to when, and how far it is decided."""
    if stay.last_day is None:
        when_ = _("In hospital from {date}, and still there.").format(
            date=date_words(stay.first_day)
        )
    else:
        when_ = _("In hospital {days}.").format(days=dates_words(stay.first_day, stay.last_day))
    waiting = len(open_lines(session, stay))
    return " ".join((when_, _to_decide(waiting) if waiting else _("All is decided.")))


def line_words(session: Session, line: StayLine) -> str:
    """``Anna, mandag 16. marts 07–15``."""
    return f"{session.helper_names()[str(line.shift.helper)]}, {when(line.shift)}"


def decision_words(line: StayLine) -> str:
    """What was decided, and who pays."""
    one = line.decision
    if one is None:
        return _("not decided")
    said = uncapitalised(_(one.fate.label))
    if one.fate is Fate.COMES_ALONG:
        return _("{what}, paid by {who}").format(what=said, who=uncapitalised(_(one.payer.label)))
    return said


def lost_words(session: Session, one: StayShift) -> str:
    """A decision without its shift."""
    day = day_words(one.shift_start.date())
    who = session.helper_names().get(one.helper, "")
    return f"{who}, {day} {span(one.shift_start, one.shift_end)}"


def sums(found: Iterable[StayLine]) -> Iterator[str]:
    """How many shifts became what."""
    listed = [one for one in found if one.decision is not None]
    for fate in Fate:
        count = sum(one.decision is not None and one.decision.fate is fate for one in listed)
        if count:
            yield _("{what}: {n}").format(what=_(fate.label), n=_shifts_words(count))
