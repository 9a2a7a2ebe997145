"""Why a step cannot be taken back or done again, in sentences."""

from dataclasses import dataclass
from typing import Any

from kdc_desktop.domain.kit.actors import Actor, ActorKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Fillable, Text, fillable, lazy, plazy
from kdc_desktop.storage.acting import current_actor
from kdc_desktop.storage.labels import label_of
from kdc_desktop.storage.next_steps import Step


@dataclass(frozen=True)
class Refusals:
    """Why a step cannot be taken, for one of the two ways."""

    nothing: Text
    no_more: Fillable
    older: Fillable
    changed: Fillable
    overtaken: Fillable
    in_the_way: Fillable
    seen: Fillable
    unreadable: Fillable


UNDO = Refusals(
    lazy("There is nothing to undo."),
    fillable("“{what}” cannot be undone any more, because of what was done since."),
    fillable(
        "“{what}” cannot be undone, because an older KDC Desktop did it. Undo once more to go on "
        "with the step before it."
    ),
    fillable("“{what}” cannot be undone, because what it changed has changed again since."),
    fillable(
        "“{what}” stays, because {who} has changed the same since: “{later}”. Undo once more to go "
        "on with the step before it."
    ),
    fillable(
        "“{what}” stays, because something made since needs it or has taken its place. Undo once "
        "more to go on with the step before it."
    ),
    fillable(
        "“{what}” stays, because what nobody knew before has been seen. Ask again: the next "
        "answers are new ones. Undo once more to go on with the step before it."
    ),
    fillable(
        "“{what}” stays, because the file does not tell any more what was there before. Undo once "
        "more to go on with the step before it."
    ),
)
REDO = Refusals(
    lazy("There is nothing to redo."),
    fillable("“{what}” cannot be done again any more, because of what was done since."),
    fillable(
        "“{what}” cannot be done again, because an older KDC Desktop did it. Redo once more to go "
        "on with the step after it."
    ),
    fillable("“{what}” cannot be done again, because what it changed has changed again since."),
    fillable(
        "“{what}” stays undone, because {who} has changed the same since: “{later}”. Redo once "
        "more to go on with the step after it."
    ),
    fillable(
        "“{what}” stays undone, because something made since needs it so or has taken its place. "
        "Redo once more to go on with the step after it."
    ),
    fillable(
        "“{what}” stays undone, because it would hide what has been seen. Redo once more to go on "
        "with the step after it."
    ),
    fillable(
        "“{what}” stays undone, because the file does not tell any more what it was. Redo once "
        "more to go on with the step after it."
    ),
)
_WHO = {
    ActorKind.FACILITATOR: plazy("who has changed something", "the facilitator"),
    ActorKind.HELPER: plazy("who has changed something", "a helper"),
    ActorKind.PARTICIPANT: plazy("who has changed something", "a participant"),
    ActorKind.LAPTOP: plazy("who has changed something", "another laptop"),
}


class OvertakenError(UserError):
    """A step cannot be taken any more, and is passed over from now on."""

    def __init__(self, sentence: Text, step: Step) -> None:
        super().__init__(str(sentence))
        self.step = step


def told_of(step: Step, later: Any, why: Refusals) -> Text:
    """That something was done later, and what, where others did it."""
    if Actor(later.actor, later.actor_key) == current_actor():
        return why.changed.filled(what=step.label)
    label = label_of(later.label, later.arguments)
    return why.overtaken.filled(what=step.label, who=_WHO[later.actor], later=label)
