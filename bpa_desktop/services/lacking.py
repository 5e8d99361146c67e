"""Where the user writes what is missing for the pay of a helper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain import asked
from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.asked import Fact
from bpa_desktop.domain.own_rate import RateName
from bpa_desktop.domain.pay import HOUR
from bpa_desktop.domain.payslip import UnemploymentDay
from bpa_desktop.services.pay_words import rate_named

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.money import Missing
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session


class RateAsked(NamedTuple):
    """A rate that can be written, from which day; ``helper`` where it is agreed with one."""

    name: RateName
    on: dt.date
    helper: str | None


class RecordAsked(NamedTuple):
    """A record in which something can be written; some of it is asked ``beside_rates``."""

    record: Record
    beside_rates: bool = False


def asked_for(
    session: Session, helper: Helper, missing: Iterable[Missing]
) -> tuple[RateAsked | RecordAsked, ...]:
    """Everything that can be written about what is ``missing``, each once.

    For an hourly pay that is also one that is agreed with the helper.
    """
    return tuple(dict.fromkeys(_each(session, helper, missing)))


def _each(
    session: Session, helper: Helper, missing: Iterable[Missing]
) -> Iterator[RateAsked | RecordAsked]:
    seen: set[RateName] = set()
    for one in missing:
        name = rate_named(one)
        if name is None:
            found = _record(session, helper, one)
            if found is not None:
                yield RecordAsked(found, Fact(one.rule, one.key) == asked.SICK_PAY)
        elif name not in seen:
            seen.add(name)
            if name.rule == HOUR and RateName.AGREED_HOUR not in seen:
                seen.add(RateName.AGREED_HOUR)
                yield RateAsked(RateName.AGREED_HOUR, one.on, helper.id)
            yield RateAsked(name, one.on, helper.id if name is RateName.AGREED_HOUR else None)


def _record(session: Session, helper: Helper, missing: Missing) -> Record | None:
    fact = Fact(missing.rule, missing.key)
    if fact == asked.BIRTH_DATE:
        return helper
    if fact in {asked.SICK_PAY, asked.AGREEMENT}:
        return session.scheme()
    if fact == asked.CHILD_BORN:
        away = (one for one in session.records.all(Absence) if one.helper == helper.id)
        return next((one for one in away if _covers(one, missing.on)), None)
    if fact in {asked.IN_FUND, asked.OWN_WISH}:
        idle = (one for one in session.records.all(UnemploymentDay) if one.helper == helper.id)
        return next((one for one in idle if one.day == missing.on), None)
    return None


def _covers(absence: Absence, day: dt.date) -> bool:
    return absence.first_day <= day and (absence.last_day is None or day <= absence.last_day)
