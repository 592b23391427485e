"""An S3 service on the loopback, for tests: moto's server, with what it was asked."""

import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
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


class Asked:
    """A client that counts what it is asked, and fails or does something before a request."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401  theirs has no types
        self.client, self.counts = client, Counter[str]()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        self.counts[name] += 1
        return getattr(self.client, name)


def client() -> Any:  # noqa: ANN401
    return boto3.session.Session().client("s3")
