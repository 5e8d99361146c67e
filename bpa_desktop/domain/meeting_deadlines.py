"""What was agreed at meetings and talks and is to be done by a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.deadlines import Due, DueCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.agreed_task import AgreedTask


def meeting_deadlines(tasks: Iterable[AgreedTask]) -> Iterator[Due]:
    """A line for each task with a day that is not done.

    It tells the words of the task alone: not whether it comes from a meeting or a talk, and
    nothing else of what was talked about.
    """
    for one in tasks:
        if one.due_on is not None and one.done_on is None:
            yield Due(
                code=DueCode.AGREED_TASK,
                on=one.due_on,
                record=(one.type_name, one.id),
                values={"what": one.what, "helper": one.helper or ""},
            )
