"""Who answers for members that have left."""

from collections.abc import Mapping


def who_answers(handed: Mapping[int, int | None]) -> dict[int, int | None]:
    """For each member that is away, who answers for it: follow whom it handed over to.

    `handed` says of every member that is away whom it handed over to. None: it handed over to
    nobody, or those who took over are all away by now.
    """
    return {member: _last(member, handed) for member in handed}


def _last(member: int, handed: Mapping[int, int | None]) -> int | None:
    seen = {member}
    heir = handed[member]
    while heir is not None and heir in handed:
        if heir in seen:
            return None
        seen.add(heir)
        heir = handed[heir]
    return heir
