"""The vocabulary of the phrase table: what its patterns are built from, each piece by its name in braces.

A piece with a group puts what it found under that name; what a phrase means is not known here.
"""

import re
from typing import Final

from rubrics.draft import units
from rubrics.draft.numerals import FIGURE, NUMBER, RANGE, WORDED

_DEDUCT: Final = (
    r"(?:扣除|扣减|扣罚|扣掉|扣去|扣发|倒扣|减扣|扣|减去|减掉|减少|减|(?<![下年比])降|罚"
    r"|(?:^|(?<=[\u4e00-\u9fff)\":]))(?<!\(含\))\s*-)"
)
_AWARD: Final = r"(?:可得|(?<!不)得|评|(?<![共合累总统])计|记|给予|给|赋予|赋|占|打)"
_BONUS: Final = r"(?:(?:另|再|可|给予|额外)?(?:加|奖励|奖))"
BANDED: Final = r"(?!\s*(?:\([^()]{0,6}\))?\s*(?:及|或|含)?\s*以[上下内])"
POINT: Final = (
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
TOKENS: Final = {
    "{N}": rf"(?P<n>{POINT})\s*分(?!钟|之){BANDED}",
    "{M}": rf"(?P<m>{POINT})\s*分(?!钟|之)",
    "{NUM}": NUMBER,
    "{ALONE}": rf"(?<![0-9.]){_NOT_AFTER}",
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
        rf"(?:(?:缺少|缺失|缺|漏报|漏|欠|(?<![至最不])少)\s*(?:其中的?)?\s*(?:一|1)\s*(?:(?P<u3>{units.UNIT})|(?P<u7>[\u4e00-\u9fff])(?=\s*,?\s*扣))"
        rf"|(?:逾期|超期|迟|晚|延|拖)[^,;。]{{0,4}}(?:一|1)\s*(?P<u4>{units.DELAY})"
        rf"|(?<![第任唯统同之其某另单进专惟每0-9.一二三四五六七八九十两零]){_NOT_AFTER}(?:一|1)\s*(?P<u5>{units.ONE_OF}))"
        r"(?!性|票否|以[上下内]|及以[上下]|[年月周季]|星期|工作日|小时|百分点|也|都)"
    ),
    "{GAP}": r"[^;。]{0,60}?",
    "{VERB}": _VERBS,
    "{UNIT}": rf"(?P<unit>{units.UNIT})",
    "{U}": units.UNIT,
    "{TOTAL}": r"(?:总分|总成绩|总得分|考核总分|年度得分|考核得分|年终总分|考核总成绩)(?:值|数)?(?:中|里|内)?(?:再|直接|另外?|予以)*",
    "{MEASURE}": units.MEASURE,
    "{OFTEN}": units.OFTEN,
    "{SIDE}": r"(?:扣|减|罚|加|奖|得|计|给)",
    "{JUDGE}": r"(?:酌情|酌量|酌减|视情节?|视情况|视程度|视[^,;。]{1,8}(?:情况|程度|性)|根据[^,;。]{0,8}(?:情况|程度)|(?:相应|适当)(?=[地的]?(?:扣|减|加|给|得分)))",
    "{ZEROED}": r"(?:不(?:予|能|可|再)?(?:得|计|给|记|赋|评)分|(?:得|计|记|评|为|按|给|判|打)?\s*(?<![0-9lIOo.\-~])(?<![0-9] )[0零]\s*分(?![0-9钟\-~至到]))",
}


def pattern(text: str) -> re.Pattern[str]:
    """The pattern with every piece put in."""
    for token, meaning in TOKENS.items():
        text = text.replace(token, meaning)
    return re.compile(text)
