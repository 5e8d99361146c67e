"""The pay basis of a helper as paper, and the pay of a month as rows for a payroll."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from bpa_desktop import i18n
from bpa_desktop.documents.pay_basis import (
    Away,
    PaidLine,
    PaidWork,
    PayBasis,
    pay_bases,
    pay_basis,
    tax_words,
)
from bpa_desktop.documents.pay_table import PayColumn, PayRow, PayTable, pay_csv, pay_xlsx
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.plain import plain
from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.period import Period
from bpa_desktop.i18n import speaking
from tests.documents.papers import failures, tags, texts
from tests.domain.builders import moment

MARCH = Period(dt.date(2026, 3, 1), dt.date(2026, 4, 1))
DAY = PaidWork(
    start=moment("2026-03-16 07:00"),
    end=moment("2026-03-16 15:00"),
    minutes=480,
    kind=HourKind.BASIS,
    amount=Decimal("1200.00"),
)
MEETING = PaidWork(
    start=moment("2026-03-17 15:00"),
    end=moment("2026-03-17 16:30"),
    minutes=90,
    kind=HourKind.STAFF_MEETING,
    amount=Decimal("225.50"),
)
SICK = Away(
    kind=AbsenceKind.SICKNESS,
    first=dt.date(2026, 3, 4),
    last=dt.date(2026, 3, 5),
    days=2,
    lost=960,
)


def values(**fields: Any) -> PayBasis:
    given: dict[str, Any] = {
        "helper": "Anna Prøve",
        "employer": "Kim Prøve",
        "month": MARCH,
        "made_on": dt.date(2026, 4, 2),
        "state": "Lønnen er låst.",
        "lines": (
            PaidLine(title="Grundløn", minutes=570, amount=Decimal("1425.50")),
            PaidLine(title="Rettelse af januar 2026: Grundløn", minutes=0, amount=Decimal(-80)),
        ),
        "work": (DAY, MEETING),
        "away": (SICK,),
    }
    return PayBasis(**(given | fields))


def lines(**fields: Any) -> list[str]:
    return plain(pay_basis(values(**fields))).splitlines()


def test_it_tells_what_is_paid_and_for_what() -> None:
    told = lines()
    assert told[:3] == [
        "Anna Prøve",
        "Lønbilag marts\u00a02026",
        "9,5 timer. Lønnen er 1.345,50\u00a0kr. før skat.",
    ]
    for line in (
        "Hvad det er: Grundløn; Timer: 9,5; Kroner: 1.425,50",
        "Hvad det er: Rettelse af januar 2026: Grundløn; Timer: –; Kroner: −80,00",
        "Hvad det er: I alt; Kroner: 1.345,50",
        "Slags: Basistimer; Antal vagter: 1; Timer: 8",
        "Slags: I alt; Antal vagter: 2; Timer: 9,5",
        "Slags: Sygdom; Hvornår: 4.–5. marts 2026; Dage: 2; Timer af planlagte vagter: 16",
        "Dag: mandag 16. marts; Fra – til: 07–15; Slags: Basistimer; Timer: 8; Kroner: 1.200,00",
        tax_words(),
    ):
        assert line in told


def test_a_missing_rate_makes_title_sum_and_sentence_incomplete() -> None:
    lacking = PaidWork(start=DAY.start, end=DAY.end, minutes=480, kind=HourKind.BASIS, amount=None)
    told = lines(missing=("Timeløn på løntrin 11 mangler.",), work=(lacking,), away=())
    assert told[1] == "Lønbilag marts\u00a02026, ufuldstændigt"
    assert "Timeløn på løntrin 11 mangler." in told
    assert "Hvad det er: I alt; Kroner: ufuldstændig" in told
    assert "Dag: I alt; Timer: 8; Kroner: ufuldstændig" in told
    assert not any("1.345,50" in line for line in told)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_paper_is_tagged_and_passes_the_validator(language: str) -> None:
    with speaking(language):
        alone = values(missing=("x",), lines=(), work=(), away=())
        content = render(pay_bases([values(since="Ændret."), alone], MARCH))
    assert failures(content) == []
    assert tags(content)["/Table"] == 4
    assert "Anna Prøve" in " ".join(texts(content))


def row(**fields: Any) -> PayRow:
    given: dict[str, Any] = {
        "helper": "=Anna",
        "cpr": "0101900000",
        "month": dt.date(2026, 3, 1),
        "what": "Grundløn",
        "standard": "Grundløn (B1)",
        "minutes": 455,
        "rate": Decimal("151.375"),
        "amount": Decimal("-1147.93"),
    }
    return PayRow(**(given | fields))


def table(*columns: PayColumn, by_shift: bool = False, **fields: Any) -> PayTable:
    return PayTable(
        title="Løn",
        made_on=dt.date(2026, 4, 2),
        columns=frozenset(columns or PayColumn),
        rows=(row(**fields),),
        by_shift=by_shift,
    )


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_text_has_decimal_commas_and_no_formula() -> None:
    assert read(pay_csv(table())) == [
        [
            "Hjælper",
            "CPR-nummer",
            "Måned",
            "Lønart",
            "Budgetlinje",
            "Antal timer",
            "Sats",
            "Kroner",
        ],
        [
            "'=Anna",
            "0101900000",
            "2026-03",
            "Grundløn",
            "Grundløn (B1)",
            "7,5833",
            "151,375",
            "-1147,93",
        ],
    ]


def test_only_the_chosen_columns_stand_there_and_shifts_have_their_times() -> None:
    chosen = table(PayColumn.MONTH, PayColumn.AMOUNT, by_shift=True, start=DAY.start, end=DAY.end)
    assert read(pay_csv(chosen)) == [
        ["Måned", "Dag", "Fra", "Til", "Kroner"],
        ["2026-03", "2026-03-16", "07:00", "15:00", "-1147,93"],
    ]


def test_a_spreadsheet_has_real_numbers_and_times_and_texts_that_are_no_formula() -> None:
    content = pay_xlsx(table(by_shift=True, start=DAY.start, end=DAY.end))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    cells = [cell.value for cell in list(sheet.iter_rows())[1]]
    assert cells[0] == "=Anna"
    assert sheet["A2"].data_type == "s"
    assert cells[3:6] == [dt.datetime(2026, 3, 16), dt.time(7), dt.time(15)]  # noqa: DTZ001
    assert cells[8:] == [pytest.approx(455 / 60), 151.375, -1147.93]
