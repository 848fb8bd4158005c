"""What a user would match names with instead: a transcription into ASCII, then rapidfuzz or nomenklatura.

    python -m benchmarks.peers.names anyascii    reads ["양즈린", …] and writes ["YangJeuRin", …]
    python -m benchmarks.peers.names rapidfuzz   reads sets of questions (`Asked`) and writes scores

The latter gives `{"version": "3.14", "methods": {"WRatio": {"seconds": 1.5, "scores": [[[0.9, …], …], …]}, …}}`: for
each method the scores from 0 to 1, by set of questions, question and candidate. What has to be done once for each name
is done before the clock runs. Runs in `.venv-bench`, without anything of ours.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import Any, TypedDict

Compare = Callable[[Any, Any], float]
Method = tuple[Callable[[str, str], Any], Compare]
"""What is made of each name and its kind, and what compares two of these."""
RAPIDFUZZ = ("ratio", "partial_ratio", "token_sort_ratio", "token_set_ratio", "WRatio")
NOMENKLATURA = ("logic-v2", "logic-v1", "name-based")
"""Its methods that look at names; those for whole records are of no use here."""
SCHEMATA = {"person": "Person", "company": "Company", "university": "Organization", "place": "LegalEntity"}


class Asked(TypedDict):
    """A set of questions; `kinds` says of each of `among` what it is a name of, `asked_kinds` of each question."""

    asked: Sequence[str]
    asked_kinds: Sequence[str]
    among: Sequence[str]
    kinds: Sequence[str]


def transcribe(how: str, texts: Sequence[str]) -> list[str]:
    """The texts in ASCII."""
    if how == "unidecode":
        from unidecode import unidecode as change  # noqa: PLC0415 - each run needs one of the packages
    else:
        from anyascii import anyascii as change  # noqa: PLC0415
    return [change(text).strip() for text in texts]


def rapidfuzz_methods() -> Mapping[str, Method]:
    """Its scorers, on names prepared as its documentation tells."""
    from rapidfuzz import fuzz, utils  # noqa: PLC0415
    from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415

    def prepared(name: str, _: str) -> str:
        return utils.default_process(name)

    def hundredths(scorer: Compare) -> Compare:
        return lambda one, other: scorer(one, other) / 100

    methods: dict[str, Method] = {name: (prepared, hundredths(getattr(fuzz, name))) for name in RAPIDFUZZ}
    return methods | {"JaroWinkler": (prepared, JaroWinkler.similarity)}


def nomenklatura_methods() -> Mapping[str, Method]:
    """Its algorithms, on entities of which a name and the kind are known."""
    from followthemoney import model  # noqa: PLC0415
    from nomenklatura.matching import ALGORITHMS  # noqa: PLC0415

    def entity(name: str, kind: str) -> Any:  # noqa: ANN401 - the package is not there when types are checked
        made = model.make_entity(SCHEMATA[kind])
        made.id = f"{kind} {name}"
        made.add("name", name)
        return made

    def comparing(algorithm: Any) -> Compare:  # noqa: ANN401
        settings = (algorithm.default_config(),) if hasattr(algorithm, "default_config") else ()
        return lambda one, other: float(algorithm.compare(one, other, *settings).score)

    return {one.NAME: (entity, comparing(one)) for one in ALGORITHMS if one.NAME in NOMENKLATURA}


PACKAGES: Mapping[str, Callable[[], Mapping[str, Method]]] = {
    "rapidfuzz": rapidfuzz_methods,
    "nomenklatura": nomenklatura_methods,
}


def scored(method: Method, sets: Sequence[Asked]) -> tuple[float, list[list[list[float]]]]:
    """How many seconds of CPU time all comparisons took, and the scores."""
    prepare, compare = method
    ready = [
        (
            [prepare(*one) for one in zip(some["asked"], some["asked_kinds"], strict=True)],
            [prepare(*one) for one in zip(some["among"], some["kinds"], strict=True)],
        )
        for some in sets
    ]
    began = time.process_time()
    scores = [[[compare(query, name) for name in among] for query in asked] for asked, among in ready]
    return time.process_time() - began, scores


def answered(package: str, sets: Sequence[Asked]) -> Iterator[tuple[str, object]]:
    """Each method of the package with its time and its scores."""
    for name, method in PACKAGES[package]().items():
        seconds, scores = scored(method, sets)
        yield name, {"seconds": seconds, "scores": scores}


def main() -> None:
    """Read what is asked, write what is answered."""
    what, given = sys.argv[1], json.load(sys.stdin)
    if what in PACKAGES:
        said: object = {"version": version(what), "methods": dict(answered(what, given))}
    else:
        said = transcribe(what, given)
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main()
