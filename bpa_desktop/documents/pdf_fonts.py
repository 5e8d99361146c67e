"""The program's font inside a PDF: what a text measures, and how it is written."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from reportlab.pdfbase.ttfonts import TTFont

from bpa_desktop import paths
from bpa_desktop.documents.pdf_style import Face

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlab.pdfbase.pdfdoc import PDFDocument

    from bpa_desktop.documents.pdf_style import Look

HYPHEN: Final = "\x1f"
"""The hyphen drawn where a word is broken; a reader of the file finds a soft hyphen."""
PAGE_MARK: Final = "\x1e"
"""Stands for a page number until it is known, with room for three digits."""
SOFT_HYPHEN: Final = "\u00ad"
MISSING: Final = "□"
"""Stands where the font has no glyph, so that nothing vanishes unseen."""
_LINE_END: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_NEVER_FITS: Final = 1e9
_PER_EM: Final = 1000


@cache
def _font(face: Face) -> TTFont:
    path = paths.RESOURCES / "fonts" / f"Inter-{face.value}.ttf"
    return TTFont(f"Inter-{face.value}", str(path), asciiReadable=True, shapable=False)


@cache
def _advances(face: Face) -> Mapping[str, float]:
    """The width of each character, in thousandths of the font size."""
    found = {chr(code): float(width) for code, width in _font(face).face.charWidths.items()}
    own = {HYPHEN: found["-"], PAGE_MARK: 3 * found["0"], SOFT_HYPHEN: 0.0, "\n": _NEVER_FITS}
    return found | own


@cache
def _covered(face: Face) -> frozenset[str]:
    unseen = ("Cc", "Cf", "Zl", "Zp")
    glyphs = map(chr, _font(face).face.charToGlyph)
    return frozenset(glyph for glyph in glyphs if unicodedata.category(glyph) not in unseen)


@cache
def _whole(face: Face) -> frozenset[str]:
    """What is drawn as it stands; an accent first looks for its letter."""
    return frozenset(glyph for glyph in _covered(face) if not unicodedata.combining(glyph))


def clean(text: str, face: Face) -> str:
    """``text`` with characters that ``face`` can draw, its line breaks as one kind.

    Accents are composed, ligatures and other compatibility forms taken apart, control and
    format characters dropped. What is still unknown becomes a visible mark.
    """
    if (text.isascii() and text.isprintable()) or _whole(face).issuperset(text):
        return text
    composed = unicodedata.normalize("NFC", _LINE_END.sub("\n", text))
    drawn = "".join(_drawn(character, _covered(face)) for character in composed)
    # An accent that was dropped may have kept two others apart.
    return drawn if drawn == composed else clean(drawn, face)


def _drawn(character: str, covered: frozenset[str]) -> str:
    if character in covered or character in (SOFT_HYPHEN, "\n"):
        return character
    if character == "\t":
        return " "
    if unicodedata.category(character) in ("Cc", "Cf", "Mn"):
        return ""
    apart = unicodedata.normalize("NFKC", character)
    return apart if covered.issuperset(apart) else MISSING


def cannot_be_drawn(text: str) -> bool:
    """Whether a mark stands on paper for some letter of ``text``, because no face has it."""
    return MISSING not in text and MISSING in clean(text, Face.REGULAR)


class Widths(dict[str, float]):
    """The width of each text measured so far, in thousandths of the font size.

    A soft hyphen counts nothing; a text with a line break never fits.
    """

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._advances = _advances(face)

    def __missing__(self, text: str) -> float:
        width = self[text] = sum(map(self._advances.__getitem__, text))
        return width


class _Codes(dict[int, str]):
    """How each character is written inside ``( )``; those of a later subset are strangers."""

    def __init__(self, font: TTFont, document: PDFDocument) -> None:
        super().__init__({ord(SOFT_HYPHEN): ""})
        self._font = font
        self._document = document
        self.strangers: set[str] = set()

    def __missing__(self, code: int) -> str:
        character = SOFT_HYPHEN if chr(code) == HYPHEN else chr(code)
        ((subset, written),) = self._font.splitString(character, self._document)
        if subset:
            self.strangers.add(chr(code))
        coded = self[code] = escaped(written)
        return coded


def escaped(written: bytes) -> str:
    """Bytes as they stand inside a PDF string, in ASCII."""
    return "".join(map(_ESCAPES.__getitem__, written))


def _escape(code: int) -> str:
    character = chr(code)
    if character in "()\\":
        return f"\\{character}"
    return character if character.isascii() and character.isprintable() else f"\\{code:03o}"


_ESCAPES: Final = tuple(map(_escape, range(256)))


class Typeface:
    """One face in one PDF: measures texts and writes them as operators."""

    def __init__(self, face: Face, document: PDFDocument) -> None:
        self.face = face
        self.widths = Widths(face)
        self._font = _font(face)
        self._document = document
        self._codes = _Codes(self._font, document)

    def name(self, subset: int = 0) -> str:
        """The name the pages know a subset of the font by."""
        return self._font.getSubsetInternalName(subset, self._document)

    def shown(self, text: str, size: float) -> str:
        """The operators that show ``text``, beginning and ending in the first subset."""
        written = text.translate(self._codes)
        strangers = self._codes.strangers
        if not strangers or strangers.isdisjoint(text):
            return f"({written})Tj"
        return (
            "".join(
                f"{self.name(self._subset(character))} {size} Tf({self._codes[ord(character)]})Tj"
                for character in text
            )
            + f"{self.name()} {size} Tf"
        )

    def _subset(self, character: str) -> int:
        plain = SOFT_HYPHEN if character == HYPHEN else character
        ((subset, _written),) = self._font.splitString(plain, self._document)
        return subset


class Ink:
    """A look in one PDF: measures in points and knows the operators that set it."""

    __slots__ = ("look", "per_point", "setting", "typeface", "widths")

    def __init__(self, look: Look, typeface: Typeface) -> None:
        self.look = look
        self.typeface = typeface
        self.widths = typeface.widths
        self.per_point = _PER_EM / look.size
        self.setting = f"{typeface.name()} {look.size} Tf {look.colour} rg"

    def width(self, text: str) -> float:
        """The width of ``text`` on one line, in points."""
        return self.widths[text] / self.per_point

    def shown(self, text: str) -> str:
        """The operators that show ``text`` in this ink, once it is set."""
        return self.typeface.shown(text, self.look.size)

    def clean(self, text: str) -> str:
        """``text`` with the characters this ink can draw."""
        return clean(text, self.typeface.face)


class Inks(dict["Look", Ink]):
    """The inks of one PDF; only faces that are used are embedded."""

    def __init__(self, document: PDFDocument) -> None:
        super().__init__()
        self._document = document
        self._typefaces: dict[Face, Typeface] = {}

    def __missing__(self, look: Look) -> Ink:
        if look.face not in self._typefaces:
            self._typefaces[look.face] = Typeface(look.face, self._document)
        ink = self[look] = Ink(look, self._typefaces[look.face])
        return ink
