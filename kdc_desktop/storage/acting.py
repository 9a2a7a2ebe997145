"""Who is doing what is done here and now: what runs in a thread of its own takes it along.

Verbs need not be told: whoever takes in what others do says so around them,
``with acting(Actor(ActorKind.HELPER, key), Way.PHONE): …``. `Jobs` hands it on to the thread.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from kdc_desktop.domain.kit.actors import FACILITATOR, Actor, Way

_actor: ContextVar[Actor] = ContextVar("actor", default=FACILITATOR)
_way: ContextVar[Way] = ContextVar("way", default=Way.HAND)


def current_actor() -> Actor:
    """Who an edit would be from."""
    return _actor.get()


def current_way() -> Way:
    """In which way it would be made."""
    return _way.get()


@contextmanager
def acting(actor: Actor | None = None, way: Way | None = None) -> Iterator[None]:
    """Do the block, or the decorated function, as somebody else, or in another way.

    What is not given stays as it is: who imports is who started the import. In a rehearsal
    everything is rehearsed.
    """
    who = _actor.set(actor or current_actor())
    rehearsed = current_way() is Way.REHEARSAL
    how = _way.set(current_way() if way is None or rehearsed else way)
    try:
        yield
    finally:
        _way.reset(how)
        _actor.reset(who)
