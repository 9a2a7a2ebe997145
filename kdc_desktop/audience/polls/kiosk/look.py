"""How kiosk and ballot paper look: the palette of the room, and measures for any screen size."""

from dataclasses import dataclass

from kdc_desktop.audience.kit.ink import PAPER, SlidePalette


@dataclass(frozen=True)
class Look:
    """Measures are those of a 1920 × 1080 screen times `scale`; targets are never under `least`."""

    palette: SlidePalette = PAPER
    scale: float = 1.0
    least: int = 56

    def px(self, length: float) -> int:
        """A length of the design in pixels."""
        return max(1, round(length * self.scale))

    def target(self, length: float) -> int:
        """The side of something to touch, in pixels."""
        return max(self.least, self.px(length))


_SHEET = """
QWidget[kiosk="page"] {{ background: {paper}; }}
QLabel {{ background: transparent; color: {ink}; }}
QLabel[kiosk="headline"] {{ font-size: {px52}px; font-weight: 700; letter-spacing: -1px; }}
QLabel[kiosk="huge"] {{ font-size: {px88}px; font-weight: 700; letter-spacing: -2px; }}
QLabel[kiosk="quiet"] {{ font-size: {px30}px; color: {muted}; }}
QLabel[kiosk="hint"] {{ font-size: {px24}px; color: {muted}; }}
QLabel[kiosk="text"] {{ font-size: {px34}px; }}
QLabel[kiosk="problem"] {{ font-size: {px30}px; color: {bad}; font-weight: 600; }}
QLabel[kiosk="number"] {{ font-size: {px26}px; color: {muted}; font-weight: 700; }}
QLabel[kiosk="count"] {{ font-size: {px40}px; font-weight: 700; min-width: {px44}px; }}

OptionCard {{ background: {surface}; border: {line2}px solid {line}; border-radius: {px12}px; }}
OptionCard[marked="true"] {{ border-color: {accent}; }}
OptionCard:focus {{ border: {line3}px solid {ink}; }}

QPushButton {{
    background: {surface}; color: {ink}; border: {line2}px solid {line};
    border-radius: {px12}px; font-size: {px32}px; font-weight: 600; padding: 0 {px32}px;
    min-height: {low}px;
}}
QPushButton:hover {{ border-color: {accent}; background: {surface}; }}
QPushButton:pressed, QPushButton:checked {{
    background: {paper}; border-color: {accent}; color: {ink};
}}
QPushButton:focus {{
    border: {line3}px solid {ink}; padding: 0 {px32}px;
}}
QPushButton:disabled {{ color: {line}; background: {paper}; border-color: {line}; }}
QPushButton[kiosk="primary"] {{
    background: {accent}; color: {on_accent}; border-color: {accent};
    min-height: {high}px; padding: 0 {px56}px; font-weight: 700;
}}
QPushButton[kiosk="primary"]:disabled {{
    background: {line}; color: {muted}; border-color: {line};
}}
QPushButton[kiosk="primary"]:focus {{ border: {line3}px solid {ink}; padding: 0 {px56}px; }}
QPushButton[kiosk="link"] {{
    background: transparent; border-color: transparent; color: {muted};
    font-size: {px30}px; font-weight: 400; padding: 0;
}}
QPushButton[kiosk="link"]:focus {{ border-color: {ink}; padding: 0; }}
QPushButton[kiosk="quiet"] {{
    background: transparent; color: {muted}; font-size: {px26}px; font-weight: 500;
}}
QPushButton[kiosk="second"] {{ min-height: {high}px; }}
QPushButton[kiosk="step"] {{
    min-width: {step}px; max-width: {step}px; min-height: {step}px; max-height: {step}px;
    padding: 0; font-size: {px34}px; border-radius: {px10}px;
}}
QPushButton[kiosk="step"]:checked {{
    background: {accent}; color: {on_accent}; border-color: {accent};
}}
QPushButton[kiosk="key"] {{
    min-width: {key}px; min-height: {key}px; padding: 0; border-radius: {px10}px;
    font-size: {px30}px;
}}
QPushButton[kiosk="name"] {{ text-align: left; min-height: {high}px; padding: 0 {px26}px; }}
QPushButton[kiosk="name"]:focus {{ padding: 0 {px26}px; }}
QPushButton[current="true"] {{ border: {line3}px solid {accent}; }}
QLineEdit {{
    background: {surface}; color: {ink}; border: {line2}px solid {muted};
    border-radius: {px12}px; font-size: {px40}px; padding: 0 {px24}px; min-height: {high}px;
    placeholder-text-color: {muted}; selection-background-color: {accent};
}}
QLineEdit:focus {{ border: {line3}px solid {accent}; padding: 0 {px24}px; }}
"""
_LENGTHS = (10, 12, 24, 26, 30, 32, 34, 40, 44, 52, 56, 88)


def style_sheet(look: Look) -> str:
    """The style sheet of everything in the kiosk and of a ballot paper anywhere."""
    colours = look.palette
    names: dict[str, object] = {f"px{n}": look.px(n) for n in _LENGTHS}
    borders = 2 * max(1, look.px(2))
    return _SHEET.format(
        paper=colours.paper,
        surface=colours.surface,
        ink=colours.ink,
        muted=colours.muted,
        line=colours.line,
        accent=colours.accent,
        on_accent=colours.on_accent,
        bad=colours.bad,
        line2=max(1, look.px(2)),
        line3=max(2, look.px(3)),
        low=look.target(64) - borders,
        high=look.target(88) - borders,
        step=look.target(64) - borders,
        key=look.target(72) - borders,
        **names,
    )
