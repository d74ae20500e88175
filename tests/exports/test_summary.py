"""The 汇总表: ranks, live formulas, charts and their references, words that stay words; read back cell by cell."""

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from xml.sax.saxutils import unescape
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from exports.summary import render
from exports.summary_charts import steps
from exports.summary_figures import cut, rounded
from exports.summary_trend import span
from exports.values import cells, formulas
from rubrics.bands import printed
from rubrics.ranking import ranks
from tests.exports import summaries
from tests.exports.test_office import without_cached_values
from tests.kit.programs import program

CHART = re.compile(r"<(?:c:)?f>([^<]*)</(?:c:)?f>")
TABLE = "汇总表"


@pytest.fixture(scope="module")
def many() -> bytes:
    """A quarter of 120 studios."""
    return render(summaries.quarter())


def rows(data: bytes, sheet: str = TABLE) -> list[tuple]:
    return list(load_workbook(BytesIO(data), data_only=True)[sheet].iter_rows(values_only=True))


def header(listed: list[tuple], word: str = "名次") -> int:
    return next(at for at, row in enumerate(listed) if row[0] == word)


# --- ranks


@pytest.mark.parametrize(("ties", "want"), [("skipped", (2, 4, 2, 1)), ("dense", (2, 3, 2, 1))])
def test_equal_figures_share_a_rank(ties, want):
    assert ranks([Fraction(90), Fraction(80), Fraction(90), Fraction(95)], ties) == want


def test_figures_that_only_look_alike_are_not_equal():
    assert ranks([Fraction(899999, 10000), Fraction(90)], "skipped") == (2, 1)


@given(st.lists(st.fractions(0, 100, max_denominator=9), max_size=12))
def test_a_skipped_rank_says_how_many_are_better(figures):
    assert ranks(figures, "skipped") == tuple(1 + sum(other > one for other in figures) for one in figures)
    assert ranks(figures, "dense") == tuple(
        1 + len({other for other in figures if other > one}) for one in figures
    )


# --- figures


