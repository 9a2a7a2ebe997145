"""Verbs that work with the board, polls and winners."""

from sqlalchemy import select

from kdc_desktop.domain.board.colours import NoteColour
from kdc_desktop.domain.polls.states import PollSubject, Secrecy
from kdc_desktop.model import Cluster, Idea, Option, Person, Poll, Winner
from kdc_desktop.model.board import Board
from kdc_desktop.model.sessions import Stage
from kdc_desktop.services.board import boards, moving
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board import merging as board_merging
from kdc_desktop.services.board.rows import Described
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.services.joined.winners import WINNER_TRAILS
from kdc_desktop.services.polls import preparing, rounds
from kdc_desktop.services.winners import marking as winner_marking
from kdc_desktop.storage import Database
from tests.storage.draw import Draw, Verb


def plan(draw: Draw) -> preparing.PollPlan:
    subject = draw.one_of(PollSubject.IDEAS, PollSubject.CLUSTERS)
    options = draw.ids(Idea if subject is PollSubject.IDEAS else Cluster, 4)
    secrecy = draw.one_of(*Secrecy)
    return preparing.PollPlan(
        question=draw.text(), subject=subject, option_ids=tuple(options), secrecy=secrecy
    )


def temperature(draw: Draw) -> preparing.PollPlan:
    """A poll on one thing, which may be asked otherwise while nobody has answered."""
    return preparing.PollPlan(
        question=draw.text(),
        method="temperature",
        subject=PollSubject.WRITTEN,
        written=(draw.text(),),
    )


def mark_winners(database: Database, draw: Draw) -> object:
    poll_id = draw.id(Poll, Poll.revealed_at.is_not(None))
    options = draw.ids(Option, 2, Option.poll_id == poll_id)
    return winner_marking.mark_winners(database, poll_id, options, draw.one_of("", draw.text()))


WITH_IDEAS: dict[str, Verb] = {
    "add_board": lambda db, d: boards.add_board(db, d.session(), d.text()),
    "rename_board": lambda db, d: boards.rename_board(db, d.session(), d.maybe(Board), d.text()),
    "remove_board": lambda db, d: boards.remove_board(db, d.session(), d.id(Board)),
    "move_to_board": lambda db, d: moving.move_to_board(
        db, d.session(), d.ids(Idea), d.maybe(Board)
    ),
    "move_cluster_to_board": lambda db, d: moving.move_cluster_to_board(
        db, d.id(Cluster), d.maybe(Board)
    ),
    "show_on_stage": lambda db, d: boards.show_on_stage(db, d.id(Stage), d.maybe(Board)),
    "add_idea": lambda db, d: board_ideas.add_idea(
        db, d.session(), d.text(), d.maybe(Person), cluster_id=d.maybe(Cluster)
    ),
    "add_idea_again": lambda db, d: board_ideas.add_idea(db, d.session(), d.text()),
    "edit_idea": lambda db, d: board_ideas.edit_idea(db, d.id(Idea), d.text()),
    "describe_idea": lambda db, d: board_ideas.describe_idea(
        db,
        d.id(Idea),
        Described(d.text(), d.text(), d.one_of(None, 0.0, 2.5), d.one_of("", "example.org")),
    ),
    "set_author": lambda db, d: board_ideas.set_author(db, d.id(Idea), d.maybe(Person)),
    "move_ideas": lambda db, d: board_ideas.move_ideas(
        db, {idea: (d.number(), d.number()) for idea in d.ids(Idea)}, take_out=d.one_of(True, False)
    ),
    "bring_to_front": lambda db, d: board_ideas.bring_to_front(db, d.ids(Idea)),
    "colour_ideas": lambda db, d: board_ideas.colour_ideas(
        db, d.ids(Idea), d.one_of(NoteColour.MINT, NoteColour.SKY)
    ),
    "trash_ideas": lambda db, d: board_ideas.trash_ideas(db, d.ids(Idea)),
    "restore_ideas": lambda db, d: board_ideas.restore_ideas(db, d.ids(Idea)),
    "set_silent": lambda db, d: board_ideas.set_silent(db, d.session(), d.one_of(True, False)),
    "add_cluster": lambda db, d: board_clusters.add_cluster(db, d.session(), d.text(), d.ids(Idea)),
    "rename_cluster": lambda db, d: board_clusters.rename_cluster(db, d.id(Cluster), d.text()),
    "remove_cluster": lambda db, d: board_clusters.remove_cluster(
        db, d.id(Cluster), BOARD.cluster_trails
    ),
    "send_to_cluster": lambda db, d: board_clusters.send_to_cluster(
        db, d.ids(Idea, 6), d.maybe(Cluster)
    ),
    "move_cluster": lambda db, d: board_clusters.move_cluster(
        db, d.id(Cluster), d.number(), d.number()
    ),
    "resize_cluster": lambda db, d: board_clusters.resize_cluster(
        db, d.id(Cluster), 900.5 + abs(d.number()), 900
    ),
    "tidy_cluster": lambda db, d: board_clusters.tidy_cluster(db, d.id(Cluster)),
    "tidy": lambda db, d: board_clusters.tidy(db, d.session()),
    "merge_ideas": lambda db, d: board_merging.merge_ideas(db, d.ids(Idea, 4)),
    "unmerge_ideas": lambda db, d: board_merging.unmerge_ideas(
        db, d.ids(Idea, 3, Idea.id.in_(select(Idea.parent_id)))
    ),
    "take_out_of_merge": lambda db, d: board_merging.take_out_of_merge(
        db, d.ids(Idea, 2, Idea.parent_id.is_not(None))
    ),
    "mark_winners": mark_winners,
    "add_winner": lambda db, d: winner_marking.add_winner(db, d.session(), idea_id=d.id(Idea)),
    "add_winning_cluster": lambda db, d: winner_marking.add_winner(
        db, d.session(), cluster_id=d.id(Cluster)
    ),
    "unmark_winners": lambda db, d: winner_marking.unmark_winners(db, d.ids(Winner), WINNER_TRAILS),
    "create_poll": lambda db, d: preparing.create_poll(db, d.session(), plan(d)),
    "take_temperature": lambda db, d: preparing.create_poll(db, d.session(), temperature(d)),
    "discard_poll": lambda db, d: preparing.discard_poll(db, d.id(Poll)),
    "repeat_poll": lambda db, d: rounds.repeat_poll(db, d.id(Poll)),
    "prepare_run_off": lambda db, d: rounds.prepare_run_off(db, d.id(Poll), ()),
}
