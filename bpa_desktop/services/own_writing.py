"""Keeping what the user's own decision says about a rule, and forgetting it again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.municipality_term import Kind
from bpa_desktop.domain.own_municipal_value import OwnMunicipalValue
from bpa_desktop.domain.own_municipality import figure, in_force
from bpa_desktop.domain.relocation import Relocation
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _
from bpa_desktop.services.keeping import discard
from bpa_desktop.services.own_profile import moved_here
from bpa_desktop.services.profile_words import term_of
from bpa_desktop.services.record_checks import check

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpa_desktop.services.session import Session


class NotANumber(BpaError):
    """What was written for a number is none."""

    sentence = N_("Write a number, such as 4 or 5.31.")


class NotWhole(BpaError):
    """What was written for a whole number is none."""

    sentence = N_("Write a whole number, such as 4.")


class NotYesOrNo(BpaError):
    """Neither yes nor no was chosen."""

    sentence = N_("Choose yes or no.")


class NothingWritten(BpaError):
    """Nothing was written."""

    sentence: ClassVar[str] = N_("Write what your decision says.")


_WHY_NOT: Final[Mapping[Kind, type[BpaError]]] = {
    Kind.NUMBER: NotANumber,
    Kind.WHOLE: NotWhole,
    Kind.YES_NO: NotYesOrNo,
}


def own_value(session: Session, key: str) -> OwnMunicipalValue | None:
    """What the user's decision says about a rule today, as it was written."""
    values = session.records.all(OwnMunicipalValue)
    return in_force(values, session.records.all(Relocation), session.today).get(key)


def keep_own(session: Session, key: str, text: str, reference: str) -> str:
    """Keep what the decision ``reference`` says about the rule ``key``, and say so.

    It takes the place of what an earlier decision said today. Raises ``KeyError`` for a rule there
    is none of, and why the text cannot be read or the reference is missing.
    """
    term = term_of(key)
    if term is None:
        raise KeyError(key)
    if figure(term, text) is None:
        raise _WHY_NOT.get(term.kind, NothingWritten)
    before = own_value(session, key)
    begins = moved_here(session, session.today) if before is None else before.valid_from
    begun = before or OwnMunicipalValue(key=key, value="-", reference="-", valid_from=begins)
    changed = replace(begun, value=text.strip(), reference=reference.strip())
    check(changed)
    with session.operation(N_("write what a decision says")) as operation:
        operation.save(changed)
    return _("Your decision counts now: {rule}.").format(rule=_(term.label))


def forget_own(session: Session, key: str) -> str:
    """Let the municipality's own text count again, and say so; nothing where it does already."""
    before = own_value(session, key)
    return "" if before is None else discard(session, before)
