"""A sheet of paper: rules and boxes below, tagged text above, and the numbers known at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from reportlab.pdfbase.pdfdoc import PDFPage

from bpa_desktop.documents import pdf_style as style

if TYPE_CHECKING:
    from bpa_desktop.documents.pdf_fonts import Ink
    from bpa_desktop.documents.pdf_tags import Element

    Run: TypeAlias = tuple[Ink, str]
    Lines: TypeAlias = list[tuple[Run, ...]]

_ROUND: Final = 0.5523
"""How far the handles of a curve reach that looks like a quarter of a circle."""


class TaggedPage(PDFPage):
    """A page that also says where its structure is found and that Tab follows it."""

    StructParents: int
    Tabs: str

    def __init__(self) -> None:
        super().__init__()
        self.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]


class Sheet:
    """One page while it is written; y is measured from the lower edge, in points.

    ``parents`` holds the structure element of each marked content.
    """

    def __init__(self, page: TaggedPage, ref: int, size: tuple[float, float]) -> None:
        self.page = page
        self.ref = ref
        self.width, self.height = size
        self.parents: list[int] = []
        self.text: list[str] = []
        self.links: list[int] = []
        self._paint: list[str] = []
        self._rules: dict[str, list[str]] = {}
        self._setting = ""

    def put(self, runs: tuple[Run, ...], x: float, y: float) -> None:
        """Write one line of text with its beginning at ``x`` and its baseline at ``y``."""
        self.text.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        for ink, text in runs:
            self.use(ink)
            self.text.append(ink.shown(text))

    def use(self, ink: Ink) -> None:
        """Write in ``ink`` from here on."""
        if ink.setting != self._setting:
            self._setting = ink.setting
            self.text.append(ink.setting)

    def artifact(self, kind: str, runs: tuple[Run, ...], x: float, y: float) -> None:
        """Write a line that is no part of the document: a ``Header`` or a ``Footer``."""
        self.text.append(f"/Artifact<</Type/Pagination/Subtype/{kind}>>BDC")
        self.put(runs, x, y)
        self.text.append("EMC")

    def rule(self, left: float, right: float, y: float, line: str) -> None:
        """Draw ``line``, one of the lines of the style, across."""
        self._rules.setdefault(line, []).append(f"{left:.2f} {y:.2f} m {right:.2f} {y:.2f} l")

    def upright(self, x: float, top: float, bottom: float, line: str) -> None:
        """Draw ``line`` down."""
        self._rules.setdefault(line, []).append(f"{x:.2f} {top:.2f} m {x:.2f} {bottom:.2f} l")

    def shade(self, x: float, y: float, width: float, height: float) -> None:
        """Shade a rectangle whose lower left corner is ``x``, ``y``."""
        self._paint.append(f"{style.SHADE} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def box(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a shaded box with round corners."""
        outline = rounded(x, y, width, height, style.NOTE_RADIUS)
        self._paint.append(f"{style.SHADE} rg {style.BORDER} RG 0.8 w {outline} B")

    def bar(self, element: Element, frame: tuple[float, float, float, float], share: float) -> None:
        """Draw a round-ended bar filled up to ``share`` as the figure ``element``."""
        x, y, width, height = frame
        outline = rounded(x, y, width, height, height / 2)
        filled = width * share
        fill = rounded(x + min(0.0, filled - height), y, max(filled, height), height, height / 2)
        paint = f"q {outline} W n {style.ACCENT} rg {fill} f Q" if share else ""
        border = f"{style.BORDER} RG 0.8 w {outline} S"
        self.text.append(f"ET {element.mark(self)} {paint} {border} EMC BT")

    def figure(self, element: Element, lines: list[str], at: tuple[float, float]) -> None:
        """Paint ``lines`` of operators as the figure ``element``, their origin ``at``."""
        moved = f"q 1 0 0 1 {at[0]:.2f} {at[1]:.2f} cm"
        self.text += [f"ET {element.mark(self)} {moved}", *lines, "Q EMC BT"]
        # What is written next sets its font anew: a figure has set its own.
        self._setting = ""

    def stream(self) -> str:
        """Everything on the sheet, as one content stream."""
        rules = [f"{kind} {' '.join(lines)} S" for kind, lines in self._rules.items()]
        below = ["/Artifact BMC", *self._paint, *rules, "EMC"]
        return "\n".join([*below, "BT", *self.text, "ET"])


def rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """The path of a rectangle with round corners."""
    right, top, out = x + width, y + height, radius * (1 - _ROUND)
    return (
        f"{x + radius:.2f} {y:.2f} m {right - radius:.2f} {y:.2f} l "
        f"{right - out:.2f} {y:.2f} {right:.2f} {y + out:.2f} {right:.2f} {y + radius:.2f} c "
        f"{right:.2f} {top - radius:.2f} l "
        f"{right:.2f} {top - out:.2f} {right - out:.2f} {top:.2f} {right - radius:.2f} {top:.2f} c "
        f"{x + radius:.2f} {top:.2f} l "
        f"{x + out:.2f} {top:.2f} {x:.2f} {top - out:.2f} {x:.2f} {top - radius:.2f} c "
        f"{x:.2f} {y + radius:.2f} l "
        f"{x:.2f} {y + out:.2f} {x + out:.2f} {y:.2f} {x + radius:.2f} {y:.2f} c h"
    )
