"""The side panel for training shifts: with whom, and on which of their shifts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.people import Helper
from bpa_desktop.i18n import _, day_words, span
from bpa_desktop.services import introduction as acts
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import Chip, ChoicePanel
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.views.desk import Desk


def open_follow(
    desk: Desk, helper: Helper, mentor: str | None = None, *, back: Callable[[], object]
) -> None:
    """Show with whom ``helper`` can come along, and say so; ``back`` is what was there before."""
    _show(desk, helper.id, mentor, back)
    desk.announcer.say(f"{_title(helper)}.")


def _show(desk: Desk, helper_id: str, mentor: str | None, back: Callable[[], object]) -> None:
    helper = next(iter(desk.session.records.with_ids(Helper, [helper_id])), None)
    if helper is None:
        desk.close_panel()
    else:
        desk.show_panel(FollowPanel(desk, helper, mentor, back), _title(helper))


def _title(helper: Helper) -> str:
    return _("Training shift for {who}").format(who=helper.first_name)


class FollowPanel(ChoicePanel):
    """One press puts a training shift in the roster; it counts as training in the grant."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"shift", "helper", "absence"})

    def __init__(
        self, desk: Desk, helper: Helper, mentor: str | None, back: Callable[[], object]
    ) -> None:
        super().__init__(desk, lambda: _show(desk, helper.id, self._mentor, back))
        self._helper = helper
        self._back = back
        people = acts.mentors(desk.session, helper)
        known = [one.id for one in people]
        self._mentor = mentor if mentor in known else next(iter(known), None)
        told = _("It lasts as long as the shift beside it, and counts as training in the grant.")
        self.add(Text(told, tone="muted"))
        self._add_mentors(people)
        self._add_shifts()
        self.add_button(
            Button(
                _("Back to what {who} learns").format(who=helper.first_name),
                icon="arrow-left",
                press=back,
            )
        )

    def _add_mentors(self, people: list[Helper]) -> None:
        labels = told_apart([(one.first_name, one.name) for one in people])
        chips = [
            Chip(label, partial(self._choose, one.id), one.id == self._mentor)
            for one, label in zip(people, labels, strict=True)
        ]
        if chips:
            self.add_chips(_("Together with"), chips)
        else:
            self.add(Text(_("Nobody else works here now.")))

    def _add_shifts(self) -> None:
        if self._mentor is None:
            return
        found = acts.to_follow(self.desk.session, self._helper, self._mentor)
        if not found:
            text = _("In the next four weeks there is no shift on which {who} is free.")
            self.add(Text(text.format(who=self._helper.first_name)))
        for shift in found:
            start, end = shift.planned_start, shift.planned_end
            text = _("Come along {when}")
            when = f"{day_words(start.date())} {span(start, end)}"
            press = partial(self._follow, shift)
            self.add_button(Button(text.format(when=when), press=press), writes=True)

    def _choose(self, mentor: str) -> None:
        _show(self.desk, self._helper.id, mentor, self._back)
        names = self.desk.session.helper_names()
        self.desk.announcer.say(_("Together with {who}.").format(who=names[mentor]))

    def _follow(self, shift: Shift) -> None:
        self.desk.attempt(lambda: acts.follow(self.desk.session, self._helper, shift))
