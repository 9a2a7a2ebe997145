"""Preparing a poll: what it asks, on what, by which rule; a draft until it is opened."""

from dataclasses import dataclass

from sqlalchemy import select

from kdc_desktop.domain.kit.lengths import LINE, not_longer
from kdc_desktop.domain.kit.text import on_one_line, shortened
from kdc_desktop.domain.polls.hiding import SMALLEST_GROUP, SMALLEST_GROUP_RANGE
from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.states import Order, PollState, PollSubject, Secrecy, VotesBy
from kdc_desktop.domain.polls.terms import CriterionTerms, PollChoice, PollSetting, Terms
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.model.polls import Criterion, Option, Poll
from kdc_desktop.services.board.apart import told_apart
from kdc_desktop.services.polls.plan_limits import too_much
from kdc_desktop.services.polls.questions import options_in, poll_in, short_question, terms_in
from kdc_desktop.storage import Database, Snapshot

TITLE_LENGTH = 280
MOST_CRITERIA = 12


@dataclass(frozen=True, kw_only=True)
class PollPlan:
    """What a poll is to be: `option_ids` are ids of ideas or clusters, in the order of the paper.

    Where options are `written` for this poll alone, they are in the place of the ids. `marks_each`
    and `most_on_one` 0 are no limit; `costs` go by the place of an option, from 0; `criteria` are
    names with weights. `smallest_group` (3 to 10) is the fewest papers that may be shown. What the
    method does not ask for is left out.
    """

    question: str
    method: str = "dots"
    rule: str = ""
    ordered_by: Order = Order.TOTAL
    marks_each: int = 5
    stacking: bool = True
    most_on_one: int = 0
    lowest: int = 0
    highest: int = 5
    total: int = 0
    criteria: tuple[tuple[str, int], ...] = ()
    secrecy: Secrecy = Secrecy.SECRET
    votes_by: VotesBy = VotesBy.PERSON
    subject: PollSubject = PollSubject.CLUSTERS
    option_ids: tuple[int, ...] = ()
    written: tuple[str, ...] = ()
    costs: tuple[int, ...] = ()
    smallest_group: int = SMALLEST_GROUP

    @property
    def kind(self) -> Method:
        """Its method."""
        return method_of(self.method)

    @property
    def terms(self) -> Terms:
        """What is asked and by which limits; options by their place, from 0."""
        named = _named(self)
        costs = self.costs if len(self.costs) == len(named) else (0,) * len(named)
        return Terms(
            tuple(
                PollChoice(at, str(one), cost)
                for at, (one, cost) in enumerate(zip(named, costs, strict=True))
            ),
            self.marks_each,
            self.most_on_one if self.stacking else 1,
            self.lowest,
            self.highest,
            self.total,
            tuple(CriterionTerms(n, *said) for n, said in enumerate(self.criteria, start=1)),
        )


def plan_of(database: Database, poll_id: int) -> PollPlan:
    """A draft as it was planned, to be changed."""
    with database.read() as snapshot:
        row = poll_in(snapshot, poll_id)
        terms, options = terms_in(snapshot, row), options_in(snapshot, poll_id)
    written = row.subject is PollSubject.WRITTEN
    return PollPlan(
        question=row.question,
        method=row.method,
        rule=row.rule,
        ordered_by=row.ordered_by,
        marks_each=terms.marks_each,
        stacking=terms.most_on_one != 1,
        most_on_one=terms.most_on_one if terms.most_on_one != 1 else 0,
        lowest=terms.lowest,
        highest=terms.highest,
        total=terms.total,
        criteria=tuple((one.name, one.weight) for one in terms.criteria),
        secrecy=row.secrecy,
        votes_by=row.votes_by,
        subject=row.subject,
        option_ids=() if written else tuple(o.idea_id or o.cluster_id or 0 for o in options),
        written=tuple(one.title for one in options) if written else (),
        costs=tuple(one.cost for one in options),
        smallest_group=row.smallest_group,
    )


def create_poll(
    database: Database, session_id: int, plan: PollPlan, stage_id: int | None = None
) -> int:
    """Prepare a poll as a draft; its id. UserError when the plan cannot be voted on."""
    asked = shortened(_checked(plan))
    with database.edit(lazy("Prepared the poll “{question}”", question=asked)) as edit:
        poll = Poll(session_id=session_id, stage_id=stage_id, created_at=database.now())
        _fill(poll, plan)
        edit.add(poll)
        edit.flush()
        edit.add_all(_options(edit, session_id, poll.id, plan))
        edit.add_all(_criteria(poll.id, plan))
        return poll.id


def change_poll(database: Database, poll_id: int, plan: PollPlan) -> None:
    """Change a draft; from opening on a poll stays as it is."""
    asked = shortened(_checked(plan))
    label = lazy("Changed the poll “{question}”", question=asked)
    with database.edit(label, undoable=False) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state != PollState.DRAFT:
            raise UserError(_("This poll has been opened and stays as it is. Prepare another one."))
        _fill(poll, plan)
        in_order = select(Option).where(Option.poll_id == poll_id).order_by(Option.place_in_order)
        before, now = list(edit.scalars(in_order)), _options(edit, poll.session_id, poll_id, plan)
        if [_content(option) for option in before] != [_content(option) for option in now]:
            for option in before:
                edit.delete(option)
            edit.flush()
            edit.add_all(now)
        for judged in edit.scalars(select(Criterion).where(Criterion.poll_id == poll_id)):
            edit.delete(judged)
        edit.flush()
        edit.add_all(_criteria(poll_id, plan))


