"""Buttons that lead to where something missing is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bpa_desktop.i18n import _, uncapitalised
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.lacking import RecordAsked, asked_for
from bpa_desktop.views.button import Button
from bpa_desktop.views.record_editor import open_editor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bpa_desktop.domain.money import Missing
    from bpa_desktop.domain.payslip import UnemploymentDay
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.lacking import RateAsked
    from bpa_desktop.views.desk import Desk

    Then = Callable[[], object]


def writers(desk: Desk, helper: Helper, missing: Iterable[Missing], then: Then) -> list[Button]:
    """A button for each rate, and for each record in which an answer is missing."""
    return [_writer(desk, one, then) for one in asked_for(desk.session, helper, missing)]


def _writer(desk: Desk, asked: RateAsked | RecordAsked, then: Then) -> Button:
    if isinstance(asked, RecordAsked):
        kind = kind_named(asked.record.type_name)
        if asked.beside_rates:
            # What holds for everybody is asked beside the rates.
            text = _("Write it – {what}").format(what=_("Rates").lower())
            return _button(desk, text, lambda: desk.go("rates"))
        text = _("Write it – {what}").format(what=uncapitalised(_(kind.one)))
        return _button(desk, text, partial(open_editor, desk, kind, asked.record, then))
    text = _("Write it – {rate}").format(rate=_(asked.name.label))
    given = {"name": asked.name, "helper": asked.helper, "valid_from": asked.on}
    return _button(
        desk, text, partial(open_editor, desk, kind_named("own_rate"), None, then, **given)
    )


def g_day_editor(desk: Desk, day: UnemploymentDay, words: str, then: Then) -> Button:
    """A button that opens a day without work."""
    kind = kind_named(day.type_name)
    return _button(desk, words, partial(open_editor, desk, kind, day, then))


def _button(desk: Desk, text: str, press: Then) -> Button:
    button = Button(text, press=press)
    button.set_leading()
    button.setEnabled(not desk.read_only)
    return button
