"""The accounts as a spreadsheet: the same lines as on the paper, with sums that reckon anew."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Final, NamedTuple

import xlsxwriter

from bpa_desktop.documents import account_words as words
from bpa_desktop.documents.accounts import asked, money_columns, settlement
from bpa_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from bpa_desktop.documents.accounts import AccountsPaper
    from bpa_desktop.domain.account_hours import HoursSheet
    from bpa_desktop.domain.accounts import AccountLine, Accounts

_MINUTES_PER_HOUR: Final = 60
_WIDTHS: Final = (42, 16, 16, 16, 16, 60, 16)
_HOURS_WIDTHS: Final = (42, 14, 14, 14, 14, 50)
_A4: Final = 9
_OPTIONS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_A_DAY: Final = dt.time()


class _Looks(NamedTuple):
    """How cells look: the title of a column, a text, a number, and both in a row of sums."""

    head: Format
    text: Format
    number: Format
    sum_text: Format
    sum_number: Format


def accounts_xlsx(values: AccountsPaper) -> bytes:
    """The accounts as a spreadsheet; texts are never reckoned out, sums and differences are."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, _OPTIONS) as book:
        created = dt.datetime.combine(values.made_on, _A_DAY)
        title = words.title(values.mode, values.accounts.year)
        book.set_properties({"title": title, "author": "BPA Desktop", "created": created})
        looks = _looks(book)
        _money(_page(book, _("Money"), _WIDTHS), values.accounts, looks)
        _hours(_page(book, _("Hours"), _HOURS_WIDTHS), values.hours, looks)
        if values.outside:
            _outside(_page(book, _("Section 10"), _WIDTHS), values.outside, looks)
    return made.getvalue()


def _looks(book: xlsxwriter.Workbook) -> _Looks:
    number, over = {"num_format": "#,##0.00"}, {"bold": True, "top": 1}
    return _Looks(
        head=book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        text=book.add_format({"text_wrap": True, "valign": "top"}),
        number=book.add_format({**number, "valign": "top"}),
        sum_text=book.add_format(over),
        sum_number=book.add_format({**number, **over}),
    )


def _page(book: xlsxwriter.Workbook, name: str, widths: Sequence[int]) -> Worksheet:
    page = book.add_worksheet(name)
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    return page


def _money(page: Worksheet, accounts: Accounts, looks: _Looks) -> None:
    for column, head in enumerate(money_columns()):
        page.write_string(0, column, head, looks.head)
    for row, line in enumerate(accounts.lines, start=1):
        _line(page, row, line, looks)
    last = len(accounts.lines)
    if accounts.receipts or not accounts.lines:
        last += 1
    if accounts.receipts:
        page.write_string(last, 0, _("Received for the whole budget"), looks.text)
        page.write_number(last, 2, float(accounts.received_for_all), looks.number)
    _sums(page, accounts, last + 1, looks)


def _line(page: Worksheet, row: int, line: AccountLine, looks: _Looks) -> None:
    place = f"{line.place}. " if line.place is not None else ""
    page.write_string(row, 0, f"{place}{words.line_name(line)}", looks.text)
    page.write_number(row, 1, float(line.granted), looks.number)
    page.write_number(row, 2, float(line.received), looks.number)
    if line.spent is None:
        page.write_string(row, 3, _(words.INCOMPLETE), looks.text)
    else:
        page.write_number(row, 3, float(line.spent), looks.number)
    at = row + 1
    formula = f'=IF(ISNUMBER(D{at}),ROUND(D{at}-B{at},2),"{_(words.INCOMPLETE)}")'
    page.write_formula(row, 4, formula, looks.number, _told(line.difference))
    page.write_string(row, 5, words.explanation_words(line), looks.text)
    page.write_string(row, 6, words.voucher_words(line.vouchers), looks.text)


def _sums(page: Worksheet, accounts: Accounts, row: int, looks: _Looks) -> None:
    """The row of totals; what is spent is no number as long as a line of it is incomplete."""
    lines, total, at = len(accounts.lines), accounts.total, row + 1
    spent = f"D2:D{max(lines, 1) + 1}"
    incomplete = _(words.INCOMPLETE)
    whole = f"COUNT({spent})={lines}"
    page.write_string(row, 0, _("Total"), looks.sum_text)
    for column, formula, value in (
        (1, f"=ROUND(SUM(B2:B{row}),2)", total.granted),
        (2, f"=ROUND(SUM(C2:C{row}),2)", total.received),
        (3, f'=IF({whole},ROUND(SUM({spent}),2),"{incomplete}")', total.spent),
        (4, f'=IF(ISNUMBER(D{at}),ROUND(D{at}-B{at},2),"{incomplete}")', total.difference),
    ):
        page.write_formula(row, column, formula, looks.sum_number, _told(value))
    for column in (5, 6):
        page.write_blank(row, column, None, looks.sum_text)


def _told(amount: Decimal | None) -> float | str:
    """What a formula gives, kept in the file for those who only look at it."""
    return _(words.INCOMPLETE) if amount is None else float(amount)


