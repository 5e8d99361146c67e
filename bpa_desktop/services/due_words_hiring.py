"""What is due about applicants and contracts, said in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.i18n import _, date_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.deadlines import Due


def _said(text: str, one: Due) -> str:
    begins = one.values.get("begins")
    begun = date_words(cast("dt.date", begins)) if begins else ""
    return text.format(who=one.values["name"], on=date_words(one.on), begins=begun)


def _applicant(one: Due) -> str:
    return _said(_("{who} got no job. Delete what you have kept; the day was {on}."), one)


def _none(one: Due) -> str:
    text = _("{who} began on {begins} and has no contract here. The first part is given by {on}.")
    return _said(text, one)


def _first(one: Due) -> str:
    return _said(_("Give {who} the most important terms in writing by {on}."), one)


def _rest(one: Due) -> str:
    return _said(_("Give {who} the rest of the contract by {on}."), one)


def _addendum(one: Due) -> str:
    text = _("The contract of {who} changes on {on}. Give the addendum by that day.")
    return _said(text, one)


HIRING_SENTENCES: Final[Mapping[DueCode, Callable[[Due], str]]] = {
    DueCode.APPLICANT: _applicant,
    DueCode.CONTRACT_NONE: _none,
    DueCode.CONTRACT_FIRST: _first,
    DueCode.CONTRACT_REST: _rest,
    DueCode.ADDENDUM: _addendum,
}
