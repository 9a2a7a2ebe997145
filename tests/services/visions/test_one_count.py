"""One club is walked, and every place that names a count is asked for it: they say the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import day_of, laptop_zone
from kdc_desktop.model import Organisation
from kdc_desktop.screens.consortia.club_words import summary
from kdc_desktop.screens.visions.vision_slide import vision_slide
from kdc_desktop.services.consortia.clubwide import all_consortia
from kdc_desktop.services.consortia.joining import Joiner, join
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.consortia.roles import add_open_role, set_role
from kdc_desktop.services.consortia.steps import say_state
from kdc_desktop.services.joined.home import HOME
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.badges import OF_CLUB
from kdc_desktop.services.visions.book import VisionBook
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.consortium_ledger import consortium_ledger
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.questions import FollowedVision, one_with_vision
from kdc_desktop.services.visions.readiness_columns import readiness_by_id
from kdc_desktop.services.visions.reception import reception_of
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.services.visions.room_pages import room_pages
from kdc_desktop.services.visions.stands import revealed
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.services.visions.waiting import waiting
from tests.rooms.consortium_room import ConsortiumRoom, make_consortium

KIOSK = HowAnswered(way=AnswerWay.KIOSK)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[ConsortiumRoom]:
    made = make_consortium(tmp_path / "club.kdc")
    yield made
    made.database.close()


def compare(room: ConsortiumRoom) -> tuple[str, int, int]:
    """See that all places agree; the headline, how many are asked, and how many have answered."""
    database, key = room.database, room.consortium_id
    page, ledger = FollowedVision(database, key).page, consortium_ledger(database, key)
    (choice,), (row,) = one_with_vision(database, key), all_consortia(database, OF_CLUB)
    headlines = {
        "vision": page.readiness.headline,
        "ledger": ledger.headline,
        "chooser": choice.headline,
    }
    if page.asking is not None and page.latest is not None:  # nothing is concluded for others
        answered, asked = page.answered(page.latest.id)
        told = f"Being asked: {answered} of {asked} have answered"
        assert str(row.buy_in.headline) == told
    else:
        headlines["list"] = row.buy_in.headline
        headlines["room"] = room_pages(database, [key])[key].readiness.headline
        with database.read() as snapshot:
            source = Source(snapshot, None, database.now())
            headlines["workbook"] = source.once(readiness_by_id)(key).headline
    assert len({str(words) for words in headlines.values()}) == 1, headlines
    _compare_asked(room)
    _compare_revealed(room)
    answered, asked = page.answered(page.latest.id) if page.latest else (0, row.buy_in.asked)
    return str(ledger.headline), asked, answered


def _compare_asked(room: ConsortiumRoom) -> None:
    """Who is asked about the latest version by now, and has answered it."""
    database, key = room.database, room.consortium_id
    page = FollowedVision(database, key).page
    (choice,), (row,) = one_with_vision(database, key), all_consortia(database, OF_CLUB)
    if page.latest is None:
        return
    found = {
        "vision": page.answered(page.latest.id),
        "chooser": (choice.answered, choice.members),
        "list": (row.buy_in.answered, row.buy_in.asked),
    }
    with database.read() as snapshot:
        for one in waiting(snapshot):
            found["Home"] = (one.answered, one.asked)
    assert len(set(found.values())) == 1, found


def _compare_revealed(room: ConsortiumRoom) -> None:
    """How many agree: with a version by now, and at the asking that was revealed last."""
    database, key = room.database, room.consortium_id
    page, ledger = FollowedVision(database, key).page, consortium_ledger(database, key)
    (row,) = all_consortia(database, OF_CLUB)
    version = page.latest
    if version is None or page.asking is not None:
        return
    with database.read() as snapshot:
        book = Source(snapshot, None, database.now()).once(VisionBook)
        told = reception_of(book, book.of.consortia[key], book.visions[version.id])
    assert (row.buy_in.agreed, row.buy_in.asked) == (told.agreed, told.asked)
    shown = revealed(page, version)
    if shown is None:
        return
    slide = vision_slide(page, version, asks=True, shows=True, sectors=True)
    last = ledger.sums[-1]
    agreed = sum(stand.level >= shown.agreed_level for stand in shown.stands)
    assert (agreed, len(shown.stands) + shown.waiting) == (last.agreed, last.asked)
    assert f"{last.agreed} of {last.asked} at the agreed level" in slide.description


def test_every_place_says_the_same_from_the_first_asking_to_the_last(room: ConsortiumRoom) -> None:
    database, members = room.database, room.members
    add_open_role(database, room.consortium_id, "A mechanic")
    compare(room)
    first = save_version(database, room.consortium_id, "Every yard shares a bike.")
    assert compare(room)[1:] == (7, 0)
    asking = open_asking(database, room.consortium_id, room.session_id)
    for place, level in enumerate((7, 3, 6)):
        take_position(database, first, members[place], level, how=KIOSK)
        compare(room)
    take_position(database, first, members[3], 4, concern=Concern("Who pays?"))
    assert compare(room)[1:] == (7, 4)
    reveal(database, asking)
    assert compare(room)[1:] == (7, 4)


def test_who_left_joined_or_only_looks_on_since_counts_the_same_everywhere(
    room: ConsortiumRoom,
) -> None:
    database, members = room.database, room.members
    first = save_version(database, room.consortium_id, "Every yard shares a bike.")
    asking = open_asking(database, room.consortium_id, room.session_id)
    objection = Concern("Fire", objection=True)
    for place, level in enumerate((7, 3, 6, 2)):
        take_position(database, first, members[place], level)
    take_position(database, first, members[1], 3, concern=objection)
    reveal(database, asking)
    room.clock.days(2)
    leave(database, members[0], handed_to_id=members[1])
    assert compare(room)[1:] == (6, 3)
    leave(database, members[5])
    set_role(database, members[2], MemberRole.OBSERVER)
    set_role(database, members[6], MemberRole.OBSERVER)
    assert compare(room)[1:] == (3, 2)
    with database.edit(lazy("Another")) as edit:
        library = Organisation(name="Library", sector="P")
        edit.add(library)
        edit.flush()
        joiner = Joiner(library.id)
    join(database, room.consortium_id, joiner)
    assert compare(room)[1:] == (4, 2)
    commit(database, members[3], "A room", day_of(room.clock(), laptop_zone()))
    room.clock.days(40)
    compare(room)
    again = open_asking(database, room.consortium_id, room.session_id)
    assert compare(room)[1:] == (4, 0)
    take_position(database, first, members[3], 8, how=KIOSK)
    compare(room)
    reveal(database, again)
    assert compare(room)[1:] == (4, 2)
    save_version(database, room.consortium_id, "Every yard shares a bike, insured.")
    assert compare(room)[1:] == (4, 0)


def test_who_is_let_go_is_alive_and_told_apart(room: ConsortiumRoom) -> None:
    def told() -> tuple[str, int, int]:
        year = HOME.told(room.database, (), None).year
        return summary(all_consortia(room.database, OF_CLUB)), year.alive, year.on_their_own

    assert told() == ("1 alive", 1, 0)
    say_state(room.database, room.consortium_id, ConsortiumState.LET_GO)
    assert told() == ("1 alive, 1 of them by itself", 1, 1)
    say_state(room.database, room.consortium_id, ConsortiumState.STOPPED)
    assert told() == ("0 alive, 1 over", 0, 0)
