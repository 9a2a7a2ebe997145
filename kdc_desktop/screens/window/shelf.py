"""Where the window keeps its screens: each is made once, and goes with its session."""

from collections.abc import Callable, Collection, Iterator, Mapping

from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Area, MakeScreen, MakeSessionScreen


class Shelf:
    """Makes screens on demand; `greet` and `part` hear of each that comes and goes.

    `screens` are those of a session, by their keys; `stages` maps a kind of stage to the key of
    its screen, so that kinds can share one.
    """

    def __init__(
        self,
        screens: Mapping[str, MakeSessionScreen],
        stages: Mapping[str, str],
        greet: Callable[[Screen], object],
        part: Callable[[Screen], object],
    ) -> None:
        self._screens, self._stages = screens, stages
        self._greet, self._part = greet, part
        self._made: dict[tuple[str, int | None], Screen] = {}

    def __iter__(self) -> Iterator[Screen]:
        return iter(tuple(self._made.values()))

    def of_area(self, area: Area) -> Screen:
        """The screen of an area of the rail."""
        return self._once((area.key, None), area.make)

    def of_session(self, key: str, session_id: int) -> Screen:
        """One of a session's screens, by its key."""
        return self._once((key, session_id), lambda: self._screens[key](session_id))

    def of_stage(self, kind: str, session_id: int) -> Screen:
        """The screen of a session for a kind of stage."""
        return self.of_session(self._stages[kind], session_id)

    def key_of(self, screen: Screen) -> str:
        """By which key a screen was made."""
        return next(key for (key, _session), made in self._made.items() if made is screen)

    def keep_only(self, session_id: int | None, needed: Collection[Screen] = ()) -> None:
        """Let the screens of all other sessions go, but for those that are needed."""
        for key, screen in self._of_others(session_id).items():
            if screen not in needed:
                self._part(self._made.pop(key))

    def leaving_for(self, session_id: int) -> tuple[Screen, ...]:
        """The screens that go where this session is opened."""
        return tuple(self._of_others(session_id).values())

    def _of_others(self, session_id: int | None) -> dict[tuple[str, int | None], Screen]:
        return {key: made for key, made in self._made.items() if key[1] not in (None, session_id)}

    def _once(self, key: tuple[str, int | None], make: MakeScreen) -> Screen:
        if key not in self._made:
            self._made[key] = make()
            self._greet(self._made[key])
        return self._made[key]
