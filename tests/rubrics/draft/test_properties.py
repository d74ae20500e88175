"""Whatever the text, the reader gives a draft that the checks accept, or a refusal; never anything else."""

from hypothesis import given
from hypothesis import strategies as st

from rubrics import files
from rubrics.draft.clauses import LONGEST, split
from rubrics.draft.criteria import criteria
from rubrics.draft.document import Cell, Document, Grid, Passage, Spot, squared
from rubrics.draft.numerals import plain
from rubrics.draft.phrases import find
from rubrics.draft.reader import draft
from rubrics.draft.sources.text import parse
from rubrics.problems import Refused
from tests.rubrics.draft.test_documents import SAMPLES

PIECES = [
    "扣",
    "得",
    "加",
    "减",
    "分",
    "不得分",
    "得满分",
    "扣完为止",
    "酌情",
    "每处",
    "每次",
    "一处",
    "少一次",
    "缺1项",
    "最高不超过",
    "封顶",
    "/",
    "、",
    "，",
    "；",
    "。",
    "（",
    "）",
    "(",
    ")",
    "-",
    "—",
    "～",
    "至",
    "1",
    "2",
    "5",
    "10",
    "0.5",
    "l0",
    "十",
    "两",
    "２",
    "%",
    "各扣",
    "分别扣",
    "一票否决",
    "追加扣除",
    "未建立",
    "档案",
    "不完整",
    "记录",
    "的",
    "则",
    "否则",
    "1.",
    "①",
    "一、",
    "（一）",
    "满分",
    "合计",
    "小计",
    "备注",
    "加分项",
    "扣分项",
    "考核项目",
    "分值",
    "评分标准",
    "考核内容",
    "序号",
    "得分",
    "\n",
    "\t",
    "|",
    "“",
    "”",
    "年度",
    "每月不少于2次",
    "90分以上",
    "第一名",
    "加倍",
    "30%",
    "元",
]
phrases = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
anything = st.one_of(phrases, st.text(max_size=60))
HEADS = ("考核项目", "考核要点", "分值", "考核内容", "评分标准", "备查材料", "序号", "得分", "备注", "")


def read(document):
    """The draft, held to its promise."""
    try:
        made = draft(document)
    except Refused:
        return
    loaded = files.loads(made.text, "x")
    assert [one.code for one in loaded.problems if one.severity == "error"] == []
    assert loaded.rubric is not None
    assert made.items == len(loaded.rubric.items)
    assert made.bonus == len(loaded.rubric.bonus_items)


@given(st.lists(anything, max_size=12).map("\n".join))
def test_any_text(text):
    read(parse(text, "x"))


@st.composite
def grids(draw):
    width = draw(st.integers(1, 6))
    head = draw(st.lists(st.sampled_from(HEADS), min_size=width, max_size=width))
    body = draw(st.lists(st.lists(anything, min_size=width, max_size=width), max_size=6))
    rows = [
        [Cell(text, Spot(1, at, place)) for place, text in enumerate(row)]
        for at, row in enumerate([head, *body])
    ]
    for at, place in draw(st.lists(st.tuples(st.integers(1, 6), st.integers(0, 5)), max_size=4)):
        if at < len(rows) and place < width:
            rows[at][place] = rows[at - 1][place]  # goes on from above
    return Grid(squared(rows))


@given(st.lists(st.one_of(grids(), anything.map(lambda text: Passage(text, Spot(line=1)))), max_size=4))
def test_any_table(blocks):
    read(Document("docx", "x", tuple(blocks)))


@given(st.sampled_from([one for one in SAMPLES if one.name.endswith((".txt", ".md"))]), st.data())
def test_damaged_document(sample, data):
    text = sample.data.decode()
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 12))
        text = text[:at] + data.draw(st.sampled_from([*PIECES, ""])) + text[at + cut :]
    read(parse(text, "x"))


@given(anything)
def test_clauses_are_stretches_of_the_text_in_their_order(text):
    found = split(plain(text))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end - one.start <= LONGEST for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)


@given(phrases)
def test_any_clause_is_read_or_left(text):
    found = find(plain(text))
    assert found is None or 0 <= found.start <= found.end <= len(text)


@given(anything, st.one_of(st.none(), st.decimals(0, 100, places=1)))
def test_rules_quote_their_cell_and_one_item_has_one_side(text, points):
    found = criteria([Passage(text, Spot(line=1))], points)
    squeezed = "".join(text.split())
    for rule in (*found.rules, *found.bonus):
        assert "".join(rule.quote.split()) in squeezed
    assert len({rule.side for rule in found.rules if rule.kind != "zero" and rule.side != "beyond"}) <= 1
    pointed = {"award", "once", "each", "bonus", "step", "listed", "extra"}
    assert all((rule.points > 0) for rule in found.rules if rule.kind in pointed)
