"""What holds for the pay of everybody: what helpers get while ill, and the area of pay tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bpa_desktop.domain.record import field_named
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _
from bpa_desktop.services.questions import SchemeMissing

if TYPE_CHECKING:
    from bpa_desktop.domain.scheme import PayArea, SickPay
    from bpa_desktop.services.session import Session


def set_sick_pay(session: Session, value: SickPay) -> str:
    """Keep what helpers get while ill and say so; raises ``SchemeMissing``."""
    return _keep(session, "sick_pay", value, _(value.label))


def set_pay_area(session: Session, value: PayArea | None) -> str:
    """Keep the area of the pay tables and say so; raises ``SchemeMissing``."""
    return _keep(session, "pay_area", value, _("none chosen") if value is None else _(value.label))


def _keep(session: Session, name: str, value: SickPay | PayArea | None, words: str) -> str:
    scheme = session.scheme()
    if scheme is None:
        raise SchemeMissing
    changed: Scheme = replace(scheme, **{name: value})  # type: ignore[arg-type]
    what = f"{_(field_named(Scheme, name).about.label)}: {words}"
    session.save(changed, N_("change {what}"), what=what)
    return _("Saved: {what}.").format(what=what)
