"""Rates that go out as a file, and those of a file that come in: seen first, then kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.documents.phrases import joined, sentence
from bpa_desktop.domain.own_rate import OwnRate
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.file_writing import write_all
from bpa_desktop.services.rate_words import worded
from bpa_desktop.services.rates_file import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from bpa_desktop.services.rates_file import FaultyRates
    from bpa_desktop.services.session import Session


class State(Choice):
    """What a rate of a file is beside those that are there."""

    NEW = "new", N_("New")
    DIFFERENT = "different", N_("Differs from yours")
    SAME = "same", N_("The same as yours")


class Incoming(NamedTuple):
    """A rate of a file, what it is beside those that are there, and the one it differs from."""

    rate: OwnRate
    state: State
    own: OwnRate | None


def save_rates(text: str, folder: Path) -> Path:
    """Write the ``text`` of a file of rates into ``folder``; raises ``FolderUnwritable``."""
    return write_all({f"{_('Rates')}.json": text.encode("utf-8")}, folder)[0]


def incoming(session: Session, rates: Iterable[OwnRate]) -> tuple[Incoming, ...]:
    """Each rate of a file beside those that are there, new ones first."""
    there = {key_of(one): one for one in session.records.all(OwnRate) if one.helper is None}
    found = [_incoming(one, there.get(key_of(one))) for one in rates]
    return tuple(sorted(found, key=lambda one: tuple(State).index(one.state)))


def _incoming(rate: OwnRate, own: OwnRate | None) -> Incoming:
    if own is None:
        return Incoming(rate, State.NEW, None)
    is_same = (own.value, own.valid_to) == (rate.value, rate.valid_to)
    return Incoming(rate, State.SAME if is_same else State.DIFFERENT, own)


def bring_in(session: Session, found: Iterable[Incoming], *, replacing: bool) -> str:
    """Save the new rates as one action; with ``replacing`` also those that differ. Says what came.

    A rate that differs takes the place of the one that is there.
    """
    wanted = {State.NEW, State.DIFFERENT} if replacing else {State.NEW}
    kept = [_kept(one) for one in found if one.state in wanted]
    with session.operation(N_("bring in rates")) as operation:
        operation.save_all(kept)
    return ngettext("{n} rate was brought in.", "{n} rates were brought in.", len(kept))


def _kept(one: Incoming) -> OwnRate:
    return one.rate if one.own is None else replace(one.rate, id=one.own.id)


def count(found: Sequence[Incoming], state: State) -> int:
    """How many there are of one kind."""
    return sum(one.state is state for one in found)


def foretold(found: Sequence[Incoming]) -> str:
    """``3 er nye, 1 er anderledes end din, og 2 er de samme.``."""
    new, different, same = (count(found, state) for state in State)
    parts = (
        (new, ngettext("{n} is new", "{n} are new", new)),
        (different, ngettext("{n} differs from yours", "{n} differ from yours", different)),
        (same, ngettext("{n} is the same", "{n} are the same", same)),
    )
    return f"{sentence(joined([words for number, words in parts if number]))}."


def incoming_words(one: Incoming) -> str:
    """``Aftentillæg i procent: 31 % fra 1. april 2026. Din: 30 %``."""
    rate = one.rate
    told = {
        "rate": _(rate.name.label),
        "amount": worded(rate.name, rate.value),
        "date": date_words(rate.valid_from),
    }
    words = _("{rate}: {amount} from {date}.").format(**told)
    if rate.area is not None:
        words = f"{words} {_(rate.area.label)}."
    if one.state is State.DIFFERENT and one.own is not None:
        yours = _("Yours: {amount}").format(amount=worded(one.own.name, one.own.value))
        words = f"{words} {yours}"
    return words


def fault_words(error: FaultyRates) -> tuple[str, ...]:
    """``Sats 3: Værdien er ikke et tal.`` for each rate that cannot be understood."""
    text = _("Rate {number}: {reason}")
    return tuple(text.format(number=fault.number, reason=_(fault.reason)) for fault in error.faults)
