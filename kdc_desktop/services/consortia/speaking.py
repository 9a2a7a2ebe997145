"""Who speaks for a member by now: whoever did in the last session in which anybody did."""

from sqlalchemy import select

from kdc_desktop.model.consortia import Delegate
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.consortia.book import ConsortiumBook, MemberNote
from kdc_desktop.services.kit.source import Source


def speaking(source: Source) -> list[tuple[Delegate, MemberNote]]:
    """Those who speak for members of the consortia wanted, up to the sessions wanted.

    Others are not told who a resident is by who speaks for them.
    """
    newest: dict[int, int] = {}
    found = source.once(spoke)
    for delegate, note in found:
        newest.setdefault(note.id, delegate.session_id)
    said = [(one, note) for one, note in found if newest[note.id] == one.session_id]
    place = {key: number for number, key in enumerate(source.once(ConsortiumBook).members)}
    return sorted(said, key=lambda pair: (place[pair[1].id], pair[0].id))


def spoke(source: Source) -> list[tuple[Delegate, MemberNote]]:
    """Those who ever did, up to the sessions wanted: of the newest session first."""
    until = max((one.starts_at for one in source.sessions.values()), default=None)
    members = source.once(ConsortiumBook).members
    if until is None:
        return []
    found = source.snapshot.scalars(
        select(Delegate)
        .join(Session, Session.id == Delegate.session_id)
        .where(
            Delegate.member_id.in_(list(members)),
            Session.trashed_at.is_(None),
            Session.starts_at <= until,
        )
        .order_by(Session.starts_at.desc(), Session.id.desc(), Delegate.id)
    )
    pairs = [(one, members[one.member_id]) for one in found]
    return [
        (one, note) for one, note in pairs if not (source.shares and note.person_id is not None)
    ]


def who_speak(source: Source) -> set[int]:
    """The people who do, by id."""
    return {one.person_id for one, _note in source.once(speaking)}
