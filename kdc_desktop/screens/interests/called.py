"""What people call what is done with interests."""

from kdc_desktop.i18n import lazy, plazy
from kdc_desktop.screens.kit.called import Called, Calls

CALLS = Calls(
    "interests",
    plazy("stage", "Interests"),
    (
        Called(
            "find_a_person",
            lazy("Find a person"),
            lazy("interests, who wants what, ask somebody, sign up for a winner, wishes"),
            at_once=True,
        ),
        Called(
            "save_and_go_to_the_next_person",
            lazy("Save and go to the next person"),
            lazy("next person, next wish"),
        ),
        Called(
            "let_people_answer",
            lazy("Let people answer in turn"),
            lazy("sign up yourself, people choose themselves, take turns, tablet"),
        ),
        Called(
            "what_an_organisation_wants",
            lazy("What an organisation wants…"),
            lazy(
                "wish of a company, organisation interest, department wants, join as organisation"
            ),
            at_once=True,
        ),
        Called(
            "take_over_votes",
            lazy("Take over what people voted for"),
            lazy(
                "votes become wishes, from the named poll, proposed interests, who voted for what"
            ),
        ),
        Called(
            "remove_the_interests_selected",
            lazy("Remove the interests selected"),
            lazy("delete a wish, delete an interest"),
        ),
        Called(
            "keep_offers_and_needs",
            lazy("Keep offers and needs beyond the evening"),
            lazy("marketplace, take offers over, remember what people need"),
        ),
        Called(
            "choose_winners_from_the_board",
            lazy("Choose winners from the board…"),
            lazy("winners without a vote, shortlist, pick topics, choose winners"),
            at_once=True,
        ),
    ),
)
