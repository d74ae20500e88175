"""More documents from practice: words down narrow columns, weights, fault lists of two columns, grades inside sentences."""

from typing import Final

from tests.rubrics.draft.builders import excel, piped, rows, tabbed, word
from tests.rubrics.draft.documents.sample import Sample

SAMPLES: Final = (
    Sample(
        "院感检查.docx",
        "a ward round: words down a narrow column, blanks in the heads, questions to staff",
        word(
            "医院感染管理质量考核评分标准",
            "科室：            检查时间：           得分：",
            rows("""
项 目|检 查 内 容|分 值|评 分 标 准|扣 分 原 因|得 分
组 / 织 / 管 / 理|1.科室成立感染管理小组，职责明确|5分|无小组不得分，职责不明确扣2分||
^|2.每月有自查记录，有原因分析及整改措施|10分|缺1次自查记录扣2分；无原因分析、无整改措施各扣1分||
^|3.医务人员掌握院感知识|10分|现场提问2人，1人回答不全扣1分，不知晓扣2分||
消 / 毒 / 隔 / 离|4.无菌物品在有效期内|15分|发现一件过期物品扣5分||
^|5.治疗室、换药室每日消毒并记录|20分|未消毒一次扣3分，记录缺项每处扣0.5分||
^|6.手卫生设施齐全，依从率≥80%|20分|设施缺一项扣2分；依从率每下降5%扣1分||
医 / 疗 / 废 / 物|7.分类收集，交接登记齐全|20分|混放一次扣5分，登记漏项一处扣0.5分，流失者此项不得分||
合 计||100分|||
"""),
        ),
        """
1 组织管理 25
1.1 5: zero; once 2
1.2 10: each 2 次; listed 1; listed 1
1.3 10: each 1 人; each 2 人
2 消毒隔离 55
2.1 15: each 5 件
2.2 20: each 3 次; each 0.5 处
2.3 20: each 2 项; step 1 per 5 % below from 80
3 医疗废物 20
3.1 20: each 5 次; each 0.5 处; zero
""",
    ),
    Sample(
        "绩效指标.xlsx",
        "indicators with weights and targets in columns of their own, tiers beside steps",
        excel(
            {
                "KPI": rows("""
2024年度部门绩效考核指标表|<|<|<|<|<
序号|指标名称|权重|目标值|评分标准|数据来源
1|产值完成率|30|100%|完成目标得满分，每低1个百分点扣1分|财务部
2|设备完好率|20|≥98%|每降低0.5个百分点扣1分，扣完为止|设备部
3|安全事故|20|0起|发生轻伤事故每起扣10分，发生重伤及以上事故不得分|安全部
4|客户满意度|15|90%|≥90%得15分；80%≤满意度＜90%得10分；＜80%得0分|市场部
5|培训计划完成|15|12次|每少一次扣2分|人事部
"""),
            }
        ),
        """
1 2024年度部门绩效考核指标表 100
1.1 30: step 1 per 1 % below from 100
1.2 20: step 1 per 0.5 % below from 98
1.3 20: each 10 起; zero
1.4 15: tier 15; tier 10; tier 0
1.5 15: each 2 次 ≤12
""",
    ),
    Sample(
        "驾驶员违规.docx",
        "a fault list of two columns under headings, taken from 100",
        word(
            "公交驾驶员服务质量考核办法",
            "每名驾驶员每月基础分为100分，按下列标准扣分。",
            rows("""
违规行为|扣分标准
一、行车安全|<
闯红灯、逆行|10分/次
行车中接打手机|5分/次
开车吸烟|3分
二、服务规范|<
到站不停、甩客|5分/次
与乘客争吵|5－10分
未按规定着装|1分/次
车厢不整洁|扣2分
"""),
        ),
        """
1 公交驾驶员服务质量考核办法 100
1.1 100: each 10 次; each 5 次; once 3; each 5 次; judged 5-10; each 1 次; once 2
""",
    ),
    Sample(
        "课题评审.docx",
        "grades inside the cell, each with a range",
        word(
            "创新课题评审评分表",
            rows("""
评审指标|评审要素|分值|评分标准|得分
创新性|技术方案的新颖程度|40|优（36－40分）；良（30－35分）；一般（20－29分）；差（0－19分）|
实用性|解决生产实际问题的程度|40|优36-40分，良30-35分，一般20-29分，差0-19分|
推广价值|在行业内推广应用的前景|20|好得16－20分，较好得11－15分，一般得0－10分|
"""),
        ),
        """
1 创新课题评审评分表 100
1.1 40: level 优 36-40; level 良 30-35; level 一般 20-29; level 差 0-19
1.2 40: level 优 36-40; level 良 30-35; level 一般 20-29; level 差 0-19
1.3 20: level 好 16-20; level 较好 11-15; level 一般 0-10
""",
    ),
    Sample(
        "安全责任书.txt",
        "a letter of responsibility: points behind headings, scoring sentences in articles",
        """XX中学安全工作目标责任书考核细则
（总分100分）
一、组织领导（20分）
1、成立安全工作领导小组，职责明确（8分）。未成立的扣8分，职责不明确的扣3分。
2、每学期召开安全工作会议不少于2次（12分），少一次扣6分。
二、安全教育（40分）
3、开展安全教育课，做到有计划、有教案、有记录（20分）。缺一项扣5分。
4、每月组织一次应急疏散演练（20分）。未组织的每次扣5分；演练无方案或无总结的，每次扣2分。
三、隐患排查（40分）
5、定期排查校园安全隐患，建立台账（20分）。未建台账扣10分，台账不健全扣1－5分。
6、隐患整改及时（20分）。逾期未整改的每处扣5分，造成事故的本项不得分。
四、奖惩
年度考核在90分以上的为优秀，60分以下的为不合格。
""".encode(),
        """
1 组织领导 20
1.1 8: once 8; once 3
1.2 12: each 6 次 ≤2
2 安全教育 40
2.1 20: each 5 项
2.2 20: each 5 次; each 2 次
3 隐患排查 40
3.1 20: once 10; judged 1-5
3.2 20: each 5 处; zero
! - band
""",
    ),
    Sample(
        "村民积分.md",
        "a village ledger: gains and losses by the time, nothing to start from",
        piped(
            "# 青山村村民积分管理细则",
            "每户基础分100分。",
            rows("""
类别|积分内容|分值标准
加分项|参加志愿服务|每次加2分
加分项|主动上报安全隐患|每条加1分，每月最高加5分
加分项|获评“最美家庭”|村级加5分，镇级加10分，县级及以上加20分
扣分项|乱倒垃圾|每次扣2分
扣分项|占道经营、乱搭乱建|每处扣5分，拒不整改的加倍扣分
扣分项|参与赌博|扣10分/次
"""),
        ),
        """
1 青山村村民积分管理细则 100
1.1 100: each 2 次; each 5 处; multiplier ×2 of b; each 10 次
+ bonus 2 次
+ bonus 1 条 ^5
+ bonus 5 次 ≤1
+ bonus 10 次 ≤1
+ bonus 20 次 ≤1
""",
    ),
    Sample(
        "幼儿园卫生.xlsx",
        "points written in several ways, a standard merged over its group, a note row inside",
        excel(
            {
                "卫生保健": rows("""
幼儿园卫生保健工作检查评分表|<|<|<|<
检查项目|检查要点|分值|评分办法|检查得分
晨午检（20分）|有专人负责，记录完整|（10）|每缺一天记录扣1分|
^|发现异常及时处理|10.0|未处理一次扣2分|
食堂卫生（40分）|餐具一餐一消毒|20分|检查不合格每项扣2分，情节严重的酌情扣分，最多不超过10分|
^|食品留样48小时|20分|^|
环境卫生（40分）|教室、寝室整洁|２０|不整洁每处扣１分|
^|厕所无异味|二十|有异味扣2分，有污垢扣3分|
总分|<|100||
注：检查中发现重大食品安全问题，实行一票否决。|<|<|<|<
"""),
            }
        ),
        """
1 晨午检 20
1.1 10: each 1 天
1.2 10: each 2 次
2 食堂卫生 40
2.1 20: each 2 项; discretionary deduct ≤10
2.2 20: each 2 项; discretionary deduct ≤10
3 环境卫生 40
3.1 20: each 1 处
3.2 20: once 2; once 3
* veto sheet
""",
    ),
    Sample(
        "满意度测评.txt",
        "a survey from the clipboard: answers with points in a row",
        tabbed(
            "物业服务满意度测评表",
            rows("""
测评项目|测评内容|满分|评分方法
环境卫生|楼道、庭院清洁程度|25|非常满意25分，满意20分，基本满意15分，不满意0分
安全秩序|门岗、巡逻、车辆管理|25|非常满意得25分；满意得20分；基本满意得15分；不满意不得分
工程维修|报修响应时间|25|30分钟内到场得25分，1小时内到场得15分，超过1小时不得分
投诉处理|投诉处理及时率|25|及时率达到100%得25分，每低2%扣1分
"""),
        ),
        """
1 物业服务满意度测评表 100
1.1 25: level 非常满意 25; level 满意 20; level 基本满意 15; level 不满意 0
1.2 25: level 非常满意 25; level 满意 20; level 基本满意 15; level 不满意 0
1.3 25: tier 25; tier 15; tier 0
1.4 25: step 1 per 2 % below from 100
""",
    ),
    Sample(
        "矿区文明.docx",
        "headings as rows with the sum of their group, criteria under numbers in brackets, points before each",
        word(
            "附件2",
            "文明矿区创建考核验收标准",
            rows("""
序号|验收标准|分值|考核办法
一|组织建设|30|
1|领导班子团结，分工明确，每季度研究创建工作|15|（1）未研究的扣5分；（2）缺一次会议记录扣2分；（3）分工不明确扣2分
2|有创建规划和年度计划|15|无规划扣5分，无年度计划扣5分，未按计划落实的每项扣1分
二|环境建设|70|
3|绿化覆盖率达到35%以上|30|每低1个百分点扣2分
4|无乱堆乱放、乱贴乱画|40|发现一处扣1分；同一问题重复出现的加倍扣分
|合计|100|
"""),
            "验收组组长签字：",
        ),
        """
1 组织建设 30
1.1 15: once 5; each 2 次; once 2
1.2 15: once 5; once 5; each 1 项
2 环境建设 70
2.1 30: step 2 per 1 % below from 35
2.2 40: each 1 处; multiplier ×2 of a
""",
    ),
    Sample(
        "工会考核.docx",
        "awards by the time with a cap, shares of the points, a whole group lost",
        word(
            "基层工会目标考核评分表",
            rows("""
项目|内容|分值|评分标准
宣传教育（40分）|信息报送|20|被县级采用每篇得1分，市级采用每篇得2分，省级以上采用每篇得5分
^|主题活动|20|全年开展活动不少于4次，每少一次扣5分；活动效果差的，扣该项分值的50%
经费管理（60分）|预算决算|30|无预算扣10分，无决算扣10分
^|审计整改|30|审计发现问题未整改的每项扣5分；发现违规使用经费的，“经费管理”项不得分
"""),
        ),
        """
1 宣传教育 40
1.1 20: step 1 per 1 篇 above from 0 award; step 2 per 1 篇 above from 0 award; step 5 per 1 篇 above from 0 award
1.2 20: each 5 次 ≤4; once 10
2 经费管理 60
2.1 30: once 10; once 10
2.2 30: each 5 项; zero items 2.1+2.2
""",
    ),
)
