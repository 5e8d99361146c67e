"""A municipality's profile: names it answers to, and what is not known."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bpa_desktop.domain.municipality import (
    Asked,
    AskedDocument,
    Known,
    Profile,
    Seen,
    Source,
    spelled,
)
from bpa_desktop.domain.rates import Confidence
from tests.domain.builders import day

SOURCE = Source(
    key="s",
    title="Standard",
    publisher="Æblerød",
    approved=None,
    read=day("2026-01-01"),
    seen=Seen.FULL,
)


def known(value: object) -> Known:
    return Known(value=value, source=SOURCE, confidence=Confidence.SEEN)  # type: ignore[arg-type]


def document(kind: str, when: Asked) -> AskedDocument:
    return AskedDocument(
        kind=kind, words=kind, english=kind, when=when, source=SOURCE, confidence=Confidence.SEEN
    )


PROFILE = Profile(
    id="aeblerod",
    name="Æblerød Kommune",
    names=("Æblerød-Vest",),
    checked="",
    sources=(SOURCE,),
    documents=(
        document("mus", Asked.AT_VISIT),
        document("roster_used", Asked.BEFORE),
        document("apv", Asked.BEFORE),
    ),
    values={
        "rates.fee": known(Decimal("5.31")),
        "rates.paid": known(True),
        "followup.months": known(3),
        "accounts.deadline": None,
    },
)


@pytest.mark.parametrize(
    "name",
    ["Æblerød", " æblerød kommune ", "AEBLEROED", "aeblerod", "Æblerød Vest", "KOMMUNE Æblerød"],
)
def test_names_it_answers_to(name: str) -> None:
    assert PROFILE.answers_to(name)


@pytest.mark.parametrize("name", ["", "kommune", "Æble", "Ishøj"])
def test_names_of_others(name: str) -> None:
    assert not PROFILE.answers_to(name)


def test_letters_are_written_out() -> None:
    assert spelled("Ærø-Å Kommune") == "aeroe aa"


def test_a_value_comes_with_its_source_or_not_at_all() -> None:
    found = PROFILE.known("rates.fee")
    assert found is not None
    assert (found.value, found.source) == (Decimal("5.31"), SOURCE)
    assert PROFILE.known("accounts.deadline") is None
    assert PROFILE.known("no.such") is None


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("followup.months", 3),
        ("rates.fee", None),
        ("rates.paid", None),
        ("accounts.deadline", None),
    ],
)
def test_whole_numbers(key: str, expected: int | None) -> None:
    assert PROFILE.whole(key) == expected


def test_documents_stay_in_the_municipality_s_order() -> None:
    assert [one.kind for one in PROFILE.asked(Asked.BEFORE)] == ["roster_used", "apv"]
    assert [one.kind for one in PROFILE.asked(Asked.AT_VISIT)] == ["mus"]
