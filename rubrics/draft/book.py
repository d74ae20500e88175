"""Numbers and letters: the items that were read become the tree of a rubric file, with everything to be looked at.

The tree is plain values in the order of the language; whether it is a good rubric is for the checks to say.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from rubrics.checks.placeholders import DRAFT_ID, MARK, NO_DAY
from rubrics.checks.unread import UNREAD
from rubrics.draft.document import Passage, Spot
from rubrics.draft.doubts import DOUBTS
from rubrics.draft.findings import Finding, finding
from rubrics.draft.heads import Head
from rubrics.draft.items import Built
from rubrics.draft.options import UNSETTLED
from rubrics.draft.outline import DraftSection
from rubrics.draft.parts import DraftRule, Missed
from rubrics.draft.shortened import short
from rubrics.draft.targets import when
from rubrics.numbering import LETTERS
from rubrics.points import ZERO, show

Tree = dict[str, Any]
_TITLE: Final = 20
_PICKED: Final = {"tier", "level"}
_USUAL: Final = {"discretionary": "bonus"}
"""The side of a kind that has several, where the file does not say it."""


@dataclass(slots=True)
class Book:
    """What has been written so far: notes of the rubric, findings, counts."""

    head: Head
    readings: list[Tree] = field(default_factory=list)
    discrepancies: list[Tree] = field(default_factory=list)
    clauses: list[Tree] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    # --- notes

    def unread(self, no: str, missed: Missed) -> None:
        """A phrase that scores and is no rule: quoted in the file and named with its place."""
        where = " ".join(part for part in (no, place(missed.spot)) if part)
        number = sum(one["id"].startswith(UNREAD) for one in self.clauses) + 1
        self.clauses.append({"id": f"{UNREAD}{number}", "where": where or None, "quote": short(missed.quote)})
        self.findings.append(
            finding("draft_unread", missed.spot, item=no, quote=short(missed.quote), why=missed.why)
        )

    def doubt(self, no: str, letter: str, name: str, quote: str, spot: Spot) -> None:
        """A reading to be confirmed."""
        said = DOUBTS[name]
        slug = name.replace("_", "-")
        same = next((one for one in self.readings if one["id"] == slug), None)
        if same is None:
            same = {"id": slug, "at": [], "says": short(quote), "read": said.read, "reason": said.reason}
            self.readings.append(same)
        elif quote not in same["says"]:
            same["says"] = short(f"{same['says']}；{short(quote)}")
        if no and no not in same["at"]:
            same["at"].append(no)
        self.findings.append(
            finding("draft_read_as", spot, item=no, letter=letter, quote=short(quote), how=name)
        )

    def differs(self, at: Sequence[str], name: str, says: str, read: str) -> None:
        """A sum of the source that does not come out."""
        number = len(self.discrepancies) + 1
        self.discrepancies.append(
            {"id": f"{name}-{number}", "about": "sum", "at": list(at), "says": says, "read": read,
             "reason": UNSETTLED}
        )  # fmt: skip

    # --- items

    def item(self, no: str, built: Built) -> Tree:
        """An item of the total with its rules."""
        found = built.criteria
        content = joined(built.source.content)
        standard = joined(built.source.standard)
        tree: Tree = {"no": no, "title": built.title, "points": built.points}
        tree |= {"content": content} if content else {}
        tree |= {"standard": standard} if standard else {}
        tree |= evidence(joined(built.source.evidence))
        letters = {id(rule): LETTERS[at] for at, rule in enumerate(built.rules)}
        groups = _exclusive(found.alternatives, "alternative", letters) + _exclusive(
            found.rungs, "rungs", letters
        )
        tree |= {"exclusive": groups} if groups else {}
        if not built.rules:
            tree |= self._judged(no, built, content, standard)
        elif len(built.pieces) > 1:
            tree["parts"] = [
                {"points": piece.points, **({"content": piece.content} if piece.content else {}),
                 "rules": [self._rule(no, letters, rule) for rule in piece.rules]}
                for piece in built.pieces
            ]  # fmt: skip
        else:
            tree["rules"] = [self._rule(no, letters, rule) for rule in built.rules]
            only = built.rules[0]
            if len(built.rules) == 1 and only.kind == "award" and only.points == built.points:
                tree["judged"] = True
                self.doubt(no, "a", "all_or_nothing", only.quote, only.spot)
        for doubted in found.doubted:
            self.doubt(no, "", doubted.name, doubted.quote, doubted.spot)
        for missed in found.missed:
            self.unread(no, missed)
        for note in found.notes:
            self.findings.append(finding("draft_note", note.spot, item=no, quote=short(note.quote)))
        self._sums(no, built)
        return tree

    def _judged(self, no: str, built: Built, content: str, standard: str) -> Tree:
        """An item without a rule that could be read: a placeholder that is worth the item and is scored by hand."""
        quote = next((text for text in (standard, content) if text), "")
        if not quote:
            quote = built.title
        rule = {
            "letter": "a",
            "kind": "award",
            "points": built.points,
            "text": f"{MARK}{short(quote)}",
            "quote": quote,
        }
        self.doubt(no, "a", "judged", quote, built.source.spot)
        extra: Tree = {} if content or standard else {"content": quote}
        return {**extra, "judged": True, "rules": [rule]}

    def _rule(self, no: str, letters: Mapping[int, str], rule: DraftRule) -> Tree:
        letter = letters[id(rule)]
        tree: Tree = {"letter": letter, "kind": rule.kind}
        open_ended = {"full", "share", "low"} & rule.more.keys()
        tree |= {"points": rule.points} if rule.points or (rule.kind in _PICKED and not open_ended) else {}
        tree |= rule.more
        tree |= {"of": of} if (of := [letters[id(one)] for one in rule.of if id(one) in letters]) else {}
        tree |= {"effect": rule.effect} if rule.effect not in {None, _USUAL.get(rule.kind, "deduct")} else {}
        tree |= {"unit": rule.unit} if rule.unit else {}
        tree |= {"max": rule.most} if rule.most is not None else {}
        tree |= {"cap": rule.cap} if rule.cap is not None else {}
        period = when(rule.text, self.head.periods)
        if period:
            tree["when"] = period
            rule.doubts.append("when")
        tree |= {"text": rule.text, "quote": rule.quote}
        for name in dict.fromkeys(rule.doubts):
            self.doubt(no, letter, name, rule.quote, rule.spot)
        return tree

    def _sums(self, no: str, built: Built) -> None:
        """The item's points beside what its texts add up to."""
        rules = built.rules
        sides = {rule.side for rule in rules}
        params = {"item": no, "title": built.title, "points": show(built.points)}
        spot = built.source.spot
        if (built.stated is None and not rules) or (not built.points and rules):
            self.findings.append(finding("draft_points_missing", spot, item=no, title=built.title))
        fixed = all(rule.kind in {"award", "listed"} for rule in rules if rule.side == "award")
        if "award" in sides and fixed and built.criteria.earned != built.points and len(built.pieces) == 1:
            amounts = "+".join(show(rule.points) for rule in rules if rule.side == "award")
            earned = show(built.criteria.earned)
            self.findings.append(finding("draft_sum_of_rules", spot, **params, sum=earned))
            says = f"分值{show(built.points)}分，各条合计{amounts}={earned}分"
            self.differs([no], "sum-of-rules", says, f"按分值{show(built.points)}分计")
        written = sum(built.written, ZERO)
        if built.written and built.stated is not None and written != built.points:
            self.findings.append(finding("draft_sum_of_parts", spot, **params, sum=show(written)))
            says = f"分值{show(built.points)}分，考核内容里写的合计{show(written)}分"
            self.differs([no], "sum-of-parts", says, f"按分值{show(built.points)}分计")
        if rules and all(rule.kind == "once" for rule in rules):
            total = sum((rule.points for rule in rules), ZERO)
            if total < built.points and not built.criteria.missed:
                self.findings.append(finding("draft_sum_below", spot, **params, sum=show(total)))

    def single(self, no: str, rule: DraftRule) -> Tree:
        """A clause beside the total is an item of its own, as it is counted by itself."""
        named = rule.text.rpartition("：")[2] or rule.text
        title = re.split(r"[，,；;。（(]", named)[0][:_TITLE] or named[:_TITLE]
        return {
            "no": no,
            "title": title,
            "content": rule.quote,
            "rules": [self._rule(no, {id(rule): "a"}, rule)],
        }

    # --- sections

    def section(self, no: int, section: DraftSection, items: Sequence[Tree]) -> Tree:
        """A section with its heading's points, which its items may contradict."""
        total = sum((item["points"] for item in items), ZERO)
        points = section.points if section.points is not None else total
        if points != total:
            self.findings.append(
                finding("draft_sum_of_items", section.spot, section=no, title=section.title,
                        points=show(points), sum=show(total))
            )  # fmt: skip
            says = f"第{no}节标题写{show(points)}分，各项合计{show(total)}分"
            self.differs([item["no"] for item in items], "sum-of-items", says, f"按标题{show(points)}分计")
        return {"no": no, "title": section.title, "points": points, "items": list(items)}

    def header(self, chosen: str, fallback: str) -> Tree:
        """The fields of the scheme as a whole, with a mark where the document says nothing."""
        head = self.head
        title = head.title or fallback
        found: Tree = {
            "id": chosen,
            "version": 1,
            "title": title or f"{MARK}标题",
            "short": _short_title(title) or f"{MARK}简称",
            "document": head.document or f"{MARK}文号",
            "issuer": head.issuer or f"{MARK}发文单位",
            "issued": (head.issued or NO_DAY).isoformat(),
            "language": "zh-CN",
            "leader": head.leader or f"{MARK}负责人的称呼",
            "periods": list(head.periods) or ["year"],
        }
        for name in ("id", "title", "short", "document", "issuer", "issued", "leader", "periods"):
            value = found[name]
            if isinstance(value, str) and value.startswith((MARK, DRAFT_ID, NO_DAY.isoformat())):
                self.findings.append(finding("draft_field_missing", field=name))
            else:
                shown = ", ".join(value) if isinstance(value, list) else str(value)
                self.findings.append(finding("draft_field_found", field=name, value=shown))
        return found


