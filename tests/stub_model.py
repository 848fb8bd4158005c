"""A server on 127.0.0.1 that speaks OpenAI's chat completions as a client sees them, and refuses what breaks them."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-stub"
MODEL = "stub-1"
FIELDS = {"model", "messages", "temperature", "response_format"}
ROLES = {"system", "user", "assistant"}


@dataclass(frozen=True)
class Answer:
    """What is answered to one request: a reply of the model, else a status with its body."""

    content: str | None = None
    status: int = 200
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    message: Mapping[str, Any] | None = None


@dataclass
class Stub:
    """The answers to come, the last one again and again, and the requests that came."""

    answers: list[Answer]
    url: str = ""
    requests: list[dict[str, Any]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)


def replying(*candidates: Mapping[str, Any]) -> Answer:
    return Answer(json.dumps({"candidates": candidates}, ensure_ascii=False))


def mistake(path: str, headers: Mapping[str, str], body: Any) -> tuple[int, str] | None:
    """What an endpoint would refuse: path, key, type of content, model, messages, form of the reply."""
    held = body if isinstance(body, dict) else {}
    messages = held.get("messages") or [{}]
    form = held.get("response_format", {"type": "text"})
    refusals = (
        (path != "/v1/chat/completions", 404, f"no such path: {path}"),
        (headers.get("Authorization") != f"Bearer {KEY}", 401, "Incorrect API key provided"),
        (headers.get("Content-Type") != "application/json" or not held, 400, "We could not parse the JSON body"),
        (held.get("model") != MODEL, 404, f"The model {held.get('model')!r} does not exist"),
        (bool(set(held) - FIELDS) or held.get("temperature") != 0, 400, "Unrecognized request argument supplied"),
        (any(set(one) != {"role", "content"} or one["role"] not in ROLES for one in messages), 400, "'messages'"),
        (
            form["type"] == "json_schema" and not {"name", "schema"} <= set(form.get("json_schema", ())),
            400,
            "Missing required parameter: 'response_format.json_schema'",
        ),
        (
            form["type"] == "json_object" and not any("JSON" in one.get("content", "") for one in messages),
            400,
            "'messages' must contain the word 'json' to use 'response_format' of type 'json_object'",
        ),
    )
    return next(((status, said) for refused, status, said in refusals if refused), None)


def completion(answer: Answer, asked: Mapping[str, Any]) -> str:
    message = answer.message or {"role": "assistant", "content": answer.content, "refusal": None}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    head = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1_700_000_000, "model": asked["model"]}
    return json.dumps(head | {"choices": [choice], "usage": usage}, ensure_ascii=False)


@contextmanager
def stub_model(*answers: Answer) -> Iterator[Stub]:
    """Serve these answers, one a request."""
    stub = Stub(list(answers))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            try:
                body = json.loads(raw)
            except ValueError:
                body = None
            if refused := mistake(self.path, dict(self.headers.items()), body):
                status, said = refused
                error = {"message": said, "type": "invalid_request_error", "param": None, "code": None}
                self.reply(status, json.dumps({"error": error}), {})
                return
            stub.requests.append(body)
            answer = stub.answers.pop(0) if len(stub.answers) > 1 else stub.answers[0]
            stub.over.wait(answer.delay) if answer.delay else None
            text = answer.body if answer.body or answer.status != 200 else completion(answer, body)
            self.reply(answer.status, text, answer.headers)

        def reply(self, status: int, text: str, headers: Mapping[str, str]) -> None:
            content = text.encode()
            self.send_response(status)
            for name, value in {
                "Content-Type": "application/json",
                "Content-Length": str(len(content)),
                **headers,
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that http.server gives it
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        stub.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        try:
            yield stub
        finally:
            stub.over.set()
            server.shutdown()
            thread.join()
