from datetime import date

import pytest

from app.reading.draft import read_draft
from app.vocabulary import FactType


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("구글에서 텐센트로 이직한 뤄한이 주목받고 있다.", {("뤄한", "구글", "former"), ("뤄한", "텐센트", "current")}),
        ("구글 CEO(뤄한)는 말했다.", {("뤄한", "구글", "current")}),
        ("텐센트는 신임 최고기술책임자에 뤄한을 선임했다.", {("뤄한", "텐센트", "current")}),
        ("뤄한이 텐센트 책임자로 임명됐다.", {("뤄한", "텐센트", "current")}),
        ("뤄한 / 텐센트 CTO, 구글 고문", {("뤄한", "텐센트", "current"), ("뤄한", "구글", "current")}),
        ("▲ 텐센트 뤄한 CEO ▲ 구글 쉬웨 CTO", {("뤄한", "텐센트", "current"), ("쉬웨", "구글", "current")}),
        ("엔비디아 젠슨 황 CEO는 말했다. 황 CEO는 과거 AMD에서 일했다.",
         {("젠슨 황", "엔비디아", "current"), ("젠슨 황", "AMD", "former")}),
        ("구글에서 일한 인재가 텐센트로 왔다.", set()),
        ("텐센트에서 근무한 루키는 많다.", set()),
        ("뤄한이 텐센트로 이직할 예정이다.", set()),
        ("텐센트 CTO(오른쪽)가 손을 흔들고 있다.", set()),
    ],
)  # fmt: skip
def test_people_are_found_beside_their_employers(text: str, stated: set[tuple[str, str, str]]) -> None:
    draft = read_draft(text, date(2025, 6, 1), [])
    found = {(one.person, one.organization, one.status) for one in draft.candidates if one.type is FactType.EMPLOYMENT}
    assert found == stated
