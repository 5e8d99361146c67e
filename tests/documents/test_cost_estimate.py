"""The estimate of helper-related expenses as a paper."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from bpa_desktop import i18n
from bpa_desktop.documents.cost_estimate import CostPaper, cost_estimate
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.plain import plain
from bpa_desktop.i18n import speaking
from tests.documents.papers import failures, texts

FULL = CostPaper(
    citizen="Solveig Eksempel",
    case_number="24/1234",
    made_on=dt.date(2026, 3, 16),
    formula="150,00 kr. / 3 = 50,00 kr.",
    per_month=Decimal(50),
    months="december 2025 til februar 2026",
    granted=("Budgettet giver 40,00 kr.",),
    quote="et estimeret beløb",
)
EMPTY = CostPaper(citizen="", case_number="", made_on=dt.date(2026, 3, 16), formula="Intet endnu.")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("values", [FULL, EMPTY])
def test_the_paper_passes_the_validator(values: CostPaper, language: str) -> None:
    with speaking(language):
        content = render(as_bundle(cost_estimate(values)))
    assert failures(content) == []
    assert values.formula in " ".join(texts(content))


def test_the_average_stands_with_how_it_came_about() -> None:
    with speaking("da"):
        told = plain(as_bundle(cost_estimate(FULL)))
    for words in ("50,00", "december 2025 til februar 2026", "150,00", "et estimeret beløb"):
        assert words in told
