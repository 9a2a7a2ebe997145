"""How kiosk and ballot paper look: the palette of the room, and measures for any screen size."""

from dataclasses import dataclass

from kdc_desktop.audience.kit.ink import PAPER, SlidePalette

BODY = 30
"""Letters of this size and below grow as much as the text size says."""
ROOMY = 1.25
"""Above this text size there is no room for words that are not needed."""
ROOMIER = 0.35
"""The share of that growth by which what is touched grows."""

CONTRAST = SlidePalette(
    paper="#000000",
    surface="#000000",
    ink="#FFFFFF",
    muted="#FFFFFF",
    line="#A6A6A6",
    accent="#FFE14D",
    on_accent="#000000",
    good="#7CFC9A",
    warning="#FFE14D",
    bad="#FFB3AB",
    hidden="#A6A6A6",
    text_on_mark="#000000",
    dark=True,
)
"""Black, white and one yellow, each at 8 : 1 or more on black."""


@dataclass(frozen=True)
class Look:
    """Measures are those of a 1920 × 1080 screen times `scale`; targets are never under `least`.

    `text` is how much larger its letters are than usual: 2.0 for 200 %. Large letters grow less.
    """

    palette: SlidePalette = PAPER
    scale: float = 1.0
    least: int = 56
    text: float = 1.0

    def px(self, length: float) -> int:
        """A length of the design in pixels."""
        return max(1, round(length * self.scale))

    def letters(self, length: float) -> int:
        """The size of letters of the design in pixels."""
        return self.px(length * (1 + (self.text - 1) * min(1, BODY / length)))

    def target(self, length: float) -> int:
        """The side of something to touch, in pixels, with room for its letters."""
        return max(self.least, self.roomy(length))

    def roomy(self, length: float) -> int:
        """A length of the design with room for its letters, in pixels."""
        return self.px(length * (1 + (self.text - 1) * ROOMIER))


