"""Helper-related expenses: the log beside the grant, and a paper nobody sends by accident."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.plain import plain
from bpa_desktop.domain.budget import Budget, BudgetLine, MoneyClass
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.services.helper_costs import formula, granted_words, helper_related
from bpa_desktop.services.paper_costs import paper
from tests.services.little_roster import lay, open_little

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Two expenses for helpers and one of another kind; 40 kroner a month are granted."""
    with open_little(tmp_path) as opened:
        outside = StandardLine.HELPER_RELATED
        lay(
            opened,
            Budget(id="b", valid_from=dt.date(2026, 1, 1), valid_to=dt.date(2026, 12, 31)),
            BudgetLine(
                id="x",
                budget="b",
                words="§ 10",
                amount=Decimal(480),
                money_class=MoneyClass.OUTSIDE,
            ),
            Voucher(day=dt.date(2026, 1, 9), what="Sæbe", amount=Decimal(100), standard=outside),
            Voucher(day=dt.date(2026, 2, 9), what="Entré", amount=Decimal(50), line="x"),
            Voucher(day=dt.date(2026, 2, 10), what="Kursus", amount=Decimal(999)),
        )
        yield opened


def test_the_log_is_what_no_accounts_count_and_the_formula_is_shown(session: Session) -> None:
    found = helper_related(session)
    assert [one.what for one in found.log] == ["Entré", "Sæbe"]
    assert found.estimate is not None
    assert formula(found.estimate) == (
        "150,00\u00a0kr. i 2 måneder (januar 2026 til februar 2026), "
        "delt med 2 = 75,00\u00a0kr. pr. måned."
    )
    assert [*granted_words(found)] == [
        "Budgettet giver 40,00\u00a0kr. pr. måned: § 10.",
        "Du bruger 35,00\u00a0kr. mere pr. måned, end der er bevilget. Søg med dine tal.",
    ]


def test_the_paper_holds_the_figures_and_nothing_that_was_bought(session: Session) -> None:
    told = plain(as_bundle(paper(session)))
    assert "75,00" in told
    assert "Kursus" not in told
    assert "Budgettet giver 40,00" in told
    assert "Du bruger" not in told
