"""The words of the command."""

import pytest

from benchmarks.__main__ import main


@pytest.mark.parametrize("words", [["--rows", "99"], ["--sizes", "2k"], ["--rows", "x"]])
def test_what_it_does_not_know_is_refused(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2 and capsys.readouterr().err
