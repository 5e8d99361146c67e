"""Who could take a shift, in the order in which to ask, and in a few words why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import monday
from bpa_desktop.domain.findings import Severity
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.ranking import Standing, rank, worst
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.stints import stint
from bpa_desktop.domain.wishes import (
    DAYS_IN_WEEK,
    agreed_in_week,
    days_away,
    fit_of,
    minutes_in_week,
)
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services import candidate_words
from bpa_desktop.services.answers import LOOK_BACK, answers
from bpa_desktop.services.judging import judge_of
from bpa_desktop.services.reading import employed, helper_signs, stints
from bpa_desktop.services.shift_pay import cost

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.answers import Answers
    from bpa_desktop.services.judging import Judge
    from bpa_desktop.services.reading import Sign
    from bpa_desktop.services.session import Session

_AROUND: Final = dt.timedelta(days=3)
_ONE_DAY: Final = dt.timedelta(days=1)
_A_WEEK: Final = dt.timedelta(days=DAYS_IN_WEEK)


@dataclass(frozen=True)
class Candidate:
    """A helper who could take a shift.

    ``against`` is what the rules find when they do; ``words`` says it in short, or that they are
    free. ``minutes`` is what they already have in the week of the shift. ``reasons`` are all
    there is to say; ``declined`` is the day on which they said no to this very shift.
    """

    helper: Helper
    sign: Sign
    against: tuple[Finding, ...]
    words: str
    minutes: int
    reasons: tuple[str, ...] = ()
    declined: dt.date | None = None

    @property
    def is_free(self) -> bool:
        """Whether nothing speaks against it, and they have not said no."""
        return not self.against and self.declined is None


def candidates(session: Session, shift: Shift) -> tuple[Candidate, ...]:
    """Every other helper employed on the day, in the order of `domain.ranking`."""
    day = shift.planned_start.date()
    end = max(monday(day) + _A_WEEK, day + _AROUND + _ONE_DAY) + _A_WEEK
    known = [row for row in stints(session, day - LOOK_BACK, end) if row[0] != shift.id]
    judge = judge_of(session, day, shift.planned_end.date() + _ONE_DAY)
    trial = _Trial(
        session=session,
        shift=shift,
        judge=replace(judge, rows=[row for row in judge.rows if row[0] != shift.id]),
        signs=helper_signs(session),
        answers=answers(session, shift, known),
        today=session.today,
    )
    people = employed(session, day, day + _ONE_DAY)
    asked = [one for one in people if one.id not in {shift.helper, shift.stands_in_for}]
    found = sorted((trial.of(helper) for helper in asked), key=lambda pair: rank(pair[0]))
    return tuple(candidate for _standing, candidate in found)


@dataclass(frozen=True, kw_only=True)
class _Trial:
    """A shift that is given to one helper after the other to see what comes of it."""

    session: Session
    shift: Shift
    judge: Judge
    signs: Mapping[str, Sign]
    answers: Answers
    today: dt.date

    def of(self, helper: Helper) -> tuple[Standing, Candidate]:
        own = [row for row in self.judge.rows if row[1] == helper.id]
        against = self.against(helper)
        standing = self._standing(helper, own, against)
        declined = self.answers.declined.get(helper.id)
        no = candidate_words.declined_words(declined, self.today)
        return standing, Candidate(
            helper=helper,
            sign=self.signs[helper.id],
            against=against,
            words=candidate_words.in_short(standing, against, no),
            minutes=standing.minutes,
            reasons=candidate_words.all_reasons(standing, against, no, own),
            declined=declined,
        )

    def against(self, helper: Helper) -> tuple[Finding, ...]:
        """What the rules find more when the helper takes the shift; hints speak against nobody."""
        judged, taken = self.judge.touching(helper), self._taken(helper)
        before = self._found(judged, helper)
        after = self._found([*judged, taken], helper)
        return tuple(
            one for one in after if one not in before and one.severity is not Severity.HINT
        )

    def _found(self, judged: Sequence[Stint], helper: Helper) -> list[Finding]:
        """Every check that a new shift can fail: wishes in their own rows, rules in ``judged``."""
        own = [row for row in judged if row[1] == helper.id]
        return [*self.judge.found(judged, [helper]), *self.judge.wishes(own, [helper])]

    def _taken(self, helper: Helper) -> Stint:
        return stint(
            Shift(
                id=self.shift.id,
                planned_start=self.shift.planned_start,
                planned_end=self.shift.planned_end,
                helper=helper.id,
                kind=self.shift.kind,
                state=ShiftState.PLANNED,
                rests=self.shift.rests,
            )
        )

    def _standing(
        self, helper: Helper, own: Sequence[Stint], against: Sequence[Finding]
    ) -> Standing:
        first = monday(self.shift.planned_start.date())
        away = days_away((one for one in self.judge.away if one.helper == helper.id), first)
        agreed = agreed_in_week(helper, first, away).agreed
        total = minutes_in_week([*own, self._taken(helper)], first)
        return Standing(
            helper=helper.id,
            name=helper.first_name,
            has_declined=helper.id in self.answers.declined,
            obstacle=worst(against),
            obstacles=len(against),
            fit=fit_of(helper, self.shift.planned),
            over=0 if agreed is None else max(0, total - agreed),
            shifts=self.answers.shifts.get(helper.id, 0),
            is_permanent=helper.position is not Position.SUBSTITUTE,
            yes=self.answers.yes.get(helper.id, 0),
            no=self.answers.no.get(helper.id, 0),
            minutes=minutes_in_week(own, first),
            cost=cost(self.session, self.shift, helper, own),
        )


def summary(found: Sequence[Candidate]) -> str:
    """How many are free, in one sentence; when nobody is, why not."""
    nobody = () if any(one.is_free for one in found) else _why_not(found)
    return " ".join([how_many(found), *nobody])


def how_many(found: Sequence[Candidate]) -> str:
    """How many are free, in one short sentence."""
    free = sum(one.is_free for one in found)
    if free:
        return ngettext("{n} helper is free.", "{n} helpers are free.", free)
    return _("Nobody is free.")


def _why_not(found: Iterable[Candidate]) -> Iterable[str]:
    """``Anna, Bo: har vagt.`` for each reason."""
    groups: dict[str, list[str]] = {}
    for one in found:
        groups.setdefault(one.words, []).append(one.helper.first_name)
    return (f"{', '.join(names)}: {words}." for words, names in groups.items())
