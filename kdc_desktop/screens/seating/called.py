"""What people call what is done with tables."""

from kdc_desktop.i18n import lazy, plazy
from kdc_desktop.screens.kit.called import Called, Calls

_ALL = (
    Called(
        "seat_everybody",
        lazy("Seat everybody, or seat them otherwise"),
        lazy("tables, seating, mix people, shuffle, break, round, speed dating, world café"),
    ),
    Called(
        "use_these_tables",
        lazy("Use these tables"),
        lazy("accept the tables, keep the seating, show the tables"),
    ),
    Called(
        "seat_arrivals",
        lazy("Seat who came late"),
        lazy("late arrivals, free seats, who has left, latecomers"),
    ),
    Called(
        "find_where_somebody_sits",
        lazy("Find where somebody sits"),
        lazy("where do I sit, search a name, table of somebody"),
    ),
    Called("next_round", lazy("Next round"), lazy("next tables, change of tables")),
    Called("round_before", lazy("Round before"), lazy("previous tables")),
    Called("round_has_met", lazy("Tick the whole round as met"), lazy("met, done, round over")),
    Called(
        "next_step_of_the_round",
        lazy("Next step of 1-2-4-All"),
        lazy("one two four all, pairs, alone"),
    ),
    Called("names_in_order", lazy("Names from A to Z on the wall"), lazy("index, list of names")),
    Called(
        "print_table_cards",
        lazy("Print cards for the tables…"),
        lazy("paper, cards, people of a table"),
    ),
    Called(
        "print_table_slips",
        lazy("Print slips with everybody's tables…"),
        lazy("slips, hand out, paper, where do I sit"),
    ),
    Called("remove_the_rounds", lazy("Remove the rounds"), lazy("no tables, delete, start anew")),
    Called(
        "topics_of_consortia",
        lazy("A table for each consortium of tonight"),
        lazy("topics, winners, tables of consortia, topic tables"),
    ),
    Called(
        "say_how_many_tables",
        lazy("Say how many tables there are…"),
        lazy("number of tables, fewer tables, more tables"),
    ),
    Called("leave_the_plan", lazy("Go back to the tables as they were"), lazy("discard, leave")),
)
_MATTERS = (
    Called("mind_who_has_met", lazy("Mind who has met"), lazy("new acquaintances, strangers")),
    Called("mind_sectors", lazy("Mind sectors"), lazy("mix sectors")),
    Called("mind_offers", lazy("Mind offers and needs"), lazy("who can help whom")),
    Called("mind_observers", lazy("Mind observers"), lazy("large company beside a start-up")),
)
_CARD = (
    Called("move_to_the_next_table", lazy("Move to the next table"), lazy("change the table")),
    Called("move_to_the_table_before", lazy("Move to the table before"), lazy("move back")),
    Called("swap_seats", lazy("Swap the seats of two people"), lazy("exchange, swap")),
    Called("free_the_seat", lazy("Free the seat"), lazy("take from the table, no seat")),
    Called("pin_or_unpin_at_the_table", lazy("Pin or unpin"), lazy("fix, keep at the table")),
    Called("host_the_table", lazy("Host the table, or no longer"), lazy("host, moderator")),
    Called("came_or_not", lazy("Came to the table, or not"), lazy("did not come, absent")),
    Called("table_has_met", lazy("Tick the table as met"), lazy("met, done")),
    Called("name_the_topic", lazy("Name the topic of the table…"), lazy("topic, subject")),
    Called(
        "write_what_it_worked_out",
        lazy("Write what a table worked out"),
        lazy("results, harvest, ideas of a table"),
    ),
)
CALLS = Calls("tables", plazy("stage", "Tables"), (*_ALL, *_MATTERS, *_CARD))
