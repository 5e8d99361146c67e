"""The picture or PDF that is kept with a record: attached, looked at, copied out, removed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.attachment import MOST_MEGABYTES, AttachmentTooLarge, clean
from bpa_desktop.documents.preview import page_count, page_texts
from bpa_desktop.domain.decision import Decision
from bpa_desktop.domain.inquiry import Inquiry
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _, date_words, pgettext, uncapitalised
from bpa_desktop.services.file_writing import write_all
from bpa_desktop.services.paper_view import PaperView
from bpa_desktop.services.recent import free_name
from bpa_desktop.services.vouchers import name_of
from bpa_desktop.storage.contents import Content
from bpa_desktop.storage.refusals import FileMissing, reading_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import TypeAlias

    from bpa_desktop.services.session import Session

    Keeper: TypeAlias = Voucher | Decision | Inquiry

_BYTES_PER_MEGABYTE: Final = 1_000_000
_PDF: Final = "application/pdf"
_ENDINGS: Final[Mapping[str, str]] = {
    _PDF: ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
}
_UNSAFE: Final = re.compile(r"[^\w.-]+")
READABLE: Final = ("*.jpg", "*.jpeg", "*.png", "*.webp", "*.pdf")
"""The names of files that may be attached."""
__all__ = [
    "MOST_MEGABYTES",
    "READABLE",
    "AttachmentGone",
    "AttachmentView",
    "attach",
    "attached",
    "file_stem",
    "kept_name",
    "read_attachment",
    "remove",
    "view_of",
    "write_copy",
]


class AttachmentGone(BpaError):
    """What a record names is not in the file, as after an import that was made without it."""

    sentence = N_("The attached file is not here any more. Attach it again.")


def kept_name(keeper: Keeper) -> str:
    """What the record is called where its file is spoken of."""
    if isinstance(keeper, Voucher):
        return name_of(keeper)
    if isinstance(keeper, Decision):
        text = _("The decision of {date}")
        return text.format(date=date_words(keeper.decided_on or keeper.received_on))
    return _("The letter of {date}").format(date=date_words(keeper.received_on))


def read_attachment(path: Path) -> Content:
    """The picture or PDF at ``path``, cleaned; raises a ``BpaError`` that says why it cannot be.

    It needs nothing else, so it may run on a thread.
    """
    if not path.is_file():
        raise FileMissing
    with reading_files():
        if path.stat().st_size > MOST_MEGABYTES * _BYTES_PER_MEGABYTE:
            raise AttachmentTooLarge(most=MOST_MEGABYTES)
        data = path.read_bytes()
    return Content(*clean(data))


def attach(session: Session, keeper: Keeper, content: Content) -> str:
    """Keep ``content`` with the record, in the place of what was there, and say so."""
    name = uncapitalised(kept_name(keeper))
    with session.operation(N_("attach a file to {voucher}"), voucher=name) as operation:
        operation.save(replace(keeper, attachment=operation.keep(content)))
    return _("The file is kept with {voucher}.").format(voucher=name)


def remove(session: Session, keeper: Keeper) -> str:
    """Let the record be without the file; undo gives it back."""
    name = uncapitalised(kept_name(keeper))
    with session.operation(N_("remove the file from {voucher}"), voucher=name) as operation:
        operation.save(replace(keeper, attachment=""))
    text = _("{voucher} has no attached file any more. Undo with Ctrl Z.")
    return text.format(voucher=kept_name(keeper))


def attached(session: Session, keeper: Keeper) -> Content:
    """What is kept with the record; raises ``AttachmentGone`` when it is not in the file."""
    found = session.records.contents.find(keeper.attachment)
    if found is None:
        raise AttachmentGone
    return found


@dataclass(frozen=True, kw_only=True)
class AttachmentView(PaperView):
    """An attachment as `PaperView` shows a paper; it is never written for another program."""

    may_leave: bool = False
    media_type: str

    def picture(self, page: int, width: int) -> bytes:
        """Page ``page`` as a PNG of that width; a picture as it is kept."""
        return super().picture(page, width) if self.media_type == _PDF else self.content


def view_of(content: Content, title: str) -> AttachmentView:
    """Make ``content`` into what can be looked at; it may run on a thread."""
    is_pdf = content.media_type == _PDF
    return AttachmentView(
        title=title,
        content=content.data,
        text=page_texts(content.data) if is_pdf else "",
        pages=page_count(content.data) if is_pdf else 1,
        media_type=content.media_type,
    )


def file_stem(keeper: Keeper) -> str:
    """The name of a copy without an ending: the number or the day, and no words of the record."""
    if isinstance(keeper, Decision):
        return pgettext("file name", "decision-{mark}").format(mark=keeper.received_on.isoformat())
    if isinstance(keeper, Inquiry):
        return pgettext("file name", "letter-{mark}").format(mark=keeper.received_on.isoformat())
    mark = _UNSAFE.sub("-", keeper.number).strip("-.") or keeper.day.isoformat()
    return pgettext("file name", "voucher-{mark}").format(mark=mark)


def write_copy(content: Content, stem: str, folder: Path) -> Path:
    """Write ``content`` into ``folder`` under a name that is free; raises ``FolderUnwritable``."""
    target = free_name(folder, stem, _ENDINGS[content.media_type])
    return write_all({target.name: content.data}, folder)[0]
