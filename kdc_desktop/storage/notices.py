"""Tells of changes in an open club file, in the order in which they came onto the disk."""

import threading
from collections import deque
from collections.abc import Callable, Mapping
from contextvars import Context, copy_context
from dataclasses import dataclass, field, replace
from typing import Any

from kdc_desktop.domain.kit.actors import Actor, Way
from kdc_desktop.errors import on_its_own
from kdc_desktop.i18n import Text
from kdc_desktop.storage.acting import current_way


@dataclass(frozen=True)
class Changes:
    """What an edit, an undo or a redo has changed, and whose it is.

    `entry_id` is its entry in the journal; None where none was written, as for ballot papers.
    `retraced`: it was not done for the first time, but taken back or done again.
    """

    entry_id: int | None
    actor: Actor
    label: Text
    tables: frozenset[str]
    ids: Mapping[str, frozenset[Any]] = field(default_factory=dict)
    retraced: bool = False
    way: Way = field(default_factory=current_way)

    def and_then(self, later: "Changes") -> "Changes":
        """The later ones, with all that both have changed."""
        ids = {
            name: self.ids.get(name, frozenset()) | later.ids.get(name, frozenset())
            for name in self.tables | later.tables
        }
        return replace(later, tables=frozenset(ids), ids=ids)


Subscriber = Callable[[Changes], None]
Deliver = Callable[[Callable[[], None]], None]
"""Makes a call, on the thread that it belongs to."""


@dataclass(eq=False)
class _Subscription:
    """Somebody who is told, in a context of their own: not in that of whoever wrote."""

    told: Subscriber
    at_rest: Callable[[], None]
    here: Context
    waiting: deque[Changes] = field(default_factory=deque)

    def tell(self) -> None:
        """Tell what waits, the oldest first."""
        if not self.waiting:
            return
        while self.waiting:
            with on_its_own():
                self.here.copy().run(self.told, self.waiting.popleft())
        with on_its_own():
            self.here.copy().run(self.at_rest)


class Notices:
    """What subscribers are still to be told of; each hears of every change once, in order.

    What goes wrong with one of them concerns neither the others nor whoever wrote.
    """

    def __init__(self) -> None:
        self._deliver: Deliver = lambda call: call()
        self._subscriptions: list[_Subscription] = []
        self._telling = threading.RLock()  # of one thread at a time; what is told may write, too

    def subscribe(self, told: Subscriber, at_rest: Callable[[], None]) -> Callable[[], None]:
        """See `Database.subscribe`."""
        made = _Subscription(told, at_rest, copy_context())
        self._subscriptions.append(made)

        def stop() -> None:
            self._subscriptions.remove(made)
            made.waiting.clear()

        return stop

    def deliver_through(self, deliver: Deliver) -> None:
        """See `Database.deliver_through`."""
        self._deliver = deliver

    def note(self, changes: Changes) -> None:
        """Put down what has just been committed; its turn is not yet handed on."""
        for subscription in tuple(self._subscriptions):  # others may stop meanwhile
            subscription.waiting.append(changes)

    def tell(self) -> None:
        """Have everybody told of what was noted."""
        if any(subscription.waiting for subscription in tuple(self._subscriptions)):
            self._deliver(self._tell_all)

    def _tell_all(self) -> None:
        with self._telling:
            for subscription in tuple(self._subscriptions):
                subscription.tell()
