"""Counts and durations of requests, by the path as it is declared: what `/metrics` shows to Prometheus."""

from functools import cache

from prometheus_client import Counter, Histogram

REQUESTS = Counter(
    "haigui_requests",
    "Requests for reading, by path, status of the answer and whether it was made anew or kept from before.",
    ["path", "status", "source"],
)
SECONDS = Histogram(
    "haigui_request_seconds",
    "Seconds that answers took which were made anew.",
    ["path"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)


@cache
def requests(path: str, status: int | None, source: str) -> Counter:
    """The counter of one kind of answer."""
    return REQUESTS.labels(path, status, source)


@cache
def seconds(path: str) -> Histogram:
    """The durations of one path's answers."""
    return SECONDS.labels(path)
