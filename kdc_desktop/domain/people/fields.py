"""What the columns of a list of people can hold, and what is known of those of one list."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kdc_desktop.domain.kit.profiles import Profile
from kdc_desktop.domain.people.standing import Standing


class PersonField(StrEnum):
    """What a column tells of a person; `ID` is the number that a workbook of ours gives them."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    EMAIL = "email"
    PHONE = "phone"
    ORGANISATION = "organisation"
    DEPARTMENT = "department"
    SECTOR = "sector"
    JOB_TITLE = "job_title"
    ROLE = "role"
    BADGE = "badge"
    INTERESTS = "interests"
    OFFERS = "offers"
    NEEDS = "needs"
    CONTACT_CONSENT = "contact_consent"
    PHOTO_CONSENT = "photo_consent"
    STATUS = "status"
    NOTES = "notes"
    ID = "id"


NAMING = frozenset((PersonField.NAME, PersonField.FIRST_NAME, PersonField.LAST_NAME))
"""The fields one of which a list of people must have."""

SAYINGS = (PersonField.OFFERS, PersonField.NEEDS)
"""The fields in which somebody says several things, each of which stands for itself."""

Columns = Mapping[int, PersonField]
"""The place of a column → what it holds. Several columns may hold one field."""
PersonProfile = Profile[PersonField, Standing]
"""What the export of a tool with people looks like."""


@dataclass(frozen=True)
class ColumnPlan:
    """How a list is read. `tool` is whose export it is, "" where that was guessed.

    `standings` says for a status column what its words mean (folded) where the tool knows better
    than the words; `blanks` are folded words that stand for an empty cell. `alike` are the columns
    that say the same of everybody, where a word that is not known asks nothing. `spare` columns
    hold what counts only where the others leave a row without it.
    """

    columns: Columns
    tool: str = ""
    standings: Mapping[int, Mapping[str, Standing]] = field(default_factory=dict)
    blanks: frozenset[str] = frozenset()
    alike: frozenset[int] = frozenset()
    spare: Columns = field(default_factory=dict)

    @property
    def names_somebody(self) -> bool:
        """Whether a column holds names."""
        return not NAMING.isdisjoint(self.columns.values())
