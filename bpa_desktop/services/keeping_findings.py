"""Findings that the work leader keeps as they are: each with a reason, and each can be taken back.

What is kept does not warn any more, and stands with its reason in the package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.kept_finding import KeptFinding, helper_of, is_kept
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, day_words
from bpa_desktop.services.wording import finding_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.services.session import Session


def kept_of(session: Session) -> tuple[KeptFinding, ...]:
    """Every decision to keep a finding, by the window it is about."""
    return tuple(sorted(session.records.all(KeptFinding), key=_by_window))


def _by_window(one: KeptFinding) -> tuple[object, ...]:
    return one.window_end, one.window_start, one.code, one.id


def not_kept(session: Session, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of ``findings`` that nobody decided to keep."""
    kept = kept_of(session)
    return tuple(one for one in findings if not is_kept(one, kept))


def keep(session: Session, found: Finding, reason: str) -> KeptFinding:
    """Let ``found`` stay as it is, because of ``reason``; an empty reason is none."""
    decision = KeptFinding(
        code=found.code,
        helper=helper_of(found),
        window_start=found.window[0],
        window_end=found.window[1],
        minutes_short=found.minutes_short,
        reason=reason.strip(),
        kept_on=session.today,
    )
    texts = {
        "what": finding_title(found),
        "when": day_words(found.window[1].date()),
        # The history tells it too; the name of the action stays short.
        "why": decision.reason,
    }
    with session.operation(N_("keep as it is: {what}, {when}"), **texts) as operation:
        return operation.save(decision)


def take_back(session: Session, decision: KeptFinding) -> None:
    """Let the finding of ``decision`` warn again."""
    when = day_words(decision.window_end.date())
    texts = {"what": _title(decision), "when": when}
    with session.operation(N_("do not keep: {what}, {when}"), **texts) as operation:
        operation.delete(KeptFinding, decision.id)


def _title(decision: KeptFinding) -> str:
    return _(decision.code.label)
