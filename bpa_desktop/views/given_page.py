"""The archive: every package that was made, when it was sent, to whom and how."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.given import given_packages
from bpa_desktop.services.given_words import contents_words, kind_and_recipient, sending_words
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row, Rows
from bpa_desktop.views.given_panel import open_given
from bpa_desktop.views.page import Page
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.given_package import GivenPackage
    from bpa_desktop.views.desk import Desk

_TEXT_CHARS: Final = 28
_GAP: Final = 2


class GivenPage(Page):
    """The newest first; each opens beside the list."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"given_package"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        press = partial(desk.go, "package")
        make = Button(_("Make a package"), "primary", icon="folder-output", press=press)
        self.lead(make, main=make)

    def refresh(self) -> None:
        """Read the archive again."""
        found = given_packages(self.desk.session)
        self.heading.say(_("Archive"), _summary(found))
        content = self.stack()
        buttons: list[Button] = []
        if found:
            buttons = self._buttons(found)
            rows = Rows(_("What was made and sent"))
            for given, button in zip(found, buttons, strict=True):
                rows.add(_line(given, button))
            content.add(rows)
        else:
            content.add(Notice(_("Every package you save is kept here with its exact file.")))
        self.group.set_buttons([*self.above, *buttons])
        self.fill(content)

    def _buttons(self, found: Sequence[GivenPackage]) -> list[Button]:
        label = _("Open – {name}")
        labels = told_apart(
            [
                tuple(
                    label.format(name=name)
                    for name in (
                        kind_and_recipient(one),
                        f"{kind_and_recipient(one)}. {sending_words(one)}",
                    )
                )
                for one in found
            ]
        )
        return [
            Button(text, press=partial(open_given, self.desk, one.id))
            for one, text in zip(found, labels, strict=True)
        ]


def _line(given: GivenPackage, button: Button) -> Row:
    row = Row()
    told = [
        Text(kind_and_recipient(given), "strong"),
        Text(sending_words(given)),
        Text(contents_words(given), tone="muted"),
    ]
    row.add(Stack(_GAP, told), chars=_TEXT_CHARS, stretch=True, fold=True)
    row.add(button)
    return row


def _summary(found: Sequence[GivenPackage]) -> str:
    if not found:
        return _("Nothing is kept yet.")
    waiting = sum(one.given_on is None for one in found)
    kept = ngettext("{n} package.", "{n} packages.", len(found))
    if not waiting:
        return kept
    text = ngettext("{n} is not noted as sent.", "{n} are not noted as sent.", waiting)
    return f"{kept} {text}"