_SHEET = """
QWidget[kiosk="page"] {{ background: {paper}; }}
QLabel {{ background: transparent; color: {ink}; }}
QLabel[kiosk="headline"] {{ font-size: {letters52}px; font-weight: 700; letter-spacing: -1px; }}
QLabel[kiosk="huge"] {{ font-size: {letters88}px; font-weight: 700; letter-spacing: -2px; }}
QLabel[kiosk="quiet"] {{ font-size: {letters30}px; color: {muted}; }}
QLabel[kiosk="hint"] {{ font-size: {letters24}px; color: {muted}; }}
QLabel[kiosk="text"] {{ font-size: {letters34}px; }}
QLabel[kiosk="problem"] {{ font-size: {letters30}px; color: {bad}; font-weight: 600; }}
QLabel[kiosk="number"] {{ font-size: {letters26}px; color: {muted}; font-weight: 700; }}
QLabel[kiosk="number"][key="true"] {{
    font-size: {letters24}px; font-weight: 500; background: {paper};
    border: {line2}px solid {line}; border-radius: {px10}px;
}}
QLabel[kiosk="count"] {{ font-size: {letters40}px; font-weight: 700; }}

OptionCard {{ background: {surface}; border: {line2}px solid {line}; border-radius: {px12}px; }}
OptionCard[marked="true"] {{ border-color: {accent}; }}
LevelCard[grouped="true"] {{
    background: {surface}; border: {line2}px solid {line}; border-radius: {px12}px;
}}
PairCard {{ background: {surface}; border: {line2}px solid {line}; border-radius: {px12}px; }}
PairCard:hover {{ border-color: {accent}; }}
LevelRow {{
    background: transparent; border: {line2}px solid transparent; border-radius: {px10}px;
}}
LevelRow[card="true"] {{
    background: {surface}; border: {line2}px solid {line}; border-radius: {px12}px;
}}
LevelRow[card="true"][marked="true"] {{ border-color: {accent}; }}
LevelRow:focus, LevelRow[card="true"]:focus {{ border: {focused}px solid {focus}; }}
OptionCard:focus {{ border: {focused}px solid {focus}; }}

QPushButton {{
    background: {surface}; color: {ink}; border: {line2}px solid {line};
    border-radius: {px12}px; font-size: {letters32}px; font-weight: 600; padding: 0 {px32}px;
    min-height: {low}px;
}}
QPushButton:hover {{ border-color: {accent}; background: {surface}; }}
QPushButton:pressed, QPushButton:checked {{
    background: {paper}; border-color: {accent}; color: {ink};
}}
QPushButton:focus {{
    border: {focused}px solid {focus}; padding: 0 {px32}px; outline: none;
}}
QPushButton:disabled {{ color: {line}; background: {paper}; border-color: {line}; }}
QPushButton[kiosk="primary"] {{
    background: {accent}; color: {on_accent}; border-color: {accent};
    min-height: {high}px; padding: 0 {px56}px; font-weight: 700;
}}
QPushButton[kiosk="primary"]:disabled {{
    background: {line}; color: {muted}; border-color: {line};
}}
QPushButton[kiosk="primary"]:focus {{ border: {focused}px solid {ink}; padding: 0 {px56}px; }}
QPushButton[kiosk="link"] {{
    background: transparent; border-color: transparent; color: {muted};
    font-size: {letters30}px; font-weight: 400; padding: 0;
}}
QPushButton[kiosk="link"]:focus {{ border: {focused}px solid {focus}; padding: 0; }}
QPushButton[kiosk="quiet"] {{
    background: transparent; color: {muted}; font-size: {letters26}px; font-weight: 500;
}}
QPushButton[kiosk="tool"] {{ font-size: {letters26}px; padding: 0 {px24}px; }}
QPushButton[kiosk="tool"]:focus {{ padding: 0 {px24}px; }}
QPushButton[kiosk="tool"]:checked {{
    background: {accent}; color: {on_accent}; border-color: {accent};
}}
QPushButton[kiosk="second"] {{ min-height: {high}px; }}
QPushButton[kiosk="step"] {{
    min-width: {step}px; max-width: {step}px; min-height: {step}px; max-height: {step}px;
    padding: 0; font-size: {letters34}px; border-radius: {px10}px;
}}
QPushButton[kiosk="step"]:checked {{
    background: {accent}; color: {on_accent}; border-color: {accent};
}}
QPushButton[kiosk="level"] {{
    min-height: 0; padding: 0; border-radius: {px10}px;
}}
QPushButton[kiosk="level"]:checked {{ background: {accent}; border-color: {accent}; }}
QPushButton[kiosk="key"] {{
    min-width: {key}px; min-height: {key}px; padding: 0; border-radius: {px10}px;
    font-size: {letters30}px;
}}
QPushButton[kiosk="name"] {{ text-align: left; min-height: {high}px; padding: 0 {px26}px; }}
QPushButton[kiosk="name"]:focus {{ padding: 0 {px26}px; }}
QPushButton[current="true"] {{ border: {line3}px solid {accent}; min-height: {chosen}px; }}
QLineEdit {{
    background: {surface}; color: {ink}; border: {line2}px solid {muted};
    border-radius: {px12}px; font-size: {letters40}px; padding: 0 {px24}px; min-height: {high}px;
    placeholder-text-color: {muted}; selection-background-color: {accent};
}}
QLineEdit:focus {{ border: {line3}px solid {accent}; padding: 0 {px24}px; }}
"""
_LENGTHS = (10, 12, 24, 26, 30, 32, 34, 40, 44, 52, 56, 88)


def style_sheet(look: Look) -> str:
    """The style sheet of everything in the kiosk and of a ballot paper anywhere."""
    colours = look.palette
    names: dict[str, object] = {f"px{n}": look.px(n) for n in _LENGTHS}
    names |= {f"letters{n}": look.letters(n) for n in _LENGTHS}
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
        chosen=look.target(88) - 2 * max(2, look.px(3)),
        step=look.target(64) - borders,
        key=look.target(72) - borders,
        focus=colours.accent if colours is CONTRAST else colours.ink,
        focused=max(2, look.px(3)) * (2 if colours is CONTRAST else 1),
        **names,
    )
