"""The method of a poll that is being prepared, and what it asks to be set."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.methods import methods
from kdc_desktop.domain.polls.presets import Preset, presets
from kdc_desktop.domain.polls.terms import MOST_LEVEL, PollSetting
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.steady import Spin
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.kit.wrapping_check import WrappingCheck
from kdc_desktop.screens.polls.named_numbers import MOST, NamedNumbers, criteria_of
from kdc_desktop.screens.polls.plan_words import words_told
from kdc_desktop.services.polls.preparing import PollPlan
from kdc_desktop.services.polls.starting import begun_from

_NO_WIDER = DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_LETTERS = 18
"""So much of what is chosen is seen at least."""


class RuleFields(QWidget):
    """Which method, by which rule it is counted, and its limits; `changed` tells of each."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.preset_combo = _combo(self, "preset_combo", _("Starting point"))
        self.preset_combo.addItem(_("Choose a ready one …"))
        self.preset_combo.addItems([str(one.name) for one in presets()])
        self.preset_sentence = plain_label("", "muted", self, wrap=True)
        self.method_caption = plain_label(_("Method"), "", self)
        self.method_combo = _combo(self, "method_combo", _("Method"))
        self.method_combo.addItems([str(one.name) for one in methods()])
        for combo in (self.preset_combo, self.method_combo):  # as wide as their place, not more
            combo.setSizeAdjustPolicy(_NO_WIDER)
            combo.setMinimumContentsLength(_LETTERS)
        self.method_sentence = plain_label("", "muted", self, wrap=True)
        self.words_label = plain_label("", "", self, wrap=True)
        self.rule_combo = _combo(self, "rule_combo", _("Counted by"))
        self.rule_sentence = plain_label("", "muted", self, wrap=True)
        self.marks_spin = _spin(self, "marks_spin", _("Marks each"))
        self.marks_caption = plain_label("", "", self)
        self.stacking_check = WrappingCheck(self)
        self.stacking_check.setText(_("Several dots on one option"))
        self.stacking_check.setObjectName("stacking_check")
        self.most_spin = _spin(self, "most_spin", _("At most on one option"))
        self.most_spin.setSpecialValueText(_("any number"))
        self.most_caption = plain_label(_("At most on one option"), "", self)
        self.lowest_spin = _spin(self, "lowest_spin", _("Lowest"))
        self.highest_spin = _spin(self, "highest_spin", _("Highest"))
        self.total_spin = _spin(self, "total_spin", _("Money in all"))
        self.criteria_caption = plain_label(_("Criteria and their weights"), "", self)
        self.criteria: NamedNumbers | None = None

    def dress(self, theme: Theme) -> None:
        """Lay out, with the sizes of a theme."""
        self.criteria = criteria_of(theme, self)
        self.criteria.changed.connect(self.changed)
        self.total_spin.setRange(1, MOST)
        self.most_spin.setRange(0, 100)
        for spin in (self.lowest_spin, self.highest_spin):
            spin.setRange(-MOST_LEVEL, MOST_LEVEL)
        add = self._column.addWidget
        add(self.preset_combo)
        add(self.preset_sentence)
        add(self.method_caption)
        add(self.method_combo)
        add(self.method_sentence)
        add(self.words_label)
        self._rule_row = _row(self._column, plain_label(_("Counted by"), "", self), self.rule_combo)
        add(self.rule_sentence)
        self._marks_row = _row(self._column, self.marks_caption, self.marks_spin)
        add(self.stacking_check)
        self._most_row = _row(self._column, self.most_caption, self.most_spin)
        self._scale_row = _row(
            self._column,
            plain_label(_("From"), "", self),
            self.lowest_spin,
            plain_label(_("to"), "", self),
            self.highest_spin,
        )
        self._total_row = _row(
            self._column, plain_label(_("Money in all"), "", self), self.total_spin
        )
        add(self.criteria_caption)
        add(self.criteria)
        self.fit(theme)
        self._connect()

    def fit(self, theme: Theme) -> None:
        """Suit another size of text."""
        for spin in (self.marks_spin, self.most_spin):  # wider where “any number” is longer
            spin.setMinimumWidth(theme.px(176))
        for spin in (self.lowest_spin, self.highest_spin):
            spin.setFixedWidth(theme.px(104))
        self.total_spin.setFixedWidth(theme.px(160))

    @property
    def method(self) -> Method:
        """The method that is chosen."""
        return methods()[max(0, self.method_combo.currentIndex())]

    def begin_from(self, preset: Preset, plan: PollPlan) -> None:
        """Fill in this starting point; what it does not say stays as it is planned."""
        self.show_plan(begun_from(preset, plan))
        self.preset_combo.setCurrentIndex(1 + presets().index(preset))
        self._tell_preset()

    def _choose_preset(self, at: int) -> None:
        if at > 0:
            self.begin_from(presets()[at - 1], PollPlan(question="", **self.filled))
        self._tell_preset()

    def _tell_preset(self) -> None:
        at = self.preset_combo.currentIndex()
        self.preset_sentence.setText(str(presets()[at - 1].sentence) if at > 0 else "")
        self.preset_sentence.setVisible(at > 0)

    def show_plan(self, plan: PollPlan) -> None:
        """Fill in what is planned."""
        self.preset_combo.setCurrentIndex(0)
        self._tell_preset()
        self.method_combo.setCurrentIndex(methods().index(plan.kind))
        self._offer_rules()
        rules = [rule.key for rule in plan.kind.rules]
        self.rule_combo.setCurrentIndex(rules.index(plan.kind.rule(plan.rule).key))
        self.marks_spin.setValue(plan.marks_each)
        self.stacking_check.setChecked(plan.stacking)
        self.most_spin.setValue(plan.most_on_one)
        self.lowest_spin.setValue(plan.lowest)
        self.highest_spin.setValue(plan.highest)
        self.total_spin.setValue(max(1, plan.total))
        if self.criteria is not None:
            self.criteria.show_typed(plan.criteria, fresh=1)
        self._show_fields()

    @property
    def filled(self) -> Mapping[str, Any]:
        """What is filled in, by the fields of a plan."""
        method = self.method
        return {
            "method": method.key,
            "rule": method.rules[max(0, self.rule_combo.currentIndex())].key,
            "marks_each": self.marks_spin.value()
            if PollSetting.MARKS_EACH in method.settings
            else 0,
            "stacking": self.stacking_check.isChecked(),
            "most_on_one": self.most_spin.value(),
            "lowest": self.lowest_spin.value(),
            "highest": self.highest_spin.value(),
            "total": self.total_spin.value() if PollSetting.COSTS in method.settings else 0,
            "criteria": self._criteria if PollSetting.CRITERIA in method.settings else (),
        }

    @property
    def _criteria(self) -> tuple[tuple[str, int], ...]:
        return () if self.criteria is None else self.criteria.rows

    def _connect(self) -> None:
        self.preset_combo.activated.connect(self._choose_preset)
        self.method_combo.activated.connect(self._take_usual)
        self.method_combo.currentIndexChanged.connect(self._offer_rules)
        self.method_combo.currentIndexChanged.connect(self._show_fields)
        self.rule_combo.currentIndexChanged.connect(self._show_fields)
        self.stacking_check.toggled.connect(self._show_fields)
        for end in (self.lowest_spin, self.highest_spin):  # two ends may have words of their own
            end.valueChanged.connect(self._show_fields)
        for spin in (
            self.marks_spin,
            self.most_spin,
            self.total_spin,
        ):
            spin.valueChanged.connect(self.changed)

    def _take_usual(self) -> None:
        """Another method was chosen: what was set for the one before means something else there."""
        self.marks_spin.setValue(self.method.usual_marks)

    def _offer_rules(self) -> None:
        self.rule_combo.blockSignals(True)
        self.rule_combo.clear()
        self.rule_combo.addItems([str(rule.name) for rule in self.method.rules])
        self.rule_combo.blockSignals(False)

    def _show_fields(self) -> None:
        method, asks = self.method, self.method.settings
        self.method_sentence.setText(str(method.sentence))
        several = len(method.rules) > 1
        self._rule_row.setVisible(several)
        self.rule_sentence.setVisible(several)
        at = max(0, self.rule_combo.currentIndex())
        self.rule_sentence.setText(str(method.rules[at].sentence))
        self._show_marks(method)
        stacks = PollSetting.MOST_ON_ONE in asks
        self.stacking_check.setVisible(stacks)
        self._most_row.setVisible(stacks and self.stacking_check.isChecked())
        self._scale_row.setVisible(PollSetting.SCALE in asks)
        words = words_told(method, self.lowest_spin.value(), self.highest_spin.value())
        self.words_label.setText(words)
        self.words_label.setVisible(bool(words))
        self._total_row.setVisible(PollSetting.COSTS in asks)
        judged = PollSetting.CRITERIA in asks
        self.criteria_caption.setVisible(judged)
        if self.criteria is not None:
            self.criteria.setVisible(judged)
        self.changed.emit()

    def _show_marks(self, method: Method) -> None:
        self._marks_row.setVisible(PollSetting.MARKS_EACH in method.settings)
        self.marks_caption.setText(str(method.marks_caption))
        fewest = 1 if method.needs_marks_each else 0
        self.marks_spin.setRange(fewest, method.most_marks)
        self.marks_spin.setSpecialValueText("" if fewest else _("any number"))


def _combo(parent: QWidget, name: str, called: str) -> DropDown:
    combo = DropDown(parent)
    combo.setObjectName(name)
    combo.setAccessibleName(called)
    return combo


def _spin(parent: QWidget, name: str, called: str) -> Spin:
    spin = Spin(parent)
    spin.setObjectName(name)
    spin.setAccessibleName(called)
    return spin


def _row(column: QVBoxLayout, *widgets: QWidget) -> QWidget:
    """These beside each other, or below where there is no room, in a line that can be hidden."""
    line = QWidget(column.parentWidget())
    row = FlowLayout(line, one_line=True)
    for widget in widgets:
        row.addWidget(widget)
    column.addWidget(line)
    return line
