"""A keyring of the system that lives as long as a test."""

from __future__ import annotations

from keyring.backend import KeyringBackend


class KeptKeys(KeyringBackend):
    """Keeps keys in a dictionary; ``is_broken`` lets it refuse everything."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.is_broken = False

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.is_broken:
            raise RuntimeError("locked")
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        if self.is_broken:
            raise RuntimeError("locked")
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]
