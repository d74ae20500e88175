"""Programs that some tests need: found, or the test says what is missing (in CI that is a failure)."""

import os
import shutil

import pytest


def program(*names: str) -> str:
    """The path of the first of these programs that is here; without one the test is skipped, in CI it fails."""
    for name in names:
        path = shutil.which(name)
        if path is not None:
            return path
    missing = f"needs {' or '.join(names)}, which .ci/run installs"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)
