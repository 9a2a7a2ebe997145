"""What helps most, by the rule that is written down; and what keeps a consortium from going."""

from datetime import date

from kdc_desktop.domain.visions.ledger_help import HelpKind, helps_most
from kdc_desktop.domain.visions.ledger_reasons import (
    Concerning,
    OpenPromise,
    ReasonKind,
    WayTo,
    is_ready,
    ledger_headline,
    ledger_reasons,
)
from kdc_desktop.domain.visions.states import ReservationState
from tests.domain.visions.ledgers import asked, left, member, way

ONE, TWO, THREE = member(1, "Harbour"), member(2, "North"), member(3, "Eero", "R")
NOW = [asked(0)]
BOTH = [asked(0), asked(10, 2)]
WITH = "Every yard shares a bike, stored indoors, so that a family can sell its car."
WITHOUT = "Every yard shares a bike, locked outside, so that a family can sell its car."


def told(state: WayTo) -> str:
    found = helps_most(state)
    return str(found.text) if found else ""


def concern(
    key: int, member_id: int, text: str, *, objection: bool = False, days: int = 3
) -> Concerning:
    return Concerning(key, member_id, text, objection, ReservationState.OPEN, days)


def test_where_all_stand_high_nothing_is_left_to_do() -> None:
    state = way(NOW, {ONE: "6", TWO: "5"})
    assert (helps_most(state), ledger_reasons(state)) == (None, ())
    assert str(ledger_headline(())) == "Ready to go"


def test_without_members_or_a_vision_those_come_first() -> None:
    assert told(way([], {})) == "Bring in the members: nobody is asked yet."
    assert told(way([], {left(ONE, 3): ""})) == "Bring in the members: nobody is asked yet."
    unwritten = way([], {ONE: ""}, versions=())
    assert told(unwritten) == "Write the vision: one sentence that every member can share."


def test_words_whose_loss_cost_a_member_are_brought_back() -> None:
    state = way(BOTH, {ONE: "7 7", TWO: "6 3"}, versions=(WITH, WITHOUT))
    found = helps_most(state)
    assert found is not None
    assert (found.kind, found.words, found.member_id) == (HelpKind.WRITE, "stored indoors", 2)
    assert told(state) == "Bring “stored indoors” back: North stood at 6 while it was in."


def test_of_several_words_those_come_back_that_a_reservation_speaks_of() -> None:
    before = "Every yard quickly shares a bike, stored indoors."
    after = "Every yard shares a bike, locked outside."
    state = way(
        BOTH,
        {ONE: "7 7", TWO: "6 3"},
        versions=(before, after),
        concerns=(concern(1, 2, "It has to be indoors at night"),),
    )
    assert told(state) == (
        "Bring “stored indoors” back: it answers an open reservation, and North stood at 6 while "
        "it was in."
    )


def test_who_stood_low_before_has_lost_nothing() -> None:
    state = way(BOTH, {ONE: "7 7", TWO: "4 3"}, versions=(WITH, WITHOUT))
    found = helps_most(state)
    assert found is not None
    assert found.kind is HelpKind.MOVE


def test_on_another_scale_before_nothing_is_known_to_be_lost() -> None:
    columns = [asked(0, scale="fist5", level=3), asked(10, 2)]
    state = way(columns, {ONE: "5 7", TWO: "5 3"}, versions=(WITH, WITHOUT))
    found = helps_most(state)
    assert found is not None
    assert found.kind is HelpKind.MOVE


def test_an_objection_goes_before_every_reservation() -> None:
    concerns = (
        concern(1, 2, "Who pays for insurance of bikes?", days=90),
        concern(2, 1, "It blocks our fire exit", objection=True),
    )
    state = way(NOW, {ONE: "6", TWO: "3"}, concerns=concerns)
    assert told(state) == "Answer the objection of Harbour: “It blocks our fire exit”."


def test_the_reservation_that_most_below_the_level_share_comes_first() -> None:
    concerns = (
        concern(1, 1, "The colour of the bikes", days=90),
        concern(2, 2, "Nobody pays for insurance"),
    )
    reasons = {3000: "Insurance: nobody has said who pays"}
    state = way(NOW, {ONE: "4", TWO: "3", THREE: "2"}, concerns=concerns, reasons=reasons)
    found = helps_most(state)
    assert found is not None
    assert (found.kind, found.reservation_id) == (HelpKind.ANSWER_CONCERN, 2)
    assert told(state) == (
        "Answer “Nobody pays for insurance”: 2 members below the agreed level share it."
    )


