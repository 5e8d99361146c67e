"""Which papers go along: every paper there is, those of the package chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents import overview
from bpa_desktop.i18n import _
from bpa_desktop.services.package_defaults import usual_papers
from bpa_desktop.services.package_values import enclosed, has_overview
from bpa_desktop.services.paper_titles import SHORT_TITLES
from bpa_desktop.services.papers import PAPERS
from bpa_desktop.views.button import Button
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bpa_desktop.services.package_parts import PackagePlan

_GAP: Final = 12


class ChoosingPanel(Stack):
    """A button for each paper; ``choose`` gets its key and whether it goes along."""

    def __init__(self, plan: PackagePlan, choose: Callable[[str, bool], object]) -> None:
        super().__init__(_GAP)
        self._choose = choose
        self._in = set(papers_in(plan))
        self.add(Text(_("Send what is needed, and no more."), tone="muted"))
        self._buttons = {key: self._button(key) for key in choosable(plan)}
        for button in self._buttons.values():
            self.add(button)
        self._roving = Roving(list(self._buttons.values()))

    def _button(self, key: str) -> Button:
        button = Button(_(SHORT_TITLES[key]), press=partial(self._press, key))
        button.set_leading()
        button.set_kind("chosen" if key in self._in else "plain")
        return button

    def _press(self, key: str) -> None:
        self._in ^= {key}
        goes_along = key in self._in
        self._buttons[key].set_kind("chosen" if goes_along else "plain")
        self._choose(key, goes_along)


def choosable(plan: PackagePlan) -> Iterator[str]:
    """The papers that can go along with a package of that kind, in one order for all."""
    own = {one.kind for one in usual_papers(plan.kind, is_named=False)}
    possible = {*PAPERS, *own, *(one.kind for one in plan.parts)}
    yield from (key for key in SHORT_TITLES if key in possible)


def papers_in(plan: PackagePlan) -> Iterator[str]:
    """The papers that are wanted, ready or not; those the user left out are not."""
    for part in plan.parts:
        if part.kind not in plan.choices.left_out:
            yield part.kind
    yield from enclosed(plan)
    if has_overview(plan):
        yield overview.KEY
