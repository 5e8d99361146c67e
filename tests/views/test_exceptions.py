"""An excuse covers what it names and nothing else, and is noticed when nothing needs it."""

from __future__ import annotations

import pytest

from tests.views import exceptions
from tests.views.audit import Finding
from tests.views.exceptions import EXCUSES, Excuse, outdated, unexplained

EXCUSE = Excuse(rule="R5", screen="edit *", widget="Frame '*'", reason="A reason.", owner="forms")


def finding(rule: str = "R5", screen: str = "edit grant", widget: str = "Frame 'x'") -> Finding:
    return Finding(rule=rule, screen=screen, widget=widget, detail="anything")


@pytest.mark.parametrize(
    ("found", "covered"),
    [
        (finding(), True),
        (finding(rule="R15"), False),
        (finding(screen="new grant"), False),
        (finding(widget="Button 'x'"), False),
    ],
)
def test_only_what_is_named_is_let_pass(
    monkeypatch: pytest.MonkeyPatch, found: Finding, *, covered: bool
) -> None:
    monkeypatch.setattr(exceptions, "EXCUSES", (EXCUSE,))
    assert unexplained([found]) == ([] if covered else [found])
    assert outdated([found]) == ([] if covered else [EXCUSE])


def test_every_excuse_has_a_reason_and_an_owner() -> None:
    assert all(excuse.reason.endswith(".") and excuse.owner for excuse in EXCUSES)
