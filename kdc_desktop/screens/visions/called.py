"""What people call what is done with visions and positions."""

from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.i18n import lazy, plazy
from kdc_desktop.screens.kit.called import Called, Calls
from kdc_desktop.screens.visions.stake_words import SERVED_CHOICES

_ACTIONS = (
    Called(
        "write_the_next_version",
        lazy("Write the next version"),
        lazy("vision, statement, mission, write the vision, draft, edit the vision, wording"),
    ),
    Called(
        "ask_the_members",
        lazy("Ask where the members stand"),
        lazy("asking, open a round, ask again, buy-in, positions, start asking"),
    ),
    Called(
        "let_the_members_answer",
        lazy("Let the members answer in turn"),
        lazy("members answer themselves, take turns, hand the laptop round, tablet"),
    ),
    Called(
        "pulse_of_the_consortium",
        lazy("Pulse of the consortium"),
        lazy("pulse, health check, five questions, how does it go, mood, survey, check-up"),
    ),
    Called(
        "call_off_the_asking",
        lazy("Call off the asking"),
        lazy("stop asking, cancel the round, close the asking"),
    ),
    Called(
        "note_a_call",
        lazy("Note a call"),
        lazy("telephone, phone call, answer between evenings, called, e-mail, letter"),
    ),
    Called(
        "next_member_without_an_answer",
        lazy("Next member without an answer"),
        lazy("buy-in, who has not answered, positions, agreement, support, commitment"),
        at_once=True,
    ),
    Called(
        "say_more_about_the_position",
        lazy("Say more about the position"),
        lazy("reason, reservation, comment, objection, concern, why"),
    ),
    Called("copy_the_positions", lazy("Copy the positions"), lazy("positions to a spreadsheet")),
    Called(
        "compare_with_the_version_before",
        lazy("Compare with the version before"),
        lazy("what changed in the vision, older vision, versions"),
    ),
    Called(
        "what_holds_it_back",
        lazy("What holds it back"),
        lazy("obstacles of the consortium, hurdles, what it waits for, permits, blocked"),
    ),
    Called(
        "stakes_of_the_members",
        lazy("Stakes of the members"),
        lazy("interests, what each member wants, needs, served, stakeholders"),
    ),
    Called("add_a_stake", lazy("Add a stake"), lazy("new interest of a member, what they want")),
    Called(
        "change_the_stake",
        lazy("Change the words of the stake"),
        lazy("edit the stake, rename the interest"),
    ),
    Called("remove_the_stake", lazy("Remove the stake"), lazy("delete the stake, interest gone")),
    Called(
        "let_go_and_signs_of_life",
        lazy("Let go, and signs of life"),
        lazy("let the consortium go, checklist, hand over, look again, release, follow up"),
    ),
    Called(
        "write_the_charter",
        lazy("Write the charter of the consortium…"),
        lazy("hand over, handover page, charter of one consortium, print the vision and members"),
    ),
    Called(
        "write_a_sign_of_life",
        lazy("Write a sign of life"),
        lazy("how is it going, news of a project, heard from them, follow up"),
    ),
    Called(
        "hide_estimates",
        lazy("Hide your estimates, or show them"),
        lazy("private estimate, only you see this, engagement, resistant, supportive"),
        at_once=True,
    ),
    Called(
        "compare_with_an_earlier_version",
        lazy("Compare with an earlier version"),
        lazy("any two versions, what changed since the first version, history of the wording"),
    ),
    Called(
        "readings_of_the_members",
        lazy("Readings of the members"),
        lazy("how members understand it, interpretation, in their words"),
    ),
    Called(
        "ledger_of_the_answers",
        lazy("Ledger of the answers"),
        lazy(
            "ledger, buy-in over time, history of the positions, who fell, who is silent, trend, "
            "what helps most"
        ),
    ),
    Called(
        "open_the_answer",
        lazy("Open the answer"),
        lazy("read the answer in the ledger, why a member fell"),
    ),
    Called("copy_the_ledger", lazy("Copy the ledger"), lazy("ledger to a spreadsheet")),
    Called(
        "take_up_consortia",
        lazy("Take up consortia of before…"),
        lazy("consortium of another evening, earlier consortium, project of the club, continue"),
        at_once=True,
    ),
    Called(
        "put_back",
        lazy("Put the consortium back, not tonight"),
        lazy("do not work on it tonight, take off tonight"),
    ),
    Called("next_consortium", lazy("Next consortium"), lazy("next group, other group")),
    Called("previous_consortium", lazy("Previous consortium"), lazy("previous group")),
    Called(
        "show_positions",
        lazy("Reveal the answers to the room, or hide them"),
        lazy("show the positions, positions on the wall, reveal the positions, hide the positions"),
    ),
    Called(
        "show_sectors",
        lazy("Show the room who moved, and whose sector each is"),
        lazy("sector of the dots, colours of the dots, names of those who moved, without names"),
    ),
)


def calls() -> Calls:
    """With a choice of each scale."""
    scales = (
        Called(
            f"scale_{scale.key}",
            lazy("Scale: {scale}", scale=scale.name),
            lazy("scale, levels, thumbs, consensus, scale of positions"),
        )
        for scale in SCALES.values()
    )
    stakes = (
        Called(
            f"stake_{served.value}",
            lazy("Stake: {how}", how=words),
            lazy("how far the version serves the interest, served, partly, not"),
        )
        for served, words in SERVED_CHOICES.items()
    )
    return Calls("vision", plazy("stage", "Vision"), (*_ACTIONS, *scales, *stakes))
