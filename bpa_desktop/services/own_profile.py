"""The municipality's profile as it holds for this user: by the moves and the own decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.municipal_papers import PAPERS, paper_key
from bpa_desktop.domain.municipality import Asked, AskedDocument, Known, Seen, Source
from bpa_desktop.domain.municipality_terms import TERMS
from bpa_desktop.domain.own_municipal_value import OwnMunicipalValue
from bpa_desktop.domain.own_municipality import figure, in_force, last_move, municipality_on
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.domain.relocation import Relocation
from bpa_desktop.i18n import _, speaking
from bpa_desktop.services.profile_words import term_of
from bpa_desktop.services.profiles import municipality_or_country, profile_for, with_papers

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.municipality import Profile
    from bpa_desktop.services.session import Session


class OwnValue(NamedTuple):
    """A value of the user's own, whether it counts on the day, and whether it can be read."""

    record: OwnMunicipalValue
    counts: bool
    is_readable: bool


def municipality_name(session: Session, on: dt.date) -> str:
    """The municipality of a day as the user wrote it: before a move the old one, else the new."""
    scheme = session.scheme()
    moves = session.records.all(Relocation)
    return municipality_on(scheme.municipality if scheme else "", moves, on)


def recipient_name(session: Session, on: dt.date) -> str:
    """What the municipality of a day is called in a letter; empty where none is written."""
    name = municipality_name(session, on)
    found = profile_for(name)
    return name if found is None else found.name


def profile_of(session: Session, on: dt.date) -> Profile | None:
    """What holds for the user on a day: the municipality's profile, own decisions laid over it.

    None where there is neither a municipality nor a decision. One that names no papers has those
    of the whole country.
    """
    return profile_by_day(session)(on)


def profile_by_day(session: Session) -> Callable[[dt.date], Profile | None]:
    """The same as `profile_of` for any number of days; the file is read once."""
    scheme = session.scheme()
    written = scheme.municipality if scheme else ""
    moves, values = session.records.all(Relocation), session.records.all(OwnMunicipalValue)

    def found(on: dt.date) -> Profile | None:
        name = municipality_on(written, moves, on)
        read = ((key, _known(one, on)) for key, one in in_force(values, moves, on).items())
        own = {key: known for key, known in read if known is not None}
        if not own and profile_for(name) is None:
            return None
        return _laid_over(with_papers(municipality_or_country(name)), own)

    return found


def own_values(session: Session, on: dt.date) -> tuple[OwnValue, ...]:
    """Every value the user wrote, with what became of it on a day."""
    values = session.records.all(OwnMunicipalValue)
    counting = set(in_force(values, session.records.all(Relocation), on).values())
    return tuple(OwnValue(one, one in counting, _known(one, on) is not None) for one in values)


def moved_here(session: Session, on: dt.date) -> dt.date | None:
    """The first day in the municipality of that day; None where there was no move before it."""
    return last_move(session.records.all(Relocation), on)


def _known(one: OwnMunicipalValue, on: dt.date) -> Known | None:
    """The value with the decision as its source; None where it cannot be read."""
    term = term_of(one.key)
    value = None if term is None else figure(term, one.value)
    if value is None:
        return None
    source = Source(
        key="own",
        title=one.reference.strip(),
        publisher=_("Your decision"),
        approved=None,
        read=one.valid_from or on,
        seen=Seen.DECISION,
    )
    return Known(value=value, source=source, confidence=Confidence.WRITTEN, is_own=True)


def _laid_over(profile: Profile, own: Mapping[str, Known]) -> Profile:
    if not own:
        return profile
    papers = {kind: own[paper_key(kind)] for kind in PAPERS if paper_key(kind) in own}
    kept = [one for one in profile.documents if one.kind not in papers or papers[one.kind].value]
    more = papers.keys() - {one.kind for one in kept}
    added = [
        _document(kind, papers[kind]) for kind in PAPERS if kind in more and papers[kind].value
    ]
    values = {key: known for key, known in own.items() if key in TERMS}
    return profile._replace(documents=(*kept, *added), values={**profile.values, **values})


def _document(kind: str, known: Known) -> AskedDocument:
    with speaking("da"):
        words = _(PAPERS[kind])
    return AskedDocument(
        kind=kind,
        words=words,
        english=PAPERS[kind],
        when=Asked.BEFORE,
        source=known.source,
        confidence=known.confidence,
    )
