"""The header of a scheme from the lines around its table: title, number of the document, issuer, date, leader, periods.

What is not found stays empty; nothing is made up here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from rubrics.draft.document import Passage
from rubrics.draft.numerals import NUMBER, native, number, plain
from rubrics.draft.outline import level_of

_DOCUMENT: Final = re.compile(r"[\u4e00-\u9fff]{2,12}\s*\((?:19|20)[0-9]{2}\)\s*(?:第\s*)?[0-9]{1,4}\s*号")
_DATE: Final = re.compile(
    r"((?:19|20)[0-9]{2}|二[〇零○][〇零○一二三四五六七八九]{2})\s*年\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*日"
)
_TITLE: Final = re.compile(
    r"(?:考核|考评|测评|评议|积分|评分|评价|评估|评审|检查|评比|验收|打分|考查|审核|评选|评定|量化)[^,。;]{0,16}(?:表|标准|细则|办法|方案|指标|体系|规则|评分|考核|清单)?$|(?:标准|细则|评分表|考核表|考核办法|管理办法)$"
)
_NOTICE: Final = re.compile(r"关于|通知|^附件|文件$|^[-0-9\s第页共]+$")
_ISSUER: Final = re.compile(r"[\u4e00-\u9fff()]{4,40}")
_BODY: Final = re.compile(
    r"(?:会|局|部|处|室|院|校|厂|公司|中心|集团|办公室|政府|委|委员会|科|队|站|馆|所|社|矿|段|分局|单位|联合会|总会)$"
)
_NOTICED: Final = re.compile(r"《([^《》]{4,40})》[^《》]{0,4}的?通知")
_FIELDS: Final = re.compile(r"[:：]|_{2,}|盖章|被考核|受检|单位|日期|年\s+月")
_LEADERS: Final = ("领衔人", "带头人", "领办人", "主持人", "负责人")
_OWN_LEADERS: Final = 3
"""The words that can only mean the leader of a studio."""
_PERIODS: Final = (
    ("month", r"月度(?:检查|考核|考评|通报|评分|评价)|按月考核|每月(?:考核|检查|考评|评分)一?次?"),
    ("quarter", r"季度(?:检查|考核|考评|评分|评价|平均)|按季考核|每季度?(?:考核|检查|考评|评分)一?次?"),
    ("half", r"半年(?:检查|考核|考评|评分|评价)|每半年(?:考核|检查|考评|评分)一?次?"),
    ("year", r"年度(?:检查|考核|考评|评分|评价|总评)|年终考核|按年考核|每年(?:考核|检查|考评|评分)一?次?"),
)
_TOTAL: Final = re.compile(
    rf"(?:总分|满分|总计|合计|共计|总分值|满分值|标准分|基础(?:积)?分|基准分|基本分|初始(?:积)?分|起始分|起评分)\s*(?:值)?\s*(?:为|是|共)?\s*:?\s*(?:每(?:人|岗|户|个?单位|班组)?每?[年季月]度?)?\s*({NUMBER})\s*分|({NUMBER})\s*分制"
)
_POINTS: Final = re.compile(rf"\s*\(\s*(?:满分|总分|共|计)?\s*:?\s*({NUMBER})\s*分(?:制)?\s*\)\s*$")
_SHORTEST: Final = 4
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines say of the scheme as a whole."""

    title: str = ""
    document: str = ""
    issuer: str = ""
    issued: date | None = None
    leader: str = ""
    periods: tuple[str, ...] = ()
    total: Decimal | None = None


def read(before: Sequence[Passage], after: Sequence[Passage], table: str) -> Head:
    """The header; `table` is all text of the tables, which may name the leader and the periods."""
    lines = [line for passage in before for line in _lines(passage)]
    ends = [line for passage in after for line in _lines(passage)]
    everything = "\n".join([*lines, table, *ends])
    issuer, issued = _signed([*lines, *ends])
    title, worth = _worth(_title(lines))
    return Head(
        title,
        _document([*lines, *ends]),
        issuer,
        issued,
        _leader(everything),
        tuple(kind for kind, words in _PERIODS if re.search(words, plain(everything))),
        worth or _total([*lines, *ends]),
    )


def _lines(passage: Passage) -> list[str]:
    return [line.strip(" #*　\t") for line in passage.text.splitlines() if line.strip(" #*　\t")]


def _title(lines: Sequence[str]) -> str:
    """The last line before the table that is named like a scheme, one that a notice names, or the first that may be."""
    titles = [line for line in lines if _is_title(line)]
    named = [line for line in titles if level_of(line) is None]
    numbered = [line for line in titles if line not in named]
    noticed = [match[1] for line in lines if (match := _NOTICED.search(line))]
    may_be = [
        line
        for line in lines
        if _SHORTEST <= len(line) <= _LONGEST and _TITLE.search(_POINTS.sub("", plain(line)))
    ]
    return " ".join(next(iter([*reversed(named), *noticed, *reversed(numbered), *may_be]), "").split())


def _is_title(line: str) -> bool:
    text = _POINTS.sub("", native(plain(line)).strip())
    return (
        len(line) <= _LONGEST
        and _TITLE.search(text) is not None
        and not _FIELDS.search(text)
        and not _NOTICE.search(text)
    )


def _worth(title: str) -> tuple[str, Decimal | None]:
    """A title without the points that stand behind it: 考核表（100分）."""
    match = _POINTS.search(plain(title))
    return (title[: match.start()].strip(), number(match[1])) if match else (title, None)


def _document(lines: Sequence[str]) -> str:
    """The document's own number stands alone on its line; one inside a sentence belongs to another document."""
    for line in lines:
        match = _DOCUMENT.fullmatch(plain(line).strip())
        if match:
            return "".join(line.split())
    return ""


def _signed(lines: Sequence[str]) -> tuple[str, date | None]:
    """The last date that has a line of its own (or ends the issuer's), and the issuer before it."""
    for at in range(len(lines) - 1, -1, -1):
        text = plain(lines[at]).strip(" ()")
        match = _DATE.search(text)
        if match is None or match.end() != len(text) or len(text) > _LONGEST:
            continue
        issued = _day(match)
        before = lines[at][: match.start()].strip() or (lines[at - 1] if at else "")
        issuer = re.sub(r"\s|\(.*?\)|(?:印发|发布)", "", before)
        known = _ISSUER.fullmatch(plain(issuer)) and _BODY.search(plain(issuer))
        if issued is not None:
            return (issuer if known else ""), issued
    return "", None


def _day(match: re.Match[str]) -> date | None:
    year, month, day = (number(group.replace("○", "〇")) for group in match.groups())
    if year is None or month is None or day is None:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _leader(text: str) -> str:
    known = _LEADERS if "工作室" in text else _LEADERS[:_OWN_LEADERS]
    return next((word for word in known if word in text), "")


def _total(lines: Sequence[str]) -> Decimal | None:
    for line in lines:
        text = plain(line)
        if "百分制" in text:
            return Decimal(100)
        match = _TOTAL.search(text)
        if match and "%" not in text[: match.start()][-4:]:
            value = number(match[1] or match[2])
            if value:
                return value
    return None
