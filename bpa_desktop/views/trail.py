"""The way through the places: where *Back* leads, and what had the focus in each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bpa_desktop.views.focus import Mark
    from bpa_desktop.views.place import Place


class Trail:
    """A place of the navigation, and the tools that were opened one out of the other since.

    Settings and help, which can be looked at before a file is open, lead on to nothing: what is
    opened from them stands in their stead.
    """

    def __init__(self) -> None:
        self._way: list[Place] = []
        self._marks: dict[str, Mark] = {}

    def enter(self, place: Place, *, is_back: bool = False) -> None:
        """Go on to ``place``, or back to where it stands on the way.

        With ``is_back`` what is left is not come back to.
        """
        keys = [one.key for one in self._way]
        if not place.tool:
            self._way = [place]
        elif place.key in keys:
            del self._way[keys.index(place.key) + 1 :]
        else:
            if self._way and (is_back or self._way[-1].without_file):
                self._way.pop()
            self._way.append(place)

    @property
    def back(self) -> str:
        """The key of the place before this one; empty where there is none."""
        return self._way[-2].key if len(self._way) > 1 else ""

    def leave(self, key: str, where: Mark | None) -> None:
        """Remember what had the focus in the place ``key``, or that it was elsewhere."""
        if where is not None:
            self._marks[key] = where
        else:
            self._marks.pop(key, None)

    def mark_in(self, key: str) -> Mark | None:
        """What had the focus in the place ``key`` when it was left."""
        return self._marks.get(key)

    def forget(self) -> None:
        """Begin anew, as with another file."""
        self._way.clear()
        self._marks.clear()