@given(st.fractions(0, 100, max_denominator=900))
def test_the_formula_of_a_mean_cuts_where_paper_cuts(exact):
    """Computed as a workbook does, from its own numbers, it comes to what is shown."""
    band = summaries.scheme("northwest-2025.v2").outcomes.scale("quarter").band(exact)
    shown = printed(exact, band)
    formula = cut("X", exact, shown)
    how, rest = formula.split("(", 1)
    places = int(rest.rstrip(")").rsplit(",", 1)[1])
    near = (
        exact
        if how == "ROUND"
        else Fraction(rounded(exact, int(re.findall(r"ROUND\(X,(\d+)\)", formula)[0])))
    )
    scaled = near * 10**places
    whole = {"ROUND": int(scaled + Fraction(1, 2)), "ROUNDDOWN": int(scaled), "ROUNDUP": -int(-scaled // 1)}[
        how
    ]
    assert Fraction(whole, 10**places) == Fraction(shown)
    assert band.holds(Fraction(shown))


@pytest.mark.parametrize(
    ("figures", "lines", "want"),
    [
        (["87.66", "99.66"], ["85", "90"], ("86", "100")),
        (["84.9", "85"], ["85", "90"], ("84.5", "85")),
        (["90", "90"], ["90"], ("90", "90.5")),
        (["0", "1000"], [], ("0", "1000")),
    ],
)
def test_steps_hold_every_figure_and_no_line_lies_within_one(figures, lines, want):
    values, ends = [Decimal(each) for each in figures], [Decimal(each) for each in lines]
    edges = steps(values, ends)
    assert (edges[0], edges[-1]) == tuple(map(Decimal, want))
    assert 2 <= len(edges) <= 13
    assert all(line in edges for line in ends if min(values) < line < max(values))


def test_an_axis_holds_every_figure():
    assert span([Decimal("101.66"), Decimal(79)]) == (Decimal(75), Decimal(105))
    assert span([Decimal(90)]) == (Decimal(90), Decimal(95))
    assert span([Decimal(-3)]) == (Decimal(-5), Decimal(0))


# --- the table


def test_studios_stand_by_rank_and_those_without_one_below_with_the_reason(many):
    listed = rows(many)
    top = header(listed)
    ranked = [row for row in listed[top + 1 :] if isinstance(row[0], int)]
    assert len(ranked) == 118
    assert [row[0] for row in ranked] == sorted(row[0] for row in ranked)
    by_figure = {row[7]: row[0] for row in ranked}
    assert len(by_figure) < len(ranked), "there are ties"
    assert all(rank == 1 + sum(other[7] > figure for other in ranked) for figure, rank in by_figure.items())
    below = [row for row in listed if row[0] == "—"]
    assert [row[1][:3] for row in below] == ["林伟民", "林伟民", "孙工作"]
    assert below[0][4:8] == (96, "缺", 96, None)
    assert below[2][4] == "1月、2月：未安排考核；3月：考核中，已评 4/13 项"


def test_totals_and_means_are_live_formulas_with_their_values(many):
    behind, shown = formulas(many), cells(many)
    first = header(rows(many)) + 2
    assert behind[f"{TABLE}!H{first}"] == f"=ROUNDDOWN(ROUND(AVERAGE(E{first}:G{first}),9),2)"
    assert shown[f"{TABLE}!H{first}"] == Decimal("99.66")
    assert [shown[f"{TABLE}!{letter}{first}"] for letter in "EFG"] == [100, 99, 100]
    averages = [address for address, formula in behind.items() if formula.startswith("=ROUND(AVERAGE(")]
    assert len([address for address in averages if address.startswith(TABLE)]) == 6


def test_a_single_sheet_adds_its_sections_and_what_stands_beside_them():
    data = render(summaries.year())
    behind, shown = formulas(data), cells(data)
    first = header(rows(data)) + 2
    assert behind[f"{TABLE}!K{first}"] == f"=SUM(E{first}:J{first})"
    totals = {row[1]: row[10] for row in rows(data)[first - 1 :] if isinstance(row[0], int)}
    assert totals == {line.studio: float(line.exact or 0) for line in summaries.year().lines}
    assert "其他加减" in "".join(str(value) for value in shown.values())


def test_what_people_typed_stays_text(many):
    name = next(address for address, value in cells(many).items() if value == summaries.NASTY)
    assert name not in formulas(many)
    assert not any("HYPERLINK" in formula for formula in formulas(many).values())
    workbook = load_workbook(BytesIO(many))
    sheet, _, cell = name.partition("!")
    assert workbook[sheet][cell].quotePrefix


def test_equal_records_give_equal_bytes(many):
    assert render(summaries.quarter()) == many


@pytest.mark.parametrize("ruled", [True, False])
def test_the_ruling_on_ties_is_printed(ruled):
    words = "".join(
        str(value) for value in cells(render(summaries.quarter(8, ties="dense", ruled=ruled))).values()
    )
    assert "下一名次不空" in words
    assert ("暂按建议值" in words) is not ruled


def test_a_period_of_which_nothing_is_whole_has_no_charts():
    record = summaries.quarter(8)
    data = render(summaries.quarter(8, lines=record.lines[-1:]))
    assert load_workbook(BytesIO(data)).sheetnames == [TABLE, "趋势", "数据"]


def test_a_verdict_from_a_fact_stands_where_no_total_is_judged():
    record = summaries.quarter(8)
    lines = tuple(replace(line, verdict="上级表彰" if not at else "") for at, line in enumerate(record.lines))
    listed = rows(render(summaries.quarter(8, lines=lines, judged=False)))
    top = header(listed)
    assert [row[10] for row in listed[top + 1 : top + 4]] == ["上级表彰（拟）", None, None]


def test_a_rubric_in_english_has_an_english_summary():
    english = summaries.quarter(8).rubric.model_copy(update={"language": "en"})
    data = render(summaries.quarter(8, rubric=english))
    assert load_workbook(BytesIO(data)).sheetnames == ["Summary", "Charts", "Trend", "Data"]
    listed = rows(data, "Summary")
    assert listed[header(listed, "Rank")][:4] == ("Rank", "Studio", "Unit", "leader")
    counts = [formula for formula in formulas(data).values() if formula.startswith("=COUNTIF(")]
    area = "'Summary'!$K$5:$K$10"
    assert counts == [f'=COUNTIF({area},"{verdict} (*)")' for verdict in ("奖励", "不奖不罚")]


def test_paper_is_a4_across_with_its_header_on_every_page(many):
    for sheet in load_workbook(BytesIO(many)).worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.print_title_rows, sheet.title


# --- charts


def charts(data: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist() if "charts/chart" in name}


def drawn(xml: str) -> Iterator[tuple[str, str, str, dict[int, str]]]:
    """What a chart refers to, series by series: kind, sheet, cells, and what it keeps of them."""
    for series in re.findall(r"<(?:c:)?ser>.*?</(?:c:)?ser>", xml, re.DOTALL):
        for kind, part in re.findall(r"<(?:c:)?(cat|val)>(.*?)</(?:c:)?(?:cat|val)>", series, re.DOTALL):
            (reference,) = CHART.findall(part)
            sheet, _, area = unescape(reference).replace("'", "").replace("$", "").partition("!")
            points = re.findall(r'<(?:c:)?pt idx="(\d+)"[^>]*>\s*<(?:c:)?v>([^<]*)</(?:c:)?v>', part)
            yield kind, sheet, area, {int(at): unescape(value) for at, value in points}


def test_charts_are_native_and_hold_what_their_cells_say(many):
    shown, workbook = cells(many), load_workbook(BytesIO(many))
    found = charts(many)
    assert len(found) == 7
    for kind, sheet, area, kept in (one for xml in found.values() for one in drawn(xml)):
        first, _, last = area.partition(":")
        addresses = [
            f"{sheet}!{cell.coordinate}"
            for row in workbook[sheet][f"{first}:{last or first}"]
            for cell in row
        ]
        assert addresses
        for at, address in enumerate(addresses):
            if kind == "val":
                assert (Decimal(kept[at]) if at in kept else None) == shown.get(address), address
            elif not kept[at].endswith("…"):
                assert str(shown[address]) == kept[at]


def test_of_many_studios_the_first_and_last_are_drawn_of_few_all(many):
    titles = "".join(re.findall(r"<a:t>([^<]*)</a:t>", "".join(charts(many).values())))
    assert "得分前 12 名" in titles
    assert "得分后 12 名" in titles
    assert "得分排名（6 个）" in "".join(charts(render(summaries.quarter(8))).values())


# --- for people who compute, and how long it takes


def test_the_flat_sheet_has_a_row_for_each_signed_sheet(many):
    listed = rows(many, "数据")
    record = summaries.quarter()
    assert len(listed) == 1 + sum(len(line.sheets) for line in record.lines)
    at = {name: number for number, name in enumerate(listed[0])}
    best = [row for row in listed[1:] if row[at["名次"]] == 1]
    assert [row[at["排名分（分数）"]] for row in best] == ["299/3"] * 3
    assert [row[at["评分表总分"]] for row in best] == [100, 99, 100]


# --- LibreOffice


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Both kinds of summary as LibreOffice computes them again and prints them."""
    folder = tmp_path_factory.mktemp("office")
    made = {"quarter": render(summaries.quarter(40)), "year": render(summaries.year())}
    for name, data in made.items():
        (folder / f"{name}.xlsx").write_bytes(without_cached_values(data))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for kind in ("pdf", "xlsx"):
        sources = [folder / f"{name}.xlsx" for name in made]
        subprocess.run(
            [program("soffice", "libreoffice"), profile, "--headless", "--convert-to", kind, "--outdir",
             folder / "out", *sources],
            check=True, capture_output=True, timeout=180, env=os.environ | {"HOME": str(folder)},
        )  # fmt: skip
    return folder / "out", made


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("name", ["quarter", "year"])
def test_libreoffice_computes_the_same_values_and_prints_no_empty_page(office, name):
    folder, made = office
    shown, again = cells(made[name]), cells((folder / f"{name}.xlsx").read_bytes())
    behind = formulas(made[name])
    assert len(behind) > 30
    for address in behind:
        assert again.get(address) == shown.get(address), address
    pages = PdfReader(folder / f"{name}.pdf").pages
    assert all(len(page.extract_text().strip()) > 40 for page in pages)