def _hours(page: Worksheet, sheet: HoursSheet, looks: _Looks) -> None:
    heads = (_("Kind"), _("Granted"), _("Used"), _("Planned"), _("Difference"))
    for column, head in enumerate(heads):
        page.write_string(0, column, head, looks.head)
    rows = [(_(one.kind.label), one.granted, one.used, one.planned) for one in sheet.kinds]
    for row, (name, *minutes) in enumerate(rows, start=1):
        page.write_string(row, 0, name, looks.text)
        for column, one in enumerate(minutes, start=1):
            page.write_number(row, column, one / _MINUTES_PER_HOUR, looks.number)
        _left(page, row, minutes, looks.number)
    total = len(rows) + 1
    sums = [sheet.granted, sheet.used, sheet.planned]
    page.write_string(total, 0, _("Total"), looks.sum_text)
    for column, one in enumerate(sums, start=1):
        letter = "ABCD"[column]
        formula = f"=SUM({letter}2:{letter}{max(total, 2)})" if rows else "=0"
        page.write_formula(total, column, formula, looks.sum_number, one / _MINUTES_PER_HOUR)
    _left(page, total, sums, looks.sum_number)
    _settle(page, sheet, total + 2, looks)


def _left(page: Worksheet, row: int, minutes: Sequence[int], look: Format) -> None:
    """Used and planned less granted."""
    granted, used, planned = minutes
    value = (used + planned - granted) / _MINUTES_PER_HOUR
    page.write_formula(row, 4, f"=C{row + 1}+D{row + 1}-B{row + 1}", look, value)


def _settle(page: Worksheet, sheet: HoursSheet, first: int, looks: _Looks) -> None:
    """From the hours granted to those to pay back, and what they cost."""
    page.write_string(first, 0, _("Hours settled"), looks.head)
    steps = list(settlement(sheet))
    for row, step in enumerate(steps, start=first + 1):
        _step(page, row, step, looks)
    last = first + len(steps) + 1
    page.write_string(last, 0, _("To pay back"), looks.sum_text)
    formula = f"=MAX(0,SUM(B{first + 2}:B{last}))"
    page.write_formula(last, 1, formula, looks.sum_number, sheet.repay / _MINUTES_PER_HOUR)
    _price(page, sheet, last, looks)
    below = list(asked(sheet))
    for row, one in enumerate(below, start=last + 4):
        _step(page, row, one, looks)
    if sheet.elsewhere:
        _elsewhere(page, last + 4 + len(below), sheet.elsewhere, looks)


def _elsewhere(page: Worksheet, row: int, minutes: int, looks: _Looks) -> None:
    """What others than the municipality pay for; it stands beside the sum, not in it."""
    page.write_string(row, 0, _("Paid by others, not counted as used"), looks.text)
    page.write_number(row, 1, minutes / _MINUTES_PER_HOUR, looks.number)
    page.write_string(row, 5, words.elsewhere_words(minutes), looks.text)


def _step(page: Worksheet, row: int, step: tuple[str, int, str], looks: _Looks) -> None:
    name, minutes, decision = step
    page.write_string(row, 0, name, looks.text)
    page.write_number(row, 1, minutes / _MINUTES_PER_HOUR, looks.number)
    page.write_string(row, 5, decision, looks.text)


def _price(page: Worksheet, sheet: HoursSheet, above: int, looks: _Looks) -> None:
    if sheet.rate is None or sheet.repay_kroner is None:
        return
    page.write_string(above + 1, 0, _("Kroner per hour"), looks.text)
    page.write_number(above + 1, 1, float(sheet.rate.rate), looks.number)
    page.write_string(above + 1, 5, words.rate_words(sheet.rate), looks.text)
    page.write_string(above + 2, 0, _("To pay back, kr."), looks.sum_text)
    formula = f"=ROUND(B{above + 1}*B{above + 2},2)"
    page.write_formula(above + 2, 1, formula, looks.sum_number, float(sheet.repay_kroner))


def _outside(page: Worksheet, lines: Sequence[AccountLine], looks: _Looks) -> None:
    heads = (_("Line of the budget"), _("Estimate, kr."), _("Own log, kr."))
    for column, head in enumerate(heads):
        page.write_string(0, column, head, looks.head)
    for row, line in enumerate(lines, start=1):
        page.write_string(row, 0, words.line_name(line), looks.text)
        page.write_number(row, 1, float(line.granted), looks.number)
        page.write_number(row, 2, float(line.known), looks.number)
    last = len(lines) + 1
    page.write_string(last, 0, _("Total"), looks.sum_text)
    sums = (sum(one.granted for one in lines), sum(one.known for one in lines))
    for letter, column, value in (("B", 1, sums[0]), ("C", 2, sums[1])):
        formula = f"=ROUND(SUM({letter}2:{letter}{last}),2)"
        page.write_formula(last, column, formula, looks.sum_number, float(value))
