"""The table of scoring phrases: one row each, with an example and what the example gives.

A clause is held against the rows from the top; the first that fits reads it. To teach the reader a phrase, add
a row. The patterns see the plain form of a text (`numerals.plain`); they know a clause, not its cell.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from rubrics.draft import effects as e
from rubrics.draft import units
from rubrics.draft.numerals import FIGURE, NUMBER, RANGE, WORDED, number
from rubrics.points import ZERO, on_step, show

SMALLEST: Final = Decimal("0.05")
"""The finest step that an unrolled range may have."""

_DEDUCT: Final = (
    r"(?:扣除|扣减|扣罚|扣掉|扣去|扣发|倒扣|减扣|扣|减去|减掉|减少|减|(?<!下)降|罚"
    r"|(?<=[\u4e00-\u9fff)\"])\s*-)"
)
_AWARD: Final = r"(?:可得|(?<!不)得|评|(?<![共合累总统])计|记|给予|给|赋予|赋|占|打)"
_BONUS: Final = r"(?:(?:另|再|可|给予|额外)?(?:加|奖励|奖))"
_BANDED: Final = r"(?!\s*(?:\([^()]{0,6}\))?\s*(?:及|或|含)?\s*以[上下内])"
_POINT: Final = (
    rf"(?:{FIGURE}(?=\s*分(?!钟|之|贝|米|公司))|{WORDED}(?=\s*分(?:$|[\s,;。、:)/.(\"的者为以每且并或及封])))"
)
_VERBS: Final = (
    "发现|缺少|缺失|缺席|缺勤|缺报|缺|少报|少|减少|出现|发生|增加|遗漏|漏报|漏|错|差|低|超过|超|多|迟到|迟报|迟|"
    "晚交|晚|逾期|延期|延误|拖延|推迟|延|未完成|未|无|有|违反|违|查出|查实|检查|抽查|通报|投诉|丢失|损坏|落后|退回|"
    "不合格|不符合|存在|流失|开展|完成|组织|举办|获得?|取得|发表|培养|参加|新增|承担"
)
_AHEAD: Final = [
    "至少",
    "少于",
    "低于",
    "不足",
    "不到",
    "达到",
    "达",
    "超过",
    "大于",
    "小于",
    "未满",
    "满",
    "任何",
    "任意",
    "其中",
    "没有",
    "无",
    "≥",
    "≤",
    "<",
    ">",
    "=",
    "年",
    "月",
    "季度",
    "季",
    "周",
    "度",
    "每",
]
_NOT_AFTER: Final = "".join(rf"(?<!{word})(?<!{word} )" for word in _AHEAD)
_TOKENS: Final = {
    "{N}": rf"(?P<n>{_POINT})\s*分(?!钟|之){_BANDED}",
    "{M}": rf"(?P<m>{_POINT})\s*分(?!钟|之)",
    "{NUM}": NUMBER,
    "{RANGE}": RANGE,
    "{DED}": _DEDUCT,
    "{AW}": _AWARD,
    "{BON}": _BONUS,
    "{OWN}": r"\s*(?:分值?|本项|该项|此项|本条|该条|该项目|其)?(?:分值?|得分)?\s*:?\s*",
    "{PER}": (
        rf".*(?P<each>每(?!{units.OFTEN})\s*(?:(?:{_VERBS})[^每,;。]{{0,10}}?)??(?:一|1)?\s*小?(?P<u1>{units.UNIT})"
        rf"|每(?!{units.OFTEN})[^每,;。]{{0,12}}?(?:一|1)\s*(?P<u2>{units.UNIT})"
        rf"|每(?!{units.OFTEN})\s*(?:一|1)?(?P<u6>[\u4e00-\u9fff]{{1,3}}?)(?=\s*,?\s*(?:各|再)?(?:扣|减|加|奖|得))"
        r"|每\s*(?P<u8>[周天日月])(?=\s*扣))"
    ),
    "{ONE}": (
        rf"(?:(?:缺少|缺失|缺|漏报|漏|欠|(?<![至最不])少)\s*(?:一|1)\s*(?:(?P<u3>{units.UNIT})|(?P<u7>[\u4e00-\u9fff])(?=\s*,?\s*扣))"
        rf"|(?:逾期|超期|迟|晚|延|拖)[^,;。]{{0,4}}(?:一|1)\s*(?P<u4>{units.DELAY})"
        rf"|(?<![第任唯统同之其某另单进专惟每0-9.一二三四五六七八九十两零]){_NOT_AFTER}(?:一|1)\s*(?P<u5>{units.ONE_OF}))"
        r"(?!性|票否|以[上下内]|及以[上下]|[年月周季]|星期|工作日|小时|百分点|也|都)"
    ),
    "{GAP}": r"[^;。]{0,60}?",
    "{VERB}": _VERBS,
    "{UNIT}": rf"(?P<unit>{units.UNIT})",
    "{U}": units.UNIT,
    "{MEASURE}": units.MEASURE,
    "{OFTEN}": units.OFTEN,
    "{SIDE}": r"(?:扣|减|罚|加|奖|得|计|给)",
    "{JUDGE}": r"(?:酌情|酌量|酌减|视情节?|视情况|视程度|视[^,;。]{1,8}(?:情况|程度|性)|根据[^,;。]{0,8}(?:情况|程度)|(?:相应|适当)(?=[地的]?(?:扣|减|加|给|得分)))",
    "{ZEROED}": r"(?:不(?:予|能|可|再)?(?:得|计|给|记|赋|评)分|(?:得|计|记|评|为|按|给|判|打)?\s*(?<![0-9lIOo.\-~])(?<![0-9] )[0零]\s*分(?![0-9钟\-~至到]))",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row: its name, what it looks like, what it gives, and an example with what that gives."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], e.Effect]
    example: str
    gives: str


def _row(
    name: str, pattern: str, read: Callable[[re.Match[str]], e.Effect], example: str, gives: str
) -> Phrase:
    for token, meaning in _TOKENS.items():
        pattern = pattern.replace(token, meaning)
    return Phrase(name, re.compile(pattern), read, example, gives)


def _points(match: re.Match[str], group: str = "n") -> Decimal:
    return number(match[group]) or ZERO


def _unit(match: re.Match[str]) -> str | None:
    found = match.groupdict()
    name = next(
        (name for name in ("unit", "u1", "u2", "u6", "u8", "u3", "u7", "u4", "u5") if found.get(name)), None
    )
    if name is None:
        return None
    first = units.before(match.string[: match.start("each")]) if name in {"u1", "u2", "u6"} else None
    return units.tidy((first or "") + match[name])


def _deduct(match: re.Match[str]) -> e.Effect:
    return e.Deduct(_points(match), _unit(match))


def _below(match: re.Match[str]) -> e.Effect:
    return e.Deduct(_points(match), None, "threshold")


def _award(match: re.Match[str]) -> e.Effect:
    return e.Award(_points(match))


def _bonus(match: re.Match[str]) -> e.Effect:
    return e.Bonus(_points(match), _unit(match))


def _cap(match: re.Match[str]) -> e.Effect:
    return e.Cap(_points(match) if match["n"] else None)


def _listed(match: re.Match[str]) -> e.Effect:
    verb = match["v"]
    rest = re.findall(rf"({NUMBER})\s*分", match["rest"] or "")
    amounts = (_points(match), *(number(one) or ZERO for one in rest))
    if verb[-1] in "加奖励":
        return e.Listed("bonus", amounts)
    return e.Listed("award" if verb[-1] in "得占计" else "deduct", amounts)


def _ranks(match: re.Match[str]) -> e.Effect:
    """分别加1-3分 for three ranks is 1, 2, 3: as many equal steps as ranks are named."""
    low, high = _points(match, "a"), _points(match, "b")
    steps = match["names"].count("、")
    step = (high - low) / steps
    if step * steps != high - low or not step or min(low, high) <= 0 or on_step(step, SMALLEST) is False:
        return e.Unread("range")
    return e.Listed("bonus", tuple(low + step * one for one in range(steps + 1)))


def _discretion(match: re.Match[str]) -> e.Effect:
    return e.Discretion(_points(match, "m") if match.groupdict().get("m") else None)


def _unread(why: str) -> Callable[[re.Match[str]], e.Effect]:
    return lambda _: e.Unread(why)


_CAPPED: Final = r"(?:最高|最多|至多|累计|合计|总共|总计|上限|单项|每项|本项|该项|此项|以|共计?)"

PHRASES: Final[tuple[Phrase, ...]] = (
    # what the language cannot say, and must not be taken for something simpler
    _row("追加扣", r"扣满|追加扣|(?<![参增添附])[加另]扣|(?:从|在|由)?(?:总分|总成绩|总得分|考核总分|年度得分)值?(?:中|里|内)?(?:再|直接)?\s*{DED}",
         _unread("extra"), "构成重大隐患的，并追加扣除20分", "unread extra"),
    _row("加倍", r"(?:加倍|双倍|翻倍|减半|[两二三2-9]倍)(?:处)?\s*(?:扣|加|计|得|罚|执行)|(?:扣|加|计|得)分?[^,;。]{0,3}(?:加倍|减半|翻倍)",
         _unread("multiplier"), "重复出现的加倍扣分", "unread multiplier"),
    _row("排名", r"(?:第\s*{NUM}\s*名|前\s*{NUM}\s*(?:名|位)|排名|名次|排位|末位|倒数|最后[一二三\d]名).*?(?:{SIDE}|分)",
         _unread("rank"), "在全市排名前5位，得1分", "unread rank"),
    _row("按比例", r"取平均|平均值|线性|插值|按[^,;。]{0,10}比例|比例(?:扣|得|计|折)|折算|加权|[×÷*]\s*{NUM}|{NUM}\s*[×÷*]",
         _unread("formula"), "按完成比例得分", "unread formula"),
    _row("每百分点", r"每(?!{OFTEN})[^每,;。]{0,14}?(?:{NUM}|个)\s*{MEASURE}[^;。]{0,20}?{SIDE}|(?:下降|降低|低|高|少|超|增)[^,;。]{0,6}?(?:一|1)\s*(?:%|个?百分点)[^;。]{0,8}{SIDE}",
         _unread("step"), "每下降5%扣0.5分", "unread step"),
    _row("每满几次", r"每(?!{OFTEN})\s*(?:满|达|累计|(?:{VERB})[^每,;。]{0,6}?)?\s*(?:[2-9]|[1-9][0-9]+|两|[二三四五六七八九十百]+)\s*[\u4e00-\u9fff](?![^;。]{0,3}以[上下内])[^;。]{0,20}?{SIDE}",
         _unread("step"), "因私调课每4节课扣5分", "unread step"),
    _row("扣百分之几", r"{DED}[^,;。]{0,12}?{NUM}\s*%|{DED}[^,;。]{0,6}?(?:百分之|一半)|(?:分值|标准分|满分|总分|该项分)的?\s*{NUM}\s*%|得\s*{NUM}\s*%\s*(?:的|分|$)|按一半",
         _unread("share"), "未完成的扣该项分值的50%", "unread share"),
    _row("酌情加分", r"酌情[^,;。]{0,6}?(?:加|奖|增)[^,;。]{0,4}?(?:{NUM}\s*分?{RANGE})?(?:{M})?(?:[^;。]{0,4}(?:最高|最多|不超过|至多)[^,;。0-9]{0,6}(?:{NUM})\s*分)?",
         _discretion, "其它奖项酌情加分", "discretion"),
    _row("几等加几分", r"(?P<names>(?:[^、;。]{1,12}、)+[^、;。]{1,20}?),?\s*分别\s*(?P<v>{BON})\s*(?P<a>{NUM})\s*分?{RANGE}(?P<b>{NUM})\s*分",
         _ranks, "创成县级、市级、省级文明村的分别加1－3分", "listed bonus 1 2 3"),
    _row("几、几级加几分", r"(?P<names>(?:[一二三四五国省市县区部校厂]、)+[一二三四五国省市县区部校厂](?=[级等星])[^、;。]{0,20}?),?\s*(?P<v>{BON})\s*(?P<a>{NUM})\s*分?{RANGE}(?P<b>{NUM})\s*分",
         _ranks, "创成四、五星级文化礼堂，加0.5－1分", "listed bonus 0.5 1"),
    _row("扣几到几分", r"(?:{DED}|{AW}|{BON})\s*分?\s*:?\s*{NUM}\s*分?{RANGE}{NUM}\s*分",
         _unread("range"), "制度不完善的，扣3－5分", "unread range"),
    _row("几到几分", r"(?<![0-9.]){NUM}\s*分?{RANGE}{NUM}\s*分(?!钟)", _unread("range"), "落实较好的2～3分", "unread range"),
    _row("酌情扣分", r"{JUDGE}[^;。]{0,14}?(?:扣|减|得分|给分|计分|打分|评分|赋分|加分|{N})",
         _unread("discretion"), "资料不齐全酌情扣分", "unread discretion"),
    _row("另一项不得分", r"(?:\"[^\"]+\"\s*[项类]?|[本该此](?:大项|大类|类|章|节|部分|模块|单元|表|年度)|总分|总成绩|全部|所有|(?:当|本)?[年月季]?度?考核(?:总分|得分)?|第\s*{NUM}\s*[项条款类])(?:分值?)?\s*{ZEROED}",
         _unread("zero_group"), "未编制应急预案的“应急预案”项不得分", "unread zero_group"),
    # caps that stand alone; one behind its own clause is a tail of it
    _row("扣完为止", r"^[^0-9]{0,14}(?:直至|扣至|以)?扣(?:完|到0分|至0分)(?:{N}|[^0-9,;。]{0,10})?(?:为止|即止|止)|^[^0-9]{0,8}(?:(?:不计|无)负分|扣至0分)(?P<none>)?",
         lambda match: e.Cap(_points(match) if match["n"] else None), "扣完为止", "floor"),
    _row("最高不超过", rf"^(?:{_CAPPED}|[,\s(]|扣分|加分|得分|扣|加|得|奖励?|分值?)*(?:不得?超过|不高于|不多于|最高为|最多为|上限为?|封顶为?|限|以)\s*(?:{{DED}}|{{BON}}|{{AW}})?\s*分?\s*{{N}}",
         _cap, "最高不超过5分", "cap 5"),
    _row("最多扣", rf"^(?=[^0-9]*(?:最高|最多|至多|累计|合计|总|共))(?:{_CAPPED}|[,\s(])+(?:{{DED}}|{{BON}}|{{AW}})?\s*分?\s*{{N}}", _cap, "最多扣3分", "cap 3"),
    _row("封顶", r"^[^0-9,;。]{0,6}{N}\s*(?:封顶|为限|为止|为上限)", _cap, "3分封顶", "cap 3"),
    # zero of the row
    _row("不得分", r"{ZEROED}|(?<![安健齐完不周保成])全(?:部|额)?扣(?!\s*[0-9])|扣(?:除|减|完|光|掉)?[本该此]?[项条题]?的?(?:全部|所有|全)(?:分值?|分数|得分|标准分)|(?:全部|分值|分数)扣(?:完|光|除|掉)|扣光|扣完(?![^,;。]{0,10}(?:为止|即止|止))",
         lambda _: e.Zero(), "无制度不得分", "zero"),
    _row("最高扣到几分", r"[^,\s].*(?:最高|最多|至多)可?(?:{DED}|{BON}|{AW})\s*分?\s*{N}", _unread("range"), "检查不到位的，最高扣10分", "unread range"),
    # deductions, the unit behind the amount first
    _row("扣N分/项", r"(?P<v>{DED}){OWN}{N}\s*(?:/|每)\s*(?:一|1)?\s*{UNIT}", _deduct, "更新不及时扣2分/项", "each 2 项"),
    _row("按N分/个扣分", r"(?P<v>按)\s*{N}\s*(?:/|每)\s*{UNIT}\s*[^,;。]{0,6}?扣分?", _deduct, "未在限期内整改到位的按0.5分/个扣分", "each 0.5 个"),
    _row("每处扣N分", r"{PER}{GAP}(?P<v>{DED}){OWN}{N}", _deduct, "台账记录不规范每处扣2分", "each 2 处"),
    _row("少一次扣N分", r".*{ONE}{GAP}(?P<v>{DED}){OWN}{N}", _deduct, "台账记录不详实，一处扣1分", "each 1 处"),
    _row("低于几人扣N分", r"(?:低于|少于|不足|未达到?|达不到|不到|未满|小于|<)\s*{NUM}\s*{U}{GAP}(?P<v>{DED}){OWN}{N}",
         _below, "低于一人扣5分", "once 5"),
    _row("各扣N分", r"(?P<v>(?:各自?|均|分别)\s*{DED}){OWN}{N}(?P<rest>(?:\s*[、,和]\s*{NUM}\s*分)*)", _listed,
         "未签订责任书、未落实措施的分别扣10分、5分", "listed deduct 10 5"),
    _row("-N分", r"(?<=[\u4e00-\u9fff)\"])\s*(?P<v>-)\s*{N}", _deduct, "无考核记录-3分", "once 3"),
    _row("扣N分", r"(?P<v>{DED}){OWN}{N}", _deduct, "未建立档案扣2分", "once 2"),
    _row("扣考核分N分", r"(?P<v>{DED})(?:考核|绩效|标准|基本|基础|平时|日常|该项|本项)?(?:分值?|得分|分数|成绩)\s*{N}", _deduct, "未参加的扣考核分2分", "once 2"),
    _row("扣别人N分", r"{DED}[^,;。0-9]{2,16}?{N}", _unread("subject"), "扣负有责任的车籍地10分", "unread subject"),
    # bonus
    _row("加N分/项", r"(?P<v>{BON})\s*分?\s*:?\s*{N}\s*(?:/|每)\s*(?:一|1)?\s*{UNIT}", _bonus, "获集团公司成果奖励加2分/项", "bonus 2 项"),
    _row("每项加N分", r"{PER}{GAP}(?P<v>{BON})\s*分?\s*:?\s*{N}", _bonus, "每多报告一条线索奖励0.2分", "bonus 0.2 条"),
    _row("一项加N分", r".*{ONE}{GAP}(?P<v>{BON})\s*分?\s*:?\s*{N}", _bonus, "有一项获奖的加3分", "bonus 3 项"),
    _row("分别加N分", r"(?P<v>分别\s*{BON}|各\s*{BON})\s*{N}(?P<rest>(?:\s*[、,和]\s*{NUM}\s*分)*)", _listed,
         "获国家、省、市级奖励的分别加5分、3分、1分", "listed bonus 5 3 1"),
    _row("加N分", r"(?P<v>{BON})\s*分?\s*:?\s*{N}", _bonus, "创成示范单位的，加5分", "bonus 5"),
    # awards
    _row("得满分", r"(?:计|记|评|给|得|赋)\s*(?:满|全)分(?!\s*[0-9])", lambda _: e.Award(None), "有，并落实，得满分", "award full"),
    _row("每项得N分", r"{PER}{GAP}{AW}\s*分?\s*:?\s*{N}", _unread("award_each"), "每开展一次培训得2分", "unread award_each"),
    _row("得N分/项", r"{AW}\s*分?\s*:?\s*{N}\s*(?:/|每)\s*(?:一|1)?\s*{U}", _unread("award_each"), "发表论文得2分/篇", "unread award_each"),
    _row("1项1分", r"(?:^|[,、\s])[每共]?(?:一|1)\s*{U}\s*{N}", _unread("award_each"), "共4项，1项1分", "unread award_each"),
    _row("一篇得N分", r"(?:一|1)\s*{U}\s*的?,?\s*{AW}\s*分?\s*:?\s*{N}", _unread("award_each"), "省级媒体报道1篇得1分", "unread award_each"),
    _row("各得N分", r"(?P<v>(?:各自?|均|分别)\s*(?:得|占|计))\s*{N}(?P<rest>(?:\s*[、,和]\s*{NUM}\s*分)*)", _listed,
         "有计划、有总结的各得1分", "listed award 1"),
    _row("满分N分", r"(?:(?<![得评给计赋])满分|分值|标准分|基准分|基础分|基本分|总分|[本该此]项(?:满分|共计?|总分|分值)?|^\s*共计?)\s*(?:为|是)?\s*:?\s*{N}",
         lambda match: e.Worth(_points(match)), "本项满分10分", "worth 10"),
    _row("得N分", r"(?P<v>{AW})\s*(?:满?分)?\s*:?\s*{N}", _award, "建立设备设施台账得 1 分", "award 1"),
    # the rest: named if it scores
    _row("一票否决", r"一票否[决优]|否决|取消[^,;。]{0,14}(?:资格|称号|评[优先]|命名)|摘牌", _unread("veto"), "发生重大安全事故的一票否决", "unread veto"),
    _row("几分以上", r"{NUM}\s*分\s*(?:\([^()]{0,6}\))?\s*(?:及|或|含)?\s*以[上下内]", _unread("band"), "90分以上为优秀", "unread band"),
    _row("不计入总分", r"不(?:计入|纳入|列入)[^,;。]{0,8}(?:总分|考核|成绩|得分)|仅作[^,;。]{0,8}参考|不作为[^,;。]{0,10}考核", lambda _: e.Exempt(),
         "加分项不作为年度综合考核内容，仅作为激励参考", "exempt"),
    _row("就高不重复", r"(?:按|取)[^,;。]{0,8}(?:最?高|就高)[^,;。]{0,8}(?:加|计|得|奖)|就高不就低|不重复(?:加|计|奖|得)|不累(?:计|加)", _unread("best_of"),
         "同一项目按照分值高的加分，不重复加分", "unread best_of"),
    _row("不扣分", r"不(?:再|予|另|作|重复)*扣分?|免(?:予|于)?扣|不倒扣|不重复(?:扣|加|计|得)", lambda _: e.Exempt(), "辖区未创建的不扣分", "exempt"),
    _row("N分/项", r"(?<![0-9.lIOo/]){N}\s*(?:/|每)\s*(?:一|1)?\s*{UNIT}[)\"]?\s*$", lambda match: e.Bare(_points(match), _unit(match)), "未戴安全帽2分/次", "bare 2 次"),
    _row("每项N分", r"{PER}\s*[,:]?\s*{N}\s*$", lambda match: e.Bare(_points(match), _unit(match)), "未戴安全帽每人次2分", "bare 2 人次"),
    _row("N分", r"(?<![0-9.lIOo/]){N}[)\"]?\s*[。.,;、:]*\s*$", lambda match: e.Bare(_points(match)), "有年度计划（2分）", "bare 2"),
    _row("其他计分语", r"{M}|(?:扣分|减分|加分|得分|计分|打分|记分|赋分|满分|负分)(?!项目?|标准|办法|细则|表|值|原因|情况|率)|扣\s*[0-9]", _unread("unknown"),
         "由考核组评议后计分", "unread unknown"),
)  # fmt: skip
"""All phrases, in the order in which a clause is held against them."""


ENDS: Final = re.compile(
    rf"(?:(?<![0-9.lIOo]){_POINT}\s*分(?!钟|之|公司|贝|米|局|厂|院|校|店){_BANDED}(?:\s*(?:/|每)\s*(?:一|1)?{units.UNIT})?"
    rf"|{_TOKENS['{ZEROED}']}|得满分(?!\s*[0-9])|不(?:再|予|另)?扣分|(?<![安健齐完不周保成])全(?:部|额)?扣(?!\s*[0-9])|酌情(?:扣|加|减|奖)分)[)\"]*"
)
"""Where a clause may be finished: an amount with its unit, a zero, a judgement."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a clause says: the effect, the row that read it, and where its words and its condition end."""

    effect: e.Effect
    phrase: Phrase
    start: int
    end: int


