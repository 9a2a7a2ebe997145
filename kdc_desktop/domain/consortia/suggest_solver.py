"""HiGHS, asked for the best placement: it stops within a quarter of a second, whatever it is at.

HiGHS looks at its clock and calls back only between its steps, and a step can take seconds. So it
runs in a thread of its own, tells each better answer as it comes, and is left alone when it does
not stop in time; it then ends at its next call, and what it finds no longer matters. The end of
the program waits for that: its thread is no daemon, because Python would abort where one that is
left calls back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from math import isfinite
from threading import Event, Thread
from time import monotonic
from typing import Any

from kdc_desktop.domain.consortia.suggest_model import MixedInteger, Model

GAP = 1e-3
LOOK = 0.05  # seconds between two looks at the clock and at who wants it to stop
PATIENCE = 0.2  # seconds for a solver that was told to stop


@dataclass(frozen=True)
class Solved:
    """The best placement found, and an upper bound on the points of any; None for none."""

    placed: dict[int, int] | None
    bound: float | None


class IsThere(Enum):
    """Whether there is any placement."""

    YES = auto()
    NO = auto()
    UNKNOWN = auto()


def is_there(model: Model, seconds: float, cancelled: Callable[[], bool]) -> IsThere:
    """Whether a programme has any answer, as far as that is known in the time given."""
    search = _Search(model, None, seconds)
    _await(search, seconds, cancelled, lambda _share: None)
    return search.found


def solve(
    model: Model,
    start: Mapping[int, int] | None,
    seconds: float,
    cancelled: Callable[[], bool],
    progress: Callable[[float], object],
) -> Solved:
    """The best placement in the time given, beginning with `start`; `progress` gets 0 to 1."""
    search = _Search(model, start, seconds)
    _await(search, seconds, cancelled, progress)
    return search.answer()


def _await(
    search: "_Search",
    seconds: float,
    cancelled: Callable[[], bool],
    progress: Callable[[float], object],
) -> None:
    began = monotonic()
    search.thread.start()
    while search.thread.is_alive():
        search.thread.join(LOOK)
        passed = monotonic() - began
        progress(min(1.0, passed / seconds))
        if cancelled() or passed > seconds:
            search.enough.set()
            search.thread.join(PATIENCE)
            break


class _Search:
    """One run of HiGHS, and the best it has told so far."""

    def __init__(self, model: Model, start: Mapping[int, int] | None, seconds: float) -> None:
        self._model, self._start, self._seconds = model, start, seconds
        self.enough = Event()
        self.thread = Thread(target=self._try, name="consortia")
        self._failed: Exception | None = None
        self._best: Sequence[float] | None = None
        self._bound: float | None = None
        self.found = IsThere.UNKNOWN

    def answer(self) -> Solved:
        """What is known by now; what went wrong before it was told to stop is raised here."""
        if self._failed is not None:
            raise self._failed
        best = self._best
        placed = None if best is None else self._model.placement(best)
        return Solved(placed, self._bound)

    def _try(self) -> None:
        try:
            self._run()
        except Exception as error:
            if not self.enough.is_set():
                self._failed = error

    def _run(self) -> None:
        import highspy

        highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        highs.silent()
        for name, setting in (
            ("threads", 1),
            ("random_seed", 1),
            ("time_limit", max(0.05, self._seconds)),
            ("mip_rel_gap", GAP),
        ):
            highs.setOptionValue(name, setting)
        highs.passModel(_as_highs(self._model.programme))
        if self._start is not None:
            _begin_with(highs, self._model.counts(self._start))
        highs.cbMipInterrupt.subscribe(self._look)
        highs.cbSimplexInterrupt.subscribe(self._listen)
        highs.cbMipImprovingSolution.subscribe(self._hear)
        highs.run()
        info = highs.getInfo()
        if info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
            self._best = list(highs.getSolution().col_value)
            self.found = IsThere.YES
        elif highs.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
            self.found = IsThere.NO
        if not any(self._model.programme.whole):
            self._bound = float(info.objective_function_value)
        else:
            self._know(float(info.mip_dual_bound))
        highspy.Highs.resetGlobalScheduler(False)  # its own thread's, which ends here

    def _listen(self, event: Any) -> None:
        if self.enough.is_set():
            event.interrupt()

    def _look(self, event: Any) -> None:
        self._know(float(event.data_out.mip_dual_bound))
        self._listen(event)

    def _know(self, bound: float) -> None:
        if isfinite(bound):
            self._bound = bound if self._bound is None else min(self._bound, bound)

    def _hear(self, event: Any) -> None:
        self._best = list(event.data_out.mip_solution)


def _begin_with(highs: Any, known: Mapping[int, float]) -> None:
    import numpy

    highs.setSolution(
        len(known),
        numpy.fromiter(known.keys(), dtype=numpy.int32),
        numpy.fromiter(known.values(), dtype=numpy.float64),
    )


def _as_highs(programme: MixedInteger) -> Any:
    import highspy
    import numpy

    lp = highspy.HighsLp()
    lp.num_col_ = len(programme.cost)
    lp.num_row_ = len(programme.row_lower)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.offset_ = programme.offset
    lp.col_cost_ = numpy.array(programme.cost, dtype=numpy.float64)
    lp.col_lower_ = numpy.zeros(lp.num_col_)
    lp.col_upper_ = numpy.array(programme.upper, dtype=numpy.float64)
    lp.row_lower_ = numpy.array(programme.row_lower, dtype=numpy.float64)
    lp.row_upper_ = numpy.array(programme.row_upper, dtype=numpy.float64)
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    lp.integrality_ = [kinds[whole] for whole in programme.whole]
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.num_col_ = lp.num_col_
    lp.a_matrix_.num_row_ = lp.num_row_
    lp.a_matrix_.start_ = numpy.array(programme.starts, dtype=numpy.int32)
    lp.a_matrix_.index_ = numpy.array(programme.index, dtype=numpy.int32)
    lp.a_matrix_.value_ = numpy.array(programme.value, dtype=numpy.float64)
    return lp
