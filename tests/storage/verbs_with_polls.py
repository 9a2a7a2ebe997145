"""Verbs on polls that last, which undo steps over: while one is open, slips, and after it."""

from sqlalchemy import select

from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.domain.polls.states import Channel, PollState, Secrecy, SlipState
from kdc_desktop.model import Option, Person, Poll, Slip
from kdc_desktop.services.polls import holding, papers, preparing, running, slips
from kdc_desktop.services.polls.hands import set_hands
from kdc_desktop.storage import Database
from tests.storage.draw import Draw, Verb
from tests.storage.verbs_with_ideas import plan

_FEW = (1, 2)
"""As few numbers as slips that are printed at once."""


def cast_paper(database: Database, draw: Draw) -> None:
    poll_id = draw.id(Poll)
    papers.cast_paper(database, poll_id, draw.id(Person), marks(draw, poll_id), Channel.KIOSK)


def marks(draw: Draw, poll_id: int) -> dict[int, int]:
    """What a paper of the poll says."""
    return dict.fromkeys(draw.ids(Option, 2, Option.poll_id == poll_id), 1)


def open_now(draw: Draw) -> int:
    """A poll that takes papers."""
    return draw.id(Poll, Poll.state == PollState.OPEN)


def secrecy_of(database: Database, poll_id: int) -> Secrecy | None:
    with database.read() as snapshot:
        poll = snapshot.get(Poll, poll_id)
        return poll.secrecy if poll else None


def print_slips(database: Database, draw: Draw) -> object:
    poll_id = draw.id(Poll)
    by_sector = secrecy_of(database, poll_id) is Secrecy.SECTOR_ONLY
    return slips.print_slips(
        database, poll_id, len(_FEW), draw.one_of(*COUNTED) if by_sector else None
    )


def give_slip(database: Database, draw: Draw) -> None:
    poll_id = open_now(draw)
    named = secrecy_of(database, poll_id) is Secrecy.NAMED
    number = draw.one_of(*_FEW) if named else None
    slips.give_slip(database, poll_id, draw.id(Person), number)


def enter_slip(database: Database, draw: Draw) -> None:
    poll_id = open_now(draw)
    slips.enter_slip(database, poll_id, draw.one_of(*_FEW), marks(draw, poll_id))


def take_slip_back(database: Database, draw: Draw) -> None:
    """Of somebody who has it by name, where there is somebody."""
    poll_id = open_now(draw)
    out = Slip.poll_id == poll_id, Slip.state == SlipState.GIVEN
    with database.read() as snapshot:
        given = snapshot.execute(select(Slip.person_id, Slip.number).where(*out)).first()
    who, number = given or (None, draw.one_of(*_FEW))
    slips.take_slip_back(database, poll_id, who or draw.id(Person), number)


LASTING_ON_POLLS: dict[str, Verb] = {
    "change_poll": lambda db, d: preparing.change_poll(db, d.id(Poll), plan(d)),
    "open_poll": lambda db, d: running.open_poll(db, d.id(Poll)),
    "cast_paper": cast_paper,
    "close_poll": lambda db, d: running.close_poll(db, d.id(Poll)),
    "reveal_poll": lambda db, d: running.reveal_poll(db, d.id(Poll)),
    "reopen_poll": lambda db, d: running.reopen_poll(db, d.id(Poll)),
    "set_hands": lambda db, d: set_hands(db, d.id(Poll), 2, {}),
    "pause_poll": lambda db, d: holding.pause_poll(db, open_now(d)),
    "let_go_on": lambda db, d: holding.let_go_on(db, open_now(d)),
    "extend_poll": lambda db, d: holding.extend_poll(db, open_now(d), d.one_of(1, 90)),
    "raise_marks": lambda db, d: holding.raise_marks(db, open_now(d), d.one_of(6, 9)),
    "let_in": lambda db, d: holding.let_in(db, open_now(d), d.ids(Person)),
    "let_leave": lambda db, d: holding.let_leave(db, open_now(d), d.ids(Person)),
    "ask_otherwise": lambda db, d: holding.ask_otherwise(
        db, d.id(Poll, Poll.state == PollState.OPEN, Poll.method == "temperature"), d.text()
    ),
    "void_poll": lambda db, d: holding.void_poll(db, d.id(Poll), d.text()),
    "print_slips": print_slips,
    "give_slip": give_slip,
    "enter_slip": enter_slip,
    "take_slip_back": take_slip_back,
}
