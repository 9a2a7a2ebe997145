"""Who meets which of the roles that a group looks for: each person one, and most that can be."""

from collections import Counter
from collections.abc import Collection, Sequence

from kdc_desktop.domain.consortia.bonds import Need, NeedKind


def met(needs: Sequence[Need], members: Collection[int]) -> list[int]:
    """How many of each need of a group these members meet.

    Of roles a member meets one at most; they are given so that what is missing loses least. That
    an organisation is there goes beside that.
    """
    taken = _roles_taken(needs, members)
    return [
        taken[at]
        if need.kind is NeedKind.ROLE
        else min(need.number, sum(key in need.people for key in members))
        for at, need in enumerate(needs)
    ]


def _roles_taken(needs: Sequence[Need], members: Collection[int]) -> Counter[int]:
    """How many are in each role: the dearest role first, and who has one may change to another.

    So (as of any matching by augmenting paths) no role is lost again that was met before.
    """
    holds: dict[int, int] = {}

    def find(at: int, seen: set[int]) -> bool:
        for key in members:
            if key in needs[at].people and key not in seen:
                seen.add(key)
                if key not in holds or find(holds[key], seen):
                    holds[key] = at
                    return True
        return False

    roles = [at for at, need in enumerate(needs) if need.kind is NeedKind.ROLE]
    for at in sorted(roles, key=lambda at: -needs[at].points):
        for _one in range(needs[at].number):
            if not find(at, set()):
                break
    return Counter(holds.values())


def who_could_be_several(needs: Sequence[Need]) -> frozenset[int]:
    """All who fit a role of a group, where somebody fits two of them; nobody where none does."""
    fits = Counter(key for need in needs if need.kind is NeedKind.ROLE for key in need.people)
    return frozenset(fits) if any(count > 1 for count in fits.values()) else frozenset()