def discard_poll(database: Database, poll_id: int) -> None:
    """Put a poll into the trash; undo brings it back.

    Raises:
        UserError: it is open, and its papers are here.
    """
    asked = short_question(database, poll_id)
    with database.edit(lazy("Put the poll “{question}” into the trash", question=asked)) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state == PollState.OPEN and poll_in(edit, poll_id).elsewhere is None:
            raise UserError(_("This poll is open. Close it first."))
        poll.trashed_at = database.now()


def _checked(plan: PollPlan) -> str:
    question = on_one_line(plan.question)
    if not question:
        raise UserError(_("Write the question that the room is asked."))
    not_longer(
        question, LINE, fillable("Shorten the question to {longest} characters; it has {length}.")
    )
    _check_limits(plan)
    least = plan.kind.least_options
    if len(_named(plan)) < least:
        raise UserError(
            _("Choose at least two options.") if least > 1 else _("Choose at least one option.")
        )
    lowest, highest = SMALLEST_GROUP_RANGE
    if not lowest <= plan.smallest_group <= highest:
        raise UserError(
            _(
                "The smallest group that is shown is between {lowest} and {highest}.",
                lowest=lowest,
                highest=highest,
            )
        )
    return question


def _check_limits(plan: PollPlan) -> None:
    """Raises UserError where what the method asks for is not there."""
    asks, number = plan.kind.settings, len(_named(plan))
    most = plan.kind.most_marks
    fewest = 1 if plan.kind.needs_marks_each else 0
    if PollSetting.MARKS_EACH in asks and not fewest <= plan.marks_each <= most:
        raise UserError(_("Say how many everybody has to give, between 1 and {most}.", most=most))
    if PollSetting.COSTS in asks and len(plan.costs) != number:
        raise UserError(_("Say of every option what it costs."))
    if PollSetting.CRITERIA in asks:
        names = [on_one_line(name) for name, _weight in plan.criteria]
        if not all(names) or len(set(names)) < len(names):
            raise UserError(_("Give each criterion a name of its own."))
        if len(names) > MOST_CRITERIA:
            raise UserError(_("Judge by at most {most} criteria.", most=MOST_CRITERIA))
    if problem := plan.kind.unfit(plan.terms) or too_much(asks, plan.terms):
        raise UserError(problem)


def _named(plan: PollPlan) -> list[int | str]:
    """What the options are, each once."""
    if plan.subject is PollSubject.WRITTEN:
        return list(dict.fromkeys(filter(None, map(on_one_line, plan.written))))
    return list(dict.fromkeys(plan.option_ids))


def _fill(poll: Poll, plan: PollPlan) -> None:
    asks, kind = plan.kind.settings, plan.kind
    poll.question = on_one_line(plan.question)
    poll.method, poll.rule, poll.ordered_by = plan.method, kind.rule(plan.rule).key, plan.ordered_by
    poll.marks_each = plan.marks_each if PollSetting.MARKS_EACH in asks else 0
    poll.stacking = plan.stacking and PollSetting.MOST_ON_ONE in asks
    poll.most_on_one = max(0, plan.most_on_one) if PollSetting.MOST_ON_ONE in asks else 0
    scale = (plan.lowest, plan.highest) if PollSetting.SCALE in asks else (0, 5)
    poll.lowest, poll.highest = scale
    poll.total = plan.total if PollSetting.COSTS in asks else 0
    poll.secrecy, poll.votes_by = plan.secrecy, plan.votes_by
    poll.subject = plan.subject
    poll.smallest_group = plan.smallest_group


def _criteria(poll_id: int, plan: PollPlan) -> list[Criterion]:
    if PollSetting.CRITERIA not in plan.kind.settings:
        return []
    return [
        Criterion(poll_id=poll_id, number=number, name=on_one_line(name), weight=weight)
        for number, (name, weight) in enumerate(plan.criteria, start=1)
    ]


def _options(snapshot: Snapshot, session_id: int, poll_id: int, plan: PollPlan) -> list[Option]:
    chosen = _named(plan)
    costs = plan.costs if PollSetting.COSTS in plan.kind.settings else ()
    if plan.subject is PollSubject.WRITTEN:
        made = [Option(title=str(title)) for title in chosen]
    else:
        titles = titles_to_choose(snapshot, session_id, plan.subject)
        ids = [key for key in chosen if isinstance(key, int)]
        if not set(ids) <= set(titles):
            raise UserError(_("One of the chosen options is gone from the board. Choose again."))
        column = "idea_id" if plan.subject is PollSubject.IDEAS else "cluster_id"
        made = [Option(title=titles[key], **{column: key}) for key in ids]
    for place, option in enumerate(made, start=1):
        option.poll_id, option.place_in_order = poll_id, place
        option.cost = costs[place - 1] if place <= len(costs) else 0
    return made


def _content(option: Option) -> tuple[object, ...]:
    return (
        option.place_in_order,
        option.title,
        option.idea_id,
        option.cluster_id,
        option.cost,
    )


def titles_to_choose(snapshot: Snapshot, session_id: int, subject: PollSubject) -> dict[int, str]:
    """What the ideas on the boards of a session, or the clusters, are called on a ballot paper."""
    if subject == PollSubject.CLUSTERS:
        wanted = select(Cluster.id, Cluster.name, Cluster.board_id).where(
            Cluster.session_id == session_id
        )
    else:
        wanted = select(Idea.id, Idea.text, Idea.board_id).where(
            Idea.session_id == session_id, Idea.trashed_at.is_(None), Idea.parent_id.is_(None)
        )
    rows = [(key, title, board_id) for key, title, board_id in snapshot.execute(wanted)]
    return told_apart(snapshot, session_id, rows, TITLE_LENGTH)
