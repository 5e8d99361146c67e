"""The values of the accounts, and their files."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.account_words import year_words
from bpa_desktop.documents.accounts import AccountsPaper, accounts_paper
from bpa_desktop.documents.accounts_workbook import accounts_xlsx
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.pdf import render
from bpa_desktop.domain.accounts import mode_of
from bpa_desktop.domain.budget import Budget
from bpa_desktop.i18n import pgettext, speaking
from bpa_desktop.services.account_checks import checks
from bpa_desktop.services.accounts import accounts_of, hours_sheet, year_of
from bpa_desktop.services.file_writing import write_all
from bpa_desktop.services.pay_words import missing_words

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from bpa_desktop.domain.accounts import AccountLine
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.paper_scope import Scope
    from bpa_desktop.services.session import Session

PDF: Final = "pdf"
XLSX: Final = "xlsx"
_UNSAFE: Final = re.compile(r"[^0-9A-Za-zÆØÅæøå]+")


def accounts_values(session: Session, year: Period, *, with_outside: bool = False) -> AccountsPaper:
    """Everything the accounts of ``year`` show; section 10 only when it is wanted."""
    scheme = session.scheme()
    found = accounts_of(session, year)
    mode = mode_of(scheme)
    return AccountsPaper(
        citizen=scheme.citizen_name if scheme else "",
        case_number=scheme.case_number.strip() if scheme else "",
        made_on=session.today,
        mode=mode,
        accounts=found,
        hours=hours_sheet(session, year, found),
        missing=missing_words(found.missing),
        checks=checks(session, found, mode),
        with_outside=with_outside,
    )


def clean_accounts(values: AccountsPaper, given: Scope) -> AccountsPaper:
    """The same without CPR numbers, and with helpers called as in the paper it stands in."""

    def line(one: AccountLine) -> AccountLine:
        clean = given.naming.clean
        entries = tuple(each._replace(number=clean(each.number)) for each in one.entries)
        return replace(
            one, words=clean(one.words), explanation=clean(one.explanation), entries=entries
        )

    found = values.accounts
    cleaned = replace(
        found, lines=tuple(map(line, found.lines)), outside=tuple(map(line, found.outside))
    )
    return replace(values, accounts=cleaned, case_number=given.case_number)


def year_for_visit(session: Session, visit: dt.date) -> Period | None:
    """The newest budget year that was over by ``visit``, else the running one.

    Only a year for which there is a budget; ``None`` without one.
    """
    budgets = session.records.all(Budget)
    running = year_of(session, visit)
    before = year_of(session, running.first.fromordinal(running.first.toordinal() - 1))
    for year in (before, running):
        if any(one.valid_from < year.end and one.end > year.first for one in budgets):
            return year
    return None


def save_accounts(values: AccountsPaper, spoken: str, form: str, folder: Path) -> Path:
    """Write the accounts into ``folder`` as ``form`` in the language ``spoken``; gives the path.

    Needs no open file, so it may run on a thread. Raises ``FolderUnwritable`` or ``NoRoom``.
    """
    with speaking(spoken):
        year = _UNSAFE.sub("-", year_words(values.accounts.year)).strip("-")
        title = pgettext("file name", "Accounts")
        name = f"{year}_{title}.{form}"
        if form == PDF:
            content = render(as_bundle(accounts_paper(values)))
        else:
            content = accounts_xlsx(values)
    write_all({name: content}, folder)
    return folder / name
