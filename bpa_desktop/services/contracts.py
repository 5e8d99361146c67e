"""Contracts of helpers: begun from what is known, what they lack, by when they are given."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.conflicts import MINIMUM_AGE
from bpa_desktop.domain.contract import Addendum, Contract
from bpa_desktop.domain.contract_items import Part, Parties, missing_of
from bpa_desktop.domain.contract_terms import (
    DEADLINES,
    PROBATION,
    THRESHOLD,
    contract_of,
    cover,
    employment_of,
    given_by,
    is_before_act,
    is_probation_too_long,
)
from bpa_desktop.domain.key_receipt import KeyReceipt
from bpa_desktop.domain.people import Employment
from bpa_desktop.domain.period import Period, months_before
from bpa_desktop.domain.registration import worked_days
from bpa_desktop.domain.scheme import Party, Scheme
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.contract_filling import filled
from bpa_desktop.services.reading import stints
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bpa_desktop.domain.contract_items import Item
    from bpa_desktop.domain.contract_terms import Cover, Dates
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.session import Session

_MONTHS: Final = 12
_A_DAY: Final = dt.timedelta(days=1)


class ContractState(NamedTuple):
    """How far one employment's contract has come; ``contract`` is ``None`` where none is written.

    ``dates`` are ``None`` where nobody has to be given one, or the rule is not known.
    """

    helper: Helper
    employment: Employment
    contract: Contract | None
    parties: Parties
    dates: Dates | None
    cover: Cover | None

    @property
    def begins_on(self) -> dt.date:
        """The first day the contract is about."""
        return self.contract.begins_on if self.contract else self.employment.first_day

    def missing(self, part: Part) -> tuple[Item, ...]:
        """What is missing in one part; nothing where no contract is written."""
        return missing_of(part, self.contract, self.parties) if self.contract else ()


def contracts_of(session: Session, helper: Helper) -> tuple[Contract, ...]:
    """The helper's contracts, the newest first."""
    found = session.records.where(Contract, helper=helper.id)
    return tuple(sorted(found, key=lambda one: (one.begins_on, one.id), reverse=True))


def addenda_of(session: Session, contract: Contract) -> tuple[Addendum, ...]:
    """The changes of a contract, the newest first."""
    found = session.records.where(Addendum, contract=contract.id)
    return tuple(sorted(found, key=lambda one: (one.takes_effect_on, one.id), reverse=True))


def keys_of(session: Session, helper: Helper) -> tuple[KeyReceipt, ...]:
    """What the helper has been handed; what has not come back stands first."""
    found = session.records.where(KeyReceipt, helper=helper.id)
    return tuple(sorted(found, key=lambda one: (one.returned_on is not None, one.handed_on)))


def employments_of(helper: Helper) -> tuple[Employment, ...]:
    """The employments, the newest first."""
    return tuple(sorted(helper.employments, key=lambda one: one.first_day, reverse=True))


def parties_of(session: Session, helper: Helper) -> Parties:
    """Who makes the contract; the employer is the citizen where nobody else is."""
    scheme = session.scheme() or Scheme(citizen_name="")
    is_self = scheme.employer is Party.SELF
    named = scheme.citizen_name if is_self else scheme.employer_name
    return Parties(
        employer=named.strip(),
        employer_address=(scheme.address if is_self else scheme.employer_address).strip(),
        helper=helper.name,
        helper_address=helper.address,
    )


def state_of(session: Session, helper: Helper, employment: Employment) -> ContractState:
    """The contract that begins in ``employment``, and what is to be said about it."""
    contract = contract_of(employment, contracts_of(session, helper))
    return _state(session, helper, employment, contract)


def state_of_contract(session: Session, helper: Helper, contract: Contract) -> ContractState:
    """The same for one contract of the helper, also where two begin in one employment."""
    employment = employment_of(helper, contract.begins_on)
    return _state(session, helper, employment or _alone(contract), contract)


def _alone(contract: Contract) -> Employment:
    return Employment(first_day=contract.begins_on, last_day=contract.ends_on)


def _state(
    session: Session, helper: Helper, employment: Employment, contract: Contract | None
) -> ContractState:
    begins = contract.begins_on if contract else employment.first_day
    asked = contract.asked_on if contract else None
    rule = rulebook().find(THRESHOLD, max(begins, session.today))
    worked = worked_minutes(session, helper, employment)
    return ContractState(
        helper=helper,
        employment=employment,
        contract=contract,
        parties=parties_of(session, helper),
        dates=given_by(begins, rulebook(), asked),
        cover=cover(employment.agreed_minutes_per_week, worked, rule) if rule else None,
    )


def worked_minutes(
    session: Session, helper: Helper, employment: Employment
) -> Mapping[dt.date, int]:
    """The minutes worked on each day of the employment up to today, as the roster was used."""
    end = min(employment.end, session.today) + _A_DAY
    if end <= employment.first_day:
        return {}
    period = Period(employment.first_day, end)
    days: dict[dt.date, int] = defaultdict(int)
    for one in worked_days(stints(session, period.first, period.end), helper.id, period):
        days[one.day] += one.minutes
    return days


