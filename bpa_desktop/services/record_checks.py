"""What a record is refused for besides what is wrong with it on its own: rules that have rows."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.applicant import Applicant
from bpa_desktop.domain.applications import kept_problems
from bpa_desktop.i18n import date_words
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.storage.operation import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.record import Problem, Record

CHECKS: Final[Mapping[str, Callable[..., Iterable[Problem]]]] = {
    Applicant.type_name: kept_problems,
}
"""By record type: what is wrong with a record by the rule book."""


def check(record: Record, book: RuleBook | None = None) -> None:
    """Raise ``Refused`` with what the rules say against ``record``."""
    found = CHECKS.get(record.type_name)
    if found is None:
        return
    problems = [_worded(one) for one in found(record, book or rulebook())]
    if problems:
        raise Refused(problems)


def _worded(problem: Problem) -> Problem:
    """The problem with its days as words."""
    values = {
        name: date_words(value) if isinstance(value, dt.date) else value
        for name, value in problem.values.items()
    }
    return problem._replace(values=values)
