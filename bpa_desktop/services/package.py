"""The package of papers a municipality asks for: made, searched for leaks, and written."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.accounts import KEY as ACCOUNTS
from bpa_desktop.documents.accounts_workbook import accounts_xlsx
from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.minutes import KEY as MINUTES
from bpa_desktop.documents.pdf import Cancelled, render_pages
from bpa_desktop.documents.phrases import joined
from bpa_desktop.documents.plain import plain
from bpa_desktop.domain.given_package import PackageKind
from bpa_desktop.domain.period import Window
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _, date_words, speaking
from bpa_desktop.services.file_writing import NoRoom, write_all
from bpa_desktop.services.leak_check import leaks, refuse_leaking
from bpa_desktop.services.package_plan import Choices, plan_package
from bpa_desktop.services.package_secrets import NO_PACKAGE_SECRETS, package_secrets
from bpa_desktop.services.package_values import collect, package_bundle, papers
from bpa_desktop.services.paper_titles import SHORT_TITLES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from bpa_desktop.documents.model import Bundle
    from bpa_desktop.services.leak_check import Secrets
    from bpa_desktop.services.package_parts import PackagePlan
    from bpa_desktop.services.package_secrets import PackageSecrets
    from bpa_desktop.services.package_values import PackageValues
    from bpa_desktop.services.session import Session

    Step = Callable[[int, int], None]

__all__ = [
    "Cancelled",
    "NoRoom",
    "PackageFiles",
    "PackageTooLarge",
    "RenderedPackage",
    "RenderedPart",
    "digest_of",
    "make_package",
    "render",
    "save",
    "told_twice",
    "write_package",
]

MOST_MEGABYTES: Final = 10
"""How large the one PDF may be: what portals and mail of municipalities take."""
_BYTES_PER_MEGABYTE: Final = 2**20
_WINDOWS: Final = {one.value: one for one in Window}
_NAMES: Final = {one.value: one for one in Names}
_KINDS: Final = {one.value: one for one in PackageKind}
_FIRST_DAY_OF_ZIP: Final = (1980, 1, 1, 0, 0, 0)


class PackageTooLarge(BpaError):
    """The one PDF is larger than municipalities take."""

    sentence = N_(
        "The package is {size} MB, and {most} MB is the most that can be sent. No file was made. "
        "The largest paper is {paper}, {own} MB. Leave it out, or choose a shorter period."
    )


@dataclass(frozen=True, kw_only=True)
class RenderedPart:
    """One paper of a package: its pages, and the SHA-256 of its words in hexadecimal."""

    key: str
    words: str
    pages: int
    digest: str


@dataclass(frozen=True, kw_only=True)
class RenderedPackage:
    """A finished package: the one PDF, and the single papers by the names of their files.

    ``first_pages`` tells where each document of the PDF begins, from 1. ``minutes`` is the name of
    the single file of minutes, empty where there is none. ``language`` is the code of the language
    it speaks. ``archive`` holds all files, ``zip_name``
    is its name.
    """

    file_name: str
    content: bytes
    pages: int
    first_pages: Mapping[str, int]
    singles: Mapping[str, bytes]
    minutes: str = ""
    language: str = ""
    zip_name: str = ""
    archive: bytes = b""
    parts: tuple[RenderedPart, ...] = field(default=())

    def everything(self) -> Mapping[str, bytes]:
        """Every file by its name: the one PDF, the single papers, and the zip of them all."""
        zipped = {self.zip_name: self.archive} if self.zip_name else {}
        return {self.file_name: self.content, **self.singles, **zipped}


@dataclass(frozen=True)
class PackageFiles:
    """Where a package lies: the one PDF, and the single papers."""

    package: Path
    files: tuple[Path, ...]


class _Steps:
    """Tells ``step`` how many of ``count`` pieces of work are done."""

    def __init__(self, step: Step | None, count: int) -> None:
        self._step = step
        self._count = count
        self._done = 0

    def __call__(self) -> None:
        self._done += 1
        if self._step is not None:
            self._step(min(self._done, self._count), self._count)


def render(values: PackageValues, step: Step | None = None) -> RenderedPackage:
    """Make the files of a package from its values alone, so that it may run on a thread.

    ``step`` is told how much is done of how much; it may raise ``Cancelled``. Raises
    ``PackageTooLarge``.
    """
    whole, single = package_bundle(values), papers(values)
    pieces = len(whole.documents) + sum(len(one.documents) for one in single.values())
    done = _Steps(step, pieces)
    made = render_pages(whole, done)
    _refuse_large(made.content, values, single)
    files = dict(_singles(values, single, done))
    singles = {name: content for each in files.values() for name, content in each.items()}
    zip_name = values.file_name.removesuffix(".pdf") + ".zip"
    return RenderedPackage(
        file_name=values.file_name,
        content=made.content,
        pages=made.pages,
        first_pages=made.first_pages,
        singles=singles,
        minutes=next(iter(files.get(MINUTES, {})), ""),
        language=values.language,
        zip_name=zip_name,
        archive=_zipped({values.file_name: made.content, **singles}),
        parts=tuple(_parts(values, single, made.first_pages, made.pages)),
    )


def _refuse_large(content: bytes, values: PackageValues, single: Mapping[str, Bundle]) -> None:
    if len(content) <= MOST_MEGABYTES * _BYTES_PER_MEGABYTE:
        return
    sizes = {key: len(render_pages(bundle).content) for key, bundle in single.items()}
    largest = max(sizes, key=lambda key: sizes[key])
    with speaking(values.language):
        paper = _(SHORT_TITLES[largest])
    raise PackageTooLarge(
        size=_megabytes(len(content)),
        most=MOST_MEGABYTES,
        paper=paper,
        own=_megabytes(sizes[largest]),
    )


def _megabytes(size: int) -> int:
    """Whole megabytes, begun ones too."""
    return -(-size // _BYTES_PER_MEGABYTE)


def _singles(
    values: PackageValues, single: Mapping[str, Bundle], done: _Steps
) -> Iterator[tuple[str, dict[str, bytes]]]:
    """The files of each paper by its key: a PDF, and a spreadsheet besides for accounts."""
    for number, (key, bundle) in enumerate(single.items(), start=1):
        with speaking(values.language):
            stem = f"{number}_{_(SHORT_TITLES[key]).replace(' ', '_')}"
            files = {f"{stem}.pdf": render_pages(bundle, done).content}
            if key == ACCOUNTS and values.accounts is not None:
                files[f"{stem}.xlsx"] = accounts_xlsx(values.accounts)
        yield key, files


def _zipped(contents: Mapping[str, bytes]) -> bytes:
    """The files as a zip that tells nothing of when and where it was made."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in contents.items():
            about = zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP)
            about.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(about, content)
    return result.getvalue()


