"""What holds for the pay of everybody: in sickness, the area of pay tables, how pay is run."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import monday
from bpa_desktop.domain.record import field_named
from bpa_desktop.domain.scheme import PayRun, Scheme
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words
from bpa_desktop.services.questions import SchemeMissing

if TYPE_CHECKING:
    from bpa_desktop.domain.scheme import PayArea, SickPay
    from bpa_desktop.services.session import Session

    Value = SickPay | PayArea | PayRun | dt.date | None

_WEEK: Final = dt.timedelta(weeks=1)


def set_sick_pay(session: Session, value: SickPay) -> str:
    """Keep what helpers get while ill and say so; raises ``SchemeMissing``."""
    return _keep(session, "sick_pay", value, _(value.label))


def set_pay_area(session: Session, value: PayArea | None) -> str:
    """Keep the area of the pay tables and say so; raises ``SchemeMissing``."""
    return _keep(session, "pay_area", value, _("none chosen") if value is None else _(value.label))


def set_pay_run(session: Session, value: PayRun) -> str:
    """Keep how often pay is run and say so; raises ``SchemeMissing``.

    What was locked with a month stays; months that are open are worked out anew.
    """
    return _keep(session, "pay_run", value, _(value.label))


def set_pay_period_start(session: Session, day: dt.date) -> str:
    """Keep the first day of a pay period and say so; raises ``SchemeMissing``."""
    return _keep(session, "pay_period_start", day, date_words(day))


def is_by_period(scheme: Scheme) -> bool:
    """Whether pay is run by the week or by 14 days, so that a period's first day is needed."""
    return scheme.pay_run in {PayRun.WEEK, PayRun.FORTNIGHT}


def asks_how_pay_is_run(scheme: Scheme | None) -> bool:
    """Whether nobody has said how pay is run, or when its periods begin."""
    if scheme is None:
        return False
    return scheme.pay_run is PayRun.UNKNOWN or (
        is_by_period(scheme) and scheme.pay_period_start is None
    )


def likely_starts(today: dt.date) -> tuple[dt.date, ...]:
    """The days that are offered as the first of a pay period: the last two Mondays."""
    first = monday(today)
    return first - _WEEK, first


def _keep(session: Session, name: str, value: Value, words: str) -> str:
    scheme = session.scheme()
    if scheme is None:
        raise SchemeMissing
    changed: Scheme = replace(scheme, **{name: value})  # type: ignore[arg-type]
    what = f"{_(field_named(Scheme, name).about.label)}: {words}"
    session.save(changed, N_("change {what}"), what=what)
    return _("Saved: {what}.").format(what=what)
