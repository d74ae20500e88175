"""The official labels in both languages."""

import re
from pathlib import Path
from string import Formatter

import exports
from exports.labels import EN, ZH, labels


def fields(words):
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def test_both_languages_have_the_same_labels_with_the_same_values():
    assert ZH.keys() == EN.keys()
    assert {key: fields(words) for key, words in ZH.items()} | {"nth": set(), "occurrence": set()} == {
        key: fields(words) for key, words in EN.items()
    } | {"nth": set(), "occurrence": set()}


def test_every_label_is_used():
    folder = Path(exports.__file__).parent
    sources = "".join(
        path.read_text("utf-8") for path in folder.glob("*.py") if not path.name.startswith("labels")
    )
    written = set(re.findall(r"""["'](\w+)["']""", sources))
    families = set(re.findall(r"""f"(\w+_)\{""", sources))
    unused = {
        key for key in ZH if key not in written and not any(key.startswith(family) for family in families)
    }
    # Put together from a value of the record: the item's start, a sum that differs, a warning's code.
    assert unused == {
        "award_full",
        "deduct_full",
        "bonus_total",
        "bonus_counted_total",
        "subtotal_differs",
        "total_differs",
        "alternatives_together",
        "contradiction",
    }


def test_braces_in_somebodys_words_mean_nothing():
    assert labels("zh-CN")("note", words="{points}") == "备注：{points}"
    assert labels("en-GB")("note", words="{0}") == "Note: {0}"