def test_a_reservation_of_who_stands_high_is_not_what_helps_most() -> None:
    state = way(NOW, {ONE: "7", TWO: "4"}, concerns=(concern(1, 1, "The colour"),))
    found = helps_most(state)
    assert found is not None
    assert (found.kind, found.member_id) == (HelpKind.MOVE, 2)


def test_one_step_below_the_wish_that_most_share_is_met_first() -> None:
    wishes = {
        1000: "a nicer colour",
        2000: "a record of every lock",
        3000: "every lock with a record",
    }
    state = way(NOW, {ONE: "4", TWO: "4", THREE: "4"}, wishes=wishes)
    assert told(state) == (
        "North stands one step below, and says what would move it: “a record of every lock”."
    )


def test_without_a_wish_who_stands_nearest_is_asked_for_one() -> None:
    assert told(way(NOW, {ONE: "2", TWO: "3"})) == (
        "Ask North what would move it one step: it stands at 3, nearest to the line."
    )


def test_then_who_has_not_answered_then_what_is_overdue_then_who_is_missing() -> None:
    promises = (
        OpenPromise(1, 1, "A room", date(2026, 11, 20)),
        OpenPromise(2, 2, "A lock", date(2026, 11, 10)),
        OpenPromise(3, 2, "A key", date(2027, 1, 1)),
    )
    columns = [asked(0), asked(50, is_open=True)]
    silent = way(columns, {ONE: "7 7", TWO: "7 7", THREE: ". ."}, promises=promises)
    assert told(silent) == "Ask Eero where it stands: it has been silent for 100 days."
    new = way(NOW, {ONE: "7"}, versions=(WITH, WITHOUT))
    assert told(new) == "Ask where the members stand: nobody has answered version 2."
    late = way(NOW, {ONE: "7", TWO: "7"}, promises=promises, needed_sectors="CR")
    assert told(late) == "Ask North about “A lock”: it is 21 days over."
    missing = way(NOW, {ONE: "7", TWO: "7"}, needed_sectors="CR", open_roles=("A host",))
    assert told(missing) == "Find a resident to join: none is in."
    role = way(NOW, {ONE: "7"}, needed_sectors="C", open_roles=("A host",))
    assert told(role) == "Find who fills the role “A host”."


def test_reasons_stand_in_groups_with_their_counts() -> None:
    state = way(
        [asked(0), asked(90, is_open=True)],
        {ONE: "4 .", TWO: "8 3", THREE: "6 6"},
        concerns=(concern(1, 2, "Who pays?"), concern(2, 2, "Fire!", objection=True)),
        promises=(OpenPromise(1, 3, "A room", date(2026, 11, 30)),),
        needed_sectors="CAR",
        open_roles=("A host",),
    )
    reasons = ledger_reasons(state)
    assert [(one.kind, one.count, *map(str, one.about)) for one in reasons] == [
        (ReasonKind.BELOW, 2, "North 3", "Harbour 4"),
        (ReasonKind.OBJECTION, 1, "North: Fire!"),
        (ReasonKind.SECTOR, 1, "Academia"),
        (ReasonKind.OPEN_ROLE, 1, "A host"),
        (ReasonKind.RESERVATION, 1, "North: Who pays?"),
        (ReasonKind.OVERDUE, 1, "Eero, A room, 1 day over"),
    ]
    assert str(ledger_headline(reasons)) == "Not yet: five things"


def test_a_reservation_or_a_late_commitment_alone_keeps_nobody_from_going() -> None:
    state = way(NOW, {ONE: "7"}, concerns=(concern(1, 1, "Who pays?"),))
    reasons = ledger_reasons(state)
    assert ([one.kind for one in reasons], is_ready(reasons)) == ([ReasonKind.RESERVATION], True)


def test_who_has_answered_and_is_hidden_is_neither_silent_nor_low() -> None:
    state = way([asked(0, is_open=True)], {ONE: "1", TWO: "."}, hidden=[0], now=50)
    assert [(one.kind, *map(str, one.about)) for one in ledger_reasons(state)] == [
        (ReasonKind.UNANSWERED, "North, silent for 50 days"),
        (ReasonKind.HIDDEN, "Harbour"),
    ]
    assert told(state) == "Ask North where it stands: it has been silent for 50 days."


def test_what_is_hidden_keeps_it_from_going_and_is_revealed_first() -> None:
    columns = [asked(0), asked(10, is_open=True)]
    state = way(columns, {ONE: "7 7", TWO: "7 8"}, hidden=[10])
    assert not is_ready(ledger_reasons(state))
    assert told(state) == "All have answered: reveal 2 answers that nobody is shown yet."