def _parts(
    values: PackageValues,
    single: Mapping[str, Bundle],
    first_pages: Mapping[str, int],
    pages: int,
) -> Iterator[RenderedPart]:
    starts = sorted({*first_pages.values(), pages + 1})
    ends = dict(pairwise(starts))
    with speaking(values.language):
        titles = {key: _(SHORT_TITLES[key]) for key in single}
    for key, bundle in single.items():
        own = [first_pages[one.key] for one in bundle.documents]
        yield RenderedPart(
            key=key,
            words=titles[key],
            pages=sum(ends[start] - start for start in own),
            digest=digest_of(values, bundle),
        )


def digest_of(values: PackageValues, bundle: Bundle) -> str:
    """The SHA-256 of the words of a paper, without the day on which it was made."""
    with speaking(values.language):
        words = plain(bundle).replace(date_words(values.cover.made_on), "")
    return hashlib.sha256(words.encode()).hexdigest()


def save(
    rendered: RenderedPackage,
    folder: Path,
    secrets: PackageSecrets = NO_PACKAGE_SECRETS,
    check: Callable[[], object] | None = None,
) -> PackageFiles:
    """Write the files into ``folder``: all of them or, when it is refused, none.

    Files of the same names are replaced. Before anything is written every file is read as a
    stranger would and searched for ``secrets``: a hit raises ``Leaked``, and the folder stays as
    it was. ``check`` is called before each search, and may raise ``Cancelled``. Raises
    ``FolderUnwritable`` or ``NoRoom`` as well.
    """
    refuse_leaking_package(rendered, secrets, check)
    written, *singles = write_all(rendered.everything(), folder)
    return PackageFiles(written, tuple(singles))


def refuse_leaking_package(
    rendered: RenderedPackage,
    secrets: PackageSecrets,
    check: Callable[[], object] | None = None,
) -> None:
    """Search every file of a package; raise ``Leaked`` at the first hit.

    The zip holds the very same files, so that of it only the names and what else it tells is read.
    """
    for name, content, kept in _searches(rendered, secrets):
        if check is not None:
            check()
        refuse_leaking({name: content}, kept)


def told_twice(rendered: RenderedPackage, secrets: PackageSecrets) -> str:
    """What private words stand in the package because the user wrote them in a paper as well.

    Empty where there are none. They are not refused: it is the user who decides what papers say.
    """
    found = leaks(rendered.content, "", secrets.twice) if secrets.twice else ()
    if not found:
        return ""
    text = _(
        "Words from {where} stand in the package too, because a paper says the same. "
        "Look the package through before you send it."
    )
    return text.format(where=joined(list(dict.fromkeys(one.where for one in found))))


def _searches(
    rendered: RenderedPackage, secrets: PackageSecrets
) -> Iterator[tuple[str, bytes, Secrets]]:
    """Each file with what must not stand in it."""
    yield rendered.file_name, rendered.content, secrets.whole
    for name, content in rendered.singles.items():
        yield name, content, secrets.single
        if name == rendered.minutes:
            yield name, content, secrets.in_minutes
    if rendered.zip_name:
        yield rendered.zip_name, _without_known(rendered), secrets.whole


def _without_known(rendered: RenderedPackage) -> bytes:
    """The zip with its searched members emptied; a member that nobody searched stays whole."""
    known = {rendered.content, *rendered.singles.values()}
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(rendered.archive)) as file,
        zipfile.ZipFile(result, "w") as other,
    ):
        other.comment = file.comment
        for member in file.infolist():
            content = file.read(member)
            other.writestr(member, b"" if content in known else content)
    return result.getvalue()


def write_package(session: Session, plan: PackagePlan, folder: Path) -> PackageFiles:
    """Collect, make and write the package, all at once."""
    return save(render(collect(session, plan)), folder, package_secrets(session, plan))


def make_package(
    session: Session,
    municipality: str,
    visit: dt.date,
    folder: Path,
    *,
    months: str = Window.ROLLING.value,
    names: str = Names.INITIALS.value,
    kind: str = PackageKind.REVISITATION.value,
) -> PackageFiles:
    """Plan and write a package; ``months``, ``names`` and ``kind`` are values of the choices."""
    choices = Choices(kind=_KINDS[kind], window=_WINDOWS[months], names=_NAMES[names])
    return write_package(session, plan_package(session, municipality, visit, choices), folder)
