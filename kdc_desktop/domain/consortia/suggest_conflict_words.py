"""A conflict of rules in sentences, and what is done about it."""

from collections.abc import Mapping, Sequence

from kdc_desktop.domain.consortia.fitting import Candidate, Problem
from kdc_desktop.domain.consortia.suggest_conflict import Conflict, Loosening
from kdc_desktop.domain.consortia.suggest_rules import GroupRule, RuleKind
from kdc_desktop.i18n import _, ngettext


def conflict_sentences(problem: Problem, conflict: Conflict) -> tuple[str, ...]:
    """What cannot all be: a lead, and a sentence for each rule."""
    folk = {one.person_id: one for one in problem.candidates}
    rules = [_rule(rule, folk, problem) for rule in conflict.rules]
    if len(rules) == 1:
        lead = _("This cannot be while everybody has a place and every group runs:")
    else:
        lead = _("Not all of this can be while everybody has a place and every group runs:")
    return (lead, *rules)


def loosening_text(problem: Problem, one: Loosening) -> str:
    """What is done to loosen a rule, as the caption of a button."""
    folk = {each.person_id: each for each in problem.candidates}
    rule, amount = one.rule, one.amount or 0
    match rule.kind:
        case RuleKind.LARGEST:
            return _("Let {group} take {count}", group=rule.name, count=amount)
        case RuleKind.SMALLEST if amount:
            return _("Let {group} run with {count}", group=rule.name, count=amount)
        case RuleKind.SMALLEST:
            return _("Let {group} not run", group=rule.name)
        case RuleKind.PER_ORGANISATION:
            return _("Allow {count} of one organisation", count=amount)
        case RuleKind.CAPACITY:
            return ngettext(
                "Let {organisation} be in {count} group",
                "Let {organisation} be in {count} groups",
                amount,
                organisation=rule.name,
            )
        case RuleKind.APART:
            names = _names(rule.people, folk)
            return _("Let {one} and {other} be together", one=names[0], other=names[1])
        case RuleKind.PIN:
            return _("Unpin {name}", name=_names(rule.people, folk)[0])
        case RuleKind.WISHED:
            return _("Let people fill free seats")


def _rule(rule: GroupRule, folk: Mapping[int, Candidate], problem: Problem) -> str:
    match rule.kind:
        case RuleKind.LARGEST:
            return ngettext(
                "{group} takes {count} person at most.",
                "{group} takes {count} people at most.",
                rule.amount,
                group=rule.name,
            )
        case RuleKind.SMALLEST:
            return ngettext(
                "{group} needs {count} person who would join.",
                "{group} needs {count} people who would join.",
                rule.amount,
                group=rule.name,
            )
        case RuleKind.PER_ORGANISATION:
            return ngettext(
                "At most {count} person of one organisation is in a group.",
                "At most {count} people of one organisation are in a group.",
                rule.amount,
            )
        case RuleKind.CAPACITY:
            return ngettext(
                "{organisation} is in {count} group at most.",
                "{organisation} is in {count} groups at most.",
                rule.amount,
                organisation=rule.name,
            )
    return _rule_of_people(rule, folk, problem)


def _rule_of_people(rule: GroupRule, folk: Mapping[int, Candidate], problem: Problem) -> str:
    names = _names(rule.people, folk)
    if rule.kind is RuleKind.APART:
        return _("{one} and {other} are kept apart.", one=names[0], other=names[1])
    if rule.kind is RuleKind.PIN:
        titles = {group.winner_id: group.title for group in problem.groups}
        return _(
            "{name} stays in {group}.",
            name=names[0],
            group=titles.get(rule.winner_id or 0, ""),
        )
    return _("Nobody sits where they did not wish.")


def _names(people: Sequence[int], folk: Mapping[int, Candidate]) -> list[str]:
    return [folk[key].name for key in people]
