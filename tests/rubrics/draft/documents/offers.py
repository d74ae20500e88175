"""Documents of towns, laboratories, suppliers: both signs under one heading, a minus behind a colon, bounds with signs."""

from typing import Final

from tests.rubrics.draft.builders import excel, rows, word
from tests.rubrics.draft.documents.sample import Sample

SAMPLES: Final = (
    Sample(
        "乡镇工会.docx",
        "a town: items as paragraphs behind their points, gains and losses under one heading, their cap in a note",
        word(
            "乡镇（街道）工会年度重点工作考核细则",
            "一、基础工作（30分）",
            "1．建会入会（10分）。辖区企业建会率达90%以上得10分，80%以上得6分，80%以下不得分。",
            "2．阵地建设（10分）。建有职工服务中心得5分，有专人管理得2分，活动记录完整得3分。",
            "3．信息报送（10分）。全年报送信息不少于24条，每缺1条扣0.5分；未被区级以上采用的扣2分。",
            "二、重点工作（60分）",
            "4．工资集体协商（20分）。企业签订率达到85%得满分，每低2个百分点扣1分，低于60%不得分。",
            "5．劳模服务（20分）。走访慰问、体检疗养落实到位，漏一人扣2分；劳模信息更新不及时的每次扣1分。",
            "6．职工维权（20分）。发生集体上访事件的一次扣5分；处置不力造成恶劣影响的，此项不得分。",
            "三、满意度测评（10分）",
            "7．由基层工会评议打分，满意率90%以上得10分，每降低1%扣0.5分。",
            "四、加减分",
            "8．工作经验在市级会议交流的加2分；省级会议交流的加3分；受到上级表彰的按国家级5分、省级3分、市级1分加分；同一事项不重复计算。",
            "9．未完成交办任务的，每项减1分；被通报批评的，每次减2分。",
            "注：加分总分不超过10分，减分不设下限。",
        ),
        """
1 基础工作 30
1.1 10: tier 10; tier 6; tier 0
1.2 10: award 5; award 2; award 3
1.3 10: each 0.5 条 ≤24; once 2
2 重点工作 60
2.1 20: step 1 per 2 % below from 85; zero
2.2 20: each 2 人; each 1 次
2.3 20: each 5 次; zero
3 满意度测评 10
3.1 10: step 0.5 per 1 % below from 90
+ bonus 2 次 ≤1
+ bonus 3 次 ≤1
+ bonus 1 次 ≤1
+ bonus 5 次 ≤1
+ bonus 3 次 ≤1
- each 1 项
- each 2 次
(best 4.1+4.2+4.3+4.4+4.5)
""",
    ),
    Sample(
        "实验室安全.xlsx",
        "a laboratory: rows that head their group, the standard before the points, losses behind a colon with a minus",
        excel(
            {
                "实验室": rows("""
附件4|<|<|<|<|<
实验室安全检查评分表（每季度检查1次）|<|<|<|<|<
条款号|检查要点|评分说明|权重分|检查结果|<
^|^|^|^|符合|不符合
1|责任体系（10）|<|<|<|<
1.1|签订安全责任书|全部签订得4分；有缺漏，每缺1人扣0.5分|4||
1.2|值班记录|每缺一天扣0.2分，记录不规范酌情扣分|6||
2|危化品管理（50）|<|<|<|<
2.1|双人双锁|未实行双人双锁管理的，本条款不得分|20||
2.2|台账|账物不符，1种扣2分；无台账扣10分|10||
2.3|废弃物|随意倾倒，发现1次扣20分，并通报批评|20||
3|消防设施（40）|<|<|<|<
3.1|通道|堵塞、占用：-5分/处|20||
3.2|器材|过期：-2分/具；缺失：-4分/具|20||
总分|<|<|100||
""")
            }
        ),
        """
1 责任体系 10
1.1 4: each 0.5 人
1.2 6: each 0.2 天; discretionary deduct
2 危化品管理 50
2.1 20: zero
2.2 10: each 2 种; once 10
2.3 20: each 20 次
3 消防设施 40
3.1 20: each 5 处
3.2 20: each 2 具; each 4 具
""",
    ),
    Sample(
        "供应商评价.md",
        "a factory of suppliers: bounds with signs before the amounts, a trend in the words, no group",
        """# 供应商年度评价打分表

| 评价项 | 满分 | 打分规则 | 评价部门 |
|:--|:-:|:--|:--|
| 质量（Q） | 40 | 一次交检合格率≥99%：40分；97%～99%：30分；95%～97%：20分；＜95%：0分 | 质量部 |
| 交付（D） | 30 | 准时交付率每低1%扣2分；断线一次扣10分 | 物流部 |
| 成本（C） | 20 | 年降≥3%得20分，≥2%得15分，≥1%得10分，无年降得5分 | 采购部 |
| 服务（S） | 10 | 响应及时10分，较及时6分，不及时0分 | 采购部 |
| 合计 | 100 |  |  |

注：出现批量质量事故的，取消供货资格。
""".encode(),
        """
1 供应商年度评价打分表 100
1.1 40: tier 40; tier 30; tier 20; tier 0
1.2 30: each 10 次
1.3 20: tier 20; tier 15; tier 10; tier 5
1.4 10: tier 10; tier 6; tier 0
! 1.2 step
! - veto
""",
    ),
)
