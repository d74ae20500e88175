"""Fingerprints: the same for what says the same, another one for anything else."""

from pathlib import Path

import pytest

from rubrics import files

DATA = Path(__file__).parents[1] / "data" / "rubrics"
PUBLISHED = {
    "northwest-2025": (
        "1caff8efee113aad26386690c8dbd0b57b767630e207a40aba38e988416ec0f4",
        "62a4a60351e75cdec8562ee738b01fd60aca71124e11fc55410063626846199c",
    ),
    "tongliao-2020": (
        "d9b84f2de25d5713fcdb271e97a33929cac29daa762aea87f1b16cac4489dbc9",
        "fe4a31efa7e6850dd7cf76baf481814731fd32400d6b5a8794ef9d64a623f31e",
    ),
}
TEXT = (DATA / "sample.v1.yaml").read_text()


def read(text):
    loaded = files.loads(text, "sample")
    assert loaded.rubric is not None, loaded.problems
    return loaded.rubric


def changed(old, new):
    assert TEXT.count(old) == 1
    return read(TEXT.replace(old, new))


def test_fingerprints_of_the_sample_never_change():
    rubric = read(TEXT)
    assert rubric.fingerprint == "b67fc4f25507b28355ee9a8265be52b177023c7498febb6c5dd4f84ab9a89f4c"
    assert rubric.structure == "849b87dbcdc478386475523ab51b0a2868e658adc1cc899fd2b87e8367076e89"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version: 1\ntitle: 样表\n", "title: 样表\nversion: 1\n"),
        (
            "{letter: a, kind: award, points: 3, text: 有甲, quote: 有甲得3分}",
            "{quote: 有甲得3分, text: 有甲, points: 3.00, kind: award, letter: a}",
        ),
        ("{one: 甲事, two: 乙事}", "{two: 乙事, one: 甲事}"),
        ("total: 10\n", "total: 10  # a comment\nstep: 0.50\n"),
        ("short: 样表\n", 'short: "样表"\n'),
    ],
)
def test_order_of_keys_comments_and_defaults_do_not_matter(old, new):
    assert changed(old, new).fingerprint == read(TEXT).fingerprint


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version: 1", "version: 2"),
        ("content: 甲事，乙事", "content: 甲事、乙事"),
        ("[month, quarter]", "[quarter, month]"),
        ("shipped: this", "shipped: that"),
        (
            "  - {id: one, title: 甲类}\n  - {id: two, title: 乙类}\n",
            "  - {id: two, title: 乙类}\n  - {id: one, title: 甲类}\n",
        ),
    ],
)
def test_any_word_and_any_order_of_a_list_matters_to_the_content_only(old, new):
    rubric = changed(old, new)
    assert rubric.fingerprint != read(TEXT).fingerprint
    assert rubric.structure == read(TEXT).structure


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: once, points: 2, when: quarter", "kind: once, points: 1, when: quarter"),
        ("kind: once, points: 2, when: quarter", "kind: each, unit: 处, points: 2, when: quarter"),
        ("{letter: a, kind: bonus, points: 1, unit: 项,", "{letter: a, kind: discretionary,"),
    ],
)
def test_points_and_kinds_matter_to_the_structure(old, new):
    assert changed(old, new).structure != read(TEXT).structure


def test_what_follows_is_part_of_the_content_and_not_of_the_structure():
    text = (DATA / "outcomes.v1.yaml").read_text()
    rubric, other = read(text), read(text.replace("amount: -50,", "amount: -60,"))
    assert rubric.fingerprint == "280a4eafab6d6fedc154a9462b58dce05bebd2dbc7319c0cc3ff7603bccc5fda"
    assert other.fingerprint != rubric.fingerprint
    assert other.structure == rubric.structure
    plain = read(text.replace("amount: -50,", "per: lump, amount: -50.00,"))
    assert plain.fingerprint == rubric.fingerprint


def test_fingerprints_of_what_was_published_never_change():
    loaded = [files.load(path).rubric for path in files.shipped()]
    published = {rubric.id: rubric for rubric in loaded if rubric and rubric.version == 1}
    assert {name: (published[name].fingerprint, published[name].structure) for name in PUBLISHED} == PUBLISHED


@pytest.mark.parametrize(
    ("name", "content", "structure"),
    [
        (
            "northwest-2025.v1.yaml",
            "1caff8efee113aad26386690c8dbd0b57b767630e207a40aba38e988416ec0f4",
            "62a4a60351e75cdec8562ee738b01fd60aca71124e11fc55410063626846199c",
        ),
        (
            "tongliao-2020.v1.yaml",
            "d9b84f2de25d5713fcdb271e97a33929cac29daa762aea87f1b16cac4489dbc9",
            "fe4a31efa7e6850dd7cf76baf481814731fd32400d6b5a8794ef9d64a623f31e",
        ),
    ],
)
def test_what_the_language_gained_leaves_released_schemes_as_signed_sheets_name_them(
    name, content, structure
):
    rubric = files.load(files.SCHEMES / name).rubric
    assert rubric is not None
    assert (rubric.fingerprint, rubric.published, rubric.structure) == (content, content, structure)
