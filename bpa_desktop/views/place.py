"""What a place is that a person can go to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.i18n import ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from bpa_desktop.views.actions import Action, Offer
    from bpa_desktop.views.desk import Desk


def _waiting(count: int) -> str:
    return ngettext("{n} thing waits", "{n} things wait", count)


class Place(NamedTuple):
    """One place. ``title``, ``synonyms`` (comma-separated, two or more) and ``help`` are msgids.

    ``badge`` counts what waits there; ``badge_words`` says the count ("2 holes").
    A ``tool`` does not stand in the navigation; ``without_file`` can be seen before one is open.
    ``keeps_panel`` reserves the side panel, so that choosing something moves nothing.
    ``actions`` gives what can be done there from the command box, ``suggest`` what fits a query
    that names a person or a day. ``build`` is called on the first visit.
    """

    key: str
    title: str
    icon: str
    synonyms: str
    build: Callable[[Desk], QWidget]
    help: str
    badge: Callable[[Desk], int] | None = None
    badge_words: Callable[[int], str] = _waiting
    tool: bool = False
    without_file: bool = False
    keeps_panel: bool = False
    actions: Callable[[Desk], Sequence[Action]] | None = None
    suggest: Callable[[Desk, str], Sequence[Offer]] | None = None
