"""The table of scoring phrases: one row each, with an example and what the example gives.

A clause is held against the rows from the top; the first that fits reads it. To teach the reader a phrase, add
a row. The patterns see the plain form of a text (`numerals.plain`); they know a clause, not its cell.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from rubrics.draft import effects as e
from rubrics.draft import units
from rubrics.draft.readings import (
    added,
    always,
    at_most,
    award,
    award_each,
    bare,
    below,
    bonus,
    cap,
    deduct,
    discretion,
    extra,
    judge,
    listed,
    ranks,
    share,
    step,
    times,
    unread,
    worth,
    zero_of,
)  # fmt: skip
from rubrics.draft.tokens import BANDED, POINT, TOKENS, pattern


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row: its name, what it looks like, what it gives, and an example with what that gives."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], e.Effect]
    example: str
    gives: str


def _row(
    name: str, looks: str, read: Callable[[re.Match[str]], e.Effect], example: str, gives: str
) -> Phrase:
    return Phrase(name, pattern(looks), read, example, gives)


_CAPPED: Final = r"(?:每[月年季]度?|全年|当[月年]|年度|月度|最高|最多|至多|累计|合计|总共|总计|上限|单项|每项|本项|该项|此项|以|共计?)"

PHRASES: Final[tuple[Phrase, ...]] = (
    _row("几分到几分的档", r"{NUM}\s*分\s*\([^()]{0,4}\)\s*{RANGE}{NUM}\s*分", unread("band"), "85分（含）-95分为四星级", "unread band"),
    # more than a row, and what must not be taken for something simpler
    _row("扣满N分追加扣", r".*扣满\s*(?P<after>{NUM})\s*分[^;。0-9]{0,6}追加{DED}?\s*分?\s*{N}", extra, "扣满4分的，追加扣除10分", "extra 10 after 4"),
    _row("不得分并追加扣", r".*?(?P<zero>{ZEROED})\s*外?[,\s]*(?:并|再|另外?|同时|且|还)*\s*(?:追加{DED}?|(?:从|在|由)?{TOTAL}{DED})\s*分?\s*{N}", extra,
         "除不得分外，追加扣除10分", "extra 10 zero"),
    _row("每次从总分扣", r"{PER}{GAP}(?:追加{DED}?|(?:从|在|由)?{TOTAL}{DED})\s*分?\s*{N}", extra, "每发生一起从总分中扣2分", "extra 2 起"),
    _row("追加扣", r"(?P<v>追加{DED}?|(?:从|在|由)?{TOTAL}{DED})\s*分?\s*{N}(?:\s*(?:/|每)\s*(?:一|1)?\s*{UNIT})?", extra, "构成重大隐患的，并追加扣除20分", "extra 20"),
    _row("追加扣几分", r"扣满|追加扣|(?:从|在|由)?{TOTAL}{DED}", unread("extra"), "从总分中扣除相应分数", "unread extra"),
    _row("加扣N分", r"^[^每]*(?P<v>(?<![参增添附])[加另]{DED}){OWN}{N}", added, "造成影响的加扣2分", "once 2"),
    _row("加倍", r"(?P<f>加倍|双倍|翻倍|减半|[两二三四五2-5]倍)(?:处)?\s*(?P<side>扣|加|计|得|罚|执行)", times, "重复出现的加倍扣分", "times 2"),
    _row("扣分加倍", r"(?P<side>扣|加|计|得)分?[^,;。]{0,3}(?P<f>加倍|减半|翻倍)", times, "屡查屡犯的扣分加倍", "times 2"),
    _row("排名", r"(?:第\s*{NUM}\s*名|前\s*{NUM}\s*(?:名|位)|排名|名次|排位|末位|倒数|最后[一二三\d]名).*?(?:{SIDE}|分)",
         unread("rank"), "在全市排名前5位，得1分", "unread rank"),
    _row("按比例", r"取平均|平均值|线性|插值|按[^,;。]{0,10}比例|比例(?:扣|得|计|折)|折算|加权|[×÷*]\s*{NUM}|{NUM}\s*[×÷*]",
         unread("formula"), "按完成比例得分", "unread formula"),
    _row("每百分点", r"每(?!{OFTEN})(?P<w>[^每,;。]{0,14}?)(?P<per>{NUM}|个)\s*(?P<measure>{MEASURE})[^;。0-9]{0,16}?(?P<v>{DED}|{BON}|{AW})\s*分?\s*:?\s*{N}",
         step, "每下降5%扣0.5分", "step deduct 0.5 5 % below"),
    _row("低一个百分点", r"(?P<w>下降|降低|低|高|少|超|增)(?:出|过|于)?(?P<per>一|1)\s*(?P<measure>%|个?百分点)[^;。0-9]{0,8}(?P<v>{DED}|{BON})\s*分?\s*{N}",
         step, "低一个百分点扣1分", "step deduct 1 1 % below"),
    _row("每满几次", r"每(?!{OFTEN})\s*(?P<w>满|达到?|累计|(?:{VERB})[^每,;。]{0,6}?)?\s*(?P<per>[2-9]|[1-9][0-9]+|两|[二三四五六七八九十百]+)\s*(?P<measure>{U}|[\u4e00-\u9fff])(?![^;。]{0,3}以[上下内])[^;。0-9]{0,20}?(?P<v>{DED}|{BON}|{AW})\s*分?\s*:?\s*{N}",
         step, "因私调课每4节课扣5分", "step deduct 5 4 节 above"),
    _row("每几分扣几到几分", r"每(?!{OFTEN})[^每,;。]{0,14}?(?:{NUM}|个)\s*{MEASURE}[^;。]{0,20}?{SIDE}", unread("step"), "每下降5%扣1-2分", "unread step"),
    _row("扣百分之几", r"{DED}\s*(?:该|本|此|其)?(?:小?项|条)?(?:的)?(?:分值|标准分值?|满分|基本分|应得分|分数|分)?的?\s*(?:(?P<p>{NUM})\s*%|一半)(?=[^元款费金]{0,4}$)",
         share, "未完成的扣该项分值的50%", "share 50"),
    _row("得百分之几", r"{DED}[^,;。≥≤<>]{0,12}?{NUM}\s*%|{DED}[^,;。]{0,6}?(?:百分之|一半)|(?:分值|标准分|满分|总分|该项分)的?\s*{NUM}\s*%|得\s*{NUM}\s*%\s*(?:的|分|$)|按一半",
         unread("share"), "基本完成的得该项分值的60%", "unread share"),
    _row("酌情加分", r"酌情[^,;。]{0,6}?(?P<v>加|奖|增)[^,;。0-9]{0,4}?(?:{M})?(?!\s*分?{RANGE})(?=[^0-9]|$)", discretion, "其它奖项酌情加分", "discretion bonus"),
    _row("几等加几分", r"(?P<names>(?:[^、;。]{1,12}、)+[^、;。]{1,20}?),?\s*分别\s*(?P<v>{BON})\s*(?P<a>{NUM})\s*分?{RANGE}(?P<b>{NUM})\s*分",
         ranks, "创成县级、市级、省级文明村的分别加1－3分", "listed bonus 1 2 3"),
    _row("几、几级加几分", r"(?P<names>(?:[一二三四五国省市县区部校厂]、)+[一二三四五国省市县区部校厂](?=[级等星])[^、;。]{0,20}?),?\s*(?P<v>{BON})\s*(?P<a>{NUM})\s*分?{RANGE}(?P<b>{NUM})\s*分",
         ranks, "创成四、五星级文化礼堂，加0.5－1分", "listed bonus 0.5 1"),
    _row("每处扣几到几分", r"{PER}{GAP}(?P<v>{DED}|{AW}|{BON})\s*分?\s*:?\s*(?P<a>{NUM})\s*分?{RANGE}(?P<b>{NUM})\s*分", judge, "每处扣1-2分", "judge deduct 1 2 处"),
    _row("扣几到几分/处", r"(?P<v>{DED}|{AW}|{BON})\s*分?\s*:?\s*(?P<a>{NUM})\s*分?{RANGE}(?P<b>{NUM})\s*分\s*(?:/|每)\s*(?:一|1)?\s*{UNIT}", judge, "损坏公物扣1～2分/次",
         "judge deduct 1 2 次"),
    _row("扣几到几分", r"(?P<v>{DED}|{AW}|{BON})\s*分?\s*:?\s*(?P<a>{NUM})\s*分?{RANGE}(?P<b>{NUM})\s*分", judge, "制度不完善的，扣3－5分", "judge deduct 3 5"),
    _row("几到几分", r"(?<![0-9.])(?P<a>{NUM})\s*分?{RANGE}(?P<b>{NUM})\s*分(?!钟)", judge, "落实较好的2～3分", "judge award 2 3"),
    _row("酌情扣分", r"{JUDGE}[^;。0-9]{0,14}?(?P<v>扣除|扣减|扣|减)\s*分?\s*(?:{M})?(?!\s*分?{RANGE})", discretion, "资料不齐全酌情扣分", "discretion deduct"),
    _row("酌情给分", r"{JUDGE}[^;。]{0,14}?(?:扣|减|得分|给分|计分|打分|评分|赋分|加分|{N})", unread("discretion"), "视完成情况给分", "unread discretion"),
    _row("另一项不得分", r"(?:\"(?P<name>[^\"]+)\"\s*[项类]?|(?P<section>[本该此](?:大项|大类|类|章|节|部分|模块|单元|一级指标))|[本该此](?:表|年度)|总分|总成绩|全部|所有|(?:当|本)?[年月季]?度?考核(?:总分|得分)?)(?:分值?)?\s*{ZEROED}",
         zero_of, "未编制应急预案的“应急预案”项不得分", "zero 应急预案"),
    _row("第几项不得分", r"第\s*{NUM}\s*[项条款类](?:分值?)?\s*{ZEROED}", unread("zero_group"), "未建账的第3项不得分", "unread zero_group"),
    # caps that stand alone; one behind its own clause is a tail of it
    _row("扣完为止", r"^[^0-9]{0,14}(?:直至|扣至|以)?扣(?:完|到0分|至0分)(?:{N}|[^0-9,;。]{0,10})?(?:为止|即止|止)|^[^0-9]{0,8}(?:(?:不计|无)负分|扣至0分)(?P<none>)?",
         cap, "扣完为止", "floor"),
    _row("最高不超过", rf"^(?:{_CAPPED}|[,\s(]|扣分|加分总[分计值]?|加分|得分|扣|加|得|奖励?|分值?)*(?:不得?超过|不高于|不多于|最高为|最多为|上限为?|封顶为?|限|以)\s*(?:{{DED}}|{{BON}}|{{AW}})?\s*分?\s*{{N}}",
         cap, "最高不超过5分", "cap 5"),
    _row("最多扣", rf"^(?=[^0-9]*(?:最高|最多|至多|累计|合计|总|共))(?:{_CAPPED}|扣分|加分|得分|[,\s(])+(?:{{DED}}|{{BON}}|{{AW}})?\s*分?\s*{{N}}", cap, "最多扣3分", "cap 3"),
    _row("封顶", r"^[^0-9,;。]{0,6}{N}\s*(?:封顶|为限|为止|为上限)", cap, "3分封顶", "cap 3"),
    # zero of the row
    _row("不得分", r"{ZEROED}|(?<![安健齐完不周保成])全(?:部|额)?扣(?!\s*[0-9])|扣(?:除|减|完|光|掉)?[本该此]?[项条题]?的?(?:全部|所有|全)(?:分值?|分数|得分|标准分)|(?:全部|分值|分数)扣(?:完|光|除|掉)|扣光|扣完(?![^,;。]{0,10}(?:为止|即止|止))",
         always(e.Zero()), "无制度不得分", "zero"),
    _row("最高扣到几分", r"[^,\s].*(?:最高|最多|至多)可?(?P<v>{DED}|{BON})\s*分?\s*{N}", at_most, "检查不到位的，最高扣10分", "discretion deduct 10"),
    _row("最高得几分", r"[^,\s].*(?:最高|最多|至多)可?{AW}\s*分?\s*{N}", unread("range"), "效果好的最高得10分", "unread range"),
    # deductions, the unit behind the amount first
    _row("扣N分/项", r"(?P<v>{DED}){OWN}{N}\s*(?:/|每)\s*(?:一|1)?\s*{UNIT}", deduct, "更新不及时扣2分/项", "each 2 项"),
    _row("按N分/个扣分", r"(?P<v>按)\s*{N}\s*(?:/|每)\s*{UNIT}\s*[^,;。]{0,6}?扣分?", deduct, "未在限期内整改到位的按0.5分/个扣分", "each 0.5 个"),
    _row("每项分别N分", r"{PER}{GAP}(?P<v>(?:分别|依次)\s*(?:{DED}|{BON}|{AW}))\s*{N}(?P<rest>(?:\s*[、,和]\s*{NUM}\s*分)+)", listed,
         "新增国家、省、市级机构的，每项分别得5分、3分、1分", "listed award 5 3 1 项"),
    _row("每处扣N分", r"{PER}{GAP}(?P<v>{DED}){OWN}{N}", deduct, "台账记录不规范每处扣2分", "each 2 处"),
    _row("少一次扣N分", r".*{ONE}{GAP}(?P<v>{DED}){OWN}{N}", deduct, "台账记录不详实，一处扣1分", "each 1 处"),
    _row("低于几人扣N分", r"(?:低于|少于|不足|未达到?|达不到|不到|未满|小于|<)\s*{NUM}\s*{U}{GAP}(?P<v>{DED}){OWN}{N}",
         below, "低于一人扣5分", "once 5"),
    _row("各扣N分", r"(?P<v>(?:各自?|均|分别)\s*{DED}){OWN}{N}(?P<rest>(?:\s*[、,和]\s*{NUM}\s*分)*)", listed,
         "未签订责任书、未落实措施的分别扣10分、5分", "listed deduct 10 5"),
    _row("-N分", r"(?:^|(?<=[\u4e00-\u9fff)\":]))(?<!\(含\))\s*(?P<v>-)\s*{N}", deduct, "无考核记录-3分", "once 3"),
    _row("扣N分", r"(?P<v>{DED}){OWN}{N}", deduct, "未建立档案扣2分", "once 2"),
    _row("扣考核分N分", r"(?P<v>{DED})(?:考核|绩效|标准|基本|基础|平时|日常|该项|本项)?(?:分值?|得分|分数|成绩)\s*{N}", deduct, "未参加的扣考核分2分", "once 2"),
    _row("扣别人N分", r"{DED}[^,;。0-9]{2,16}?{N}", unread("subject"), "扣负有责任的车籍地10分", "unread subject"),
    # bonus
    _row("加N分/项", r"(?P<v>{BON})\s*分?\s*:?\s*{N}\s*(?:/|每)\s*(?:一|1)?\s*{UNIT}", bonus, "获集团公司成果奖励加2分/项", "bonus 2 项"),
    _row("每项加N分", r"{PER}{GAP}(?P<v>{BON})\s*分?\s*:?\s*{N}", bonus, "每多报告一条线索奖励0.2分", "bonus 0.2 条"),
    _row("一项加N分", r".*{ONE}{GAP}(?P<v>{BON})\s*分?\s*:?\s*{N}", bonus, "有一项获奖的加3分", "bonus 3 项"),
    _row("N分加分", r"(?<![0-9.lIOo])(?P<v>){N}\s*(?:予以|给予|进行)?(?:加分|奖励)\s*$", bonus, "市级表彰1分加分", "bonus 1"),
    _row("分别加N分", r"(?P<v>分别\s*{BON}|各\s*{BON})\s*{N}(?P<rest>(?:\s*[、,和]\s*{NUM}\s*分)*)", listed,
         "获国家、省、市级奖励的分别加5分、3分、1分", "listed bonus 5 3 1"),
    _row("加N分", r"(?P<v>{BON})\s*分?\s*:?\s*{N}", bonus, "创成示范单位的，加5分", "bonus 5"),
    # awards
    _row("得满分", r"(?:计|记|评|给|得|赋)\s*(?:满|全)分(?!\s*[0-9])", always(e.Award(None)), "有，并落实，得满分", "award full"),
    _row("每项得N分", r"{PER}{GAP}{AW}\s*分?\s*:?\s*{N}", award_each, "每开展一次培训得2分", "step award 2 1 次 above"),
    _row("得N分/项", r"{AW}\s*分?\s*:?\s*{N}\s*(?:/|每)\s*(?:一|1)?\s*(?P<counted>{U})", award_each, "发表论文得2分/篇", "step award 2 1 篇 above"),
    _row("1项1分", r"(?:^|[,、\s])[每共]?(?:一|1)(?![级等星])\s*(?P<counted>{U})\s*{N}", award_each, "共4项，1项1分", "step award 1 1 项 above"),
    _row("一篇得N分", r"{ALONE}(?:一|1)\s*(?P<counted>{U})\s*的?,?\s*{AW}\s*分?\s*:?\s*{N}", award_each, "省级媒体报道1篇得1分", "step award 1 1 篇 above"),
    _row("各得N分", r"(?P<v>(?:各自?|均|分别)\s*(?:得|占|计))\s*{N}(?P<rest>(?:\s*[、,和]\s*{NUM}\s*分)*)", listed,
         "有计划、有总结的各得1分", "listed award 1"),
    _row("满分N分", r"(?:(?<![得评给计赋])满分|分值|标准分|基准分|基础分|基本分|总分|[本该此]项(?:满分|共计?|总分|分值)?|^\s*共计?)\s*(?:为|是)?\s*:?\s*{N}",
         worth, "本项满分10分", "worth 10"),
    _row("得N分", r"(?P<v>{AW})\s*(?:满?分)?\s*:?\s*{N}", award, "建立设备设施台账得 1 分", "award 1"),
    # the rest: named if it scores
    _row("一票否决", r"一票否[决优]|否决", always(e.Veto()), "发生重大安全事故的一票否决", "veto"),
    _row("取消资格", r"取消[^,;。]{0,14}(?:资格|称号|评[优先]|命名)|摘牌", unread("veto"), "弄虚作假的取消评优资格", "unread veto"),
    _row("几分以上", r"{NUM}\s*分\s*(?:\([^()]{0,6}\))?\s*(?:及|或|含)?\s*以[上下内]", unread("band"), "90分以上为优秀", "unread band"),
    _row("不计入总分", r"不(?:计入|纳入|列入)[^,;。]{0,8}(?:总分|考核|成绩|得分)|仅作[^,;。]{0,8}参考|不作为[^,;。]{0,10}考核", always(e.Exempt()),
         "加分项不作为年度综合考核内容，仅作为激励参考", "exempt"),
    _row("就高不重复", r"(?:按|取)[^,;。]{0,8}(?:最?高|就高)[^,;。]{0,8}(?:加|计|得|奖)|^只?取[^,;。]{0,4}最高(?:项|者|值|分|级|奖项|等级|级别)?$|就高不就低|就高(?:原则|标准)?[^,;。]{0,4}(?:加|计|得|奖)分?|不重复(?:加|计|奖|得)|不累(?:计|加)", always(e.Best()),
         "同一项目按照分值高的加分，不重复加分", "best"),
    _row("不扣分", r"不(?:再|予|另|作|重复)*扣分?|免(?:予|于)?扣|不倒扣|不重复(?:扣|加|计|得)", always(e.Exempt()), "辖区未创建的不扣分", "exempt"),
    _row("N分/项", r"(?<![0-9.lIOo/~-]){N}\s*(?:/|每)\s*(?:一|1)?\s*{UNIT}[)\"]?\s*$", bare, "未戴安全帽2分/次", "bare 2 次"),
    _row("每项N分", r"{PER}\s*[,:]?\s*{N}\s*$", bare, "未戴安全帽每人次2分", "bare 2 人次"),
    _row("N分", r"(?<![0-9.lIOo/]){N}[)\"]?\s*[。.,;、:]*\s*(?=$|(?:只)?(?:取|按|就|不重|不累)[^,;。]{1,12}$)", bare, "有年度计划（2分）", "bare 2"),
    _row("其他计分语", r"{M}|(?:扣分|减分|加分|得分|计分|打分|记分|赋分|满分|负分)(?!项目?|标准|办法|细则|表|值|原因|情况|率)|扣\s*[0-9]", unread("unknown"),
         "由考核组评议后计分", "unread unknown"),
)  # fmt: skip
"""All phrases, in the order in which a clause is held against them."""


ENDS: Final = re.compile(
    rf"(?:(?<![0-9.lIOo]){POINT}\s*分(?!钟|之|公司|贝|米|局|厂|院|校|店){BANDED}(?:\s*(?:/|每)\s*(?:一|1)?{units.UNIT})?"
    rf"|{TOKENS['{ZEROED}']}|得满分(?!\s*[0-9])|不(?:再|予|另)?扣分|(?<![安健齐完不周保成])全(?:部|额)?扣(?!\s*[0-9])|酌情(?:扣|加|减|奖)分|(?:加倍|减半|翻倍)[扣加计]分|[扣加]分(?:加倍|减半|翻倍)|一票否[决优](?=\s*(?:[,;。)]|$)))[)\"]*"
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
