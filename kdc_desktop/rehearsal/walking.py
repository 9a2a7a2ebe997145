"""Goes through an agenda, stage after stage, until the session is closed."""

from collections.abc import Callable, Mapping

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.rehearsal.scene import Scene

Acts = Mapping[str, Callable[[Scene], None]]
"""What is played in a stage, by its kind."""


def walk(scene: Scene, acts: Acts) -> None:
    """Play what the agenda holds; a kind of stage without an act is shown and passed."""
    hands, window = scene.hands, scene.hands.club.window
    strip = window.frame.strip
    if not window.walk.is_live:
        hands.click(strip.steps.live)
    while (stage := window.walk.current) is not None:
        act = acts.get(stage.kind)
        if act is not None and scene.first(f"{scene.session_id} {stage.kind}"):
            act(scene)
        else:
            hands.look(stage.title)
        stop_at_problem(scene)
        scene.clock.later(60)
        hands.click(strip.steps.next if window.walk.following else strip.steps.close)


def stop_at_problem(scene: Scene) -> None:
    """Raises UserError with what the window says is wrong."""
    line = scene.hands.club.window.frame.quiet
    if line.property("role") == "problem" and line.text:
        raise UserError(_("The rehearsal met a problem: {problem}", problem=line.text))
