"""What the citizen's own municipality says, as the pages of the case need it: with its quote."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.i18n import _, language
from bpa_desktop.services.own_profile import profile_of

if TYPE_CHECKING:
    from bpa_desktop.domain.municipality import Profile
    from bpa_desktop.domain.rates import Rule
    from bpa_desktop.services.session import Session


class Said(NamedTuple):
    """Words of a source as they stand there, and the source."""

    words: str
    source: str


def own_profile(session: Session) -> Profile | None:
    """The profile in force today, the own decisions before it; ``None`` where it is not known."""
    return profile_of(session, session.today)


def said(profile: Profile | None, key: str) -> Said | None:
    """What the municipality says under ``key``, ``None`` where it says nothing.

    The words are its own, which are Danish; in English their meaning where it is written.
    """
    known = profile.known(key) if profile else None
    if known is None:
        return None
    own = known.quote or (known.value if isinstance(known.value, str) else "")
    words = known.english if language() != "da" and known.english else own
    return Said(words, known.source.named) if words else None


def ruled(rule: Rule | None) -> Said | None:
    """What a rule says in general, ``None`` where there is none."""
    return Said(_(rule.reason), rule.source) if rule and rule.reason else None


def quoted(one: Said) -> str:
    """The words with their source."""
    text = _("Source: {source}.").format(source=one.source)
    return f"{one.words} {text}"
