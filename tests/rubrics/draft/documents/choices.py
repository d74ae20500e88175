"""Documents in which one chooses: levels as factors, boxes to tick, amounts before their words; dots, points behind paragraphs."""

from typing import Final

from tests.rubrics.draft.builders import excel, rows, word
from tests.rubrics.draft.documents.sample import Sample

SAMPLES: Final = (
    Sample(
        "课程教学质量.docx",
        "a university: a head of two rows, levels as factors, nothing else that scores",
        word(
            "本科课程教学质量评价指标体系",
            rows("""
一级指标|二级指标|观测点|权重|评价等级|<|<|<
^|^|^|^|A（1.0）|B（0.8）|C（0.6）|D（0.4）
教学准备（20%）|教学文件|大纲、进度表、教案齐全|10||||
^|教材选用|选用规划教材|10||||
教学过程（50%）|课堂讲授|概念准确、重点突出|30||||
^|作业批改|布置作业并全部批改|20||||
教学效果（30%）|学生评教|学生满意度|30||||
"""),
        ),
        """
1 教学准备 20
1.1 10: level A级 ×1; level B级 ×0.8; level C级 ×0.6; level D级 ×0.4
1.2 10: level A级 ×1; level B级 ×0.8; level C级 ×0.6; level D级 ×0.4
2 教学过程 50
2.1 30: level A级 ×1; level B级 ×0.8; level C级 ×0.6; level D级 ×0.4
2.2 20: level A级 ×1; level B级 ×0.8; level C级 ×0.6; level D级 ×0.4
3 教学效果 30
3.1 30: level A级 ×1; level B级 ×0.8; level C级 ×0.6; level D级 ×0.4
""",
    ),
    Sample(
        "工人先锋号.docx",
        "a workshop: boxes with points in a column that is filled in, levels by line, bare amounts of parts",
        word(
            "车间“工人先锋号”创建考核表",
            "单位：　　　　考核人：",
            rows("""
项目|满分|考核内容|评分等级|得分
班组建设|10|制度健全、台账规范|□优（10分）　□良（8分）　□中（6分）　□差（0分）|
^|10|骨干队伍稳定|□优10分 □良8分 □中6分 □差3分|
安全生产|20|全年无轻伤以上事故|□达到（20分）　□未达到（0分）|
技术创新|20|开展合理化建议活动|每人平均1条以上20分；0.5～1条15分；0.5条以下5分|
技能培训|20|岗位练兵有计划有实施|A.计划周密、实施到位 16-20分 / B.有计划、实施一般 10-15分 / C.无计划 0-9分|
民主管理|20|班务公开、民主评议|公开栏8分、评议会6分、职工建议答复6分|
"""),
        ),
        """
1 班组建设 20
1.1 10: level 优 10; level 良 8; level 中 6; level 差 0
1.2 10: level 优 10; level 良 8; level 中 6; level 差 3
2 安全生产 20
2.1 20: award 20
3 技术创新 20
3.1 20: tier 20; tier 15; tier 5
4 技能培训 20
4.1 20: level 计划周密、实施到位 16-20; level 有计划、实施一般 10-15; level 无计划 0-9
5 民主管理 20
5.1 20: award 8; award 6; award 6
""",
    ),
    Sample(
        "技能竞赛.txt",
        "a contest: no group, amounts before what they are for, deviations in millimetres, minutes over time",
        """职工技能竞赛评分表
评分项目\t评分要素\t分值\t得分
操作规范\t8-10分：操作流程规范，动作熟练；5-7分：操作流程基本规范；0-4分：操作不规范\t10
作业质量\t尺寸合格得20分，每超差0.1毫米扣2分，超差0.5毫米以上不得分\t20
工时\t在规定时间内完成得10分，每超1分钟扣1分，超过10分钟终止作业\t10
安全文明\t未穿戴劳保用品扣3分，工具摆放混乱扣2分，出现安全事故取消比赛资格\t10
现场答辩\t评委根据回答情况在0-50分之间打分\t50
总分\t\t100
""".encode(),
        """
1 职工技能竞赛评分表 100
1.1 10: level 操作流程规范，动作熟练 8-10; level 操作流程基本规范 5-7; level 操作不规范 0-4
1.2 20: step 2 per 0.1 毫米 above from 0; zero
1.3 10: step 1 per 1 分钟 above from 0
1.4 10: once 3; once 2
1.5 50: ?
! 1.4 veto
""",
    ),
    Sample(
        "班组积分.txt",
        "a crew: dots that lead to the amounts, a base that everybody starts from, no table",
        """生产一班月度积分考核办法

一、基础积分：每人每月100分。
二、扣分项目
1．迟到、早退一次…………………………扣2分
2．旷工一天………………………………扣10分
3．未按规定穿戴劳保用品………………每次扣3分
4．交接班记录填写不全……………………扣1分/次
5．违章作业……………………………扣5～10分
6．发生工艺事故…………………………扣20分，并取消当月评先资格
三、加分项目
1．提出合理化建议被采纳………………加5分
2．发现重大隐患及时上报………………加10分/次
3．获公司级以上荣誉……………………加10—20分
四、当月积分低于80分的，扣发当月绩效工资的10%。
""".encode(),
        """
1 生产一班月度积分考核办法 100
1.1 100: each 2 次; once 10; each 3 次; each 1 次; judged 5-10; once 20
+ bonus 5 次 ≤1
+ bonus 10 次
+ judged 10-20 bonus
! 1.1 veto
! 1.1 share
""",
    ),
    Sample(
        "班组建设检查.xlsx",
        "a power company: a head of two rows whose upper name means two things, an inspector's own columns",
        excel(
            {
                "考核表": rows("""
XX供电公司班组建设检查评分表|<|<|<|<|<|<
被查班组：|<|<|检查日期：|<|<|<
序号|检查项目|检查标准|评分标准|<|检查情况|得分
^|^|^|扣分项|标准分|^|^
1|基础资料|班组资料齐全，按年度归档|缺一种扣0.5分，未归档扣1分|5||
2|^|班组日志每日填写|缺1天扣0.2分，内容空洞酌扣0.2～0.5分|5||
3|安全管理|每周开展一次安全日活动|未开展每次扣2分；记录与录音不一致扣1分；班组长未参加每次扣0.5分|10||
4|^|两票合格率100%|每发现一张不合格票扣5分；执行中发生严重违章的，不得分且加扣10分|20||
5|民主建设|每季度召开一次班务会|缺一次扣2分，无记录视同未召开|10||
"""),
                "汇总": rows("班组|得分\n一班|\n二班|"),
            }
        ),
        """
1 基础资料 10
1.1 5: each 0.5 种; once 1
1.2 5: each 0.2 天; judged 0.2-0.5
2 安全管理 30
2.1 10: each 2 次; once 1; each 0.5 次
2.2 20: each 5 张; zero; once 10
3 民主建设 10
3.1 10: each 2 次
""",
    ),
    Sample(
        "五星支部.docx",
        "a party branch: points of items behind their paragraphs, grades in the first line, conditions that veto in one sentence",
        word(
            "基层党支部“五星”评定标准",
            "说明：每颗星20分，共100分；得分95分以上为五星级，85分（含）-95分为四星级。",
            "一、组织建设星（20分）",
            "1.支部班子健全，按期换届。班子缺员未及时增补的扣2分；超期换届的扣5分。（8分）",
            "2.“三会一课”按要求开展。支委会每月少1次扣1分，党课每季度少1次扣1分。（12分）",
            "二、党员教育星（20分）",
            "1.党员年度集中学习不少于32学时，每少1学时扣0.5分，最多扣10分。（10分）",
            "2.主题党日参与率不低于80%，每低5%扣1分。（10分）",
            "三、作用发挥星（20分）",
            "1.设立党员示范岗、责任区，得10分；未设立的不得分。",
            "2.党员参与志愿服务，人均2次以上得10分，1—2次得5分，不足1次不得分。",
            "四、否决条件",
            "有下列情形之一的，不得评为三星级以上：（1）党员受到留党察看以上处分的；（2）发生群体性信访事件的。",
        ),
        """
1 组织建设星 20
1.1 8: once 2; once 5
1.2 12: each 1 次; each 1 次
2 党员教育星 20
2.1 10: each 0.5 学时 ≤32 ^10
2.2 10: step 1 per 5 % below from 80
3 作用发挥星 20
3.1 10: award 10
3.2 10: tier 10; tier 5; tier 0
* veto sheet
* veto sheet
! - band
""",
    ),
    Sample(
        "质量安全.docx",
        "a hospital: circled numbers without stops between them, a gain for what was reported",
        word(
            "科室医疗质量与安全管理月考核标准（满分100分）",
            rows("""
项目|分值|质量标准|扣分标准|检查方法|扣分|扣分原因
核心制度|30分|1、三级查房及时 / 2、疑难病例讨论规范 / 3、交接班清楚|①上级医师查房不及时，每例扣1分②未讨论每例扣2分，记录不规范每例扣0.5分③交接班漏项每次0.5分|抽查运行病历5份||
病历书写|30分|甲级病历率≥95%，无丙级病历|甲级率每下降1%扣1分；出现丙级病历每份扣5分；乙级病历每份扣2分|抽查归档病历||
合理用药|20分|抗菌药物使用率≤40%|每超标1个百分点扣0.5分，无指征用药每例扣1分|查处方||
患者安全|20分|不良事件主动上报|漏报一例扣2分，瞒报一例扣10分，主动上报一例奖1分（最多奖5分）|查记录||
"""),
        ),
        """
1 科室医疗质量与安全管理月考核标准 100
1.1 30: each 1 例; each 2 例; each 0.5 例; each 0.5 次
1.2 30: step 1 per 1 % below from 95; each 5 份; each 2 份
1.3 20: step 0.5 per 1 % above from 40; each 1 例
1.4 20: each 2 例; each 10 例
+ bonus 1 例 ^5
""",
    ),
)
