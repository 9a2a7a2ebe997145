"""What people call what is done with offers and needs."""

from kdc_desktop.i18n import lazy, plazy
from kdc_desktop.screens.kit.called import Called, Calls

CALLS = Calls(
    "offers",
    plazy("stage", "Offers and needs"),
    (
        Called(
            "note_an_offer_or_a_need",
            lazy("Note an offer or a need"),
            lazy("offer, need, what somebody has to give, what somebody looks for, marketplace"),
            at_once=True,
        ),
        Called(
            "find_offers_and_needs",
            lazy("Find offers and needs"),
            lazy("who offers what, who needs what, search offers"),
            at_once=True,
        ),
        Called(
            "match",
            lazy("Match the offer and the need"),
            lazy("bring together, connect, join an offer with a need, glow"),
        ),
        Called(
            "do_not_fit",
            lazy("These do not fit"),
            lazy("wrong match, dismiss a match, not a match, reject a suggestion"),
        ),
        Called(
            "may_fit",
            lazy("They may fit after all"),
            lazy("take a dismissal back, suggest them again"),
        ),
        Called("part", lazy("Part what was matched"), lazy("unmatch, undo a match, disconnect")),
        Called(
            "read_aloud",
            lazy("Read the open needs aloud"),
            lazy("who can help, empty needs, one need at a time, call out"),
            at_once=True,
        ),
        Called("a_hand_goes_up", lazy("A hand goes up"), lazy("somebody can help, fill a role")),
        Called("next_need", lazy("Next need"), lazy("go on reading, next one")),
        Called("previous_need", lazy("Need before"), lazy("one back, previous need")),
        Called(
            "stop_reading_aloud",
            lazy("Stop reading aloud"),
            lazy("back to the wall, leave reading"),
        ),
        Called(
            "put_it_otherwise", lazy("Put it otherwise"), lazy("reword, edit, change the words")
        ),
        Called(
            "it_came_about",
            lazy("It came about"),
            lazy("done, settled, end of an offer, end of a need"),
        ),
        Called(
            "no_longer",
            lazy("No longer offered or needed"),
            lazy("end of an offer, end of a need, not any more, expired"),
        ),
        Called(
            "remove_what_is_selected",
            lazy("Remove what is selected"),
            lazy("delete an offer, delete a need, written by mistake"),
        ),
    ),
)
