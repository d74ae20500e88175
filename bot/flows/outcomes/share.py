"""What was approved for a studio, for its leaders and its unit: leaders share lump sums out and name heads."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from bot.changes import Share, ShareLump
from bot.changes.outcomes.shares import left, shared, sharing, to_share
from bot.flows.html import escape
from bot.flows.inputs import AnyInput, Said
from bot.flows.outcomes import told
from bot.flows.outcomes.pressed import below
from bot.flows.outcomes.reading import PAST, Shared, read_shared
from bot.flows.outcomes.saying import Saying, signed
from bot.flows.outcomes.states import SHARE, SHARE_SCREEN, ShareState
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words
from rubrics.consequences import Due
from rubrics.entry_shares import read_shares
from rubrics.points import show

TEXT_LIMIT = 2000
SAMPLES = 2


class ShareScreen(Screen[ShareState, Shared]):
    """A list of what was approved, one of it, or one of its sums."""

    name: ClassVar[str] = SHARE_SCREEN
    code: ClassVar[str] = SHARE
    state = ShareState

    def load(self, desk: Desk, ask: Ask, state: ShareState, given: AnyInput | Tap | None) -> Shared:
        """Read for leaders and units of the studios."""
        del given
        return read_shared(desk, ask, state)

    def show(self, view: Shared, ask: Ask) -> Face:
        """Return the list, the outcome, or the question for names."""
        if not view.state.judgement:
            return _listed(view, ask.words)
        return _asked(view, ask.words) if view.state.due >= 0 else _one(view, ask.words)

    def take(self, view: Shared, given: AnyInput | Tap, ask: Ask) -> Step:
        """Go about, or keep the shares that were written."""
        if isinstance(given, Tap):
            return below(Step(go=Go(self.name, view.state)), given)
        state, due = view.state, _due(view)
        if view.found is not None and view.found.outdated and state.due >= 0:
            raise Refusal("outcome_outdated", studio=view.found.studio.name)
        if not isinstance(given, Said) or due is None or view.found is None:
            raise Refusal("outcome_press")
        if len(given.text) > TEXT_LIMIT:
            raise Refusal("text_long", count=len(given.text), limit=TEXT_LIMIT)
        heads = sharing(view.found.rubric, due) == "heads"
        read = read_shares(given.text, due.amount or Decimal(0), heads=heads)
        shares = tuple(Share(name=name, amount=show(amount)) for name, amount in read)
        change = ShareLump(judgement=state.judgement, due=state.due, shares=shares)
        found, at = view.found, state.due
        return Step(
            (change,),
            go=Go(self.name, ShareState(judgement=state.judgement)),
            tell=lambda desk, ask: told.shared(desk, ask, found, at),
            fresh=True,
        )

    def aim(self, tap: Tap, state: ShareState | None) -> ShareState:
        """Return what the button names."""
        del state
        if tap.verb == "l":
            leaf = tap.arg(0)
            return ShareState(leaf=int(leaf) if leaf.isascii() and leaf.isdecimal() else 0)
        if tap.verb == "o" and tap.arg(0):
            return ShareState(judgement=tap.arg(0))
        due = tap.arg(1)
        if tap.verb == "s" and tap.arg(0) and due.isascii() and due.isdecimal():
            return ShareState(judgement=tap.arg(0), due=int(due))
        raise Stale

    def title(self, view: Shared, ask: Ask) -> str:
        """Return the name of this list."""
        del view
        return ask.words("command.outcomes")

    def closing(self, view: Shared, ask: Ask) -> Face | None:
        """Return one line with the way back."""
        found = view.found
        if found is None:
            return None
        button = Button(ask.words("button.open"), pack(SHARE, "o", view.state.judgement))
        return Face(f"{escape(found.studio.name)} · {found.period}", ((button,),))


def _listed(view: Shared, words: Words) -> Face:
    if not view.listed:
        return Face(words("outcomes.share_empty"))
    lines, keys = [words("outcomes.share_which")], []
    for number, one in enumerate(view.listed, view.leaf * PAST + 1):
        saying = Saying(one.rubric, words)
        key = "outcomes.share_row_left" if to_share(one) else "outcomes.share_row"
        facts = {"rubric": saying.title(), "period": str(one.period), "studio": escape(one.studio.name)}
        lines.append(words(key, number=number, **facts, verdict=saying.verdict(one)))
        keys.append(Button(str(number), pack(SHARE, "o", one.judgement.id if one.judgement else "")))
    turns = [("before_leaf", view.leaf - 1)] if view.leaf else []
    turns += [("after_leaf", view.leaf + 1)] if view.leaf + 1 < view.leaves else []
    row = tuple(Button(words(f"outcomes.button.{name}"), pack(SHARE, "l", to)) for name, to in turns)
    return Face("\n".join(lines), (tuple(keys), row) if row else (tuple(keys),))


def _one(view: Shared, words: Words) -> Face:
    found = view.found
    if found is None or found.outcome is None:
        raise Stale
    saying = Saying(found.rubric, words)
    place = {"studio": escape(found.studio.name), "period": f"{saying.title()} {found.period}"}
    back = Button(words("outcomes.button.share_list"), pack(SHARE, "l"))
    if found.outdated:
        # What was approved does not follow any more: nothing of it is shown as if it held.
        changed = words("outcomes.share_head", **place, verdict=words("outcomes.changed"))
        return Face(changed, ((back,),))
    verdict = words("outcomes.verdict_approved", verdict=saying.verdict(found))
    lines = [words("outcomes.share_head", **place, verdict=verdict)]
    keys: list[tuple[Button, ...]] = []
    for at, due in enumerate(found.outcome.consequences):
        lines.append(words("outcomes.share_line", number=at + 1, due=saying.due(due)))
        if given := shared(found.splits, at):
            lines.append(words("outcomes.share_done", shares=saying.named(given)))
        if sharing(found.rubric, due) not in {"lump", "heads"}:
            continue
        if rest := left(found, at):
            lines.append(words("outcomes.share_left", left=signed(rest)))
        if view.shares:
            label = words("outcomes.button.share", number=at + 1)
            keys.append((Button(label, pack(SHARE, "s", view.state.judgement, at)),))
    if found.judgement and found.judgement.carried:
        lines.append(words("outcomes.carried_on", day=found.judgement.carried))
    keys.append((back,))
    return Face("\n".join(lines), tuple(keys))


def _asked(view: Shared, words: Words) -> Face:
    found, due = view.found, _due(view)
    if found is None or due is None or not view.shares:
        raise Refusal("not_yours")
    saying, whole = Saying(found.rubric, words), due.amount or Decimal(0)
    facts = {"due": saying.due(due), "sum": signed(whole)}
    if sharing(found.rubric, due) == "heads":
        lines = [words("outcomes.share_ask_heads", **facts)]
    else:
        names = view.team[:SAMPLES] or (words("outcomes.share_sample"),)
        each = show(whole if len(names) == 1 else whole / 2)
        lines = [
            words(
                "outcomes.share_ask", **facts, probable="\n".join(f"{escape(name)} {each}" for name in names)
            )
        ]
    if view.team:
        lines.append(words("outcomes.share_team", names=tuple(map(escape, view.team))))
    back = Button(words("button.back"), pack(SHARE, "o", view.state.judgement))
    return Face("\n".join(lines), ((back,),))


def _due(view: Shared) -> Due | None:
    """Return the sum that is being shared out."""
    found, at = view.found, view.state.due
    if found is None or found.outcome is None or not 0 <= at < len(found.outcome.consequences):
        return None
    due = found.outcome.consequences[at]
    return due if sharing(found.rubric, due) in {"lump", "heads"} else None
