"""Every control a page is made of, in one place to import from."""

from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice, PageHeading, Row, Rows, Section
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.field import Field
from bpa_desktop.views.flow import Flow
from bpa_desktop.views.marks import HelperMark, HoursMeter, Pill
from bpa_desktop.views.roving import GridFocus, Roving
from bpa_desktop.views.shift_button import ShiftButton
from bpa_desktop.views.text import Text

__all__ = [
    "Button",
    "Card",
    "Choice",
    "Field",
    "Flow",
    "GridFocus",
    "HelperMark",
    "HoursMeter",
    "Notice",
    "PageHeading",
    "Pill",
    "Roving",
    "Row",
    "Rows",
    "Section",
    "ShiftButton",
    "Text",
]
