"""How the roles in a consortium are called, and the keys that choose them."""

from collections.abc import Mapping

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.i18n import Text, lazy

ROLE_WORDS: Mapping[MemberRole, Text] = {
    MemberRole.LEAD: lazy("lead"),
    MemberRole.PARTNER: lazy("partner"),
    MemberRole.TEST_SITE: lazy("test site"),
    MemberRole.FUNDER: lazy("funder"),
    MemberRole.ADVISER: lazy("adviser"),
    MemberRole.OBSERVER: lazy("observer"),
}
"""A role beside a name."""
ROLE_ENTRIES: Mapping[MemberRole, Text] = {
    MemberRole.LEAD: lazy("&Lead"),
    MemberRole.PARTNER: lazy("&Partner"),
    MemberRole.TEST_SITE: lazy("&Test site"),
    MemberRole.FUNDER: lazy("&Funder"),
    MemberRole.ADVISER: lazy("&Adviser"),
    MemberRole.OBSERVER: lazy("&Observer"),
}
"""A role as an entry of a menu; the letter after “&” is its key."""


def role_title(role: MemberRole) -> str:
    """A role by itself: “Lead”."""
    return str(ROLE_ENTRIES[role]).replace("&", "")


def role_with_key(letter: str) -> MemberRole | None:
    """The role that a key chooses, in the language in use."""
    for role, entry in ROLE_ENTRIES.items():
        _, _, after = str(entry).partition("&")
        if letter and after.casefold().startswith(letter.casefold()):
            return role
    return None
