"""Two applications by the scheme of Dalian as people would fill them in: short and long words, many and few members."""

from typing import Final

YEAR: Final = 2019
MET: Final = ("1.1", "1.2", "1.3", "2.4", "2.5", "2.6", "2.7", "2.8", "2.9", "2.10")
"""Conditions that both meet."""


def _form(form: str, said: dict[str, str]) -> dict[str, str]:
    return {f"{form}.{key}": value for key, value in said.items()}


def _table(form: str, columns: str, lines: str) -> dict[str, str]:
    names = columns.split()
    return {
        f"{form}.{row}.{name}": said
        for row, line in enumerate(lines.strip().splitlines(), 1)
        for name, said in zip(names, line.split("|"), strict=True)
        if said
    }


def _outline(said: dict[str, str]) -> dict[str, str]:
    return {f"outline.{no}": text.strip() for no, text in said.items()}


COLUMNS: Final = "name sex born education title unit task"

CRANES: Final = {
    **{f"gate.{no}.a": "yes" for no in MET},
    "gate.2.1.a": "yes",
    "gate.2.3.a": "8",
    "gate.2.11.a": "na",
    "video.video": "https://pan.example.cn/s/1aB2cD3eF-zhangjianguo-2019",
    **_outline({
        "一.1": """
张建国劳模创新工作室于2011年3月在大连重工起重机制造事业部成立，以全国劳动模范张建国的名字命名。当时公司承接的2万吨桥式起重机进入总装阶段，主梁焊接变形、吊点同步等难题集中出现，公司工会把分散在五个车间的技术骨干组织起来，形成固定的攻关团队。
主要工作领域为大型起重装备的焊接、装配和电气同步控制。
近三年重点攻关课题为“超大跨度箱形主梁焊接变形控制”和“多吊点电气同步精度提升”，目标是变形量控制在L/2000以内，同步误差不超过3毫米。""",
        "一.2": """
领衔人张建国，1968年生，高级技师，从事冷作焊接三十一年，2010年被评为辽宁省劳动模范，2015年被评为全国劳动模范，享受国务院政府特殊津贴。
团队现有成员18人，其中高级技师5人、技师7人、高级工程师3人，平均年龄38岁。按焊接、装配、电气三个组分工，每组设组长一名，每周三下午集中研讨。""",
        "一.3": "工作室面积260平方米，设焊接实训区、装配模拟区、研讨室和成果展示区；配备焊接机器人工作站1套、激光跟踪仪1台、超声探伤仪2台，近两年企业和各级工会投入145.5万元，专账管理、专款专用。",
        "二.1": "制定学习培训、例会研讨、项目管理、成果转化、考核奖励、经费使用等制度9项，编有2018—2020年三年规划和年度计划。",
        "二.2": "项目来自生产现场的难题、技术部门的课题和职工的合理化建议三个方面，按立项、实施、验收三个阶段管理；每周一次研讨，每月一次技术讲座，每季度一次成果评审。",
        "二.3": "近三年承担省级课题2项、市级课题3项、企业攻关项目21项，资金规模合计680万元，已完成24项，在研2项。",
        "三.1": "先后攻克超大跨度主梁焊接变形、四吊点同步等技术难题17项，推广先进操作法6项，获实用新型专利11项、发明专利3项，近两年产生经济效益2316.8万元。",
        "三.2": "对内培训86场1950人次，对外技术交流23场；培养高级技师6人、技师14人、高级工32人。",
        "三.3": "带动全公司成立班组创新小组41个，《工人日报》《辽宁职工报》先后报道。",
        "三.4": "2013年被大连市总工会命名为大连市劳模创新工作室，2017年被评为大连市示范性劳模创新工作室；成果获辽宁省科技进步二等奖1项、三等奖2项。",
    }),
    **_form("basic-facts", {
        "recommended-by": "甘井子区总工会",
        "writer": "李  娜",
        "phone": "13940900001",
        "name": "张建国劳模创新工作室",
        "created-on": "2011-03-08",
        "unit": "大连华锐重工起重机有限公司",
        "named-by": "大连市总工会",
        "field": "大型起重装备焊接、装配与电气同步控制",
        "named-on": "2013-04-26",
        "type": "技术开发、技术攻关、技能传授",
        "members": "18",
        "fund-2": "68",
        "fund-source-2": "企业拨款60万元，市总工会补助8万元",
        "fund-1": "77.5",
        "fund-source-1": "企业拨款",
        "results": "26",
        "converted": "17",
        "patents-utility": "11",
        "patents-invention": "3",
        "awards-international": "0",
        "awards-national": "1",
        "awards-province": "3",
        "awards-city": "9",
        "earned-2": "486.3",
        "saved-2": "612.5",
        "foreign-2": "35000",
        "earned-1": "530",
        "saved-1": "688",
        "foreign-1": "0",
        "total-1": "1218",
        "trained": "61",
        "trained-double": "5",
        "trained-senior-technician": "6",
        "trained-technician": "14",
        "trained-skilled": "32",
        "trained-other": "4",
        "honours-national": "1",
        "honours-province": "2",
        "honours-city": "5",
        "honours-company": "12",
        "social-benefit": "形成可复制的大型结构件焊接变形控制方法，在本地区11家装备制造企业推广；与三所职业院校共建实训基地，接收学生顶岗实习420人次；组织劳模志愿服务队进社区、进校园28次。",
        "leader-name": "张建国",
        "leader-sex": "男",
        "leader-born": "1968-06",
        "leader-education": "大学本科",
        "leader-nationality": "汉族",
        "leader-party": "中共党员",
        "leader-trade": "冷作焊接／电焊工",
        "leader-title": "高级技师、高级工程师",
        "leader-phone": "13940900002",
        "leader-honour": "2010年辽宁省劳动模范；2015年全国劳动模范",
        "leader-email": "zhangjg@dhhi.example.cn",
    }),
    **_table("basic-facts.key-members", COLUMNS, """
王志强|男|1975|大学本科|高级工程师|大连华锐重工起重机有限公司技术中心|焊接工艺设计，课题组长
刘洋|男|1983|硕士研究生|高级工程师|大连华锐重工起重机有限公司电气所|电气同步控制
孙丽华|女|1979|大学专科|技师|大连华锐重工起重机有限公司结构一车间|质量检验与超声探伤
赵鹏|男|1988|大学本科|工程师|大连华锐重工起重机有限公司结构二车间|机器人焊接编程
陈国栋|男|1971|高中|高级技师|大连华锐重工起重机有限公司总装车间|装配调整、技能传授
欧阳雪梅|女|1990|大学本科|助理工程师|大连华锐重工起重机有限公司工会|台账、资料与对外联络
周涛|男|1986|技校|高级技师|大连华锐重工起重机有限公司结构一车间|焊接实操培训
吴海峰|男|1981|大学专科|技师|大连华锐重工起重机有限公司总装车间|吊点同步调试
"""),
}  # fmt: skip
"""A model worker's studio: everything filled in, eight key members."""

