"""Which papers a package is made of: what is asked for, what goes along, and what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents import accounts, cost_estimate, hours_account, overview
from bpa_desktop.domain.given_package import PackageKind
from bpa_desktop.domain.municipality import Asked
from bpa_desktop.i18n import _, speaking
from bpa_desktop.services.package_defaults import usual_papers
from bpa_desktop.services.package_parts import Asker
from bpa_desktop.services.paper_titles import SHORT_TITLES
from bpa_desktop.services.profiles import national

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.municipality import AskedDocument, Profile
    from bpa_desktop.services.package_defaults import UsualPaper
    from bpa_desktop.services.package_parts import Choices

_BEFORE: Final = frozenset({Asked.BEFORE, Asked.AT_VISIT})
_YEARLY: Final = frozenset({accounts.KEY, hours_account.KEY, cost_estimate.KEY})
_ASKED: Final = {
    PackageKind.FIRST_FOLLOW_UP: frozenset({cost_estimate.KEY}),
    PackageKind.ACCOUNTS: _YEARLY,
}
"""Which of the papers that a municipality asks for belong to another package than revisitation."""


class Wanted(NamedTuple):
    """A paper that a package is to hold, in Danish ``words``, and who wants it.

    ``is_asked`` tells that the municipality or the rules name it: it stands on the cover even when
    it is left out.
    """

    kind: str
    words: str
    english: str
    asker: Asker
    asked: Asked = Asked.BEFORE
    is_asked: bool = False
    why: str = ""
    source: str = ""


def names_papers(profile: Profile) -> bool:
    """Whether the municipality itself names papers for a visit."""
    return any(one.when in _BEFORE for one in profile.documents)


def wanted(profile: Profile, choices: Choices) -> tuple[Wanted, ...]:
    """The papers in order: what is asked for, what goes along by itself, what the user adds."""
    found: dict[str, Wanted] = {}
    for one in (*_asked(profile, choices.kind), *_usual(profile, choices), *_more(choices)):
        found.setdefault(one.kind, one)
    return tuple(found.values())


def _asked(profile: Profile, package: PackageKind) -> Iterator[Wanted]:
    by_rules = national().documents
    for one in profile.documents:
        if _belongs(one, package):
            yield Wanted(
                kind=one.kind,
                words=one.words,
                english=one.english,
                asker=Asker.RULES if one in by_rules else Asker.MUNICIPALITY,
                asked=one.when,
                is_asked=True,
                source=one.source.named,
            )


def _belongs(one: AskedDocument, package: PackageKind) -> bool:
    if package is PackageKind.REVISITATION:
        return True
    return one.kind in _ASKED.get(package, frozenset())


def _usual(profile: Profile, choices: Choices) -> Iterator[Wanted]:
    for one in usual_papers(choices.kind, is_named=names_papers(profile)):
        if one.kind not in choices.left_out:
            yield _going_along(one)


def _going_along(one: UsualPaper) -> Wanted:
    is_law = one.package is PackageKind.ACCOUNTS
    return Wanted(
        kind=one.kind,
        words=one.words,
        english=one.english,
        asker=Asker.RULES if is_law else Asker.USER,
        asked=Asked.YEARLY if is_law else Asked.BEFORE,
        why=one.reason,
        source=one.source,
    )


def _more(choices: Choices) -> Iterator[Wanted]:
    for kind, title in SHORT_TITLES.items():
        if kind in choices.more and kind != overview.KEY:
            with speaking("da"):
                words = _(title)
            yield Wanted(kind=kind, words=words, english=title, asker=Asker.USER)
