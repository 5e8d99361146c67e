"""Under which conditions a screen is looked at, and what is found there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.views.audit.tree import called

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, kw_only=True)
class Setting:
    """Under which conditions a screen is looked at.

    ``screen`` names it in findings; ``target`` is the chosen size of targets in logical pixels;
    ``people`` are the words by which a roster button may say whose shift it is, the word for an
    unfilled shift among them.
    """

    screen: str
    target: int = 44
    people: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, order=True)
class Finding:
    """One breach of one rule at one widget of one screen."""

    rule: str
    screen: str
    widget: str
    detail: str

    def __str__(self) -> str:
        return f"{self.rule} {self.screen} {self.widget}: {self.detail}"


def breach(rule: str, setting: Setting, widget: QWidget, detail: str) -> Finding:
    """A finding at ``widget``."""
    return Finding(rule=rule, screen=setting.screen, widget=called(widget), detail=detail)
