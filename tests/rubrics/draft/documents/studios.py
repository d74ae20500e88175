"""Documents of studios, markets, dormitories, leagues: amounts without a verb, for each, by tier, or for the whole."""

from typing import Final

from tests.rubrics.draft.builders import excel, rows, word
from tests.rubrics.draft.documents.sample import Sample

SAMPLES: Final = (
    Sample(
        "工作室星级.docx",
        "a studio: kinds of patents with points for each, the highest prize only, tiers in a parenthesis behind their amount, a veto over the whole width",
        word(
            "附件2",
            "省级劳模和工匠人才创新工作室星级评定标准",
            "（总分100分，90分以上为五星，80-89分为四星，70-79分为三星）",
            rows("""
类别|序号|内　容|赋分|评 分 说 明|评分|备注
建设规范（20分）|1|有固定场所，面积不少于50平方米|5|面积每少10平方米扣1分||
^|2|工作室成员不少于10人，结构合理|5|少1人扣0.5分；无高级工以上成员扣2分||
^|3|制度上墙，经费有保障|10|制度3分，年度经费10万元以上7分（5-10万元5分，5万元以下2分）||
创新成果（50分）|4|近三年获得专利|20|发明专利每项5分，实用新型每项2分，外观设计每项1分，累计不超过20分||
^|5|获奖情况|15|国家级15分，省级10分，市级5分，取最高项||
^|6|成果转化产生经济效益|15|100万元以上15分，50万元至100万元10分，50万元以下5分，无效益0分||
人才培养（30分）|7|师带徒|15|每培养1名高级技师得5分，技师得3分，高级工得1分||
^|8|开展培训|15|每年培训不少于4次，每次得3分，另有网络课程得3分||
一票否决|<|弄虚作假、发生安全事故的，取消评定资格|<|<|<|<
"""),
        ),
        """
1 建设规范 20
1.1 5: step 1 per 10 平方米 below from 50
1.2 5: each 0.5 人 ≤10; once 2
1.3 10: award 3; tier 7; tier 5; tier 2
2 创新成果 50
2.1 20: step 5 per 1 项 above from 0 award; step 2 per 1 项 above from 0 award; step 1 per 1 项 above from 0 award
2.2 15: tier 15; tier 10; tier 5
2.3 15: tier 15; tier 10; tier 5; tier 0
3 人才培养 30
3.1 15: step 5 per 1 名 above from 0 award; step 3 per 1 名 above from 0 award; step 1 per 1 名 above from 0 award
3.2 15: step 3 per 1 次 above from 0 award; award 3
* veto sheet
! - band
! - band
""",
    ),
    Sample(
        "安全目标.xlsx",
        "targets and what they are measured in stand in columns of their own, weights as points, a veto instead of a weight",
        excel(
            {
                "Sheet1": rows("""
2025年度安全环保目标责任制考核评分表|<|<|<|<|<|<|<
指标类型|指标名称|单位|目标值|权重|计分规则|完成值|得分
结果指标|工亡事故|起|0|否决|发生一起，年度考核为零分||
^|轻伤事故|起|≤1|20|每超1起扣10分，扣完为止||
^|隐患整改率|%|≥98|20|每低于目标值1个百分点扣2分||
过程指标|安全培训|次|12|15|完成率100%得满分，每少1次扣1.5分||
^|应急演练|次|2|15|少1次扣7.5分||
^|安全投入|万元|50|15|按完成比例计分||
^|标准化建设|/|/|15|一级15分，二级12分，三级8分，未达标0分||
合计|<|<|<|100|||
""")
            }
        ),
        """
1 结果指标 40
1.1 0: zero sheet
1.2 20: each 10 起
1.3 20: step 2 per 1 % below from 98
2 过程指标 60
2.1 15: each 1.5 次
2.2 15: each 7.5 次
2.3 15: ?
2.4 15: tier 15; tier 12; tier 8; tier 0
! 2.3 formula
""",
    ),
    Sample(
        "农贸市场.txt",
        "a market: one item over several rows of the clipboard, +5 as points of what is added",
        """XX区农贸市场“红黑榜”检查评分细则
检查内容\t分值\t扣分标准\t扣分
证照公示\t10\t经营户未亮证经营，1户扣1分\t
计量器具\t10\t未检定或缺斤少两的，1处扣2分；公平秤缺失扣5分\t
环境卫生\t30\t1.地面有积水、垃圾：1处扣1分；\t
\t\t2.下水道堵塞、异味：1处扣2分；\t
\t\t3.卫生间脏：扣3分；\t
\t\t4.“四害”孳生：扣5分；\t
食品安全\t30\t未落实索证索票制度，1户扣2分；销售过期食品，1起扣10分；检测室未按日检测并公示的，缺1天扣1分\t
消防安全\t20\t消防通道占用1处扣5分；灭火器过期1具扣1分；私拉电线的，不得分\t
附加\t+5\t获市级以上媒体正面报道加2分，被市级以上通报批评扣5分\t
""".encode(),
        """
1 XX区农贸市场“红黑榜”检查评分细则 100
1.1 10: each 1 户
1.2 10: each 2 处; once 5
1.3 30: each 1 处; each 2 处; once 3; once 5
1.4 30: each 2 户; each 10 起; each 1 天
1.5 20: each 5 处; each 1 具; zero
+ bonus 2 次 ≤1
- once 5
""",
    ),
    Sample(
        "职工宿舍.docx",
        "a notice: items as sentences behind their points, the title only in the notice, money in the last article",
        word(
            "关于印发《职工宿舍安全卫生检查评比办法》的通知",
            "一、检查内容及评分标准（100分制）",
            "（一）安全（40分）：1.私接电线、使用大功率电器的，一次扣20分。2.室内吸烟，每次扣10分。3.门窗、插座损坏不报修扣5分。",
            "（二）卫生（40分）：1.地面、桌面不整洁各扣3分。2.被褥未叠扣2分/床。3.卫生间有异味、污垢的扣5分。4.垃圾未倒扣3分。",
            "（三）纪律（20分）：1.晚归一人次扣2分。2.留宿外来人员的本项不得分。",
            "二、奖惩",
            "月平均95分以上的宿舍奖励200元，80分以下的通报批评，连续两个月80分以下的取消住宿资格。",
            "后勤保障部",
            "2025年1月8日",
        ),
        """
1 检查内容及评分标准（100分制） 100
1.1 40: each 20 次; each 10 次; once 5
1.2 40: listed 3; listed 3; each 2 床; once 5; once 3
1.3 20: each 2 人次; zero
! - veto
""",
    ),
    Sample(
        "红旗支部.docx",
        "a youth league: amounts in parentheses beside one loss, so much each and so much together",
        word(
            "“五四红旗团支部”评选量化表",
            rows("""
评比内容|评分细则|满分值|自评分|审核分
班子建设|1.支委健全（3分） / 2.分工明确（3分） / 3.每学期支委会不少于5次（4分），少一次扣1分|10||
组织生活|团课每学期≥4次（每次2分，共8分）；主题团日每月一次（每次1分，共12分）|20||
团员发展|程序规范、材料完整10分；材料缺1份扣2分；发展比例超标不得分|10||
志愿服务|人均志愿时长20小时及以上15分，15-20小时10分，10-15小时5分，10小时以下0分|15||
创新创业|国家级立项每项10分、省级每项5分、校级每项2分（上限25分）|25||
宣传|校级媒体每篇1分，市级每篇2分，省级以上每篇5分，最高20分|20||
"""),
        ),
        """
1 “五四红旗团支部”评选量化表 100
1.1 3+3+4: zero; zero; each 1 次
1.2 20: step 2 per 1 次 above from 0 award ^8; step 1 per 1 次 above from 0 award ^12
1.3 10: each 2 份; zero
1.4 15: tier 15; tier 10; tier 5; tier 0
1.5 25: step 10 per 1 项 above from 0 award; step 5 per 1 项 above from 0 award; step 2 per 1 项 above from 0 award
1.6 20: step 1 per 1 篇 above from 0 award; step 2 per 1 篇 above from 0 award; step 5 per 1 篇 above from 0 award
""",
    ),
)
