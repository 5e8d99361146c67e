"""What is wrong with a scheme on its own."""

from __future__ import annotations

import pytest

from bpa_desktop.domain.scheme import Agreement, Answer, LegalBasis, Party, Scheme


@pytest.mark.parametrize(
    ("name", "cpr", "expected"),
    [
        ("Prøve Borger", "", []),
        ("Prøve Borger", "0101900000", []),
        (" ", "", ["citizen_name"]),
        ("Prøve Borger", "3113900000", ["citizen_cpr"]),
    ],
)
def test_problems(name: str, cpr: str, expected: list[str]) -> None:
    scheme = Scheme(citizen_name=name, citizen_cpr=cpr)
    assert [problem.field for problem in scheme.problems()] == expected


def test_a_new_scheme_has_the_usual_case() -> None:
    scheme = Scheme(citizen_name="Prøve Borger")
    assert scheme.legal_basis is LegalBasis.SECTION_96
    assert (scheme.employer, scheme.payroll) == (Party.SELF, Party.SELF)
    assert scheme.agreement is Agreement.UNKNOWN
    assert scheme.care_work is Answer.UNKNOWN