def begin(session: Session, helper: Helper, employment: Employment) -> tuple[str, Contract]:
    """Save a contract with what is known for ``employment``, and say so."""
    with session.operation(N_("begin a contract")) as operation:
        saved: Contract = operation.save(filled(session, helper, employment))
    return _("The contract of {who} is begun.").format(who=helper.name), saved


def mark_given(session: Session, contract: Contract, part: Part) -> str:
    """Keep that a part was given today, and say so."""
    name = "given_on" if part is Part.FIRST else "rest_given_on"
    changed: Contract = replace(contract, **{name: session.today})  # type: ignore[arg-type]
    session.save(changed, N_("note that a contract was given"))
    return _("{part}: given {date}.").format(part=_(part.label), date=date_words(session.today))


def mark_asked(session: Session, contract: Contract) -> str:
    """Keep that the helper asked for a contract today, and say so."""
    session.save(
        replace(contract, asked_on=session.today), N_("note that a contract was asked for")
    )
    return _("Asked for {date}.").format(date=date_words(session.today))


def may_ask(contract: Contract) -> bool:
    """Whether a contract is given only when the helper asks, and nothing of that is written."""
    return contract.asked_on is None and is_before_act(contract.begins_on, rulebook())


def mark_signed(session: Session, contract: Contract) -> str:
    """Keep that the confidentiality declaration was signed today, and say so."""
    session.save(
        replace(contract, confidentiality_on=session.today),
        N_("note that confidentiality was signed"),
    )
    return _("Confidentiality is signed {date}.").format(date=date_words(session.today))


def mark_returned(session: Session, key: KeyReceipt) -> str:
    """Keep that a key came back today, and say so."""
    session.save(replace(key, returned_on=session.today), N_("note that a key came back"))
    return _("{what} came back {date}.").format(what=key.what, date=date_words(session.today))


def mark_addendum(session: Session, addendum: Addendum) -> str:
    """Keep that an addendum was given today, and say so."""
    session.save(replace(addendum, given_on=session.today), N_("note that an addendum was given"))
    return _("The addendum is given {date}.").format(date=date_words(session.today))


def part_words(state: ContractState, part: Part) -> str:
    """Whether a part was given, or by when it is; with what is missing in it."""
    contract = state.contract
    given = None
    if contract is not None:
        given = contract.given_on if part is Part.FIRST else contract.rest_given_on
    if given is not None:
        return _("{part}: given {date}.").format(part=_(part.label), date=date_words(given))
    if state.dates is None:
        return _("{part}: not given.").format(part=_(part.label))
    on = state.dates.first_by if part is Part.FIRST else state.dates.rest_by
    text = _("{part}: to be given by {date}.")
    return text.format(part=_(part.label), date=date_words(on))


def source_words(state: ContractState) -> str:
    """Where the days come from, and how sure that is."""
    if state.dates is None:
        return ""
    rule = state.dates.rule
    text = _("{sure}. Source: {source}.")
    return text.format(sure=_(rule.confidence.label), source=rule.source)


def has_long_probation(state: ContractState) -> bool:
    """Whether the probation of the contract is longer than the act allows, as far as it is read."""
    return state.contract is not None and is_probation_too_long(state.contract, rulebook())


def probation_words(state: ContractState) -> str:
    """What the longest probation is."""
    months = rulebook().whole(PROBATION, "months", state.begins_on)
    return ngettext(
        "The probation is longer than {n} month. That is the longest there may be.",
        "The probation is longer than {n} months. That is the longest there may be.",
        months,
    )


def _is_too_young(state: ContractState) -> bool:
    """Whether the helper has not reached the age of the row on the first day."""
    rule, born = rulebook().find(MINIMUM_AGE, state.begins_on), state.helper.birth_date
    if rule is None or born is None:
        return False
    return months_before(born, -rule.whole("years") * _MONTHS) > state.begins_on


def warnings(state: ContractState) -> Iterator[str]:
    """What must be thought of: the age, and while not all is given, whether it must be."""
    contract, book = state.contract, rulebook()
    if _is_too_young(state):
        years = book.whole(MINIMUM_AGE, "years", state.begins_on)
        text = ngettext(
            "{who} is not {n} year old on the first day.",
            "{who} is not {n} years old on the first day.",
            years,
        )
        yield text.format(who=state.helper.first_name)
    if contract is not None and contract.given_on and contract.rest_given_on:
        return
    if not is_before_act(state.begins_on, book):
        if state.cover is not None:
            yield _(state.cover.label)
    elif contract is None or contract.asked_on is None:
        weeks = book.rows(DEADLINES)[0].whole("asked_weeks")
        yield ngettext(
            "Hired before the act of 2023. A new contract is given within {n} week, "
            "if the helper asks for one.",
            "Hired before the act of 2023. A new contract is given within {n} weeks, "
            "if the helper asks for one.",
            weeks,
        )
