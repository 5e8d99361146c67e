"""The account of hours shows every measure, and how it was counted."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.documents.hours_account import amount_words, hours_account, usage
from bpa_desktop.documents.hours_values import Amount, Hours, summed
from bpa_desktop.documents.model import Bullets, Meter
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.plain import plain
from bpa_desktop.domain.grant import Per
from bpa_desktop.domain.kinds import WEEK, HourKind, Weekday
from bpa_desktop.i18n import speaking
from tests.documents.paper_values import FEBRUARY, MADE, account, month_hours
from tests.documents.papers import failures, texts

if TYPE_CHECKING:
    from bpa_desktop.documents.hours_values import HoursAccount


def lines(values: HoursAccount | None = None) -> list[str]:
    return plain(hours_account(values or account())).splitlines()


def rows(head: str, values: HoursAccount | None = None) -> list[str]:
    return [line for line in lines(values) if line.startswith(f"{head}: ")]


def test_help_hours_month_by_month() -> None:
    assert rows("Måned") == [
        (
            "Måned: 20.–28. februar; Bevilget: 216; Planlagt: 216; Brugt: 214; Forskel: −2; "
            "Fravær: 8; Ubesat: 2"
        ),
        (
            "Måned: Marts; Bevilget: 743; Planlagt: 743; Brugt: 743,33; Forskel: +0,33; "
            "Fravær: 0; Ubesat: 0"
        ),
        (
            "Måned: I alt; Bevilget: 959; Planlagt: 959; Brugt: 957,33; Forskel: −1,67; "
            "Fravær: 8; Ubesat: 2"
        ),
    ]


def test_all_hours_by_kind_and_each_month_by_kind() -> None:
    assert rows("Slags")[:3] == [
        (
            "Slags: Basistimer; Bevilget: 959; Planlagt: 959; Brugt: 957,33; Forskel: −1,67; "
            "Fravær: 8; Ubesat: 2"
        ),
        (
            "Slags: Personalemøder; Bevilget: 2; Planlagt: 4; Brugt: 4; Forskel: +2; "
            "Fravær: 0; Ubesat: 0"
        ),
        (
            "Slags: I alt; Bevilget: 961; Planlagt: 963; Brugt: 961,33; Forskel: +0,33; "
            "Fravær: 8; Ubesat: 2"
        ),
    ]
    cross = rows("Måned og slags")
    assert [row.split(";")[0] for row in cross] == [
        "Måned og slags: 20.–28. februar: Basistimer",
        "Måned og slags: 20.–28. februar: Personalemøder",
        "Måned og slags: Marts: Basistimer",
        "Måned og slags: Marts: Personalemøder",
        "Måned og slags: I alt",
    ]
    assert cross[-1].endswith(rows("Slags")[2].split(";", 1)[1])


def test_a_single_month_needs_no_table_of_months_by_kind() -> None:
    assert not rows("Måned og slags", account(months=(month_hours(FEBRUARY, 60, 60),)))


def test_the_year_so_far_by_kind() -> None:
    assert "Året 2026 til og med 31. marts 2026" in lines()
    assert rows("Slags")[3] == (
        "Slags: Personalemøder; Bevilget, hele året: 24; Bevilget til nu: 6; "
        "Brugt til nu: 4; Forskel: −2"
    )


def test_hours_by_helper_and_unfilled_ones_apart() -> None:
    assert rows("Hjælper") == [
        "Hjælper: AN; Planlagt: 500; Brugt: 483,33; Fravær: 8",
        "Hjælper: Vagter uden hjælper; Planlagt: 2; Brugt: –; Fravær: –",
        "Hjælper: I alt; Planlagt: 502; Brugt: 483,33; Fravær: 8",
    ]


def test_the_grants_with_their_decisions() -> None:
    assert rows("Gælder") == [
        (
            "Gælder: fra 1. februar 2024; Afgørelse: Afgørelse af 15. januar 2024, "
            "Sagsnr. 24/1234-7; Timer: Basistimer: 24 timer pr. dag, MUS: 1 time pr. år, 4 hjælpere"
        )
    ]
    assert "Der er ikke skrevet en bevilling for perioden." in lines(account(grants=()))


def test_a_grant_with_an_end_and_no_decision_written() -> None:
    ended = dataclasses.replace(
        account().grants[0], last=dt.date(2025, 12, 31), decided=None, reference="", amounts=()
    )
    assert rows("Gælder", account(grants=(ended,))) == [
        "Gælder: 1. februar 2024 til 31. december 2025; Afgørelse: –"
    ]


def test_an_amount_says_for_how_many_helpers() -> None:
    one = Amount(kind=HourKind.TWO_HELPERS, minutes=450, per=Per.WEEK)
    assert amount_words(one) == "Ekstra hjælper: 7,5 timer pr. uge"


def test_an_amount_says_on_which_weekdays() -> None:
    days = (Weekday.TUESDAY, Weekday.FRIDAY)
    one = Amount(kind=HourKind.TWO_HELPERS, minutes=180, per=Per.DAY, weekdays=days)
    assert amount_words(one) == "Ekstra hjælper: 3 timer pr. dag, tirsdag og fredag"
    both = dataclasses.replace(one, helpers=2)
    assert amount_words(both) == "Ekstra hjælper: 3 timer pr. dag, tirsdag og fredag, 2 hjælpere"
    assert (
        amount_words(dataclasses.replace(one, weekdays=WEEK)) == "Ekstra hjælper: 3 timer pr. dag"
    )


@pytest.mark.parametrize(
    ("granted", "used", "said"),
    [
        (6000, 6000, "er der brugt 100 af 100 bevilgede hjælpetimer. Det er som bevilget."),
        (6000, 5160, "er der brugt 86 af 100 bevilgede hjælpetimer. 14 timer er ikke brugt."),
        (
            6000,
            6060,
            "er der brugt 101 af 100 bevilgede hjælpetimer. Det er 1 time mere end bevilget.",
        ),
    ],
)
def test_the_sentence_says_whether_the_grant_is_used(granted: int, used: int, said: str) -> None:
    values = account(months=(month_hours(FEBRUARY, granted, used),))
    assert usage(values) == f"Fra 20. februar til 28. februar 2026 {said}"


def test_without_a_grant_there_is_no_meter() -> None:
    values = account(months=(month_hours(FEBRUARY, 0, 60),))
    assert usage(values) == (
        "Der er brugt 1 time hjælp fra 20. februar til 28. februar 2026. "
        "Der er ikke skrevet en bevilling for dagene."
    )
    assert not any(isinstance(block, Meter) for block in hours_account(values).blocks)


def test_before_the_period_there_is_only_a_plan() -> None:
    values = account(months=(), year_kinds=(), helpers=(), year_end=None, unconfirmed=0)
    text = plain(hours_account(values))
    assert "Perioden er ikke begyndt endnu." in text
    assert "Tallene er trukket 8. maj 2026." in text
    assert "Hjælpetimer, måned for måned" not in text


def test_the_days_ahead_and_unconfirmed_hours_are_said() -> None:
    text = plain(hours_account(account()))
    assert (
        "1. april–19. maj er ikke brugt endnu: 480 timer er bevilget, 472 timer er planlagt."
        in text
    )
    assert "Ikke bekræftet som arbejdet: 8 timer. Det tæller som planlagt, ikke som brugt." in text


def test_the_method_names_what_is_special_in_the_period() -> None:
    (method,) = (block for block in hours_account(account()).blocks if isinstance(block, Bullets))
    assert "Bevillingen regner et år som 52 uger." in method.items
    assert "29. marts 2026 har 23 timer, fordi uret går frem." in method.items
    assert "26. oktober 2025 har 25 timer, fordi uret går tilbage." in method.items
    assert lines()[-1] == "• Tallene går til og med 31. marts 2026. De er trukket 8. maj 2026."


def test_sums_of_hours() -> None:
    one = Hours(granted=1, planned=2, used=3, absent=4, uncovered=5)
    assert summed([one, one]) == Hours(granted=2, planned=4, used=6, absent=8, uncovered=10)
    assert one.difference == 2
    assert not Hours()
    assert dt.date(2026, 5, 8) == MADE


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_file_is_accessible_and_can_be_read_out(language: str) -> None:
    with speaking(language):
        content = render(hours_account(account()))
    assert failures(content) == []
    assert ("957,33" if language == "da" else "957.33") in texts(content)[0]


def test_hours_that_others_pay_for_are_told_apart() -> None:
    told = lines(dataclasses.replace(account(), elsewhere=600))
    sentence = "Mens du var indlagt: 10 timer betalt af andre. De tæller ikke som brugt."
    assert sentence in told
    assert sentence not in lines()
