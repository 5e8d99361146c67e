"""Visible labels of one screen that differ from each other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def told_apart(forms: Sequence[Sequence[str]]) -> list[str]:
    """One label for each of ``forms``, which are its possible labels from short to long.

    Each gets the shortest that no other has; those that stay alike are numbered.
    """
    levels = [0] * len(forms)
    while True:
        labels = [form[level] for form, level in zip(forms, levels, strict=True)]
        counts = Counter(labels)
        growing = [
            at
            for at, label in enumerate(labels)
            if counts[label] > 1 and levels[at] + 1 < len(forms[at])
        ]
        if not growing:
            return _numbered(labels)
        for at in growing:
            levels[at] += 1


def _numbered(labels: Sequence[str]) -> list[str]:
    counts, seen = Counter(labels), Counter[str]()
    found = []
    for label in labels:
        seen[label] += 1
        found.append(f"{label} ({seen[label]})" if counts[label] > 1 else label)
    return found
