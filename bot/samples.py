"""Sample studios and people for trying the bot out: a list of changes, made like any others.

Telegram ids and secrets are fixed, so that a second start finds the people of the first. Nothing here is used by a bot
that runs against Telegram.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from bot.changes import AddStudio, Change, Invite, Join, LogActivity, Moment, SubmitMonth, make
from bot.clock import Clock, to_ms
from bot.entities import ActivityFacts, Invitation, Role, Scope, Studio
from bot.ports import Desk

_FOR_EVER: Final = 4_102_444_800_000
"""Invitations of samples end in the year 2100 (ms)."""
_FIRST_ACCOUNT: Final = 5_000_000_001

_Done = tuple[int, str, str, str, int, str | None]


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """Somebody on the chat page: `role` None is a stranger, `waits` one whose invitation is still unused."""

    account: int
    first_name: str
    language: str
    """Telegram's code."""
    about: str
    name: str = ""
    role: Role | None = None
    studio: str | None = None
    unit: str | None = None
    """Whose studios are theirs; None means all."""
    waits: bool = False

    @property
    def secret(self) -> str:
        """The secret of this person's invitation."""
        return f"sample-{self.account}"

    @property
    def digest(self) -> str:
        """What is stored of the secret."""
        return hashlib.sha256(self.secret.encode("ascii")).hexdigest()


STUDIOS: Final = (
    Studio(
        id="aaaasampleaa2",
        name="李建国劳模创新工作室",
        unit="科尔沁电力检修公司",
        leader="李建国",
        types={"tongliao-2020": "skills"},
        level="市级",
    ),
    Studio(
        id="aaaasampleaa3",
        name="西北一矿机电创新工作室",
        unit="西北能化一矿",
        leader="王海涛",
        level="公司级",
    ),
    Studio(
        id="aaaasampleaa4",
        name="政务大厅窗口服务创新工作室",
        unit="通辽市政务服务中心",
        leader="乌云其其格",
        types={"tongliao-2020": "service"},
        level="旗县级",
    ),
)

PEOPLE: Final = (
    SamplePerson(_FIRST_ACCOUNT, "陈晓明", "zh-hans", "考核人员，已加入", "陈晓明", "assessor"),
    SamplePerson(
        _FIRST_ACCOUNT + 1, "王海涛", "zh-hans", "工作室领衔人，已加入", "王海涛", "leader", STUDIOS[1].name
    ),
    SamplePerson(_FIRST_ACCOUNT + 2, "张主任", "zh-hans", "考核管理员，已加入", "张立新", "coordinator"),
    SamplePerson(
        _FIRST_ACCOUNT + 3, "Anna", "en", "Assessor, invited, not in yet", "Anna Berg", "assessor", waits=True
    ),
    SamplePerson(_FIRST_ACCOUNT + 4, "路人", "zh-hans", "没有被邀请的人"),
    SamplePerson(_FIRST_ACCOUNT + 5, "刘志远", "zh-hans", "审定人，已加入", "刘志远", "approver"),
    SamplePerson(_FIRST_ACCOUNT + 6, "周副总", "zh-hans", "领导小组，只看，已加入", "周建平", "reader"),
    SamplePerson(
        _FIRST_ACCOUNT + 7,
        "孙秀英",
        "zh-hans",
        "一矿工会，已加入",
        "孙秀英",
        "unit",
        unit=STUDIOS[1].unit,
    ),
)

LEADER: Final = PEOPLE[1]
RUBRIC: Final = "northwest-2025"
LAST_MONTH: Final = (
    (6, "theory", "液压支架阀组检修", "王海涛", 18, "2"),
    (9, "practice", "电缆热补实操", "刘志强", 9, "3"),
    (16, "practice", "变频器参数整定", "刘志强", 8, "3"),
    (20, "exchange", "带式输送机托辊改造研讨", "王海涛", 12, None),
    (24, "research", "采煤机拖缆装置攻关", "王海涛", 6, None),
)
"""What the sample leader's studio did last month: day, kind, topic, who led, how many, hours; a lecture is missing."""
THIS_MONTH: Final = (
    (1, "theory", "皮带机保护原理", "王海涛", 16, "2"),
    (2, "practice", "高压开关柜操作", "刘志强", 9, "2"),
)

