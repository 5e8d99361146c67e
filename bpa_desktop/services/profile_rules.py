"""A municipality's rules by what they are about, and what differs from another's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.municipal_papers import PAPER_PREFIX
from bpa_desktop.domain.municipality import Known, Seen
from bpa_desktop.domain.municipality_term import Group, Kind
from bpa_desktop.domain.municipality_terms import TERMS
from bpa_desktop.services.profile_words import value_words
from bpa_desktop.services.profiles import national

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.municipality import AskedDocument, Profile
    from bpa_desktop.domain.municipality_term import Term


class RuleLine(NamedTuple):
    """One value. ``country`` is what holds everywhere, where the municipality says nothing."""

    key: str
    term: Term
    known: Known | None
    country: Known | None = None

    @property
    def shown(self) -> Known | None:
        """What is known of it: by the municipality, else in the whole country."""
        return self.known or self.country


def asked_as(profile: Profile, key: str) -> Known | None:
    """The value under ``key``; for a kind of paper that it is asked for, where it is."""
    kind = key.removeprefix(PAPER_PREFIX)
    if kind == key:
        return profile.known(key)
    found = (one for one in profile.documents if one.kind == kind)
    return next((_as_known(one) for one in found), None)


def _as_known(paper: AskedDocument) -> Known:
    return Known(
        value=True,
        source=paper.source,
        confidence=paper.confidence,
        quote=paper.quote or paper.words,
        is_own=paper.source.seen is Seen.DECISION,
    )


class RuleGroup(NamedTuple):
    """The values about one thing: those known first, then those to ask about."""

    group: Group
    known: tuple[RuleLine, ...]
    unknown: tuple[RuleLine, ...]


class RuleDifference(NamedTuple):
    """A value that is not the same in two municipalities; None where one does not say it."""

    key: str
    term: Term
    ours: Known | None
    theirs: Known | None


def rule_groups(profile: Profile) -> tuple[RuleGroup, ...]:
    """Every group that has a value or a question, in the order of the groups."""
    country = national()
    lines = [_line(profile, country, key, term) for key, term in TERMS.items()]
    groups = (_group(one, [line for line in lines if line.term.group is one]) for one in Group)
    return tuple(one for one in groups if one.known or one.unknown)


def unknown_keys(profile: Profile) -> tuple[str, ...]:
    """What the municipality can be asked: neither it nor the whole country says it."""
    return tuple(line.key for group in rule_groups(profile) for line in group.unknown)


def _line(profile: Profile, country: Profile, key: str, term: Term) -> RuleLine:
    known = profile.known(key)
    return RuleLine(key, term, known, None if known else country.known(key))


def _group(group: Group, lines: list[RuleLine]) -> RuleGroup:
    known = {line.key for line in lines if line.shown is not None}
    return RuleGroup(
        group,
        tuple(line for line in lines if line.key in known),
        tuple(
            line
            for line in lines
            if line.key not in known and line.term.question and line.term.instead not in known
        ),
    )


def differences(ours: Profile, theirs: Profile) -> tuple[RuleDifference, ...]:
    """Numbers and yes or no that are not the same; and what the other one says in its own words.

    What only stands in our municipality's own words is left out, and so is what earlier cases
    show there. Where one of them is silent, what holds in the whole country counts for it.
    """
    return tuple(_differences(ours, theirs))


def _differences(ours: Profile, theirs: Profile) -> Iterator[RuleDifference]:
    country = national()
    for key, term in TERMS.items():
        mine, other = (one.known(key) or country.known(key) for one in (ours, theirs))
        is_free = term.kind is Kind.WORDS
        if term.group is Group.LESSONS or (is_free and other is None):
            continue
        if _said(term, mine) != _said(term, other):
            yield RuleDifference(key, term, mine, other)


def _said(term: Term, known: Known | None) -> str:
    return "" if known is None else f"{value_words(term, known)} {known.min_helpers}"


class OtherPapers(NamedTuple):
    """The papers that only the other municipality names, and those that only ours names."""

    theirs: tuple[AskedDocument, ...] = ()
    ours: tuple[AskedDocument, ...] = ()


def other_papers(ours: Profile, theirs: Profile) -> OtherPapers | None:
    """What differs in the papers; None where the other one names none of its own.

    What the whole country asks for is asked for in both.
    """
    everywhere = {one.kind for one in national().documents}
    own = tuple(one for one in theirs.documents if one.source not in national().sources)
    if not own:
        return None
    mine = {one.kind for one in ours.documents} | everywhere
    other = {one.kind for one in own} | everywhere
    return OtherPapers(
        tuple(one for one in own if one.kind not in mine),
        tuple(one for one in ours.documents if one.kind not in other),
    )
