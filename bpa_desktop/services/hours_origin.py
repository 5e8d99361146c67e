"""Where a number of hours comes from: the records it is the sum of, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpa_desktop.domain.shares import shares
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.hours_report import ledger

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from bpa_desktop.domain.hours import Measure
    from bpa_desktop.domain.kinds import HourKind
    from bpa_desktop.services.session import Session


@dataclass(frozen=True)
class Origin:
    """One record behind a sum and its part of it in minutes; ``text`` may be left out."""

    type_name: str
    record_id: str
    text: str
    minutes: int


def origins(
    session: Session,
    measure: Measure,
    first: dt.date,
    end: dt.date,
    *,
    kind: HourKind | None = None,
    helper: str | None = None,
    told: int | None = None,
) -> tuple[Origin, ...]:
    """The records that the sum from ``first`` to before ``end`` is made of; they add up to it.

    With ``told`` only so many of them, the first ones, are told in words.
    """
    names = session.helper_names()
    found = shares(ledger(session, first, end), measure, first, end, kind=kind, helper=helper)
    return tuple(
        Origin(
            share.type_name,
            share.id,
            _text(session, share.type_name, share.id, names)
            if told is None or place < told
            else "",
            share.minutes,
        )
        for place, share in enumerate(found)
    )


def minutes_in(found: Iterable[Origin]) -> int:
    """What the records come to, in minutes."""
    return sum(one.minutes for one in found)


def _text(session: Session, type_name: str, record_id: str, names: Mapping[str, str]) -> str:
    kind = kind_named(type_name)
    return kind.describe(session.records.get(kind.record, record_id), names)