def _exclusive(groups: Iterable[Iterable[DraftRule]], kind: str, letters: Mapping[int, str]) -> list[Tree]:
    """Groups of letters of which only one counts."""
    named = [[letters[id(rule)] for rule in group if id(rule) in letters] for group in groups]
    return [{"letters": one, "kind": kind} for one in named if len(one) > 1]


def _short_title(title: str) -> str:
    return re.sub(
        r"(?:实施|管理)?(?:考核|评分|考评|检查)?(?:标准|细则|办法|评分表|考核表|方案)(?:及评分表)?(?:\(.*\)|（.*）)?$",
        "",
        title,
    )[:_TITLE]


def joined(passages: Iterable[Passage]) -> str:
    """The texts of several cells, each once, one below the other."""
    return "\n".join(dict.fromkeys(text for one in passages if (text := one.text.strip())))


def evidence(text: str) -> Tree:
    """What is asked for, cut at semicolons and lines, with the whole as it stands."""
    pieces = [piece.strip(" 　。；;、,，") for piece in re.split(r"[；;\n]", text)]
    pieces = [piece for piece in pieces if piece]
    return {"evidence": pieces, "evidence_quote": text} if pieces else {}


def place(spot: Spot) -> str:
    """The place in the words of the draft."""
    if spot.sheet:
        return f"{spot.sheet}!{column(spot.column)}{spot.row}"
    if spot.table:
        return f"表{spot.table}第{spot.row}行第{spot.column}列"
    return f"第{spot.line}行" if spot.line else ""


def column(number: int) -> str:
    """The letters of a column of a workbook."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