WINDOWS: Final = {
    **{f"gate.{no}.a": "yes" for no in (*MET, "2.12")},
    "gate.2.2.a": "no 领衔人为市级先进生产者，正在申报市五一劳动奖章",
    "gate.2.3.a": "3",
    "video.video": "offline",
    **_outline({
        "一.1": "工作室成立于2016年，以窗口服务流程改进为主。",
        "三.1": "梳理办事流程47项，平均等候时间由26分钟降至9分钟。",
    }),
    **_form("basic-facts", {
        "recommended-by": "市交通运输产业工会",
        "writer": "周敏",
        "phone": "0411-82630001",
        "name": "李红梅职工创新工作室",
        "created-on": "2016-05-01",
        "unit": "大连公交客运集团有限公司",
        "named-by": "大连市总工会",
        "field": "客运服务",
        "named-on": "2017-04-28",
        "type": "其他",
        "members": "9",
        "fund-1": "3.5",
        "results": "4",
        "saved-1": "12.6",
        "trained-other": "130",
        "leader-name": "李红梅",
        "leader-sex": "女",
        "leader-born": "1980-11",
        "leader-phone": "13940900003",
        "leader-honour": "2017年大连市先进生产者",
    }),
    **_table("basic-facts.key-members", COLUMNS, "王芳|女|1985|大学专科||大连公交客运集团有限公司|服务培训"),
}  # fmt: skip
"""A workers' studio: only what is required and a little more; a soft condition with its reason, the video on a disc."""
