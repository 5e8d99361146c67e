"""The structure tree of a tagged PDF: what each piece of a page is, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reportlab.pdfbase.pdfdoc import PDFObject

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument


class Marked(Protocol):
    """A sheet that numbers its marked content."""

    ref: int
    parents: list[int]


class Raw(PDFObject):
    """An object that is already written; its references are object numbers."""

    __slots__ = ("__InternalName__", "written")

    def __init__(self, written: str = "") -> None:
        self.written = written

    def format(self, _document: PDFDocument) -> bytes:
        """The object as the file holds it."""
        return self.written.encode("ascii")


class Element(PDFObject):
    """A structure element that may hold others, and content on one sheet or more."""

    __slots__ = ("__InternalName__", "_attributes", "_kids", "_page", "_parent", "_tag", "ref")

    def __init__(self, tag: str, parent: int, attributes: str) -> None:
        self.ref = 0
        self._tag = tag
        self._parent = parent
        self._attributes = attributes
        self._page = 0
        self._kids: list[str] = []

    def add(self, ref: int) -> None:
        """Take the object ``ref`` in as the next child."""
        self._kids.append(f"{ref} 0 R")

    def mark(self, sheet: Marked) -> str:
        """Begin content on ``sheet`` that belongs to this element: the operator to write."""
        number = len(sheet.parents)
        sheet.parents.append(self.ref)
        self._page = self._page or sheet.ref
        if sheet.ref == self._page:
            self._kids.append(str(number))
        else:
            self._kids.append(f"<</Type/MCR/Pg {sheet.ref} 0 R/MCID {number}>>")
        return f"/{self._tag}<</MCID {number}>>BDC"

    def add_object(self, ref: int, page: int) -> None:
        """Take in the object ``ref``, such as a link, that lies on ``page``."""
        self._kids.append(f"<</Type/OBJR/Pg {page} 0 R/Obj {ref} 0 R>>")

    def format(self, _document: PDFDocument) -> bytes:
        """The element as the file holds it."""
        page = f"/Pg {self._page} 0 R" if self._page else ""
        kids = " ".join(self._kids)
        return f"<</S/{self._tag}/P {self._parent} 0 R{page}{self._attributes}/K[{kids}]>>".encode()


class Tree:
    """The structure tree of one PDF; its elements are objects of that document."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._root = Raw()
        self._root_ref = self.register(self._root)
        self._pages: list[list[int]] = []
        self._annotations: list[int] = []
        self.top = Element("Document", self._root_ref, "")
        self.top.ref = self.register(self.top)
        document.Catalog.StructTreeRoot = self._root  # type: ignore[attr-defined]

    def register(self, thing: PDFObject, name: str | None = None) -> int:
        """Make ``thing`` an object of the document; gives its number."""
        self._document.Reference(thing, name)  # type: ignore[no-untyped-call]
        return self._document.objectcounter

    def element(self, tag: str, parent: Element, attributes: str = "") -> Element:
        """A new last child of ``parent``; ``attributes`` are written as they stand."""
        element = Element(tag, parent.ref, attributes)
        element.ref = self.register(element)
        parent.add(element.ref)
        return element

    def leaf(self, tag: str, parent: Element, sheet: Marked, attributes: str = "") -> str:
        """A new last child with one piece of content on ``sheet``: the operator to write.

        The same as an element that is marked once, at a third of the cost; for table cells.
        """
        number = len(sheet.parents)
        ref = self.register(
            Raw(f"<</S/{tag}/P {parent.ref} 0 R{attributes}/Pg {sheet.ref} 0 R/K {number}>>")
        )
        sheet.parents.append(ref)
        parent.add(ref)
        return f"/{tag}<</MCID {number}>>BDC"

    def hollow(self, tag: str, parent: Element, attributes: str = "") -> None:
        """A new last child without content, such as an empty cell."""
        parent.add(self.register(Raw(f"<</S/{tag}/P {parent.ref} 0 R{attributes}>>")))

    def add_page(self, parents: list[int]) -> None:
        """Add the next sheet, whose marked content belongs to the elements ``parents``."""
        self._pages.append(parents)

    def add_annotation(self, element: Element) -> int:
        """The key by which an annotation finds ``element``; after the last sheet was added."""
        self._annotations.append(element.ref)
        return len(self._pages) + len(self._annotations) - 1

    def close(self) -> None:
        """Write the root and the way from the content back to the elements."""
        refs = [self.register(Raw(f"[{_references(parents)}]")) for parents in self._pages]
        numbers = " ".join(f"{key} {ref} 0 R" for key, ref in enumerate(refs + self._annotations))
        self._root.written = (
            f"<</Type/StructTreeRoot/K {self.top.ref} 0 R/ParentTreeNextKey "
            f"{len(refs) + len(self._annotations)}/ParentTree<</Nums[{numbers}]>>>>"
        )


def _references(numbers: list[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def one_line(text: str) -> str:
    """``text`` as it is said of something: on one line, without marks that are not seen."""
    spaced = " ".join(text.split())
    return "".join(character for character in spaced if character.isprintable())


def text_string(text: str) -> str:
    """``text`` on one line as a PDF string of any language."""
    return f"<FEFF{one_line(text).encode('utf-16-be').hex()}>"
