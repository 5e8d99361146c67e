"""Which helpers must be told of less help, and when, by the notice that each of them has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.case_deadlines import weeks_of
from bpa_desktop.domain.case_dues import Told
from bpa_desktop.domain.contract import Contract
from bpa_desktop.domain.leaving import Leaving
from bpa_desktop.domain.notice_length import NoticeLength, read_notice, tell_on
from bpa_desktop.domain.scheme import Agreement
from bpa_desktop.services.case import terms_of
from bpa_desktop.services.reading import helpers
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bpa_desktop.domain.case_deadlines import Case
    from bpa_desktop.domain.decision import Decision
    from bpa_desktop.domain.notice_scheme import NoticeScheme
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.session import Session

RULE: Final = "pay-notice"
_ACCEDED: Final = frozenset({Agreement.DE_FOA, Agreement.DI_FOA})


class Known(NamedTuple):
    """A notice: its length, ``None`` where it cannot be counted, the text and its source."""

    length: NoticeLength | None
    words: str = ""
    source: str = ""


class HelperNotice(NamedTuple):
    """One helper in a case of less help.

    ``plain`` and ``complained`` are the days on which the helper is told without and with a
    complaint, ``None`` while the notice is not known. ``told_on`` is when notice was given.
    """

    helper: Helper
    notice: Known
    plain: dt.date | None
    complained: dt.date
    told_on: dt.date | None


def helper_notices(session: Session, case: Case) -> tuple[HelperNotice, ...]:
    """Everybody who is employed beyond the last day of sure help, by name."""
    weeks = weeks_of(case.decision, terms_of(session, case.decision))
    if weeks is None:
        return ()
    contracts, leavings = _newest_contracts(session), session.records.all(Leaving)
    return tuple(
        _of(session, one, case.decision, weeks, contracts.get(one.id), leavings)
        for one in helpers(session)
        if any(
            period.first_day < weeks.effect_on and weeks.last_day < period.end
            for period in one.employments
        )
        or _told(leavings, one, case.decision) is not None
    )


def _newest_contracts(session: Session) -> Mapping[str, Contract]:
    found = sorted(session.records.all(Contract), key=lambda one: (one.begins_on, one.id))
    return {one.helper: one for one in found}


def _of(
    session: Session,
    helper: Helper,
    decision: Decision,
    weeks: NoticeScheme,
    contract: Contract | None,
    leavings: tuple[Leaving, ...],
) -> HelperNotice:
    notice = _notice(session, contract, weeks.last_day)
    length = notice.length
    return HelperNotice(
        helper,
        notice,
        tell_on(weeks, length, complained=False) if length is not None else None,
        weeks.effect_on,
        _told(leavings, helper, decision),
    )


def _told(leavings: tuple[Leaving, ...], helper: Helper, decision: Decision) -> dt.date | None:
    """When the helper was given notice after the decision came."""
    days = [
        one.notice_on
        for one in leavings
        if one.helper == helper.id and one.notice_on >= decision.received_on
    ]
    return min(days, default=None)


def _notice(session: Session, contract: Contract | None, on: dt.date) -> Known:
    """What the contract says of just this, then the agreement acceded to, then the contract."""
    special = contract.special_notice.strip() if contract is not None else ""
    if special:
        return Known(read_notice(special), special)
    scheme, rule = session.scheme(), rulebook().find(RULE, on)
    if scheme is not None and scheme.agreement in _ACCEDED and rule is not None:
        return Known(NoticeLength(days=rule.whole("days")), source=rule.source)
    usual = contract.notice.strip() if contract is not None else ""
    return Known(read_notice(usual), usual)


def still_to_tell(session: Session, case: Case) -> list[Told]:
    """The helpers who were not given notice, each with the day for it as things stand now."""
    found = (one for one in helper_notices(session, case) if one.told_on is None)
    if case.has_open_complaint:
        return [Told(one.helper.id, one.complained) for one in found]
    return [Told(one.helper.id, one.plain) for one in found]
