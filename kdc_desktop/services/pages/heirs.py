"""Who answers for what a member that has left still minds: whoever it handed over to."""

from collections.abc import Mapping

from kdc_desktop.i18n import _
from kdc_desktop.services.consortia.book import ConsortiumBook, MemberNote
from kdc_desktop.services.consortia.member_sheets import leavings_in
from kdc_desktop.services.kit.source import Source


def heirs(source: Source) -> Mapping[int, MemberNote]:
    """By member that has left, the one that took over and is still there, through any number of
    hands."""
    members = source.once(ConsortiumBook).members
    given = {
        one.member_id: one.handed_to_id
        for one in source.once(leavings_in)
        if one.back_at is None and one.handed_to_id is not None
    }
    found = {}
    for key in given:
        to, passed = given[key], {key}
        while to in given and to not in passed:
            passed.add(to)
            to = given[to]
        if not members[to].has_left:
            found[key] = members[to]
    return found


def who_minds(source: Source, note: MemberNote) -> str:
    """A member as one that minds something; of one that has left it is said who answers for it."""
    if not note.has_left:
        return note.name
    heir = source.once(heirs).get(note.id)
    if heir is None:
        return _("{name}, which has left", name=note.name)
    return _("{name}, which has left, and {heir} answers for it", name=note.name, heir=heir.name)
