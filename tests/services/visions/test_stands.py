"""What a reveal shows: where members stand and stood, who is new, and who has not answered."""

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Member, Organisation
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.scale import set_agreed_level, set_scale
from kdc_desktop.services.visions.stands import Revealed, revealed
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import ConsortiumRoom
from tests.rooms.vision_pages import reveal_all
from tests.services.visions.on_a_vision import SECOND, latest, page


def told(room: ConsortiumRoom) -> Revealed:
    found = revealed(page(room), latest(room))
    assert found is not None
    return found


def stands(room: ConsortiumRoom) -> list[tuple[str, int, int | None, bool]]:
    return [(one.member.name, one.level, one.before, one.is_new) for one in told(room).stands]


def answered(room: ConsortiumRoom, levels: dict[int, int], way: AnswerWay = AnswerWay.HAND) -> None:
    how = HowAnswered(None if way is AnswerWay.CALL else room.session_id, way)
    for place, level in levels.items():
        take_position(room.database, latest(room).id, room.members[place], level, how=how)
    room.clock.days(1)
    reveal_all(room.database)


def test_nothing_is_shown_before_its_time(room: ConsortiumRoom, first: int) -> None:
    assert revealed(page(room), latest(room)) is None
    take_position(room.database, first, room.members[0], 7)
    assert revealed(page(room), latest(room)) is None
    reveal_all(room.database)
    assert stands(room) == [("Harbour Mobility", 7, None, False)]
    assert told(room).waiting == 6


def test_who_answered_before_has_a_shadow_whichever_version_that_was(
    room: ConsortiumRoom, first: int
) -> None:
    answered(room, {0: 7, 1: 5})
    save_version(room.database, room.consortium_id, SECOND)
    answered(room, {0: 7, 1: 3, 2: 6})
    assert stands(room) == [
        ("Harbour Mobility", 7, 7, False),
        ("City, Transport", 3, 5, False),
        ("Yard committee Polaris", 6, None, False),
    ]


def test_who_is_asked_again_about_the_same_version_has_a_shadow_too(
    room: ConsortiumRoom, first: int
) -> None:
    answered(room, {0: 7, 1: 5})
    answered(room, {0: 8})
    assert stands(room) == [
        ("Harbour Mobility", 8, 7, False),
        ("City, Transport", 5, 5, False),
    ]
    assert told(room).waiting == 5


def test_who_has_joined_since_the_last_asking_is_new(room: ConsortiumRoom, first: int) -> None:
    answered(room, {0: 7})
    with room.database.edit(lazy("Joined")) as edit:
        ferry = Organisation(name="Ferry Line", sector="C")
        edit.add(ferry)
        edit.flush()
        joined = Member(
            consortium_id=room.consortium_id,
            organisation_id=ferry.id,
            role=MemberRole.PARTNER,
            joined_at=room.clock(),
        )
        edit.add(joined)
        edit.flush()
        room.members.append(joined.id)
    answered(room, {0: 7, 7: 6})
    assert stands(room)[-1] == ("Ferry Line", 6, None, True)


def test_what_a_call_has_brought_since_belongs_to_the_picture(
    room: ConsortiumRoom, first: int
) -> None:
    answered(room, {0: 7, 1: 5})
    answered(room, {1: 8, 2: 6}, AnswerWay.CALL)
    assert stands(room) == [
        ("Harbour Mobility", 7, None, False),
        ("City, Transport", 8, 5, False),
        ("Yard committee Polaris", 6, None, False),
    ]
    answered(room, {0: 6})
    assert stands(room)[0] == ("Harbour Mobility", 6, 7, False)
    assert stands(room)[1:] == [
        ("City, Transport", 8, 8, False),
        ("Yard committee Polaris", 6, 6, False),
    ]


def test_another_scale_and_another_agreed_level_begin_anew(
    room: ConsortiumRoom, first: int
) -> None:
    answered(room, {0: 7})
    set_agreed_level(room.database, room.consortium_id, 7)
    assert told(room).agreed_level == 5
    set_scale(room.database, room.consortium_id, "consent")
    answered(room, {0: 3, 1: 2})
    assert (told(room).scale.key, told(room).agreed_level) == ("consent", 2)
    assert stands(room) == [
        ("Harbour Mobility", 3, None, False),
        ("City, Transport", 2, None, False),
    ]


def test_who_has_left_is_still_where_it_stood_and_is_not_waited_for(
    room: ConsortiumRoom, first: int
) -> None:
    answered(room, {0: 7})
    leave(room.database, room.members[0])
    leave(room.database, room.members[1])
    assert [name for name, *_rest in stands(room)] == ["Harbour Mobility"]
    assert told(room).waiting == 5