def find(text: str) -> Found | None:
    """What the clause (in its plain form) says, or None where it scores nothing."""
    for phrase in PHRASES:
        match = phrase.pattern.search(text)
        if match:
            spoken = "v" if "v" in phrase.pattern.groupindex and match["v"] else 0
            return Found(phrase.read(match), phrase, match.start(spoken), match.end())
    return None


def shown(effect: e.Effect) -> str:
    """The effect in the short form in which the table gives it."""
    name, rest = _SHOWN[type(effect)](effect)
    return " ".join([name, *(one if isinstance(one, str) else show(one) for one in rest if one is not None)])


_SHOWN: Final[dict[type, Callable[[Any], tuple[str, tuple[str | Decimal | None, ...]]]]] = {
    e.Deduct: lambda one: ("each" if one.unit else "once", (one.amount, one.unit)),
    e.Award: lambda one: ("award", (one.amount if one.amount is not None else "full",)),
    e.Zero: lambda _: ("zero", ()),
    e.Bonus: lambda one: ("bonus", (one.amount, one.unit)),
    e.Discretion: lambda one: ("discretion", (one.limit,)),
    e.Worth: lambda one: ("worth", (one.amount,)),
    e.Bare: lambda one: ("bare", (one.amount, one.unit)),
    e.Cap: lambda one: ("floor" if one.amount is None else "cap", (one.amount,)),
    e.Listed: lambda one: ("listed", (one.side, *one.amounts)),
    e.Exempt: lambda _: ("exempt", ()),
    e.Unread: lambda one: ("unread", (one.why,)),
}
