"""What words for sectors in lists were said to mean, for when they come in again."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.interchange.people_in import PeopleSheet
from kdc_desktop.model.club import Setting
from kdc_desktop.services.club.settings import keep_setting, setting_in
from kdc_desktop.storage import Edit, Snapshot


def with_words(snapshot: Snapshot, found: PeopleSheet, choices: ImportChoices) -> ImportChoices:
    """The choices with what was said before of words of which nothing is said now."""
    now = set(map(fold, choices.sectors))
    asked = {fold(word): word for word in _words(found)}
    letters = {
        word: setting_in(snapshot, _name_of(key), "")
        for key, word in asked.items()
        if key not in now
    }
    known = {word: letter for word, letter in letters.items() if letter in LETTERS}
    return replace(choices, sectors={**known, **choices.sectors}) if known else choices


def keep_words(edit: Edit, choices: ImportChoices) -> None:
    """Keep what is said of them now; each by itself, so that one can be undone without another.

    For verbs.
    """
    for word, letter in choices.sectors.items():
        kept = edit.get(Setting, _name_of(word))
        if letter and letter != setting_in(edit, _name_of(word), ""):
            keep_setting(edit, _name_of(word), letter)
        elif kept is not None and not letter:
            edit.delete(kept)


def _words(found: PeopleSheet) -> Iterator[str]:
    """As each is spelled first."""
    return (one.sector_said for one in reversed(found.people) if one.sector_said)


def _name_of(word: str) -> str:
    """The name of the setting, which has a limit of length that words do not have."""
    digest = blake2b(fold(word).encode(), digest_size=16).hexdigest()
    return f"people_sector_word:{digest}"
