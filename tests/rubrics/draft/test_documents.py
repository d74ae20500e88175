"""Documents of many layouts: what a person reads in them is what the draft says, and nothing else."""

import sys
from collections import Counter
from decimal import Decimal

import pytest

from rubrics.draft.document import Spot
from rubrics.draft.sources import open_document
from tests.rubrics.draft.builders import excel, piped, rows, tabbed, word
from tests.rubrics.draft.documents import choices, field, offers, offices, practice, studios, traps, unions
from tests.rubrics.draft.documents import excel as books
from tests.rubrics.draft.documents import text as texts
from tests.rubrics.draft.documents import word as papers
from tests.rubrics.draft.documents.sample import Sample, outline, rubric_of

SAMPLES = (
    *papers.SAMPLES,
    *books.SAMPLES,
    *texts.SAMPLES,
    *offices.SAMPLES,
    *practice.SAMPLES,
    *traps.SAMPLES,
    *field.SAMPLES,
    *unions.SAMPLES,
    *choices.SAMPLES,
    *studios.SAMPLES,
    *offers.SAMPLES,
)
BY_NAME = {sample.name: sample for sample in SAMPLES}
EACH = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.name}: {sample.about}")


@EACH
def test_outline_is_that_which_a_person_reads(sample):
    assert list(outline(sample.draft())) == sample.lines


@EACH
def test_every_finding_inside_the_tables_has_its_place(sample):
    for one in sample.draft().findings:
        if one.group in {"unread", "sum"} and one.problem.params.get("item"):
            assert one.spot is not None
            assert one.spot.row or one.spot.line


def rules(lines):
    """The rules of an outline, each with its item or its list; what a person must write is none."""
    found: Counter[object] = Counter()
    for line in lines:
        if line[0] in "+-*?":
            found[line] += 1
        elif ": " in line and line[0].isdigit():
            no, _, listed = line.partition(": ")
            found.update((no.split()[0], rule.split(" ≤")[0]) for rule in listed.split("; ") if rule != "?")
    return found


def measured(name, mine, theirs):
    """One line of the table of how well a document was read: rules expected, found, right, and their shares."""
    hit = Decimal((mine & theirs).total())
    precision = hit / mine.total() if mine else Decimal(1)
    recall = hit / theirs.total() if theirs else Decimal(1)
    sys.stdout.write(
        f"\n{name:<20} expected {theirs.total():>4}  found {mine.total():>4}  right {hit:>4}"
        f"  precision {precision:.3f}  recall {recall:.3f}"
    )
    return precision, recall


def test_precision_and_recall_over_all_documents():
    """`pytest -s` prints the table."""
    made: Counter[object] = Counter()
    wanted: Counter[object] = Counter()
    for sample in SAMPLES:
        mine, theirs = rules(outline(sample.draft())), rules(sample.lines)
        measured(sample.name, mine, theirs)
        made.update({(sample.name, key): count for key, count in mine.items()})
        wanted.update({(sample.name, key): count for key, count in theirs.items()})
    assert wanted.total() >= 450
    assert min(measured("all", made, wanted)) >= Decimal("0.99")


ONE = rows("""
考核项目|考核要点|分值|考核内容|评分标准|备查材料
团队（20分）|带头人|10|发挥作用|主持项目得6分；带徒得4分|聘书；合同
^|成员|10|分工明确|未分工扣5分，职责不清每处扣1分|名册
成果（30分）|专利|30|每年不少于2项|少一项扣10分|证书
""")
OUTLINE = [
    "1 团队 20",
    "1.1 10: award 6; award 4",
    "1.2 10: once 5; each 1 处",
    "2 成果 30",
    "2.1 30: each 10 项 ≤2",
]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", word("工作室考核表", ONE)),
        ("a.xlsx", excel({"考核": ONE})),
        ("a.xlsx", excel({"考核": ONE}, skip=3)),
        ("a.txt", tabbed("工作室考核表", ONE)),
        ("a.md", piped("工作室考核表", ONE)),
    ],
    ids=["word", "excel", "excel away from the corner", "tabs", "pipes"],
)
def test_same_table_is_the_same_draft_whatever_it_comes_in(name, data):
    sample = Sample(name, "", data, "")
    assert list(outline(sample.draft())) == OUTLINE
    assert rubric_of(sample.draft()).items[0].evidence == ("聘书", "合同")


@pytest.mark.parametrize("order", [(5, 4, 3, 2, 1, 0), (2, 0, 4, 1, 5, 3), (4, 0, 1, 2, 3, 5)])
def test_order_of_columns_does_not_matter(order):
    table = [[row[at] for at in order] for row in ONE]
    assert list(outline(Sample("a.docx", "", word(table), "").draft()))[1:3] == OUTLINE[1:3]


@pytest.mark.parametrize(
    "names",
    [
        ("评分项目", "考评要点", "标准分", "工作要求", "考核标准", "资料来源"),
        ("检查项目", "要点", "满分", "考评内容", "扣分标准", "佐证材料"),
        ("一级指标", "三级指标", "应得分", "评估内容", "评分方法", "支撑材料"),
        ("考评类目", "考核要点", "基准分", "基本要求", "考评办法", "备查资料"),
        ("项目", "考核要点", "标准分值", "考核内容及要求", "评分细则", "查阅资料"),
        ("类别", "考核要点", "分值（分）", "检查内容", "计分办法", "印证材料"),
    ],
)
def test_columns_go_by_many_names(names):
    assert list(outline(Sample("a.docx", "", word([list(names), *ONE[1:]]), "").draft())) == OUTLINE


