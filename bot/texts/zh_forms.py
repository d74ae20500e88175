"""Chinese texts of the papers of applications: lists of the recommended, forms, packages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    "cli.help.export_recommendation": "推荐汇总表（Excel），每个类别一张；--final 为拟推荐名单，按名次，超过名额的有提示",
    "cli.help.export_application": "一份申报的全部材料打包为 ZIP：表格、申报材料、条件与附件，带目录页和校验值",
    "cli.help.export_applications": "一年已提交的全部申报打包为 ZIP，每份一个 ZIP",
    "cli.help.application": "申报编号（材料包目录页上有）",
    "cli.help.track": "只列这一类，如 model",
    "cli.help.final": "只列已入选的，即市里报送的名单",
    "cli.wrong.which_application": "请写 --application，或者 --studio、--rubric、--period 三项都写",
    "export.kind.recommendation": "推荐汇总表",
    "export.kind.selection": "拟推荐汇总表",
    "export.kind.application": "申报材料包",
    "export.kind.forms": "申报表格",
    "export.file.recommendation": "{called}_{period}",
    "export.file.selection": "拟推荐_{called}_{period}",
    "export.file.application": "申报材料_{called}_{period}",
    "export.file.forms": "{paper}_{called}_{period}",
    "export.text": "申报材料",
    "export.draft": "草稿_",
    "export.draft_note": "草稿，不是提交的版本",
    "export.list_blank": "没有填，请手填：{fields}",
    "export.list_empty": "{column}空着的有 {count} 个：{studios}",
    "export.list_filed": "{column}取自常设档案，请核对：{studios}",
    "export.list_honour": "{year}年{name}",
    "export.list_more": "等",
    "export.none_applied": "还没有申报。有人开始申报后再来。",
    "export.none_applied_at": "{period} 年还没有可导出的申报。提交后有材料，推荐、入选后有汇总表；也可换一年。",
    "export.ask.year": "选择申报年度，也可以直接发，如 2026：",
    "apply.button.export": "导出…",
    "apply.button.export_forms": "表格",
    "apply.button.export_whole": "材料包（ZIP）",
    "apply.export_ask": "表格：填好的表格和申报材料，一份一个文件。\n材料包：表格、条件、照片和文件，一个 ZIP。",
    "apply.export_draft": "现在不是提交的版本，文件名会标明“草稿”。",
    "problem.export_no_recommended": "{period} 年还没有推荐的工作室，没有汇总表可导出。推荐后再导出。",
    "problem.out_ending": "{path}：这份导出是 {ending} 文件，没有写入。请让文件名以 {ending} 结尾。",
    "problem.export_no_lists": "{rubric}没有推荐汇总表。请用 scorewalk export applications 导出材料包。",
    "problem.export_no_selected": "{period} 年还没有入选的工作室，没有拟推荐名单可导出。划线入选后再导出。",
    "problem.export_no_application": "{studio} {period} 年没有申报，没有材料可导出。",
    "problem.export_no_applications": "{period} 年还没有提交的申报，没有材料可导出。提交后再导出。",
    "problem.export_no_forms": "{rubric}没有要填的表格。请导出材料包，条件和附件在里面。",
    "problem.apply_link_only": "{label}：这一项只收网址，文件未保存。请发网址，或发“线下报送”。",
    "problem.application_unknown": "没有编号“{application}”的申报。编号在材料包的目录页上。",
}
