"""Rest between eight and eleven hours, which the agreement allows now and then."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from bpa_desktop.domain.clock import instant, monday
from bpa_desktop.domain.findings import Code, Severity, finding
from bpa_desktop.domain.in_force import InForce
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.rates import Rule, RuleBook

RULE: Final = "wt-rest-8h-exceptions"
_ONE_DAY: Final = dt.timedelta(days=1)


class Limits(NamedTuple):
    """The shortest rest in minutes, and on how many days of a week it may be so short."""

    least: int
    days: int


class Breach(Choice):
    """What is wrong with a shortened rest."""

    TOO_OFTEN = "too_often", N_("It happens too often in the week.")
    RUNNING = "running", N_("The rest was shortened the day before as well.")


def limits(rule: Rule) -> Limits:
    """The limits in the row ``rule``; raises ``RuleUnknown`` when one is missing."""
    return Limits(rule.whole("least_minutes"), rule.whole("days_per_week"))


def shortened(found: Iterable[Finding], book: RuleBook) -> Iterator[Finding]:
    """Give back findings of too short a daily rest as the agreement judges them.

    Where the rest is at least ``least_minutes`` it is allowed on ``days_per_week`` days of a week
    from Monday and not on two days running; then a hint is left, else a problem that says what is
    wrong. A shorter rest is given back as it came, and is one of those days all the same. The day
    is the one on which the work after the rest begins. Give also the findings of the week before
    the days you ask about.

    Source: the dispensation that goes with the agreement; the row says where it was read.
    """
    known = InForce(book, RULE, limits)
    by_helper: dict[str, list[Finding]] = defaultdict(list)
    for one in found:
        if known.at(instant(one.window[1])) is None or "day" not in one.values:
            yield one
        else:
            by_helper[str(one.values["helper"])].append(one)
    for own in by_helper.values():
        yield from _judged(own, known, book)


def _judged(own: Iterable[Finding], known: InForce[Limits], book: RuleBook) -> Iterator[Finding]:
    days: set[dt.date] = set()
    in_week: Counter[dt.date] = Counter()
    for one in sorted(own, key=lambda found: found.window[1]):
        day = cast("dt.date", one.values["day"])
        in_week[monday(day)] += day not in days
        days.add(day)
        allowed = cast("Limits", known.at(instant(one.window[1])))
        if cast("int", one.values["longest"]) < allowed.least:
            yield one
            continue
        breaches = {
            Breach.TOO_OFTEN: in_week[monday(day)] > allowed.days,
            Breach.RUNNING: day - _ONE_DAY in days,
        }
        wrong = tuple(breach for breach, is_so in breaches.items() if is_so)
        yield _told(one, wrong, allowed, book)


def _told(one: Finding, wrong: tuple[Breach, ...], allowed: Limits, book: RuleBook) -> Finding:
    return finding(
        Code.SHORTENED_REST,
        RULE,
        book,
        (instant(one.window[0]), instant(one.window[1])),
        records=one.records,
        minutes_short=one.minutes_short,
        severity=None if wrong else Severity.HINT,
        wrong=wrong,
        least=allowed.least,
        days=allowed.days,
        **{key: value for key, value in one.values.items() if key != "rule_title"},
    )
