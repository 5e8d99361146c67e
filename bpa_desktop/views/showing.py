"""Makes a paper into pages on a thread and then shows it, so that nothing moves in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.errors import BpaError
from bpa_desktop.i18n import _, explain
from bpa_desktop.services.paper_view import view
from bpa_desktop.views.tasks import Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.documents.model import Bundle
    from bpa_desktop.services.paper_view import PaperView
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.live_panel import LivePanel
    from bpa_desktop.views.page import Page


def show_paper(page: Page | LivePanel, bundle: Bundle, back: str) -> Task:
    """Show ``bundle`` in the preview once it is made, see `show_made`."""
    return show_made(page, lambda: view(bundle), back)


def show_made(page: Page | LivePanel, make: Callable[[], PaperView], back: str) -> Task:
    """Show what ``make`` gives in the preview; whoever has left ``page`` stays away.

    ``make`` is called on a thread. *Back* in the preview leads to the place ``back``.
    """
    desk = page.desk

    def made(found: PaperView) -> None:
        if page.isVisible():
            desk.show_paper(found, back)
            desk.tell(_("The pages are ready."))

    desk.tell(_("The pages are being made."))
    task = Task(make, page)
    task.done.connect(made)
    task.failed.connect(lambda error: refused(desk, error))
    task.start()
    return task


def refused(desk: Desk, error: Exception) -> None:
    """Say on ``desk`` why a task was refused; anything else is a programming error."""
    if not isinstance(error, BpaError):
        raise error
    desk.say(explain(error), "warn")
