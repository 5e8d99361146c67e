"""The place Helpers: who works here, how to reach them, and what is agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.people import Position
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.reading import helper_signs, helpers
from bpa_desktop.services.wish_words import hours_agreed, wish_sentence
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row, Rows
from bpa_desktop.views.doors import doors
from bpa_desktop.views.marks import HelperMark
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.reading import Sign
    from bpa_desktop.views.desk import Desk

    Group = tuple[str, list[Helper]]

FURTHER: Final = ("hiring", "procedures", "aids", "courses", "talks", "leadership")
"""The places that helpers lead on to; one that the window does not have has no button."""
_MARK_CHARS: Final = 4
_NAME_CHARS: Final = 14
_PHONE_CHARS: Final = 11
_HOURS_CHARS: Final = 12
_LINE_GAP: Final = 2


class HelpersPage(Page):
    """Permanent helpers, substitutes, and those who have left."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"helper"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        new = Button(_("New helper"), "primary", icon="plus", press=self._new)
        new.setEnabled(not desk.read_only)
        self._new_one = new
        self._group = Roving([new])
        self.heading.add(new)

    def refresh(self) -> None:
        """Read the helpers again."""
        session = self.desk.session
        everybody = helpers(session)
        people = [one for one in everybody if one.erased_on is None]
        groups = _groups(people, session.today)
        self.heading.say(_("Helpers"), _summary(groups))
        content = self.stack()
        further = doors(self.desk, FURTHER)
        self._group.set_buttons([self._new_one, *further])
        content.add(Row(further))
        if not people:
            content.add(Notice(_("Here you will see everybody who helps you.")))
        shown = [(title, group) for title, group in groups if group]
        buttons = self._buttons([helper for _title, group in shown for helper in group])
        signs = helper_signs(session)
        for title, group in shown:
            content.add(_table(title, group, signs, buttons))
        gone = len(everybody) - len(people)
        if gone:
            content.add(Text(_gone(gone), tone="muted"))
        self.fill(content)

    def _buttons(self, people: Sequence[Helper]) -> Mapping[str, Button]:
        """One for each helper by id, all of them one Tab stop."""
        text = _("Open – {name}")
        labels = told_apart(
            [tuple(text.format(name=name) for name in (one.first_name, one.name)) for one in people]
        )
        found = {
            helper.id: Button(label, press=self._opener(helper))
            for helper, label in zip(people, labels, strict=True)
        }
        Roving(list(found.values()))
        return found

    def _opener(self, helper: Helper) -> Callable[[], None]:
        return lambda: self.desk.show_person(helper.id)

    def _new(self) -> None:
        open_editor(self.desk, kind_named("helper"))


def _table(
    title: str,
    group: Iterable[Helper],
    signs: Mapping[str, Sign],
    buttons: Mapping[str, Button],
) -> Rows:
    rows = Rows(title)
    for helper in group:
        row = Row()
        row.add(HelperMark(*signs[helper.id]), chars=_MARK_CHARS)
        row.add(Text(helper.name, "strong"), chars=_NAME_CHARS, fold=True)
        row.add(Text(helper.phone), chars=_PHONE_CHARS)
        lines = [Text(line, tone="muted") for line in _agreed(helper)]
        row.add(Stack(_LINE_GAP, lines), chars=_HOURS_CHARS, stretch=True, fold=True)
        row.add(buttons[helper.id])
        rows.add(row)
    return rows


def _groups(people: Iterable[Helper], today: dt.date) -> list[Group]:
    permanent, substitutes, others = [], [], []
    for helper in sorted(people, key=lambda one: one.name):
        has_left = helper.employments and all(period.end < today for period in helper.employments)
        if has_left:
            others.append(helper)
        elif helper.position is Position.SUBSTITUTE:
            substitutes.append(helper)
        else:
            permanent.append(helper)
    return [
        (_("Permanent helpers"), permanent),
        (_("Substitutes"), substitutes),
        (_("Earlier helpers"), others),
    ]


def _summary(groups: Iterable[Group]) -> str:
    (_one, permanent), (_two, substitutes), _left = groups
    if not permanent and not substitutes:
        return _("There are no helpers yet.")
    first = ngettext("{n} permanent helper", "{n} permanent helpers", len(permanent))
    second = ngettext("{n} substitute", "{n} substitutes", len(substitutes))
    return _("{first} and {second}.").format(first=first, second=second)


def _gone(count: int) -> str:
    return ngettext(
        "{n} former helper is deleted. The hours are left.",
        "{n} former helpers are deleted. The hours are left.",
        count,
    )


def _agreed(helper: Helper) -> list[str]:
    """The hours of the newest employment, and when the helper can and likes to work."""
    agreed = hours_agreed(helper.employments[-1]) if helper.employments else ""
    return [agreed or _("no agreed hours"), *map(wish_sentence, helper.availability)]
