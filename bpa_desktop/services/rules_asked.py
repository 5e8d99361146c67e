"""Which rules the municipality was asked about by letter, and which are still to ask about."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bpa_desktop.domain.letter import Letter
from bpa_desktop.i18n import _, date_words
from bpa_desktop.services.letter_about import RULE, rules_of
from bpa_desktop.services.letters import key_of
from bpa_desktop.services.own_profile import moved_here, profile_of
from bpa_desktop.services.profile_rules import unknown_keys
from bpa_desktop.services.profiles import municipality_or_country

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpa_desktop.services.session import Session


def rules_asked(session: Session) -> Mapping[str, Letter]:
    """By the key of each rule that was asked about, the latest letter that was sent about it.

    What was asked before a move was asked of another municipality, and does not count.
    """
    since = moved_here(session, session.today) or dt.date.min
    letters = session.records.where(Letter, about_type=RULE)
    sent = [(one.sent_on, one) for one in letters if one.sent_on and one.sent_on >= since]
    sent.sort(key=lambda one: (one[0], one[1].id))
    return {key: one for _on, one in sent for key in rules_of(key_of(one))}


def rules_to_ask(session: Session) -> tuple[str, ...]:
    """What is not known and was not asked about; where everything was, all of it again."""
    unknown = unknown_keys(profile_of(session, session.today) or municipality_or_country(""))
    asked = rules_asked(session)
    return tuple(key for key in unknown if key not in asked) or unknown


def asked_words(session: Session, key: str) -> str:
    """``Du spurgte den 3. marts 2026.``; empty for a rule that was not asked about."""
    letter = rules_asked(session).get(key)
    if letter is None or letter.sent_on is None:
        return ""
    return _("You asked on {date}.").format(date=date_words(letter.sent_on))
