"""How far long work has come, on a terminal and elsewhere."""

import pytest

from app.progress import followed, unseen


def test_elsewhere_a_line_now_and_then_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(followed("abc", 3, "letters", every=0)) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "1 of 3 letters\n2 of 3 letters\n")
    assert list(followed("abc", 3, "letters")) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "")


def test_on_a_terminal_there_is_a_bar(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    assert list(followed("abc", 3, "letters")) == ["a", "b", "c"]
    out, err = capsys.readouterr()
    assert out == ""
    assert "letters" in err
    assert "3/3" in err


def test_unseen_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(unseen("abc", 3, "letters")) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "")
