"""How an ambiguous phrase is read, and why: each way of reading with the words that stand in the draft.

These are data of a Chinese document's draft, in its language; a person confirms or changes each of them.
"""

from typing import Final, NamedTuple


class Doubt(NamedTuple):
    """How it was read, and the reason."""

    read: str
    reason: str


DOUBTS: Final[dict[str, Doubt]] = {
    "threshold": Doubt("不论差多少，一次扣", "写的是低于、少于的界限，没有写每少一个扣多少"),
    "shortfall": Doubt("少一个扣一次，最多扣到要求的数量", "考核内容写明要求的数量，缺少的数量不可能超过它"),
    "short": Doubt("少一个扣一次，次数不设上限", "考核内容里看不出唯一的要求数量"),
    "flat": Doubt("不论几处，一次扣", "没有写每处、每次等单位"),
    "alternatives": Doubt(
        "“没有”与“有但不完整”不会同时成立，同时记录的予以提示", "没有建立的无从不实、不完整"
    ),
    "rungs": Doubt("几档只取一档", "各档写的是同一件事的不同程度"),
    "so_on": Doubt("按每一个累计，后面几档不另列", "各档的扣分与数量成比例"),
    "hidden_each": Doubt("每处扣一次，扣到上限为止", "上限高于一次的扣分，只有重复扣才说得通"),
    "floor_of_row": Doubt("“扣完为止”管整项，不只管最后一句", "分值按项分配，扣到该项为零为止"),
    "cap_of_last": Doubt("上限只管它前面的一句", "上限低于该项分值，紧跟在这一句之后"),
    "listed": Doubt("列出的每一种情形各计一次", "写的是“各”“分别”"),
    "award_is_start": Doubt("从满分起扣，“得分”一句不另列", "得分等于该项分值，其余各句都是扣分"),
    "answer": Doubt("达到的得分，达不到的得0分，不再倒扣", "得分与扣分相同，且等于该项分值"),
    "zero_is_no_award": Doubt("达不到的不得分，不另列一条", "该项从零起计，没有得分就是零分"),
    "bare_award": Doubt("句末的分值是达到这一句的得分", "整格没有扣分，各句分值相加等于该项分值"),
    "bare_each": Doubt("每一个得这么多分", "整格没有扣分，写的是每项、每次的分值"),
    "bare_loss": Doubt("每一个扣这么多分", "同一格里其余各句都是扣分"),
    "bonus_once": Doubt("加一次", "没有写每项、每次等单位"),
    "bonus_moved": Doubt("列入加分项，不计入总分", "该项已有自己的分值，加分不在其内"),
    "exempt": Doubt("不扣分的情形由考核人员掌握，不另列一条", "没有分值可计"),
    "any": Doubt("任何一种情形，一次扣", "“任一”是其中有一就扣，不是每一种扣一次"),
    "rest": Doubt("指前面没有列出的其他情形", "前面各句已有各自的扣分"),
    "or": Doubt("有一种情形就扣", "两种情形都不符合要求，没有理由要求同时成立"),
    "product": Doubt("两个单位相乘，每人每次算一次", "连写了两个“每”"),
    "parts": Doubt("分为几部分，各有分值，各自扣完为止", "分值分别写在各句之后"),
    "not_met": Doubt("做到的得满这一部分，没有做到的不得分", "这一部分只写了得分，其余部分从满分起扣"),
    "pooled": Doubt("几条合为一项，共用分值", "原文只写了合计的分值，没有分到各条"),
    "items": Doubt("单列一项", "一格里有几句要求，各自写了分值"),
    "judged": Doubt("由考核人员在该项分值内评定", "没有能读出的计分语"),
    "all_or_nothing": Doubt(
        "给满分或0分，也可由考核人员在0分至满分之间评定", "只有一条，写明达到的得全部分值"
    ),
    "no_repeat": Doubt("与其他项重复的不再扣，由考核人员掌握", "涉及其他项目，不能逐条计算"),
    "variants": Doubt("按类型选一段考核，不是几项", "几段前面都有方框，分值只有一个"),
    "merged": Doubt("合并单元格里的标准适用于它跨过的每一项", "一格标准跨了几项"),
    "when": Doubt("只在这个期间结束的那一期计分", "条款写明了年度、半年、季度或月度"),
    "deemed": Doubt("按认定的结果一次扣", "“按……”是认定，扣的是整个数额"),
    "step": Doubt("满一档扣（加）一次，不满一档的不计", "没有写明不足一档怎样计"),
    "share": Doubt("按该项分值折成分数", "写的是该项分值的百分比"),
    "added": Doubt("在该项之内加扣", "没有写明从总分里扣"),
    "extra": Doubt("从总分里扣，不受该项分值限制", "写的是追加扣除或从总分扣"),
    "times": Doubt("该项其他各条的扣分乘以倍数", "没有写明只管哪一条"),
    "veto": Doubt("整个考核不通过，得分照列", "写的是一票否决"),
    "zero_beyond": Doubt("不得分的不止这一项", "写明了另一项、一类或全部"),
    "best": Doubt("这几条只计最高的一条", "写的是就高、不累计"),
    "bonus_beside": Doubt("加分另列，不计入总分", "没有写明计入总分"),
    "gate": Doubt("符合才能参加，不计分", "列在条件之下"),
    "carried": Doubt("与前一句一样，按每一个计", "没有自己的单位，说的是前一句的同一个"),
    "first_then": Doubt("有一个就不得分，扣分的一句按每一个计", "不得分的一句没有写次数"),
}
"""Every way of reading that a person is asked to confirm."""
