"""What no verb leaves behind in people, consortia and their visions, when a file is checked."""

from collections.abc import Iterator
from typing import NamedTuple

from kdc_desktop.i18n import Fillable, fillable
from kdc_desktop.model import Base
from kdc_desktop.storage.checking import Glance
from kdc_desktop.storage.faults import has_columns, incircles


class _Rule(NamedTuple):
    """Rows that must not be there: what finds their keys, and what is said of each."""

    tables: tuple[str, ...]
    found: str
    told: Fillable


_RULES = (
    _Rule(
        ("position", "asking"),
        "SELECT position.id FROM position JOIN asking ON asking.id = asking_id "
        "WHERE position.vision_id <> asking.vision_id",
        fillable(
            "Answer {row} (position) is about another version than its asking. Look at it in a "
            "backup of before, and note there what holds."
        ),
    ),
    _Rule(
        ("position", "vision", "member"),
        "SELECT position.id FROM position JOIN vision ON vision.id = vision_id "
        "JOIN member ON member.id = member_id WHERE member.consortium_id <> vision.consortium_id",
        fillable(
            "Answer {row} (position) is of a member of another consortium than it is about. Look "
            "at it in a backup of before, and note there what holds."
        ),
    ),
    _Rule(
        ("asking",),
        "SELECT max(id) FROM asking WHERE revealed_at IS NULL "
        "GROUP BY consortium_id HAVING count(*) > 1",
        fillable(
            "The consortium of asking {row} is being asked more than once at a time. Reveal what "
            "was answered, then the asking before it."
        ),
    ),
    _Rule(
        ("member", "department"),
        "SELECT member.id FROM member JOIN department ON department.id = department_id "
        "WHERE member.organisation_id <> department.organisation_id",
        fillable(
            "Member {row} is a department of another organisation. Add the right one to its "
            "consortium, and let this one leave."
        ),
    ),
    _Rule(
        ("person", "department"),
        "SELECT person.id FROM person JOIN department ON department.id = department_id "
        "WHERE person.organisation_id <> department.organisation_id",
        fillable(
            "Person {row} works in a department of another organisation. Say in People where "
            "they work."
        ),
    ),
)
_MERGED = fillable(
    "Person {row} was merged into themself, by themself or through others, so nobody stands for "
    "them. Open a backup of before they were merged."
)
_HANDED_OVER = fillable(
    "Member {row} handed over to itself, by itself or through others, so nobody speaks for it. "
    "Say that it came back, then let it leave once more."
)


def years_fit_together(connection: Glance) -> Iterator[str]:
    """A sentence for everything of people and consortia that the rules forbid."""
    for rule in _RULES:
        if _has(connection, *rule.tables):
            for (key,) in connection.execute(rule.found):
                yield str(rule.told.filled(row=str(key)))
    if _has(connection, "person_merge"):
        pairs = connection.execute("SELECT person_id, into_id FROM person_merge")
        yield from (str(_MERGED.filled(row=str(key))) for key in incircles(dict(pairs.fetchall())))
    if _has(connection, "leaving"):
        pairs = connection.execute(
            "SELECT member_id, handed_to_id FROM leaving "
            "WHERE back_at IS NULL AND handed_to_id IS NOT NULL"
        )
        rings = incircles(dict(pairs.fetchall()))
        yield from (str(_HANDED_OVER.filled(row=str(key))) for key in rings)


def _has(connection: Glance, *tables: str) -> bool:
    """An older file is brought up to date when it is opened, and looked over then."""
    return all(has_columns(connection, Base.metadata.tables[name]) for name in tables)
