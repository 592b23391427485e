"""An S3 service on the loopback, for tests: moto's server."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import boto3
import pytest
from moto.server import ThreadedMotoServer

BUCKET = "ban-tin-thu"


@contextmanager
def service() -> Iterator[str]:
    """The address of a service in which there is one bucket."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    try:
        yield f"http://{host}:{port}"
    finally:
        server.stop()


def enter(patch: pytest.MonkeyPatch, address: str) -> None:
    """The environment of somebody who may use the service, and nothing of the machine's own."""
    for name, value in {
        "AWS_ENDPOINT_URL": address,
        "AWS_ACCESS_KEY_ID": "thu",
        "AWS_SECRET_ACCESS_KEY": "thu",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_CONFIG_FILE": "/dev/null",
        "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        patch.setenv(name, value)


@contextmanager
def website(prefix: str) -> Iterator[str]:
    """The website of the bucket: a folder is its index.html, what is not there is 404.html."""
    store = client()

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.removeprefix("/")
            names = (f"{path}index.html" if path.endswith("/") else path, f"{prefix}/404.html")
            for name, status in zip(names, (200, 404), strict=True):
                with suppress(store.exceptions.NoSuchKey):
                    found = store.get_object(Bucket=BUCKET, Key=name)
                    self.send_response(status)
                    self.send_header("Content-Type", found["ContentType"])
                    self.end_headers()
                    self.wfile.write(found["Body"].read())
                    return

        def log_message(self, *_: object) -> None:
            """Nothing to say about each request."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/{prefix}"
        server.shutdown()


class Asked:
    """A client that tells what it is asked, and lets a test act before each request."""

    def __init__(self, before: Callable[[str, dict[str, Any]], None] = lambda *_: None) -> None:
        self.client, self.before = client(), before
        self.requests: list[tuple[str, dict[str, Any]]] = []

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  theirs has no types
        method = getattr(self.client, name)
        return method if name == "get_paginator" else partial(self._ask, name, method)

    def _ask(self, name: str, method: Callable[..., Any], **asked: Any) -> Any:  # noqa: ANN401
        self.before(name, asked)
        self.requests.append((name, asked))
        return method(**asked)

    def keys(self, name: str) -> set[str]:
        return {asked["Key"] for one, asked in self.requests if one == name}


def client() -> Any:  # noqa: ANN401
    return boto3.client("s3")
