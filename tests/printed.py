"""Papers that are printed and read once in a test run: the same paper gives the same bytes.

That it does so, and that printing can be stopped, is shown by tests that print anew.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bpa_desktop.documents.file_reading import texts
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.pdf import render_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.documents.model import Bundle, Document
    from bpa_desktop.documents.pdf import Rendered

_MOST = 256
"""Papers that are kept; one takes some tens of kilobytes."""


@lru_cache(_MOST)
def _printed(bundle: Bundle) -> Rendered:
    return render_pages(bundle)


def print_once(paper: Bundle | Document, done: Callable[[], object] | None = None) -> Rendered:
    """Stands in for `render_pages`; ``done`` is called for each document all the same."""
    bundle = as_bundle(paper)
    printed = _printed(bundle)
    for _document in bundle.documents if done is not None else ():
        done()
    return printed


read_once = lru_cache(_MOST)(texts)
"""Stands in for `texts`, that tells all that can be read in a finished file."""
