"""Rows of a list that are an address without a name: whose they are."""

from collections.abc import Mapping, Sequence

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.people.pool import PeoplePool
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.states import Answer


def names_by_address(people: Sequence[RosterPerson], pool: PeoplePool) -> dict[int, str]:
    """The places of rows that lack a name, with that of the only one known at their address.

    Where the list has a name at that address itself, nobody is, whoever comes in by that name: the
    same list once more says the same.
    """
    bare = {at: normalise(one.email) for at, one in enumerate(people) if one.email and not one.name}
    named = {normalise(one.email) for one in people if one.name} if bare else set()
    known = {email: [*pool.at(email)] for email in {*bare.values()} - named}
    return {
        at: known[email][0].person.name
        for at, email in bare.items()
        if len(known.get(email, ())) == 1
    }


def answers_but_of(bare: Mapping[int, str], answers: Mapping[int, Answer]) -> dict[int, Answer]:
    """The answers without those that make two of one person of rows that lack a name."""
    return {
        at: answer for at, answer in answers.items() if at not in bare or answer is Answer.LEAVE_OUT
    }
