"""What to do about what is told of evenings and cannot be taken over from there."""

from collections.abc import Mapping
from dataclasses import replace

from kdc_desktop.i18n import Text, lazy
from kdc_desktop.services.twins.kinds_of_evenings import OF_EVENINGS
from kdc_desktop.services.twins.rows import Fate, TwinDifference

_OF_EVENINGS = {kind.table for kind in OF_EVENINGS}
_PAPERS = lazy("Its papers stay there. Keep that version to look them up.")
_FROM_THE_TRASH = lazy("Take it out of the trash there, then compare again.")
_WITH_WHO_BELONGS = lazy("It comes with people and members who belong to it.")
_ADDED: Mapping[str, Text] = {
    "programme": lazy("Enter it here as well."),
    "session": _FROM_THE_TRASH,
    "stage": lazy("It comes with its session. If that is here, add it to the agenda."),
    "own_template": lazy("Keep it here as well, from a session with that agenda."),
    "own_template_stage": lazy("Keep its template here as well."),
    "person_merge": lazy("Make the two one here as well."),
    "department": _WITH_WHO_BELONGS,
    "consent": lazy("It comes with the person, who is not here yet."),
    "attendance": lazy("It comes with the person, or once the session is here."),
    "idea": _FROM_THE_TRASH,
    "cluster": lazy("Ideas that come bring it along. Put others into one of this name here."),
    "poll": _PAPERS,
    "option": _PAPERS,
    "winner": lazy("It comes with its consortium. Without one, choose it here as well."),
    "interest": lazy("Enter it here as well."),
    "organisation_interest": lazy("Enter it here as well."),
    "kept_apart": lazy("It is for your eyes only. Keep them apart here as well."),
}
"""What is only there, and does not come by itself."""
_REMOVED: Mapping[str, Text] = {
    "organisation": lazy("If it was made one with another there, do so here as well."),
}
_CHANGED: Mapping[str, Text] = {"poll": _PAPERS, "option": _PAPERS}
_SAY_IT_HERE = lazy("Say here what holds now.")
_REMOVE_IT_HERE = lazy("Remove it here as well, where that is meant.")


def with_instead(one: TwinDifference) -> TwinDifference:
    """With a sentence on what to do where it cannot be taken, and somebody may want it."""
    if one.table not in _OF_EVENINGS or one.can_be_taken or one.instead:
        return one
    said: Text | str = ""
    if one.fate is Fate.ADDED_THERE:
        said = _ADDED.get(one.table, "")
    elif one.fate in (Fate.CHANGED_THERE, Fate.CHANGED_BOTH):
        said = _CHANGED.get(one.table, _SAY_IT_HERE)
    elif one.fate is Fate.REMOVED_THERE:
        said = _REMOVED.get(one.table, _REMOVE_IT_HERE)
    return replace(one, instead=str(said))
