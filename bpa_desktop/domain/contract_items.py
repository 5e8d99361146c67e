"""What must stand in a contract, item by item: where it belongs, and when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.contract import Contract
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.domain.record import Choice, field_named
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class Part(Choice):
    """By when an item must be given."""

    FIRST = "first", N_("First part")
    REST = "rest", N_("The rest")
    USUAL = "usual", N_("Usual in BPA")


class Asked(Choice):
    """For whom an item is asked for."""

    ALWAYS = "always", N_("Always")
    UNPREDICTABLE = "unpredictable", N_("Hours that are mostly unpredictable")
    WHEN_SO = "when_so", N_("Only when it is so")


class Item(NamedTuple):
    """One thing that a contract tells; ``name`` is a field of `Contract`, or of the parties.

    ``confidence`` says how sure it is that the act names it in this part.
    """

    name: str
    label: str
    part: Part
    asked: Asked = Asked.ALWAYS
    confidence: Confidence = Confidence.SEEN_2


class Parties(NamedTuple):
    """Who makes the contract, as far as it is known; empty texts are missing."""

    employer: str
    employer_address: str
    helper: str
    helper_address: str


def _field(
    name: str,
    part: Part,
    asked: Asked = Asked.ALWAYS,
    confidence: Confidence = Confidence.SEEN_2,
) -> Item:
    return Item(name, field_named(Contract, name).about.label, part, asked, confidence)


PARTIES: Final = (
    Item("employer", N_("Employer"), Part.FIRST),
    Item("employer_address", N_("Employer's address"), Part.FIRST),
    Item("helper", N_("Helper"), Part.FIRST),
    Item("helper_address", N_("Helper's address"), Part.FIRST),
)
ITEMS: Final[tuple[Item, ...]] = (
    *PARTIES,
    _field("workplace", Part.FIRST),
    _field("job_title", Part.FIRST),
    _field("tasks", Part.FIRST),
    _field("begins_on", Part.FIRST),
    _field("ends_on", Part.FIRST, Asked.WHEN_SO),
    _field("probation", Part.FIRST),
    _field("pay", Part.FIRST),
    _field("payday", Part.FIRST),
    _field("hours", Part.FIRST),
    _field("overtime", Part.FIRST),
    _field("shift_changes", Part.FIRST),
    _field("is_unpredictable", Part.FIRST),
    _field("guaranteed_minutes", Part.FIRST, Asked.UNPREDICTABLE),
    _field("beyond_pay", Part.FIRST, Asked.UNPREDICTABLE),
    _field("reference_times", Part.FIRST, Asked.UNPREDICTABLE),
    _field("call_notice", Part.FIRST, Asked.UNPREDICTABLE),
    _field("paid_leave", Part.REST, confidence=Confidence.REMEMBERED),
    _field("training", Part.REST),
    _field("notice", Part.REST),
    _field("agreements", Part.REST, confidence=Confidence.REMEMBERED),
    _field("social_security", Part.REST, confidence=Confidence.REMEMBERED),
    _field("user_firm", Part.REST, Asked.WHEN_SO, Confidence.REMEMBERED),
    _field("confidentiality", Part.USUAL, confidence=Confidence.SEEN),
    _field("special_notice", Part.USUAL, confidence=Confidence.SEEN),
)
"""Every item of the act of 2023, and what the field adds, in the order of the paper.

Source: rules ``contract-deadlines`` and ``contract-bpa-fields``; the items of the rest are not
checked against the text of the act; those of training and notice were read at GLS-A.
"""


def is_asked(item: Item, contract: Contract) -> bool:
    """Whether ``item`` must stand in this contract."""
    if item.asked is Asked.UNPREDICTABLE:
        return contract.is_unpredictable is Answer.YES
    return item.asked is Asked.ALWAYS


def is_written(item: Item, contract: Contract, parties: Parties) -> bool:
    """Whether something stands under ``item``; a question that is not answered does not."""
    held = getattr(parties if item in PARTIES else contract, item.name)
    if isinstance(held, str) and not isinstance(held, Choice):
        return bool(held.strip())
    return held is not None and held is not Answer.UNKNOWN


def missing_items(contract: Contract, parties: Parties) -> Iterator[Item]:
    """The items that must stand in the contract and do not, in the order of the paper."""
    for item in ITEMS:
        if is_asked(item, contract) and not is_written(item, contract, parties):
            yield item


def missing_of(part: Part, contract: Contract, parties: Parties) -> tuple[Item, ...]:
    """What is missing in one part."""
    return tuple(item for item in missing_items(contract, parties) if item.part is part)
