"""How papers look: every measure and colour of a page, in points and as PDF colours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

A4: Final = (595.276, 841.89)
MARGIN: Final = 56.7
TOP: Final = 60.0
RUNNING_TITLE_BASELINE: Final = 40.0
FOOTER_RULE: Final = 14.0
FOOTER_BASELINE: Final = 31.0
FOOTER_GAP: Final = 18.0

TEXT: Final = "0.106 0.122 0.141"
MUTED: Final = "0.29 0.325 0.38"
ACCENT: Final = "0.043 0.361 0.678"
BORDER: Final = "0.47 0.51 0.56"
SHADE: Final = "0.961 0.965 0.973"

HAIRLINE: Final = "0.5 w 0.76 0.78 0.81 RG"
STRONG_LINE: Final = f"0.9 w {TEXT} RG"
FOOTER_LINE: Final = f"0.5 w {BORDER} RG"

RECIPIENT_DROP: Final = 40.0
TITLE_GAP: Final = 8.0
BODY_GAP: Final = 18.0
BLOCK_GAP: Final = 9.0
HEADING_GAPS: Final = {2: 24.0, 3: 18.0}
HEADING_GAP: Final = 14.0
FACT_GAP: Final = 4.5
LABEL_GAP: Final = 12.0
LABEL_SHARE: Final = 0.4
BULLET_INDENT: Final = 14.0
NOTE_PADDING: Final = 13.0
NOTE_RADIUS: Final = 5.0
METER_HEIGHT: Final = 10.0
CHART_HEIGHT: Final = 200.0
PICTURE_HEIGHT: Final = 230.0
POINTS_PER_PIXEL: Final = 0.75


_ASCENT: Final = 0.969
_DESCENT: Final = 0.241
"""How far the font reaches above and below the baseline, of its size."""


class Face(Enum):
    """The weights of the program's font, by the names of their files."""

    REGULAR = "Regular"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


@dataclass(frozen=True, kw_only=True)
class Look:
    """A face at a size, with the distance between lines and a colour."""

    face: Face
    size: float
    leading: float
    colour: str = TEXT

    @property
    def baseline(self) -> float:
        """How far below the top of its line a text stands: the line's white is shared."""
        return self.leading / 2 + (_ASCENT - _DESCENT) / 2 * self.size


RECIPIENT: Final = Look(face=Face.REGULAR, size=11, leading=16, colour=MUTED)
TITLE: Final = Look(face=Face.BOLD, size=22, leading=28)
SUBTITLE: Final = Look(face=Face.REGULAR, size=12, leading=17, colour=MUTED)
HEADINGS: Final = {
    2: Look(face=Face.SEMIBOLD, size=13, leading=18),
    3: Look(face=Face.SEMIBOLD, size=11.5, leading=16),
}
HEADING: Final = Look(face=Face.SEMIBOLD, size=10, leading=15)
BODY: Final = Look(face=Face.REGULAR, size=10, leading=15)
BODY_MUTED: Final = Look(face=Face.REGULAR, size=10, leading=15, colour=MUTED)
BODY_STRONG: Final = Look(face=Face.SEMIBOLD, size=10, leading=15)
FOOTER: Final = Look(face=Face.REGULAR, size=8.5, leading=12, colour=MUTED)


@dataclass(frozen=True, kw_only=True)
class TableLook:
    """The looks and distances inside a table; ``gap`` lies between two columns."""

    body: Look
    muted: Look
    strong: Look
    header: Look
    gap: float
    above: float
    below: float
    is_boxed: bool


LIST: Final = TableLook(
    body=BODY,
    muted=BODY_MUTED,
    strong=BODY_STRONG,
    header=BODY_STRONG,
    gap=16.0,
    above=5.0,
    below=6.0,
    is_boxed=False,
)


def _tight(size: float, above: float) -> TableLook:
    """A list in smaller writing, for a paper that must be one sheet."""
    leading = size * 1.34
    strong = replace(BODY_STRONG, size=size, leading=leading)
    return replace(
        LIST,
        body=replace(BODY, size=size, leading=leading),
        muted=replace(BODY_MUTED, size=size, leading=leading),
        strong=strong,
        header=strong,
        gap=12.0,
        above=above,
        below=above + 1,
    )


LISTS: Final = (LIST, _tight(9.5, above=3.5), _tight(9, above=2.5), _tight(8.5, above=2))
"""The tables of a paper of one sheet are written in the largest of these that keeps it there."""
GAP_SHARES: Final = (1.0, 0.8, 0.7, 0.6)
"""How much of the white between blocks is left beside each of `LISTS`."""


def _calendar(size: float, above: float) -> TableLook:
    leading = size * 1.34
    return TableLook(
        body=Look(face=Face.REGULAR, size=size, leading=leading),
        muted=Look(face=Face.REGULAR, size=size * 0.94, leading=leading, colour=MUTED),
        strong=Look(face=Face.BOLD, size=size, leading=leading),
        header=Look(face=Face.BOLD, size=size, leading=leading),
        gap=8.0,
        above=above,
        below=above + 1,
        is_boxed=True,
    )


CALENDARS: Final = (_calendar(10, above=4), _calendar(9.25, above=3), _calendar(8.5, above=2.5))
"""A month is written in the largest of these that keeps it on one sheet, line by line."""


def _poster(size: float) -> TableLook:
    return replace(_calendar(size, above=size * 0.3), gap=size * 0.8)


POSTERS: Final = tuple(_poster(size) for size in (26, 24, 22, 20, 18, 16, 14, 12))
"""A week for the wall is written in the largest of these that keeps it on one sheet."""
SMALL_POSTERS: Final = tuple(_poster(size) for size in (11, 10, 9))
"""A very full week stays on its one sheet in these; where even they do not do, it takes more."""
LARGE_POSTERS: Final = 3
"""In so many of the largest no line need be broken for a week to be read from afar."""
