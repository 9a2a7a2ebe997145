"""The fields of a row that cannot be taken over: too long, or a badge code of somebody else."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from kdc_desktop.domain.kit.lengths import LINE, NAME, PAGE, STATEMENT, TEXT
from kdc_desktop.domain.kit.text import normalise, shortened
from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.roster_match import RosterMatch
from kdc_desktop.i18n import _
from kdc_desktop.services.people.known import KnownPeople

_LONGEST: Mapping[str, int] = {
    "department": NAME,
    "role": LINE,
    "badge": LINE,
    "phone": LINE,
    "job_title": LINE,
    "interests": TEXT,
    "offers": STATEMENT,
    "needs": STATEMENT,
    "notes": PAGE,
}


class Fitting:
    """Leaves out of rows what does not fit; the person comes in, and it is said."""

    def __init__(self, known: KnownPeople, numbers: Sequence[int]) -> None:
        self._numbers = numbers
        on_list = (known.listed or {}).items()
        self._worn = {normalise(one.badge): key for key, one in on_list if one.badge}
        self._codes: dict[str, int] = {}  # the place of the row that has it
        self._said: dict[int, list[str]] = defaultdict(list)
        self._fields: dict[int, list[PersonField]] = defaultdict(list)

    def person(self, at: int, person: RosterPerson) -> RosterPerson:
        """A row without what is too long."""
        too_long = {
            detail: longest
            for detail, longest in _LONGEST.items()
            if len(getattr(person, detail)) > longest
        }
        for detail, longest in too_long.items():
            self._fields[at].append(PersonField(detail))
            self._said[at].append(
                _(
                    "“{text}” has more than {longest} characters and is left out.",
                    text=shortened(getattr(person, detail)),
                    longest=longest,
                )
            )
        blank: dict[str, Any] = dict.fromkeys(too_long, "")
        return replace(person, **blank)

    def said(self, at: int) -> Sequence[str]:
        """What was left out of a row."""
        return self._said[at]

    def fields(self, at: int) -> Sequence[PersonField]:
        """The fields that were left out of a row."""
        return self._fields[at]

    def badge(self, at: int, match: RosterMatch) -> tuple[RosterMatch, str]:
        """A match without a badge code that another has, and what there is to say of it."""
        code = match.person.badge
        if not code:
            return match, ""
        key = normalise(code)
        wearer = self._worn.get(key)
        without = replace(match, person=replace(match.person, badge=""))
        if wearer is not None and wearer != match.person_id:
            self._fields[at].append(PersonField.BADGE)
            return without, _(
                "Badge code {code} belongs to somebody else in this session and is left out.",
                code=code,
            )
        earlier = self._codes.setdefault(key, at)
        if earlier == at:
            return match, ""
        self._fields[at].append(PersonField.BADGE)
        return without, _(
            "Badge code {code} is in row {row} already and is left out here.",
            code=code,
            row=str(self._numbers[earlier]),
        )
