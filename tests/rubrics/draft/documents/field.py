"""Documents of still other houses: courts of residents, canteens, sewage works, libraries, fire brigades."""

from typing import Final

from tests.rubrics.draft.builders import excel, rows, tabbed, word
from tests.rubrics.draft.documents.sample import Sample

SAMPLES: Final = (
    Sample(
        "污水厂.docx",
        "measures against limits, minutes late, exemptions, sampling instructions",
        word(
            "污水处理厂运行监管考核评分细则",
            rows("""
考核类目|考核项目|分值|考核内容|评分标准|检查方法
一、水质管理（50分）|出水水质|30|出水达到一级A标准|每发现一项指标超标扣5分；超标一倍以上的本项不得分|查在线监测数据
^|污泥含水率|20|污泥含水率不高于80%|每超过1个百分点扣2分|每次抽检3个样品
二、运行管理（50分）|设备完好率|20|设备完好率不低于95%|每低1%扣1分|现场抽查
^|应急响应|15|接到通知30分钟内到场|每迟到10分钟扣2分|查调度记录
^|台账管理|15|台账齐全、真实|台账缺失每本扣3分；弄虚作假的，除本项不得分外，追加扣除10分；因停电等不可抗力造成的不扣分|查台账
"""),
        ),
        """
1 水质管理 50
1.1 30: each 5 项; zero
1.2 20: step 2 per 1 % above from 80
2 运行管理 50
2.1 20: step 1 per 1 % below from 95
2.2 15: step 2 per 10 分钟 above from 0
2.3 15: each 3 本; zero; extra 10
""",
    ),
    Sample(
        "图书馆.xlsx",
        "points first, standard in two columns, one for losses, one for gains, group totals as merged numbers",
        excel(
            {
                "评估": rows("""
序号|一级指标|一级分值|二级指标|二级分值|评估内容|扣分项|加分项
1|服务效能|60|开放时间|20|每周开放不少于56小时|每少1小时扣2分|
2|^|^|读者活动|20|全年活动不少于12场次|每少1场次扣1分|获省级以上表彰加2分
3|^|^|服务投诉|20|无有效投诉|每发生1起扣5分|
4|业务建设|40|文献入藏|20|年入藏1000种以上|每少100种扣2分|
5|^|^|数字资源|20|建有数字资源平台|未建平台扣10分；平台不能访问扣5分|自建特色数据库每个加1分
"""),
            }
        ),
        """
1 服务效能 60
1.1 20: each 2 小时
1.2 20: each 1 场次 ≤12
1.3 20: each 5 起
2 业务建设 40
2.1 20: step 2 per 100 种 below from 1000
2.2 20: once 10; once 5
+ bonus 2 次 ≤1
+ bonus 1 个
""",
    ),
    Sample(
        "消防达标.docx",
        "a standard of several numbered losses in one cell, group headings over the whole width with their points",
        word(
            "消防安全重点单位达标创建验收评分表",
            "单位名称：                    验收日期：",
            rows("""
序号|验收内容|分值|评分标准|实得分
一、消防安全责任（30分）|<|<|<|<
1|明确消防安全责任人、管理人|10|1.未明确责任人扣5分；2.未明确管理人扣3分；3.职责不清扣2分。|
2|签订消防安全责任书|20|1.未签订不得分；2.少签一份扣1分。|
二、设施管理（70分）|<|<|<|<
3|消防设施完好有效|40|1.自动报警系统故障扣10分；2.室内消火栓无水扣10分，水压不足每个扣2分；3.灭火器失效每具扣1分，最多扣5分。|
4|疏散通道畅通|30|1.安全出口锁闭的，此项不得分；2.疏散通道堆放杂物每处扣3分；3.疏散指示标志损坏每个扣1分。|
总得分|<|<|<|
验收结论：□达标 □不达标|<|<|<|<
"""),
        ),
        """
1 消防安全责任 30
1.1 10: once 5; once 3; once 2
1.2 20: zero; each 1 份
2 设施管理 70
2.1 40: once 10; once 10; each 2 个; each 1 具 ^5
2.2 30: zero; each 3 处; each 1 个
""",
    ),
    Sample(
        "食堂考核.xlsx",
        "no group column, losses as negative numbers, one requirement a row",
        excel(
            {
                "食堂": [
                    ["职工食堂月度考核表", "<", "<", "<"],
                    ["检查内容", "扣分值", "实扣", "备注"],
                    ["工作人员未穿戴工作服、帽", -1, None, "每人次"],
                    ["餐具未消毒", -5, None, None],
                    ["饭菜中有异物", -5, None, "每次"],
                    ["卫生区域脏乱", "-2/处", None, None],
                    ["合计（满分50分）", "<", None, None],
                ]
            }
        ),
        """
1 职工食堂月度考核表 50
1.1 50: each 1 人次; once 5; each 5 次; each 2 处
""",
    ),
    Sample(
        "师德考核.docx",
        "a teacher's year: levels in sentences, a share, a whole sheet lost",
        word(
            "教师师德师风考核量化评分表",
            "姓名：        学科：        考核等次：",
            rows("""
考核项目|考核要求|标准分|评分办法|自评|组评
爱国守法|拥护党的领导，遵守法律法规|20|有违法行为的，总分计0分；参与有偿补课的，本项不得分||
爱岗敬业|教案齐全，批改认真|30|教案缺一课时扣1分；作业批改不及时每次扣1分；旷课一节扣5分||
关爱学生|不体罚、不歧视学生|30|体罚或变相体罚学生每次扣10分；造成恶劣影响的扣全部分值||
为人师表|着装得体，举止文明|20|好：20分；较好：15分；一般：10分；差：0分||
合计||100|||
"""),
        ),
        """
1 教师师德师风考核量化评分表 100
1.1 20: zero sheet; zero
1.2 30: each 1 课时; each 1 次; each 5 节
1.3 30: each 10 次; zero
1.4 20: level 好 20; level 较好 15; level 一般 10; level 差 0
""",
    ),
    Sample(
        "网格员.txt",
        "from the clipboard: evidence before the standard, units behind slashes, several sentences without points",
        tabbed(
            "社区网格员月度绩效考核表",
            rows("""
考核内容|权重|印证材料|计分规则
信息采集|30%|平台数据|信息采集率低于95%扣5分；信息错误0.5分/条
走访巡查|30%|走访日志|每日走访不少于10户，少走访一户扣0.5分；走访日志未填写扣2分/天
事件处置|25%|平台工单|超期未办结扣2分/件，推诿扯皮被投诉查实的扣5分/次
学习培训|15%|签到表|无故缺席扣3分/次。培训内容以街道通知为准。
"""),
        ),
        """
1 社区网格员月度绩效考核表 100
1.1 30: once 5; each 0.5 条
1.2 30: each 0.5 户; each 2 天
1.3 25: each 2 件; each 5 次
1.4 15: each 3 次
""",
    ),
    Sample(
        "重点工作.docx",
        "groups named down the side and again on the next page, sums in words, a cap in brackets before its clause",
        word(
            "乡镇重点工作考核评分细则（满分六十分）",
            rows("""
工作类别|工作任务|分值|考核评分标准
项目建设（三十分）|项目开工|15分|未按期开工的，每个扣3分
^|项目投资|15分|完成年度投资计划的得15分；完成90%以上的得10分；完成80%以上的得5分；低于80%的不得分
"""),
            "- 1 -",
            rows("""
工作类别|工作任务|分值|考核评分标准
项目建设（续）|征地拆迁|0分|无
信访维稳（三十分）|越级上访|15分|发生进京访的，每人次扣5分；赴省访的，每人次扣2分；（扣完为止）
^|矛盾化解|15分|（最高扣9分）积案未化解的每件扣3分；未建立台账的扣6分
"""),
        ),
        """
1 项目建设 30
1.1 15: each 3 个
1.2 15: tier 15; tier 10; tier 5; tier 0
2 信访维稳 30
2.1 15: each 5 人次; each 2 人次
2.2 15: each 3 件 ^9; once 6
""",
    ),
)
