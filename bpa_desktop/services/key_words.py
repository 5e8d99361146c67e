"""What a key that a record keeps is in words: a municipality's rule, or something that is due."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.municipal_papers import TERMS as PAPER_TERMS
from bpa_desktop.domain.municipality_term import Unit
from bpa_desktop.domain.municipality_terms import TERMS
from bpa_desktop.domain.own_municipal_value import RULE
from bpa_desktop.domain.postponed import DUE, DUE_SUBJECT, Postponed
from bpa_desktop.i18n import _, month_words
from bpa_desktop.services.catalogue import TYPES, kind_named

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bpa_desktop.domain.municipality_term import Term
    from bpa_desktop.services.session import Session

    Words = Sequence[tuple[str, str]]

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def key_words(session: Session, keys: str) -> Words:
    """Every key of that sort with its words; raises ``KeyError`` for another sort."""
    return _SORTS[keys](session)


def _rules(_session: Session) -> Words:
    return [(key, _rule(term)) for key, term in (*TERMS.items(), *PAPER_TERMS.items())]


def _rule(term: Term) -> str:
    """What the rule is called, and what its value is counted in."""
    if term.unit is Unit.NONE:
        return _(term.label)
    return _("{rule}, in {unit}").format(rule=_(term.label), unit=_(term.unit.label))


def _dues(_session: Session) -> Words:
    return [(one.value, _(one.label)) for one in DueCode]


def _subjects(session: Session) -> Words:
    """What was put off is about: a record that is still there, a helper, or a month."""
    return [(one.subject, _subject(session, one.subject)) for one in session.records.all(Postponed)]


def _subject(session: Session, subject: str) -> str:
    name, _slash, record_id = subject.partition("/")
    if name in TYPES:
        found = session.records.with_ids(TYPES[name], [record_id])
        told = [kind_named(name).describe(one, session.helper_names()) for one in found]
        return "".join(told) or _("It is there no more.")
    is_day = _DAY.fullmatch(subject) is not None
    return month_words(dt.date.fromisoformat(subject)) if is_day else subject


_SORTS: Final[Mapping[str, Callable[[Session], Words]]] = {
    RULE: _rules,
    DUE: _dues,
    DUE_SUBJECT: _subjects,
}
