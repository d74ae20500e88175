"""The printed forms of the shipped schemes, cell by cell as their sources show them."""

from collections.abc import Mapping
from typing import Final

from exports.form_layout import Cell, Layout, Table


def _said(words: str, wide: int = 1, down: int = 1) -> Cell:
    return Cell(wide, words, down=down)


def _figure(field: str, unit: str, wide: int = 4, before: str = "") -> Cell:
    return Cell(wide, field=field, unit=unit, before=before)


def _of(field: str, wide: int = 4) -> Cell:
    return Cell(wide, field=field)


def _year(offset: int, wide: int = 4) -> Cell:
    return Cell(wide, year=offset)


_BASIC_FACTS: Final = Layout(
    widths=(14.0, *([4.0] * 20)),
    head=(9, 6, 6),
    rows=(
        (_said("工作室名称"), _of("name", 10), _said("创建日期", 4), _of("created-on", 6)),
        (_said("所在单位"), _of("unit", 10), _said("命名单位", 4), _of("named-by", 6)),
        (_said("专业领域"), _of("field", 10), _said("命名日期", 4), _of("named-on", 6)),
        (_said("工作室类型"), Cell(10, field="type", boxes=3), _said("成员总数", 4), _of("members", 6)),
        (_said("经费投入\n(万元)", down=3), _said("年　度", 4), _said("投入金额", 8), _said("经费来源", 8)),
        (_year(-2), _of("fund-2", 8), _of("fund-source-2", 8)),
        (_year(-1), _of("fund-1", 8), _of("fund-source-1", 8)),
        (
            _said("技术创新", down=3),
            _said("创新成果", 4),
            _figure("results", "项"),
            _said("专利类别", 4, down=2),
            _said("实用新型", 4),
            _figure("patents-utility", "个"),
        ),
        (
            _said("成果转化", 4),
            _figure("converted", "项"),
            _said("发明", 4),
            _figure("patents-invention", "个"),
        ),
        (
            _said("获奖等级", 4),
            _figure("awards-international", "个", before="国际"),
            _figure("awards-national", "个", before="国家"),
            _figure("awards-province", "个", before="省部"),
            _figure("awards-city", "个", before="地市"),
        ),
        (
            _said("经济效益\n(万元)", down=3),
            _said("年　度", 4),
            _said("创收金额", 4),
            _said("节资金额", 4),
            _said("创收外汇\n(美元)", 4),
            _said("合　计", 4),
        ),
        (_year(-2), _of("earned-2"), _of("saved-2"), _of("foreign-2"), _of("total-2")),
        (_year(-1), _of("earned-1"), _of("saved-1"), _of("foreign-1"), _of("total-1")),
        (_said("培养人才", down=3), _said("总数", 2, down=2), _said("技术等级", 10), _said("荣　　誉", 8)),
        tuple(
            _said(words, 2)
            for words in (
                "双重\n职称",
                "高级\n技师",
                "技师",
                "高级工",
                "其他",
                "全国\n劳模",
                "省部级\n劳模",
                "地市级\n劳模",
                "企业\n劳模",
            )
        ),
        tuple(
            _of(field, 2)
            for field in (
                "trained",
                "trained-double",
                "trained-senior-technician",
                "trained-technician",
                "trained-skilled",
                "trained-other",
                "honours-national",
                "honours-province",
                "honours-city",
                "honours-company",
            )
        ),
        (_said("社会效益"), Cell(20, field="social-benefit", tall=60.0)),
        (Cell(21, "工作室领衔人情况", strong=True),),
        (
            _said("姓　　名"),
            _of("leader-name", 6),
            _said("性　别", 3),
            _of("leader-sex"),
            _said("出生年月", 3),
            _of("leader-born"),
        ),
        (
            _said("学　　历"),
            _of("leader-education", 6),
            _said("民　族", 3),
            _of("leader-nationality"),
            _said("政治面貌", 3),
            _of("leader-party"),
        ),
        (
            _said("专业/工种"),
            _of("leader-trade", 6),
            _said("技术职称", 3),
            _of("leader-title"),
            _said("联系电话", 3),
            _of("leader-phone"),
        ),
        (
            _said("何年获市级（含）以上\n劳模荣誉称号", 5),
            _of("leader-honour", 6),
            _said("E-mail", 3),
            _of("leader-email", 7),
        ),
        Table("key-members", (1, 2, 2, 3, 3, 5, 5)),
    ),
)

_LIST: Final = Layout(
    widths=(9.0, 41.0, 36.0, 16.0, 38.0),
    head=(3, 2),
    rows=(Table("studios", (1, 1, 1, 1, 1)),),
    foot=(2, 1, 2),
)

LAYOUTS: Final[Mapping[str, Layout]] = {
    "basic-facts": _BASIC_FACTS,
    "list-model": _LIST,
    "list-staff": _LIST,
}
"""By the id of the form; one is used only for a form whose fields it holds, all of them and no others."""
