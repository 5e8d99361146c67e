"""The accounts as a paper: money by the lines of the budget, hours, and how they are counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents import account_words as words
from bpa_desktop.documents.model import (
    Align,
    Bullets,
    Column,
    Document,
    Facts,
    Heading,
    Line,
    Note,
    Style,
    Table,
    Text,
)
from bpa_desktop.documents.phrases import NONE, difference, footer, in_hours, joined
from bpa_desktop.domain.money import ZERO
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.i18n import _, date_words, hours, kroner, language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from bpa_desktop.documents.model import Block, Cell
    from bpa_desktop.domain.account_hours import HoursSheet
    from bpa_desktop.domain.accounts import AccountLine, Accounts, Mode

KEY: Final = "accounts"
_EXPLANATION: Final = 5
"""The place of the column that is left out where nothing needs to be explained."""


@dataclass(frozen=True, kw_only=True)
class AccountsPaper:
    """Everything on the paper; ``missing`` says each rate that is not known.

    ``checks`` compare the figures with those of whoever makes the accounts. Section 10 stands on
    it only ``with_outside``.
    """

    citizen: str
    case_number: str
    made_on: dt.date
    mode: Mode
    accounts: Accounts
    hours: HoursSheet
    missing: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    with_outside: bool = False

    @property
    def outside(self) -> tuple[AccountLine, ...]:
        """The lines of section 10 that are shown."""
        return self.accounts.outside if self.with_outside else ()


def accounts_paper(values: AccountsPaper, *, with_method: bool = True) -> Document:
    """The accounts as a document; how they are counted may stand elsewhere in the same file."""
    title = words.title(values.mode, values.accounts.year)
    return Document(
        key=KEY,
        title=title,
        subtitle=words.counted_words(values.accounts),
        language=language(),
        footer_left=footer(values.case_number, title),
        blocks=(*_blocks(values), *(_counting(values) if with_method else ())),
        landscape=True,
    )


def _blocks(values: AccountsPaper) -> Iterator[Block]:
    if facts := tuple(_facts(values)):
        yield Facts(pairs=facts)
    said = (words.reading(values.accounts), words.received_words(values.accounts))
    yield Text(text=" ".join(filter(None, said)))
    if values.missing:
        yield Note(text=" ".join((_("Incomplete."), *values.missing)))
    yield Heading(text=_("Money, line by line"))
    yield _money(values.accounts)
    if values.accounts.outside and not values.outside:
        yield Text(text=_left_out(values.accounts.outside))
    if values.checks:
        yield Heading(text=_("Beside the other figures"))
        yield Bullets(items=values.checks)
    yield from _hours(values.hours)
    if values.outside:
        yield Heading(text=_("Outside the accounts: section 10"))
        yield _outside(values.outside)


def _left_out(lines: Sequence[AccountLine]) -> str:
    """Which lines of the budget stand outside the accounts, so that none seems forgotten."""
    text = _("Outside the accounts: {lines}.")
    return text.format(lines=joined([_named(one) for one in lines]))


def _counting(values: AccountsPaper) -> Iterator[Block]:
    yield Heading(text=_("How the figures are counted"))
    yield Bullets(items=tuple(method_lines(values)))


def _facts(values: AccountsPaper) -> Iterator[tuple[str, str]]:
    if values.citizen:
        yield _("Citizen"), values.citizen
    if values.case_number:
        yield _("Your case number"), values.case_number
    budgets = values.accounts.budgets
    if budgets:
        yield _("Budget"), "; ".join(map(words.budget_words, budgets))


def money_columns() -> tuple[str, ...]:
    """The titles of the money sheet, in the order in which they stand."""
    return (
        _("Line of the budget"),
        _("Granted, kr."),
        _("Received, kr."),
        _("Spent, kr."),
        _("Difference, kr."),
        _("Explanation"),
        _("Vouchers"),
    )


def _columns() -> tuple[Column, ...]:
    first, *amounts, explanation, vouchers = money_columns()
    return (
        Column(title=first, weight=4, is_row_header=True),
        *(Column(title=one, align=Align.END, weight=0) for one in amounts),
        Column(title=explanation, weight=5),
        Column(title=vouchers, weight=2),
    )


def _money(accounts: Accounts) -> Table:
    rows = [_money_row(one) for one in accounts.lines]
    if accounts.receipts:
        rows.append(_whole_row(accounts))
    total = (_("Total"), *_amounts(accounts.total)[:-2], "", "")
    shown = [at for at in range(len(total)) if at != _EXPLANATION or any(row[at] for row in rows)]
    return Table(
        columns=tuple(_columns()[at] for at in shown),
        rows=tuple(tuple(row[at] for at in shown) for row in rows),
        totals=tuple(total[at] for at in shown),
        summary=_("Each line of the budget with what was granted, received and spent."),
    )


def _money_row(line: AccountLine) -> tuple[Cell, ...]:
    return (_named(line), *_amounts(line))


def _named(line: AccountLine) -> str:
    """The line as the budget has it: its number and its words."""
    place = f"{line.place}. " if line.place is not None else ""
    return f"{place}{words.line_name(line)}"


def _amounts(line: AccountLine) -> tuple[Cell, ...]:
    spent: Cell = NONE if line.spent_with is not None and not line.entries else _amount(line)
    return (
        kroner(line.granted),
        words.received_cell(line),
        spent,
        words.signed(line.difference) if line.difference is not None else _incomplete(),
        words.explanation_words(line),
        words.voucher_words(line.vouchers),
    )


def _amount(line: AccountLine) -> Cell:
    return kroner(line.spent) if line.spent is not None else _incomplete()


def _incomplete() -> Line:
    return Line(text=_(words.INCOMPLETE), style=Style.STRONG)


def _whole_row(accounts: Accounts) -> tuple[Cell, ...]:
    received = kroner(accounts.received_for_all)
    return (_("Received for the whole budget"), NONE, received, NONE, NONE, "", "")


def _outside(lines: Sequence[AccountLine]) -> Table:
    total = sum((one.granted for one in lines), ZERO), sum((one.known for one in lines), ZERO)
    return Table(
        columns=(
            Column(title=_("Line of the budget"), weight=4, is_row_header=True),
            Column(title=_("Estimate, kr."), align=Align.END),
            Column(title=_("Own log, kr."), align=Align.END),
        ),
        rows=tuple((words.line_name(one), kroner(one.granted), kroner(one.known)) for one in lines),
        totals=(_("Total"), kroner(total[0]), kroner(total[1])),
        summary=_("Helper-related expenses: the estimate beside the own log."),
    )


def _hours(sheet: HoursSheet) -> Iterator[Block]:
    yield Heading(text=_("Hours"))
    whole = "" if sheet.is_over else _("The hours are of the whole year.")
    yield Text(text=" ".join(filter(None, (whole, words.settled_words(sheet)))))
    if sheet.kinds:
        yield _kinds(sheet)
    yield Heading(text=_("Hours settled"), level=3)
    yield _settled(sheet)
    for said in (words.repay_words(sheet), sheet.explanation):
        if said:
            yield Text(text=said)
    for name, minutes, decision in asked(sheet):
        yield Text(text=f"{name}: {in_hours(minutes)}. {decision}.")
    if sheet.unconfirmed:
        text = _("Not confirmed as worked: {hours}. They do not count as used.")
        yield Text(text=text.format(hours=in_hours(sheet.unconfirmed)))
    if sheet.elsewhere:
        yield Text(text=words.elsewhere_words(sheet.elsewhere))


def _kinds(sheet: HoursSheet) -> Table:
    heads = [_("Granted"), _("Used"), *([] if sheet.is_over else [_("Planned")]), _("Difference")]
    return Table(
        columns=(
            Column(title=_("Kind"), weight=2, is_row_header=True),
            *(Column(title=head, align=Align.END) for head in heads),
        ),
        rows=tuple(
            _kind_row(sheet, _(one.kind.label), one.granted, one.used, one.planned)
            for one in sheet.kinds
        ),
        totals=_kind_row(sheet, _("Total"), sheet.granted, sheet.used, sheet.planned),
        summary=_("Each kind of hours in the year."),
    )


def _kind_row(
    sheet: HoursSheet, name: str, granted: int, used: int, planned: int
) -> tuple[Cell, ...]:
    ahead = () if sheet.is_over else (hours(planned),)
    return (name, hours(granted), hours(used), *ahead, difference(used + planned - granted))


def settlement(sheet: HoursSheet) -> Iterator[tuple[str, int, str]]:
    """The steps from granted hours to those to pay back: name, minutes with a sign, decision."""
    yield _("Granted in the year"), sheet.granted, ""
    for one in sheet.moved_in:
        yield _("Moved in from the year before"), one.minutes, words.moved_words(one)
    yield _("Used"), -sheet.used, ""
    if not sheet.is_over:
        yield _("Planned for the rest of the year"), -sheet.planned, ""
    for one in sheet.moved_out:
        if one.consent is Consent.AGREED:
            yield _("Moved to the next year"), -one.minutes, words.moved_words(one)


def asked(sheet: HoursSheet) -> Iterator[tuple[str, int, str]]:
    """What was asked for and is not agreed, in the same shape as `settlement`."""
    for one in sheet.moved_out:
        if one.consent is not Consent.AGREED:
            yield _("Asked for, not counted"), one.minutes, words.moved_words(one)


def _settled(sheet: HoursSheet) -> Table:
    steps = settlement(sheet)
    return Table(
        columns=(
            Column(title=_("What"), weight=3, is_row_header=True),
            Column(title=_("Hours"), align=Align.END),
            Column(title=_("Purpose and decision"), weight=5),
        ),
        rows=tuple((name, hours(minutes), decision or NONE) for name, minutes, decision in steps),
        totals=(_("To pay back"), hours(sheet.repay), ""),
        summary=_("From the hours that were granted to those that are paid back."),
    )


def method_lines(values: AccountsPaper) -> Iterator[str]:
    """How the figures are counted, a sentence each."""
    accounts = values.accounts
    yield _("The lines are those of the budget, in its own words and order.")
    yield _("Granted: the amounts of the budget. Where it was revised, each counts for its days.")
    yield _("Received: what came in for the days of the year. A lump sum stands on its own line.")
    yield _("Spent: pay month by month, and vouchers by their date. Set-off lowers what is spent.")
    yield _("Difference: spent less granted. Below zero, something is left.")
    yield _("Each amount is rounded to whole øre. The totals are sums of the amounts shown.")
    if not values.outside:
        yield _("Helper-related expenses (section 10) are not part of the accounts.")
    if not accounts.is_over:
        yield _("The month that is running counts as it is planned.")
    yield _("Hours: every shift that is marked as worked, as it was worked.")
    made = _("The figures were taken on {made}.")
    yield made.format(made=date_words(values.made_on))
