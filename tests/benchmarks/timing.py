"""How long a piece of work takes, beside others in the same run."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

from bpa_desktop.storage.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.services.session import Session

ROUNDS = 9


def fastest(
    *works: Callable[[], object], after: Callable[[], object] = lambda: None
) -> list[float]:
    """Processor seconds of the fastest round of each; they take turns on a busy machine.

    ``after`` clears away what a round made, and is not counted.
    """
    seconds: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, found in zip(works, seconds, strict=True):
            gc.collect()
            start = time.process_time()
            work()
            found.append(time.process_time() - start)
            after()
    return [min(found) for found in seconds]


def forget(session: Session) -> None:
    """Let the file remember nothing of what was worked out before."""
    session.records._kept = Kept(session.records.connection)
