"""A shift that is only partly worked: each half hour begun in it is paid once.

It is paid as work where the helper worked in it, and else with the time that was lost first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.away import left_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.pay import Job


def work_left(job: Job, lost: Iterable[Span]) -> list[Job]:
    """What is left of the work of a shift as jobs in order; its overtime lies at its end."""
    since, had = _before(job)
    jobs: list[Job] = []
    for piece in left_of(job.span, lost):
        jobs.append(job._replace(span=piece, begun=since, overtime=0, had=tuple(had)))
        had.append(piece)
    return [*jobs[:-1], *(one._replace(overtime=job.overtime) for one in jobs[-1:])]


def work_lost(job: Job, piece: Span, lost: Sequence[Span]) -> Job:
    """The lost ``piece`` of the work of a shift as a job; all that was ``lost`` of it is given.

    A shift that is lost altogether is the job that it would have been.
    """
    whole = job._replace(overtime=0)
    if piece == job.span:
        return whole
    since, had = _before(job)
    had += left_of(job.span, lost)
    had += [one for one in lost if one < piece]
    return whole._replace(span=piece, begun=since, had=tuple(had))


def _before(job: Job) -> tuple[int, list[Span]]:
    """Since when the work has gone on without a break, and what of that lies before the shift."""
    start = job.span[0]
    since = start if job.begun is None else min(job.begun, start)
    return since, [(since, start)] if since < start else []
