"""The system, or a person with Ctrl+C, tells the program to end: it tidies up and then does."""

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # those that a system knows
_AGAIN = 0.02  # s
_Handler = Callable[[int, FrameType | None], object]


class ToldToEndError(BaseException):
    """No fault: whoever runs something lets it go as it is, and what it holds is closed."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.signal = number


@contextmanager
def told_to_end() -> Iterator[None]:
    """A block that ends by a `ToldToEndError` when the program is told to end."""

    def end(number: int, _frame: FrameType | None) -> None:
        raise ToldToEndError(number)

    hook = sys.excepthook

    def once_more(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """It came while Qt had called us, and Qt lets no error through: so it comes again."""
        if isinstance(error, ToldToEndError):
            threading.Timer(_AGAIN, signal.raise_signal, (error.signal,)).start()
        else:
            hook(kind, error, trace)

    sys.excepthook = once_more
    try:
        with answered_by(end):
            yield
    finally:
        sys.excepthook = hook


@contextmanager
def answered_by(handler: _Handler) -> Iterator[None]:
    """A block in which `handler` hears of it; only the main thread is ever told."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    known = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = {each: signal.getsignal(each) for each in known}
    for each in known:
        if before[each] != signal.SIG_IGN:  # as `nohup` wants it
            signal.signal(each, handler)
    try:
        yield
    finally:
        for each, answer in before.items():
            signal.signal(each, answer)