HINTS: Final = {
    "zh": (
        "陈晓明：点 START，发 /assess，选工作室、考核标准和考核期，一项点一下；照片、文字随时可发。",
        "没有信号时：抽屉里打开“离线”，照常发“2.2 ab”“1.3 +b 缺三月记录”，恢复后一并送到。",
        "张主任：发 /rubrics 或一份办法文件（.docx）；/outcomes 的结果由刘志远审定。王海涛：/month。孙秀英：/apply。",
    ),
    "en": (
        "陈晓明: press START, send /assess, choose studio, rubric and period; one tap an item, photos any time.",
        "No signal: go offline in the drawer, type “2.2 ab” or “1.3 +b no March record”; back online it is sent.",
        "张主任: /rubrics or an official .docx; /outcomes are approved by 刘志远. 王海涛: /month. 孙秀英: /apply.",
    ),
}
"""What to try first: three lines in each language of the chat page."""


def load(desk: Desk, clock: Clock) -> None:
    """Make the sample studios and people, as far as they are not there yet."""
    now = to_ms(clock.now())
    for change in tuple(_missing(desk)):
        make(desk, change, Moment(now, None, clock.new_id))
    _keep_log(desk, clock)


def _missing(desk: Desk) -> Iterator[Change]:
    for studio in STUDIOS:
        if desk.studios.get(studio.id) is None and desk.studios.named(studio.name) is None:
            yield AddStudio(studio=studio)
    for person in PEOPLE:
        if person.role is not None and desk.people.invitation(person.digest) is None:
            yield Invite(invitation=_invitation(person))
            if not person.waits:
                yield Join(digest=person.digest, account=person.account, language="zh-CN")


def _keep_log(desk: Desk, clock: Clock) -> None:
    """Log two months of the sample leader's studio as they would have been logged, the last one handed in."""
    studio = STUDIOS[1].id
    leader = desk.people.by_account(LEADER.account, to_ms(clock.now()))
    if leader is None or desk.studios.get(studio) is None or desk.logs.rubrics(studio):
        return
    today = clock.now().date()
    this = today.replace(day=1)
    eve = this - timedelta(days=1)
    _log(desk, clock, eve.replace(day=1), LAST_MONTH, eve)
    handed_in = SubmitMonth(studio=studio, rubric=RUBRIC, month=f"{eve:%Y-%m}", today=eve.isoformat())
    _make_as_leader(desk, clock, handed_in, eve)
    _log(desk, clock, this, THIS_MONTH, today)


def _log(desk: Desk, clock: Clock, month: date, done: Iterable[_Done], until: date) -> None:
    for day, activity, topic, led_by, people, hours in done:
        on = month.replace(day=day)
        if on > until:
            return
        facts = ActivityFacts(
            rubric=RUBRIC,
            activity=activity,
            on=on.isoformat(),
            topic=topic,
            led_by=led_by,
            people=people,
            hours=hours,
        )
        entry = LogActivity(studio=STUDIOS[1].id, facts=facts, entry=clock.new_id(), today=on.isoformat())
        _make_as_leader(desk, clock, entry, on)


def _make_as_leader(desk: Desk, clock: Clock, change: Change, day: date) -> None:
    """Make a change as the sample leader on the noon of a day, never later than now."""
    now = to_ms(clock.now())
    leader = desk.people.by_account(LEADER.account, now)
    at = min(now, to_ms(datetime.combine(day, time(4), UTC)))
    make(desk, change, Moment(at, leader, clock.new_id))


def _invitation(person: SamplePerson) -> Invitation:
    studio = next((each for each in STUDIOS if each.name == person.studio), None)
    return Invitation(
        digest=person.digest,
        name=person.name,
        unit=studio.unit if studio else person.unit or "",
        role=person.role or "reader",
        scope=_scope(person, studio),
        expires=_FOR_EVER,
    )


def _scope(person: SamplePerson, studio: Studio | None) -> Scope:
    if studio:
        return Scope(kind="studio", key=studio.id)
    return Scope(kind="unit", key=person.unit) if person.unit else Scope(kind="all")


def start_link(desk: Desk, person: SamplePerson) -> str | None:
    """Return the secret that a person still holds unused, if any."""
    found = desk.people.invitation(person.digest)
    return person.secret if found is not None and found.used is None else None
