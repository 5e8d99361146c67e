"""The place Documents: the package to the municipality, and each paper on its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.period import Period, months_before
from bpa_desktop.i18n import _
from bpa_desktop.services.papers import PAPERS, paper
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row, Rows
from bpa_desktop.views.case_doors import CASE_DOORS
from bpa_desktop.views.page import Page
from bpa_desktop.views.paper_words import PAPER_WORDS
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bpa_desktop.views.case_doors import CaseDoor
    from bpa_desktop.views.desk import Desk

_TITLE_CHARS: Final = 22
_WORDS_CHARS: Final = 24
_MONTHS: Final[Mapping[str, int]] = {"absence_overview": 12, "staff_meeting_minutes": 12}
_USUAL_MONTHS: Final = 3


class DocumentsPage(Page):
    """Everything that leaves the house begins here; the buttons of its lists are one Tab stop."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"scheme"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        text = _("Make a package for the municipality")
        press = partial(desk.go, "package")
        package = Button(text, "primary", icon="folder-output", press=press)
        decision = Button(_("Register a decision"), press=self._register)
        decision.setEnabled(not desk.read_only)
        above = [package, decision]
        Roving(above)
        self.heading.add(Row(above))

    def refresh(self) -> None:
        """Lay the page out again."""
        self.heading.say(_("Documents"), _("Here you make what the municipality asks for."))
        content = self.stack()
        lists = [
            (_("One paper at a time"), [self._paper(key) for key in PAPERS]),
            (_("The case with the municipality"), [self._door(door) for door in CASE_DOORS]),
            (_("What the papers are made from"), [*self._basis()]),
        ]
        for title, lines in lists:
            if lines:
                content.add(_table(title, lines))
        Roving([button for _title, lines in lists for _name, _words, button in lines])
        self.fill(content)

    def _paper(self, key: str) -> tuple[str, str, Button]:
        words = PAPER_WORDS[key]
        button = Button(_(words.press), icon="eye", press=partial(self._see, key))
        return _(words.title), _(words.explanation), button

    def _door(self, door: CaseDoor) -> tuple[str, str, Button]:
        button = Button(_(door.press), press=partial(self.desk.go, door.place))
        return _(door.title), _(door.explanation), button

    def _basis(self) -> Iterable[tuple[str, str, Button]]:
        for place, title, explanation, press in (
            ("scheme", _("My scheme"), _("Name, municipality, case number."), _("Open my scheme")),
            ("grants", _("Grants"), _("What the municipality has decided."), _("Open the grants")),
            (
                "activities",
                _("Activities"),
                _("What the activity schedule is made from."),
                _("Open the activities"),
            ),
            (
                "accounts",
                _("Accounts"),
                _("What was granted and what was spent."),
                _("Open the accounts"),
            ),
            (
                "procedures",
                _("Work procedures"),
                _("How tasks are done, and who is instructed."),
                _("Open the work procedures"),
            ),
            ("aids", _("Register of aids"), _("What helpers use."), _("Open the aids")),
            ("history", _("History"), _("Who did what, and when."), _("Open the history")),
        ):
            yield title, explanation, Button(press, press=partial(self.desk.go, place))

    def _register(self) -> None:
        from bpa_desktop.views.case_page import register_decision  # noqa: PLC0415 - when pressed

        register_decision(self.desk)

    def _see(self, key: str) -> None:
        self.desk.attempt(partial(self._show, key))

    def _show(self, key: str) -> None:
        today = self.desk.session.today
        first = months_before(today, _MONTHS.get(key, _USUAL_MONTHS))
        bundle = paper(self.desk.session, key, Period(first, today))
        show_paper(self, bundle, back="documents")


def _table(title: str, lines: Iterable[tuple[str, str, Button]]) -> Rows:
    """A line for each title with its explanation and button."""
    rows = Rows(title)
    for name, explanation, button in lines:
        row = Row()
        row.add(Text(name, "strong"), chars=_TITLE_CHARS, fold=True)
        words = Text(explanation, tone="muted")
        row.add(words, chars=_WORDS_CHARS, stretch=True, fold=True)
        row.add(button)
        rows.add(row)
    return rows
