"""What the nouns above hand to the board."""

from kdc_desktop.services.board.joins import BoardJoins
from kdc_desktop.services.polls import board_badge
from kdc_desktop.services.polls import trails as poll_trails
from kdc_desktop.services.seating import trails as seating_trails
from kdc_desktop.services.winners import trails as winner_trails

BOARD = BoardJoins(
    marks=board_badge.MARKS,
    cluster_trails=(
        poll_trails.OF_CLUSTERS,
        winner_trails.OF_CLUSTERS,
        seating_trails.OF_CLUSTERS,
    ),
    move_trails=(poll_trails.asked_about,),
    merge_trails=(winner_trails.both_won, poll_trails.ideas_voted_on),
    change_trails=(poll_trails.ideas_voted_on,),
    rename_trails=(poll_trails.clusters_voted_on,),
)
"""What the nouns above know of notes and clusters."""
