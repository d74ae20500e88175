"""Records of the 月度检查通报 for tests."""

from datetime import UTC, datetime
from decimal import Decimal

from exports.bulletin import Bulletin, Checked
from exports.rectification import Finding
from exports.summary import Absent
from tests.exports.summaries import name, scheme

ITEMS = ("1.1", "1.2", "1.3", "2.2", "3.1", "3.2", "4.2")


def month(count: int = 6, each: int = 3, **more) -> Bulletin:
    """So many studios with so many problems each; every fourth is clean."""
    rubric = scheme("northwest-2025.v2")
    checked = []
    for number in range(count):
        found = tuple(
            Finding(
                at, no := ITEMS[(number + at) % len(ITEMS)], "a", Decimal(at + 1), "" if at % 2 else "三月培训无签到表，台账日期与照片不符",
                rubric.item(no).rules[0].quote or rubric.item(no).rules[0].text, "", "", "2026-04-30",
            )
            for at in range(1, each + 1)
            if number % 4 != 3
        )  # fmt: skip
        lost = sum((one.points for one in found), Decimal(0))
        strengths = "台账分类清楚，师徒结对协议齐全；\n三月完成课题攻关一项。" if number % 3 == 0 else ""
        checked.append(
            Checked(
                name(number),
                f"第{number % 9 + 1}矿",
                "张建国",
                100 - lost,
                lost,
                found,
                strengths,
                number == 1,
            )
        )
    made = {
        "rubric": rubric,
        "kind": "month",
        "period": "2026 年 3 月",
        "checked": tuple(checked),
        "absent": (Absent("孙工作室", "第9矿", "孙工", "", "已安排 2026-03-28，尚未开始"),),
        "dated": datetime(2026, 4, 6, 2, 0, tzinfo=UTC),
    }
    return Bulletin(**(made | more))
