"""The place Documents: the package to the municipality, and each paper on its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.period import Period, months_before
from bpa_desktop.i18n import _
from bpa_desktop.services.papers import PAPERS, paper
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row, Rows
from bpa_desktop.views.case_doors import CASE_DOORS, SCHEME_DOORS
from bpa_desktop.views.columns import Columns
from bpa_desktop.views.page import Page
from bpa_desktop.views.paper_words import PAPER_WORDS
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bpa_desktop.views.case_doors import CaseDoor
    from bpa_desktop.views.desk import Desk

_GAP: Final = 16
_LINE_GAP: Final = 2
_WORDS_CHARS: Final = 20
_COLUMN_LETTERS: Final = 44
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
        case, around = self._doors(CASE_DOORS), self._doors(SCHEME_DOORS)
        papers, basis = [self._paper(key) for key in PAPERS], [*self._basis()]
        content = self.stack()
        columns = Columns(_GAP)
        columns.add(
            _column(
                _table(_("The case with the municipality"), case),
                _table(_("Around the scheme"), around),
            ),
            _COLUMN_LETTERS,
        )
        columns.add(_column(_table(_("One paper at a time"), papers)), _COLUMN_LETTERS)
        content.column.addLayout(columns)
        content.add(_table(_("What the papers are made from"), basis))
        Roving([button for _name, _words, button in (*case, *around, *papers, *basis)])
        self.fill(content)

    def _paper(self, key: str) -> tuple[str, str, Button]:
        words = PAPER_WORDS[key]
        button = Button(_(words.press), icon="eye", press=partial(self._see, key))
        return _(words.title), _(words.explanation), button

    def _doors(self, doors: Iterable[CaseDoor]) -> list[tuple[str, str, Button]]:
        return [
            (
                _(door.title),
                _(door.explanation),
                Button(_(door.press), press=partial(self.desk.go, door.place)),
            )
            for door in doors
        ]

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


def _column(*tables: Rows) -> Stack:
    """Tables below each other, as tall as each needs."""
    stack = Stack(_GAP, tables)
    stack.column.addStretch(1)
    return stack


def _table(title: str, lines: Iterable[tuple[str, str, Button]]) -> Rows:
    """A line for each title with its explanation and button."""
    rows = Rows(title)
    for name, explanation, button in lines:
        row = Row()
        words = Stack(_LINE_GAP, [Text(name, "strong"), Text(explanation, tone="muted")])
        row.add(words, chars=_WORDS_CHARS, stretch=True, fold=True)
        row.add(button)
        rows.add(row)
    return rows
