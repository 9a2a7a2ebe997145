"""Whose turn it is to write: one thread at a time, in the order in which they came."""

import threading
from collections import deque

PATIENCE = 10.0  # seconds until a thread gives up
BEFORE_A_PERSON = 2.0  # the same where a person waits: a window that stands longer looks dead


class _Ticket:
    """A thread that waits; `called` is open once it is its turn."""

    def __init__(self, thread: int) -> None:
        self.thread = thread
        self.called = threading.Lock()
        self.called.acquire()


class WritingTurns:
    """A lock that is handed on, so that no thread takes it twice while another waits for it.

    The thread that stands before a person is next whenever it comes.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._holder: int | None = None
        self._times = 0  # that the holder has taken it
        self._waiting: deque[_Ticket] = deque()
        self._first: int | None = None

    def come_first(self) -> None:
        """Let the thread that says this be next from now on, whoever waits."""
        self._first = threading.get_ident()

    def take(self) -> bool:
        """Wait for one's turn; False when it did not come in time."""
        me = threading.get_ident()
        with self._guard:
            if self._holder in (None, me):
                self._holder, self._times = me, self._times + 1
                return True
            ticket, is_first = _Ticket(me), me == self._first
            if is_first:
                self._waiting.appendleft(ticket)
            else:
                self._waiting.append(ticket)
        try:
            came = ticket.called.acquire(timeout=BEFORE_A_PERSON if is_first else PATIENCE)
        except BaseException:  # interrupted, and perhaps called in this very moment
            if not self._given_up(ticket):
                self.hand_on()
            raise
        return came or not self._given_up(ticket)

    def take_at_once(self) -> bool:
        """Take it if nobody has it, without waiting; False when somebody does, oneself included."""
        with self._guard:
            if self._holder is not None:
                return False
            self._holder, self._times = threading.get_ident(), 1
            return True

    def _given_up(self, ticket: _Ticket) -> bool:
        """Wait no longer; False when it has been called in this very moment."""
        with self._guard:
            if ticket not in self._waiting:
                return False
            self._waiting.remove(ticket)
            return True

    def hand_on(self) -> None:
        """End one's turn, and begin that of the next."""
        with self._guard:
            self._times -= 1
            if self._times:
                return
            if not self._waiting:
                self._holder = None
                return
            ticket = self._waiting.popleft()
            self._holder, self._times = ticket.thread, 1
            ticket.called.release()
