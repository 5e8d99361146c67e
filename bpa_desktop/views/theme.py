"""Colours and sizes as values: the tokens, the palette they make, and the sizes a person chose."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from bpa_desktop.services.preferences import Preferences

Role = QPalette.ColorRole
Group = QPalette.ColorGroup


class Colours(NamedTuple):
    """Colour tokens as ``#rrggbb``; ``flat`` means no tints and 2 px edges (high contrast)."""

    background: str
    surface: str
    text: str
    muted: str
    border: str
    hairline: str
    accent: str
    on_accent: str
    focus: str
    danger: str
    danger_tint: str
    warn: str
    warn_tint: str
    ok: str
    ok_tint: str
    info: str
    info_tint: str
    flat: bool = False

    @property
    def edge(self) -> int:
        """Width of a border in logical pixels."""
        return 2 if self.flat else 1


LIGHT: Final = Colours(
    background="#f7f8fa",
    surface="#ffffff",
    text="#1b1f24",
    muted="#4a5361",
    border="#78828f",
    hairline="#dce1e7",
    accent="#0b5cad",
    on_accent="#ffffff",
    focus="#0b5cad",
    danger="#a61b1b",
    danger_tint="#fdecec",
    warn="#7a4b00",
    warn_tint="#fff4dc",
    ok="#1a6b3c",
    ok_tint="#e7f5ec",
    info="#1b1f24",
    info_tint="#e8f1fb",
)
DARK: Final = Colours(
    background="#16191d",
    surface="#1f2329",
    text="#eef1f4",
    muted="#b4bdc8",
    border="#7e8996",
    hairline="#353b44",
    accent="#7db8f5",
    on_accent="#0b1b2b",
    focus="#ffd166",
    danger="#ff9a94",
    danger_tint="#43201f",
    warn="#f2c063",
    warn_tint="#3a2e12",
    ok="#7fd6a2",
    ok_tint="#163526",
    info="#eef1f4",
    info_tint="#16304a",
)
CONTRAST: Final = Colours(
    background="#000000",
    surface="#000000",
    text="#ffffff",
    muted="#ffffff",
    border="#ffffff",
    hairline="#ffffff",
    accent="#ffd60a",
    on_accent="#000000",
    focus="#00e5ff",
    danger="#ff9a94",
    danger_tint="#000000",
    warn="#ffd60a",
    warn_tint="#000000",
    ok="#8cf5b4",
    ok_tint="#000000",
    info="#ffffff",
    info_tint="#000000",
    flat=True,
)
HELPER_HUES: Final = ("#e69f00", "#56b4e9", "#009e73", "#0072b2", "#d55e00", "#cc79a7")
"""Okabe and Ito's set, told apart by most colour-blind people; never the only sign."""

_ROLES: Final = (
    (Role.Window, "background"),
    (Role.WindowText, "text"),
    (Role.Base, "surface"),
    (Role.AlternateBase, "background"),
    (Role.Text, "text"),
    (Role.Button, "surface"),
    (Role.ButtonText, "text"),
    (Role.PlaceholderText, "muted"),
    (Role.Highlight, "accent"),
    (Role.HighlightedText, "on_accent"),
    (Role.Accent, "accent"),
    (Role.Link, "accent"),
    (Role.LinkVisited, "accent"),
    (Role.ToolTipBase, "surface"),
    (Role.ToolTipText, "text"),
    (Role.BrightText, "danger"),
    (Role.Light, "surface"),
    (Role.Midlight, "hairline"),
    (Role.Mid, "border"),
    (Role.Dark, "border"),
    (Role.Shadow, "border"),
)
# Not the ink of labels: a label may carry a colour of its own.
_IDENTITY: Final = (Role.Window, Role.Text, Role.Highlight, Role.PlaceholderText)


def palette_of(colours: Colours) -> QPalette:
    """The palette that carries ``colours``; disabled text keeps the contrast of an edge."""
    palette = QPalette()
    for role, token in _ROLES:
        palette.setColor(role, QColor(getattr(colours, token)))
    for role in (Role.Text, Role.WindowText, Role.ButtonText, Role.PlaceholderText):
        palette.setColor(Group.Disabled, role, QColor(colours.border))
    return palette


def colours_of(palette: QPalette) -> Colours:
    """The tokens ``palette`` was made of, or the system's own pairs when it is not ours."""
    # Everything that is drawn asks, and most of it has the same palette.
    key = palette.cacheKey()
    found = _READ.get(key)
    if found is None:
        if len(_READ) >= _MOST:
            _READ.clear()
        names = tuple(palette.color(Group.Active, role).name() for role in _IDENTITY)
        found = _READ[key] = _KNOWN.get(names) or _from_system(palette)
    return found


_MOST: Final = 500
_READ: Final[dict[int, Colours]] = {}
"""What palettes were made of, by the number that Qt gives to what is in them."""


def _from_system(palette: QPalette) -> Colours:
    def name(role: QPalette.ColorRole) -> str:
        return palette.color(Group.Active, role).name()

    window, text = name(Role.Window), name(Role.WindowText)
    return Colours(
        background=window,
        surface=window,
        text=text,
        muted=text,
        border=text,
        hairline=text,
        accent=name(Role.Highlight),
        on_accent=name(Role.HighlightedText),
        focus=name(Role.Highlight),
        danger=text,
        danger_tint=window,
        warn=text,
        warn_tint=window,
        ok=text,
        ok_tint=window,
        info=text,
        info_tint=window,
        flat=True,
    )


def _identity(colours: Colours) -> tuple[str, ...]:
    return (colours.background, colours.text, colours.accent, colours.muted)


_KNOWN: Final = {_identity(colours): colours for colours in (LIGHT, DARK, CONTRAST)}


class Sizes(NamedTuple):
    """Sizes in logical pixels that follow the chosen size, and the text's percentage."""

    target: int = 44
    gap: int = 8
    icon: int = 20
    scroll_bar: int = 24
    text_percent: int = 100
    calm: bool = True

    @property
    def is_gaze(self) -> bool:
        """Whether the size for eye gaze is chosen."""
        return self.target == _TARGETS["gaze"][0]

    def px(self, at_100: int) -> int:
        """A width that holds text: ``at_100`` pixels at 100 % text, more when text grows."""
        return round(at_100 * self.text_percent / 100)


_TARGETS: Final = {"standard": (44, 8, 20, 24), "large": (56, 12, 24, 24), "gaze": (72, 16, 32, 44)}


def sizes_of(preferences: Preferences) -> Sizes:
    """The sizes that ``preferences`` ask for."""
    target, gap, icon, bar = _TARGETS[preferences.size]
    return Sizes(
        target=target,
        gap=gap,
        icon=icon,
        scroll_bar=bar,
        text_percent=preferences.text_percent,
        calm=preferences.calm,
    )


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio between two ``#rrggbb`` colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@cache
def on_colour(hue: str) -> str:
    """Black or white, whichever is read more easily on ``hue``."""
    return max("#000000", "#ffffff", key=lambda text: contrast(text, hue))


def _luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG's own

    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
