"""The organisations of which nobody has said the sector, so that it was taken from their names."""

from collections.abc import Iterable

from kdc_desktop.services.club.settings import keep_setting, setting_in
from kdc_desktop.storage import Edit, Snapshot

_GUESSED = "organisation_sectors_guessed"


def sectors_guessed(snapshot: Snapshot) -> frozenset[int]:
    """Their ids."""
    return frozenset(setting_in(snapshot, _GUESSED, []))


def keep_guessed(edit: Edit, guessed: Iterable[int] = (), said: Iterable[int] = ()) -> None:
    """The sectors of these are guessed now, and those of others are said. For verbs."""
    before = sectors_guessed(edit)
    after = (before | set(guessed)) - set(said)
    if after != before:
        keep_setting(edit, _GUESSED, sorted(after))