def test_result_columns_and_signatures_are_no_items():
    table = [[*row, "", ""] for row in ONE]
    table[0][-2:] = ["实得分", "扣分原因"]
    table += [["合计", "<", "50", "", "", "", "", ""], ["考核人签字：", "<", "", "", "", "", "", ""]]
    assert list(outline(Sample("a.docx", "", word(table), "").draft())) == OUTLINE


def test_total_that_is_printed_is_held_against_the_sections():
    table = [*ONE, ["合计", "<", "100", "", "", ""]]
    sample = Sample("a.docx", "", word(table), "")
    assert list(outline(sample.draft())) == [*OUTLINE, "Σ total 100 ≠ 50"]
    assert rubric_of(sample.draft()).discrepancies[0].says == "总分写100分，各节合计50分"


def test_quotes_and_texts_are_the_document_s_own():
    items = rubric_of(BY_NAME["现场管理.docx"].draft()).items
    assert [rule.quote for rule in items[0].rules] == [
        "桌面凌乱扣２分",
        "有无关物品每件扣0.5分",
        "离岗未关电脑扣l分",
    ]
    assert items[-1].rules[0].quote == "未定置每处扣1分（5分封顶）"


def test_unread_phrases_stand_in_the_draft_with_their_places():
    made = BY_NAME["综合治理.docx"].draft()
    clauses = {one.id: one for one in rubric_of(made).clauses}
    assert (clauses["unread-1"].quote, clauses["unread-1"].where) == (
        "到位率每低10%扣1分",
        "1.3 表1第4行第4列",
    )
    rank = next(one for one in made.findings if one.problem.params.get("why") == "rank")
    assert rank.spot == Spot(table=1, row=5, column=4)


def test_header_comes_from_the_lines_around_the_table():
    rubric = rubric_of(BY_NAME["职工小家.docx"].draft())
    assert (rubric.title, rubric.document, rubric.issuer, str(rubric.issued)) == (
        "模范职工小家考核验收标准",
        "华油工发〔2022〕36号",
        "华北油田工会委员会",
        "2022-11-03",
    )
    assert rubric.total == 100


def test_cap_of_all_gains_stands_in_the_last_note():
    lines = ("一、基础工作（100分）", "1．建会（100分）。未建会的不得分。", "二、加减分")
    gain, loss, note = (
        "2．获表彰的，每项加3分。",
        "3．被通报的，每次减2分。",
        "注：加分总分不超过10分，减分不设下限。",
    )
    gains = rubric_of(Sample("a.docx", "", word(*lines, gain, loss, note), "").draft()).bonus
    assert gains is not None
    assert gains.cap == 10


def test_what_the_document_does_not_say_is_asked_for_and_marked():
    made = BY_NAME["没有表头.txt"].draft()
    missing = {
        one.problem.params["field"] for one in made.findings if one.problem.code == "draft_field_missing"
    }
    assert missing == {"id", "document", "issuer", "issued", "leader"}
    rubric = rubric_of(made)
    assert rubric.leader.startswith("〔?〕")
    assert str(rubric.issued) == "1900-01-01"


def test_hidden_sheets_and_formulas_without_values_are_left_out():
    from io import BytesIO

    from openpyxl import load_workbook

    book = load_workbook(BytesIO(excel({"考核": ONE, "旧": ONE})))
    book["旧"].sheet_state = "hidden"
    book["考核"]["C5"] = "=SUM(C2:C4)"
    stream = BytesIO()
    book.save(stream)
    assert list(outline(Sample("a.xlsx", "", stream.getvalue(), "").draft())) == OUTLINE


def test_tracked_changes_controls_and_boxes_are_read_as_they_print():
    from tests.rubrics.draft.bad_files import BODY, changed

    def edit(xml):
        return (
            xml.replace("得6分".encode(), "得</w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del>"
                        "<w:ins><w:r><w:t>6</w:t></w:r></w:ins><w:r><w:t>分".encode())
            .replace(b"<w:tbl>", b"<w:sdt><w:sdtContent><w:tbl>").replace(b"</w:tbl>", b"</w:tbl></w:sdtContent></w:sdt>")
        )  # fmt: skip

    data = changed(word("工作室考核表", ONE), {BODY: edit})
    assert list(outline(Sample("a.docx", "", data, "").draft())) == OUTLINE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_in_any_usual_encoding(encoding):
    data = tabbed("工作室考核表", ONE).decode().encode(encoding)
    assert list(outline(Sample("a.txt", "", data, "").draft())) == OUTLINE


def test_name_of_the_file_is_the_id_if_it_can_be_one():
    from rubrics.draft.reader import draft

    document = open_document(word("工作室考核表", ONE), "Studio_Rules 2025.docx")
    assert draft(document).text.startswith("id: studio-rules-2025\n")
    assert draft(document, name="mine.v1").text.startswith("id: mine\n")
    named = open_document(word("工作室考核表", ONE), "考核.docx")
    assert draft(named, mark="0a1b2c3d").text.startswith("id: draft-0a1b2c3d\n")
