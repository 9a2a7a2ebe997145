"""Roles are called and chosen in the language in use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop import i18n, paths
from kdc_desktop.domain.interests.choices import choice_text
from kdc_desktop.domain.interests.roles import (
    ROLE_ENTRIES,
    ROLE_WORDS,
    role_title,
    role_with_key,
)
from kdc_desktop.domain.interests.states import MemberRole
from tests.catalogues import write_catalogue


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.use("en")


def test_every_role_has_a_word_and_a_key_of_its_own() -> None:
    assert list(ROLE_WORDS) == list(ROLE_ENTRIES) == list(MemberRole)
    keys = [str(entry).partition("&")[2][0] for entry in ROLE_ENTRIES.values()]
    assert len(set(keys)) == len(keys)
    assert [role_with_key(key.lower()) for key in keys] == list(MemberRole)
    assert (role_title(MemberRole.TEST_SITE), role_with_key("x"), role_with_key("")) == (
        "Test site",
        None,
        None,
    )


def test_the_key_of_a_role_is_that_of_its_translation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_catalogue(
        tmp_path / "translations" / "fi" / "LC_MESSAGES" / "kdc-desktop.mo",
        {"&Lead": "&Vetäjä", "&Funder": "Ra&hoittaja", "choice\x042nd": "2."},
    )
    monkeypatch.setattr(paths, "resource", tmp_path.joinpath)
    i18n.use("fi")
    assert (role_with_key("v"), role_with_key("l")) == (MemberRole.LEAD, None)
    assert (role_with_key("h"), role_title(MemberRole.FUNDER)) == (MemberRole.FUNDER, "Rahoittaja")
    assert [choice_text(number) for number in (1, 2, 3, 4)] == ["1st", "2.", "3rd", "4th"]
