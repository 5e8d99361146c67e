"""The accounts of a year beside bare xlsxwriter cells, and beside the pay they are made of."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl
import xlsxwriter

from bpa_desktop.documents.accounts_workbook import accounts_xlsx
from bpa_desktop.domain.accounts import OF_PAY
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.period import Period
from bpa_desktop.services.accounts import accounts_of, hours_sheet
from bpa_desktop.services.example import write_example
from bpa_desktop.services.month_pay import months_pay
from bpa_desktop.services.pay_spent import pay_spent
from bpa_desktop.services.session import make
from tests.benchmarks.timing import fastest, forget
from tests.documents.account_values import LINES, accounts, paper
from tests.storage.samples import key

if TYPE_CHECKING:
    import pytest
    from pytest_benchmark.fixture import BenchmarkFixture

XLSX_LIMIT = 1.5
PAY_LIMIT = 2.0
FORMATS = ("General", "#,##0.00")


def cells(content: bytes) -> list[list[list[tuple[Any, str]]]]:
    """Every cell of every sheet with its format."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [
        [[(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows()]
        for sheet in book
    ]


def bare(sheets: list[list[list[tuple[Any, str]]]]) -> bytes:
    """The same cells written by xlsxwriter and nothing else."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        looks = {name: book.add_format({"num_format": name}) for name in FORMATS}
        for rows in sheets:
            page = book.add_worksheet()
            for at, row in enumerate(rows):
                for column, (value, form) in enumerate(row):
                    if value is not None:
                        page.write(at, column, value, looks[form])
    return made.getvalue()


def test_the_spreadsheet_against_bare_cells(benchmark: BenchmarkFixture) -> None:
    values = paper(with_outside=True, accounts=accounts(lines=LINES * 8))
    sheets = cells(accounts_xlsx(values))
    assert sum(value is not None for rows in sheets for row in rows for value, _ in row) > 200
    assert [len(rows) for rows in cells(bare(sheets))] == [len(rows) for rows in sheets]
    benchmark.pedantic(accounts_xlsx, args=(values,), rounds=1)
    if benchmark.enabled:
        own, other = fastest(lambda: accounts_xlsx(values), lambda: bare(sheets))
        benchmark.extra_info |= {"ratio": round(own / other, 2), "bar": XLSX_LIMIT}
        assert own / other <= XLSX_LIMIT


def test_the_accounts_against_the_pay_of_the_year(
    benchmark: BenchmarkFixture, tmp_path_factory: pytest.TempPathFactory
) -> None:
    year = Period(dt.date(2026, 1, 1), dt.date(2027, 1, 1))
    with make(tmp_path_factory.mktemp("year") / "y.bpa", key(), today=year.end) as session:
        write_example(session)
        rate = OwnRate(
            name=RateName.AGREED_HOUR, value=Decimal("151.37"), valid_from=dt.date(2020, 1, 1)
        )
        session.save(rate, "x")

        def whole() -> object:
            """With nothing remembered of what was reckoned before."""
            forget(session)
            return hours_sheet(session, year, accounts_of(session, year))

        def pay() -> object:
            forget(session)
            return list(months_pay(session, year.months()))

        found = accounts_of(session, year)
        pay_alone = [one.amount for one in found.total.entries if one.origin in OF_PAY]
        assert sum(pay_alone) == sum(pay_spent(session, year.first, year.end).amounts.values())
        benchmark.pedantic(whole, rounds=1)
        if benchmark.enabled:
            own, bare = fastest(whole, pay)
            benchmark.extra_info |= {"seconds": own, "ratio": own / bare, "bar": PAY_LIMIT}
            assert own / bare <= PAY_LIMIT
