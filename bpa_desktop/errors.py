"""What can go wrong, each kind with the sentence a person is shown."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
"""The values of a sentence that has no place for any."""


def N_(text: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a text for the catalogue and give it back unchanged."""
    return text


class BpaError(Exception):
    """Something was refused; says what happened and what to do.

    A subclass carries its English sentence in ``sentence``, with ``{name}`` where a value goes.
    The values never hold personal data. ``i18n.explain`` words it in the user's language.
    """

    sentence: ClassVar[str] = N_("That could not be done.")

    def __init__(self, **values: object) -> None:
        super().__init__(self.sentence)
        self.values = values

    def __str__(self) -> str:
        return self.sentence.format(**self.values)
