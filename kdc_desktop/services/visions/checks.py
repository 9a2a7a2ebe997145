"""What no verb leaves behind in people, consortia and their visions, when a file is checked."""

from collections.abc import Iterator

from kdc_desktop.i18n import fillable
from kdc_desktop.services.kit.forbidden import Forbidden, forbidden_in, has_tables
from kdc_desktop.storage.checking import Glance
from kdc_desktop.storage.faults import incircles

_RULES = (
    Forbidden(
        ("position", "asking"),
        "SELECT position.id FROM position JOIN asking ON asking.id = asking_id "
        "WHERE position.vision_id <> asking.vision_id",
        fillable(
            "Answer {row} (position) is about another version than its asking. Look at it in a "
            "backup of before, and note there what holds."
        ),
    ),
    Forbidden(
        ("position", "vision", "member"),
        "SELECT position.id FROM position JOIN vision ON vision.id = vision_id "
        "JOIN member ON member.id = member_id WHERE member.consortium_id <> vision.consortium_id",
        fillable(
            "Answer {row} (position) is of a member of another consortium than it is about. Look "
            "at it in a backup of before, and note there what holds."
        ),
    ),
    Forbidden(
        ("asking",),
        "SELECT max(id) FROM asking WHERE revealed_at IS NULL "
        "GROUP BY consortium_id HAVING count(*) > 1",
        fillable(
            "The consortium of asking {row} is being asked more than once at a time. Reveal what "
            "was answered, then the asking before it."
        ),
    ),
    Forbidden(
        ("member", "department"),
        "SELECT member.id FROM member JOIN department ON department.id = department_id "
        "WHERE member.organisation_id <> department.organisation_id",
        fillable(
            "Member {row} is a department of another organisation. Add the right one to its "
            "consortium, and let this one leave."
        ),
    ),
    Forbidden(
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
    yield from forbidden_in(connection, _RULES)
    if has_tables(connection, "person_merge"):
        pairs = connection.execute("SELECT person_id, into_id FROM person_merge")
        yield from (str(_MERGED.filled(row=str(key))) for key in incircles(dict(pairs.fetchall())))
    if has_tables(connection, "leaving"):
        pairs = connection.execute(
            "SELECT member_id, handed_to_id FROM leaving "
            "WHERE back_at IS NULL AND handed_to_id IS NOT NULL"
        )
        rings = incircles(dict(pairs.fetchall()))
        yield from (str(_HANDED_OVER.filled(row=str(key))) for key in rings)
