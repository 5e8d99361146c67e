"""How much time a step of a case may take: the municipality's own words, then the rules."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bpa_desktop.domain.municipality import Profile
    from bpa_desktop.domain.rates import RuleBook


class Terms(NamedTuple):
    """Where times are looked up; ``profile`` is ``None`` where there is no municipality."""

    profile: Profile | None
    book: RuleBook


class Allowed(NamedTuple):
    """A length of time with its source, and the source's own words where they are known."""

    length: dt.timedelta
    source: str
    quote: str = ""


def by_municipality(terms: Terms, key: str) -> Allowed | None:
    """The time in the municipality's own text; its unit is the end of ``key``."""
    profile = terms.profile
    amount = profile.whole(key) if profile is not None else None
    known = profile.known(key) if profile is not None else None
    if amount is None or known is None:
        return None
    length = dt.timedelta(days=amount) if key.endswith("days") else dt.timedelta(weeks=amount)
    return Allowed(length, known.source.named, known.quote)


def by_rule(terms: Terms, rule_id: str, name: str, on: dt.date) -> Allowed | None:
    """The weeks called ``name`` in the row that held on the day ``on``."""
    rule = terms.book.find(rule_id, on)
    return Allowed(dt.timedelta(weeks=rule.whole(name)), rule.source) if rule is not None else None
