"""Sample studios and people for trying the bot out: a list of changes, made like any others.

Telegram ids and secrets are fixed, so that a second start finds the people of the first. Nothing here is used by a bot
that runs against Telegram.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.changes import AddStudio, Change, Invite, Join, Moment, make
from bot.clock import Clock, to_ms
from bot.entities import Invitation, Role, Scope, Studio
from bot.ports import Desk

_FOR_EVER: Final = 4_102_444_800_000
"""Invitations of samples end in the year 2100 (ms)."""
_FIRST_ACCOUNT: Final = 5_000_000_001


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
)

HINTS: Final = {
    "zh": (
        "陈晓明：点 START，发 /assess，选工作室、考核标准和考核期，一项点一下；照片、文字随时可发。",
        "没有信号时：抽屉里打开“离线”，照常发“2.2 ab”“1.3 +b 缺三月记录”，恢复后一并送到。",
        "张主任：发 /rubrics，或发一份办法文件（.docx），读成草稿，逐条确认后发布。Anna 拿着未用的邀请链接。",
    ),
    "en": (
        "陈晓明: press START, send /assess, choose studio, rubric and period; one tap an item, photos any time.",
        "No signal: go offline in the drawer, type “2.2 ab” or “1.3 +b no March record”; back online it is sent.",
        "张主任: send /rubrics, or an official .docx: it becomes a draft to confirm and publish. Anna is invited.",
    ),
}
"""What to try first: three lines in each language of the chat page."""


def load(desk: Desk, clock: Clock) -> None:
    """Make the sample studios and people, as far as they are not there yet."""
    now = to_ms(clock.now())
    for change in tuple(_missing(desk)):
        make(desk, change, Moment(now, None, clock.new_id))


def _missing(desk: Desk) -> Iterator[Change]:
    for studio in STUDIOS:
        if desk.studios.get(studio.id) is None and desk.studios.named(studio.name) is None:
            yield AddStudio(studio=studio)
    for person in PEOPLE:
        if person.role is not None and desk.people.invitation(person.digest) is None:
            yield Invite(invitation=_invitation(person))
            if not person.waits:
                yield Join(digest=person.digest, account=person.account, language="zh-CN")


def _invitation(person: SamplePerson) -> Invitation:
    studio = next((each for each in STUDIOS if each.name == person.studio), None)
    return Invitation(
        digest=person.digest,
        name=person.name,
        unit=studio.unit if studio else "",
        role=person.role or "reader",
        scope=Scope(kind="studio", key=studio.id) if studio else Scope(kind="all"),
        expires=_FOR_EVER,
    )


def start_link(desk: Desk, person: SamplePerson) -> str | None:
    """Return the secret that a person still holds unused, if any."""
    found = desk.people.invitation(person.digest)
    return person.secret if found is not None and found.used is None else None
