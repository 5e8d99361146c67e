"""Which part of a meeting is time of its own for a helper: those at work take part from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.clock import overlap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.clock import Span


def own_part(meeting: Span, busy: Iterable[Span]) -> Span | None:
    """The longest stretch of ``meeting`` outside ``busy``, the earlier of two equal ones.

    All are instants, half-open. ``None`` when the helper is at work for the whole meeting.
    """
    begin, found = meeting[0], []
    for span in sorted(filter(None, (overlap(meeting, one) for one in busy))):
        found.append((begin, span[0]))
        begin = max(begin, span[1])
    found.append((begin, meeting[1]))
    longest = max(found, key=lambda one: one[1] - one[0])
    return longest if longest[1] > longest[0] else None
