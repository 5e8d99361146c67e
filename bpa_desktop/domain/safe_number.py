"""What may be shown of several people together without pointing at one of them."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bpa_desktop.domain.assessment import HelperSheet, Verdict

T = TypeVar("T")

SAFE_NUMBER: Final = 3
"""So many people at least stand behind anything that is shown of them together.

One is the person. Of two, each can take away what is their own, and sees the other's. Of three,
whoever knows one answer still does not know which of the two others gave which.
"""


class Together(NamedTuple):
    """The answers of several sheets to one question: how many of each, and the words."""

    counts: Mapping[Verdict, int]
    words: tuple[str, ...]


def nameless(sheets: Iterable[HelperSheet], assessment: str) -> tuple[HelperSheet, ...]:
    """The sheets of the assessment that carry no helper."""
    return tuple(one for one in sheets if one.assessment == assessment and one.helper is None)


def may_be_shown(sheets: Collection[HelperSheet], gathered_on: dt.date | None) -> bool:
    """Whether nameless ``sheets`` may be shown: enough of them, and no more can come.

    Were they shown while more come, the newest could be found by taking away what stood there
    before.
    """
    return gathered_on is not None and len(sheets) >= SAFE_NUMBER


def together(sheets: Sequence[HelperSheet], question: str) -> Together:
    """The answers to one question, in an order that tells neither who nor when.

    The order is another one for each question, so that the words of one person cannot be followed
    from question to question; the same sheets give the same order every time.
    """
    found = [
        answer
        for sheet in shuffled(sheets, question)
        for answer in sheet.answers
        if answer.question == question
    ]
    words = tuple(answer.words.strip() for answer in found if answer.words.strip())
    return Together(Counter(answer.verdict for answer in found), words)


def more_words(sheets: Sequence[HelperSheet]) -> tuple[str, ...]:
    """What was written at the end of the sheets, in an order that tells neither who nor when."""
    return tuple(one.words.strip() for one in shuffled(sheets, "") if one.words.strip())


def shuffled(sheets: Iterable[HelperSheet], salt: str) -> list[HelperSheet]:
    """``sheets`` in an order that follows from their ids but not from when they were written."""
    return sorted(sheets, key=lambda one: _scattered(f"{salt} {one.id}"))


def _scattered(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class SickDays(NamedTuple):
    """Days of sickness by month where enough people were ill, and those of all other months.

    ``rest`` is ``None`` where nothing may be shown of them; ``hidden`` says that there is something
    that cannot be shown.
    """

    months: tuple[tuple[dt.date, int], ...] = ()
    rest: int | None = 0
    hidden: bool = False


def safe_days(days: Mapping[dt.date, Mapping[str, int]]) -> SickDays:
    """Days by the first of the month and by helper, as far as they point at nobody.

    A month with fewer than the safe number of people is counted among the others; so are the
    months with the fewest days, until the others are of enough people too, as they could else be
    found by taking the shown months from a sum.
    """
    shown = {month: by for month, by in days.items() if len(by) >= SAFE_NUMBER}
    rest = [by for month, by in days.items() if by and month not in shown]
    while rest and len(_people(rest)) < SAFE_NUMBER and shown:
        least = min(shown, key=lambda month: (sum(shown[month].values()), month))
        rest.append(shown.pop(least))
    months = tuple((month, sum(shown[month].values())) for month in sorted(shown))
    if rest and len(_people(rest)) < SAFE_NUMBER:
        return SickDays(rest=None, hidden=True)
    return SickDays(months, sum(sum(by.values()) for by in rest))


def _people(parts: Iterable[Mapping[str, int]]) -> set[str]:
    return {person for by in parts for person in by}
