"""Rates as a file: what goes out, what comes in, and what a broken file is refused for."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.scheme import PayArea
from bpa_desktop.errors import BpaError
from bpa_desktop.i18n import explain
from bpa_desktop.services.rates_file import (
    MOST_BYTES,
    FaultyRates,
    NewerRatesFile,
    NoRatesFile,
    RatesFileTooLarge,
    as_text,
    from_text,
    read_rates,
)
from bpa_desktop.services.sharing_rates import (
    State,
    bring_in,
    fault_words,
    foretold,
    incoming,
    incoming_words,
    save_rates,
)
from bpa_desktop.storage.refusals import FileMissing
from tests.services.little_roster import everything, lay, open_little

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

APRIL = dt.date(2026, 4, 1)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        yield opened


def rate(name: RateName, value: str, **fields: Any) -> OwnRate:
    return OwnRate(name=name, value=Decimal(value), **{"valid_from": APRIL, **fields})


def row(**changes: object) -> dict[str, object]:
    given = {
        "name": "pay-evening percent",
        "area": None,
        "value": "31",
        "valid_from": "2026-04-01",
        "valid_to": None,
        "source": "KL",
    }
    return {**given, **changes}


def data(*rows: object, **head: object) -> bytes:
    whole = {"format": "bpa-rates", "version": 1, "rates": rows, **head}
    return json.dumps(whole).encode()


def test_what_goes_out_comes_in_as_it_was(session: Session, tmp_path: Path) -> None:
    out = (
        rate(RateName.EVENING, "30.5", source="Overenskomst § 8"),
        rate(RateName.HOUR_11, "151.37", area=PayArea.AREA_3, valid_to=dt.date(2026, 9, 30)),
    )
    lay(session, *out)
    path = save_rates(as_text(session), tmp_path / "satser")
    assert path.name == "Satser.json"
    assert {(*vars(one).values(),)[1:] for one in read_rates(path)} == {
        (*vars(one).values(),)[1:] for one in out
    }
    assert {one.state for one in incoming(session, read_rates(path))} == {State.SAME}


def test_nobody_s_own_rate_and_no_name_goes_out(session: Session) -> None:
    lay(
        session,
        rate(RateName.EVENING, "30", helper="anna"),
        rate(RateName.AGREED_HOUR, "155.25"),
        rate(RateName.NIGHT, "36", source="Lønseddel for Anna, marts"),
    )
    text = as_text(session)
    assert [one["name"] for one in json.loads(text)["rates"]] == ["pay-night percent"]
    assert "anna" not in text.casefold()
    assert "155.25" not in text


def test_new_rates_come_in_as_one_action_and_yours_stay_unless_replaced(session: Session) -> None:
    lay(session, rate(RateName.EVENING, "30", id="mine"), rate(RateName.NIGHT, "35", id="night"))
    came = from_text(
        data(
            row(name="pay-night percent", value="35"),
            row(value="31"),
            row(name="pay-g-day-amount whole", value="1012.50"),
        )
    )
    found = incoming(session, came)
    assert [one.state for one in found] == [State.NEW, State.DIFFERENT, State.SAME]
    assert foretold(found) == "1 er ny, 1 er anderledes end din og 1 er den samme."
    assert incoming_words(found[1]) == ("Aftentillæg i procent: 31 % fra 1. april 2026. Din: 30 %")
    assert bring_in(session, found, replacing=False) == "1 sats er hentet."
    assert session.records.get(OwnRate, "mine").value == 30
    session.undo()
    assert bring_in(session, found, replacing=True) == "2 satser er hentet."
    assert session.records.get(OwnRate, "mine").value == 31
    assert {one.value for one in session.records.all(OwnRate)} == {31, 35, Decimal("1012.5")}
    session.undo()
    assert session.records.get(OwnRate, "mine").value == 30


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (7, "It is no rate."),
        (row(name="pay-hour agreed"), "This program does not know the rate."),
        (row(name=["pay-evening percent"]), "This program does not know the rate."),
        (row(area="9"), "This program does not know the pay area."),
        (row(value="-1"), "The value is no number."),
        (row(value="31,5"), "The value is no number."),
        (row(value="1e9"), "The value is no number."),
        (row(value=True), "The value is no number."),
        (row(value="9" * 10), "The value is no number."),
        (row(valid_from="2026-02-30"), "A date is not one."),
        (row(valid_from=None), "A date is not one."),
        (row(valid_to=20260401.5), "A date is not one."),
        (row(valid_to="2026-03-31"), "The end is before the start."),
        (row(source="a\x00b"), "The source is no short text."),
        (row(source="x" * 501), "The source is no short text."),
    ],
)
def test_one_broken_rate_and_nothing_comes_in(broken: object, reason: str) -> None:
    good = row(name="pay-night percent")
    with pytest.raises(FaultyRates) as caught:
        from_text(data(good, broken))
    assert [(one.number, one.reason) for one in caught.value.faults] == [(2, reason)]
    assert "{" not in explain(caught.value)
    assert fault_words(caught.value)[0].startswith("Sats 2: ")


def test_a_rate_that_stands_there_twice_is_a_fault() -> None:
    with pytest.raises(FaultyRates) as caught:
        from_text(data(row(), row(value="32"), row(area="1")))
    assert [one.number for one in caught.value.faults] == [2]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (b"", NoRatesFile),
        (b"\xff\xfe\x00", NoRatesFile),
        (b"[" * 200_000, NoRatesFile),
        (b"[]", NoRatesFile),
        (b'{"format": "bpa-desktop"}', NoRatesFile),
        (data(), NoRatesFile),
        (data(row(), rates="x"), NoRatesFile),
        (data(row(), version=2), NewerRatesFile),
        (data(row(), version=None), NewerRatesFile),
    ],
)
def test_another_file_is_refused_by_a_sentence(text: bytes, error: type[BpaError]) -> None:
    with pytest.raises(error):
        from_text(text)


def test_a_file_that_is_not_there_or_far_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_rates(tmp_path / "gone.json")
    large = tmp_path / "large.json"
    large.write_bytes(b" " * (MOST_BYTES + 1))
    with pytest.raises(RatesFileTooLarge):
        read_rates(large)


def test_a_byte_order_mark_and_numbers_without_quotes_are_read() -> None:
    found = from_text(b"\xef\xbb\xbf" + data(row(value=31.5)))
    assert [one.value for one in found] == [Decimal("31.5")]


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=9))
def test_whatever_stands_in_a_rate_is_read_or_refused(junk: object) -> None:
    for key in row():
        with suppress(BpaError):
            from_text(data(row(**{key: junk})))


def test_reading_and_looking_write_nothing(session: Session) -> None:
    before = everything(session)
    incoming(session, from_text(data(row())))
    assert everything(session) == before
