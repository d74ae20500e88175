"""What every test can ask for: the judges of the Bot API, the flags for golden files and kill rounds."""

import secrets
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.kit.aiogram_check import Judges

for profile, examples in (("scorewalk", 40), ("thorough", 300)):
    # The few are for every change (`make test`), the many for `make batteries`.
    settings.register_profile(
        profile,
        max_examples=examples,
        deadline=None,  # two shared cores: the time of one example says nothing
        derandomize=True,  # a red build is red again
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile("scorewalk")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh", action="store_true", help="write golden files anew; read the diff before committing"
    )
    parser.addoption("--kills", type=int, default=20, help="how many instants the kill test chooses")
    parser.addoption("--studios", type=int, default=12, help="how many studios the campaign has")
    parser.addoption(
        "--seed", type=int, default=1, help="what chance begins with where tests use it; -1 takes any"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest: one that begins last is waited for by everybody else."""
    long = {
        item.path for item in items if item.get_closest_marker("slow") or item.get_closest_marker("battery")
    }
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture(scope="session")
def refresh(pytestconfig: pytest.Config) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(pytestconfig.getoption("--refresh"))


@pytest.fixture(scope="session")
def kills(pytestconfig: pytest.Config) -> int:
    """How many instants the kill test chooses."""
    return int(pytestconfig.getoption("--kills"))


@pytest.fixture(scope="session")
def studios(pytestconfig: pytest.Config) -> int:
    """How many studios the campaign has."""
    return int(pytestconfig.getoption("--studios"))


@pytest.fixture
def seed(pytestconfig: pytest.Config) -> int:
    """What chance begins with: the same in every run, so that a change is what breaks a test; -1 for another one."""
    given = int(pytestconfig.getoption("--seed"))
    chosen = given if given >= 0 else secrets.randbelow(1_000_000)
    print(f"--seed {chosen}")  # noqa: T201 - shown where the test fails
    return chosen


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the lines that tests record as `summary`, also from other processes."""
    reports = [report for outcome in ("passed", "failed") for report in terminalreporter.getreports(outcome)]
    lines = [str(text) for report in reports for name, text in report.user_properties if name == "summary"]
    if lines:
        terminalreporter.section("measured")
        terminalreporter.write_line("\n".join(lines))


@pytest.fixture
def judges() -> Iterator[Judges]:
    """The hook for `StandIn(check=judges)`; the test fails at its end if anything was against the Bot API."""
    watching = Judges()
    yield watching
    watching.assert_clean()
