"""Both languages say the same things, and every refusal has its words in both."""

import ast
import re
from collections import Counter
from collections.abc import Mapping
from html.parser import HTMLParser
from importlib import import_module
from string import Formatter

import pytest

from tests.kit.sources import ROOT, sources

TAGS = {"b", "i", "u", "s", "code", "pre", "a", "blockquote"}
"""The tags of Telegram's HTML that texts may use."""

IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
PROBLEM = "problem."


def texts() -> Mapping[str, Mapping[str, str]]:
    from bot.texts import TEXTS

    return TEXTS


def codes() -> dict[str, tuple[str, ...]]:
    """Every code of a refusal with its parameters."""
    from bot import problems as bot_problems
    from rubrics import problems as rubric_problems

    return {**rubric_problems.CODES, **bot_problems.CODES}


def placeholders(text: str) -> set[str]:
    """The names in braces; an attribute or index counts as its first name."""
    return {re.split(r"[.\[]", field)[0] for _, field, _, _ in Formatter().parse(text) if field is not None}


def pairs() -> list[tuple[str, str, str]]:
    """Language, key and text of everything."""
    return [(language, key, text) for language, table in texts().items() for key, text in table.items()]


def test_the_bot_speaks_chinese_and_english() -> None:
    assert set(texts()) == {"zh-CN", "en"}


def test_both_languages_have_the_same_keys() -> None:
    chinese, english = texts()["zh-CN"].keys(), texts()["en"].keys()
    assert chinese - english == set()
    assert english - chinese == set()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_tables_say_the_same_key(language: str) -> None:
    """The tables are poured into one: of two texts with one key the second would be shown for both."""
    tables = sorted((ROOT / "bot" / "texts").glob(f"{language}*.py"))
    said = [key for table in tables for key in import_module(f"bot.texts.{table.stem}").TEXTS]
    assert [key for key, times in Counter(said).items() if times > 1] == []


def test_both_languages_name_the_same_parameters() -> None:
    chinese, english = texts()["zh-CN"], texts()["en"]
    differ = {
        key: (placeholders(chinese[key]), placeholders(english[key]))
        for key in chinese.keys() & english.keys()
        if placeholders(chinese[key]) != placeholders(english[key])
    }
    assert differ == {}


def test_no_text_is_empty_or_padded() -> None:
    assert [(language, key) for language, key, text in pairs() if not text or text != text.strip("\n ")] == []


def test_no_parameter_goes_without_a_name() -> None:
    assert [(language, key) for language, key, text in pairs() if "" in placeholders(text)] == []


def test_texts_do_not_shout() -> None:
    assert [(language, key) for language, key, text in pairs() if "!" in text or "！" in text] == []


def test_the_same_code_is_not_listed_twice() -> None:
    from bot import problems as bot_problems
    from bot import problems_standing
    from rubrics import problems as rubric_problems

    assert bot_problems.CODES.keys() & rubric_problems.CODES.keys() == set()
    tree = ast.parse((ROOT / "bot" / "problems.py").read_text())
    own = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert own & problems_standing.CODES.keys() == set()


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_refusal_has_words(language: str) -> None:
    worded = {key.removeprefix(PROBLEM) for key in texts()[language] if key.startswith(PROBLEM)}
    assert codes().keys() - worded == set(), "codes without a text"
    assert worded - codes().keys() == set(), "texts without a code"


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_refusals_use_only_the_parameters_of_their_code(language: str) -> None:
    table = texts()[language]
    wrong = {
        code: placeholders(table[PROBLEM + code]) - set(parameters)
        for code, parameters in codes().items()
        if PROBLEM + code in table and placeholders(table[PROBLEM + code]) - set(parameters)
    }
    assert wrong == {}


class Tags(HTMLParser):
    """Collects what Telegram would refuse: an unknown tag, one left open, one closed that is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.wrong.append(f"<{tag}>")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")


def wrong_tags(text: str) -> list[str]:
    parser = Tags()
    parser.feed(text)
    parser.close()
    return parser.wrong + [f"<{tag}> left open" for tag in parser.open]


def test_texts_use_only_tags_that_telegram_knows() -> None:
    assert {(language, key): wrong_tags(text) for language, key, text in pairs() if wrong_tags(text)} == {}


@pytest.mark.parametrize("text", ["<b>1", "1</b>", "<b><i>1</b></i>", "<h1>1</h1>"])
def test_a_wrong_tag_would_be_found(text: str) -> None:
    assert wrong_tags(text)


def test_every_text_is_spoken_somewhere() -> None:
    """A key stands in the code as it is, or begins with the constant part of an f-string such as "kind."."""
    modules = [each for each in sources() if each.name.startswith("bot/") and "/texts/" not in each.name]
    named = {said.text for module in modules for said in module.spoken}
    prefixes = (PROBLEM, *(each for each in named if re.fullmatch(r"[a-z_.]+[._]", each)))
    unused = [key for key in texts()["zh-CN"] if key not in named and not key.startswith(prefixes)]
    assert unused == []


def test_english_texts_are_english() -> None:
    """Save for the names of things that have no English one, which stand in brackets or as a word to type."""
    chinese = {key for key, text in texts()["en"].items() if IDEOGRAPH.search(text)}
    assert chinese <= NAMES


NAMES: set[str] = {"command.lang", "help.assessor", "problem.document_no_rules"}
"""Keys of English texts that quote a Chinese word on purpose."""
