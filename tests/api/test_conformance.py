"""The service answers as its OpenAPI document says, whatever is asked within the document (schemathesis)."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from schemathesis import CheckFunction
from schemathesis.specs.openapi.checks import positive_data_acceptance, response_schema_conformance

from tests.api.paths import PATHS
from tests.conftest import Client


@pytest.mark.parametrize("path", sorted(PATHS.keys() - {"/metrics"}))  # the metrics page is Prometheus' own
def test_an_operation_answers_as_documented(shipped: Client, path: str) -> None:
    if shipped.engine.dialect.name != "sqlite":
        return  # what is checked here is the same on both engines, and costs a while
    operation = schemathesis.openapi.from_asgi("/openapi.json", shipped.app)[path]["GET"]

    @given(case=operation.as_strategy())
    @hypothesis_settings(
        max_examples=8,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def answers_as_documented(case: schemathesis.Case[Any]) -> None:
        excluded: list[CheckFunction] = [positive_data_acceptance]  # an id of the right form need not exist
        if "fields" in case.query:
            excluded.append(response_schema_conformance)  # rows are trimmed
        case.call_and_validate(excluded_checks=excluded)

    answers_as_documented()
