"""Web servers on loopback from the shipped recipes: only addresses and paths are replaced."""

import http.client
import re
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

RECIPES = ROOT / "generator/recipes"
USER, PASSWORD = "lan", "thu-nghiem"
METHODS = ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "CONNECT")
# Ways to write an address that have led out of a root, or past a password.
ODD = (
    *("/%2e%2e/", "/..%2f..%2f..%2fetc/passwd", "/%2f/index.html", "//index.html", "/./index.html"),
    *("/index.html/", "/INDEX.HTML", "/.git/config", "/.htpasswd", "/%00", "/index.html%00.css"),
    *("/nothing", "/../releases/", "/../../noi-bo/current/index.html", "/api/v1/../../index.html"),
    *(
        "/;/index.html",
        "/index.html;.css",
        "/index.html?x=.css",
        "/%69ndex.html",
        "/\\..\\index.html",
    ),
    *("/releases/", "/current/", "/messages", "/" + "a" * 3000, "*", "http://bantin.noibo/"),
)


class Answered(NamedTuple):
    """The answer of a server."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Site(NamedTuple):
    """A server at a port of this machine, asked over TLS."""

    port: int
    authority: Path

    def asker(self, source: str = "127.0.0.1") -> http.client.HTTPSConnection:
        """A connection that stays open; the recipes count requests by the asker's address."""
        context = ssl.create_default_context(cafile=str(self.authority))
        return http.client.HTTPSConnection(
            "localhost", self.port, timeout=20, context=context, source_address=(source, 0)
        )


def asked(
    connection: http.client.HTTPSConnection, path: str, method: str = "GET", **headers: str
) -> Answered:
    """One request, with the path as it is written."""
    connection.putrequest(method, path, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    if answer.will_close:
        connection.close()
    named = {name.lower(): value for name, value in answer.getheaders()}
    return Answered(answer.status, named, body)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def certificate(folder: Path) -> Path:
    """A key and a certificate for localhost, in the files that the recipes name."""
    subject = ("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost")
    made = ("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256")
    files = ("-keyout", str(folder / "ban-tin.key"), "-out", str(folder / "ban-tin.pem"))
    subprocess.run(
        (*made, "-nodes", "-days", "2", *subject, *files), check=True, capture_output=True
    )
    return folder / "ban-tin.pem"


def recipe(name: str, replaced: Mapping[str, str]) -> str:
    """A shipped file with other addresses and paths; each must stand in it."""
    text = (RECIPES / name).read_text("utf-8")
    for before, after in replaced.items():
        assert before in text, before
        text = text.replace(before, after)
    return text


@contextmanager
def running(command: tuple[str, ...], port: int, log: Path) -> Iterator[None]:
    """A process that answers at a port, until the end of the block."""
    with log.open("wb") as said, subprocess.Popen(command, stdout=said, stderr=said) as process:
        try:
            _wait_for(port, process, log)
            yield
        finally:
            process.terminate()
            process.wait(20)


def _wait_for(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(200):
        assert process.poll() is None, log.read_text("utf-8", "replace")
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(log.read_text("utf-8", "replace"))


NGINX = """include /etc/nginx/modules-enabled/*.conf;
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;
events {{ worker_connections 256; }}
http {{
include /etc/nginx/mime.types; default_type application/octet-stream; gzip on; access_log off;
client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
include {folder}/site.conf; }}
"""


@contextmanager
def nginx(folder: Path, root: Path) -> Iterator[Site]:
    """The recipe of nginx, with one reader."""
    port, plain = free_port(), free_port()
    authority = certificate(folder)
    users = folder / "users"
    subprocess.run(
        ("htpasswd", "-b", "-B", "-c", str(users), USER, PASSWORD), check=True, capture_output=True
    )
    changed = {
        "10.20.0.5:80": f"127.0.0.1:{plain}",
        "10.20.0.5:443": f"127.0.0.1:{port}",
        "/etc/ssl/ban-tin": str(folder),
        "/etc/nginx/ban-tin.users": str(users),
        "allow 10.0.0.0/8": "allow 127.0.0.0/8",
        "/srv/ban-tin/noi-bo": str(root),
        "# brotli_static on;": "brotli_static on;",
    }
    (folder / "site.conf").write_text(recipe("nginx/ban-tin.conf", changed), "utf-8")
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder), "utf-8")
    command = ("nginx", "-c", str(folder / "nginx.conf"))
    with running(command, port, folder / "nginx.out"):
        yield Site(port, authority)


def addresses(files: Mapping[str, str]) -> list[str]:
    """Every address of a site: each file, and each folder as readers write it."""
    folders = {re.sub(r"index\.html$", "", path) for path in files if path.endswith("index.html")}
    return [f"/{path}" for path in sorted({*files, *folders, "manifest.json"})]


APACHE = """ServerRoot /usr/lib/apache2
PidFile {folder}/apache.pid
ErrorLog {folder}/apache.log
Mutex file:{folder} default
DefaultRuntimeDir {folder}
ServerName localhost
User www-data
Group www-data
TypesConfig /etc/mime.types
{modules}
{site}
"""
MODULES = (
    *("mpm_event", "authn_core", "authz_core", "authz_user", "dir", "mime", "headers", "ssl"),
    *("allowmethods", "auth_openidc"),
)


@contextmanager
def apache(folder: Path, root: Path) -> Iterator[Site]:
    """The recipe of Apache, with the accounts of an office beside it."""
    port, accounts = free_port(), free_port()
    authority = certificate(folder)
    changed = {
        "10.20.0.5:443": f"127.0.0.1:{port}",
        "/etc/ssl/ban-tin": str(folder),
        "/srv/ban-tin/noi-bo": str(root),
        "<Directory /srv/ban-tin>": f"<Directory {root.parent}>",
        "https://dangnhap.noibo": f"http://localhost:{accounts}",
        "https://bantin.noibo": f"https://localhost:{port}",
    }
    modules = "\n".join(f"LoadModule {m}_module modules/mod_{m}.so" for m in MODULES)
    text = APACHE.format(
        folder=folder, modules=modules, site=recipe("apache/ban-tin.conf", changed)
    )
    (folder / "apache.conf").write_text(text, "utf-8")
    callback = f"https://localhost:{port}/dang-nhap"
    provider = ("node", str(ROOT / "tests/oidc/provider.mjs"), str(accounts), callback)
    server = ("apache2", "-f", str(folder / "apache.conf"), "-DFOREGROUND")
    with (
        running(provider, accounts, folder / "provider.out"),
        running(server, port, folder / "apache.out"),
    ):
        yield Site(port, authority)


def logged_in(site: Site, account: str) -> urllib.request.OpenerDirector:
    """A browser's cookies after the login of the office, as this account."""
    context = ssl.create_default_context(cafile=str(site.authority))
    opener = urllib.request.build_opener(
        urllib.request.HTTPSHandler(context=context), urllib.request.HTTPCookieProcessor()
    )
    opener.addheaders = [("Accept", "text/html"), ("Sec-Fetch-Mode", "navigate")]
    answer = opener.open(f"https://localhost:{site.port}/messages/", timeout=20)
    page = answer.read().decode()
    for _ in range(4):
        form = re.search(r'<form[^>]*action="([^"]+)"', page)
        if form is None:
            break
        fields = dict(re.findall(r'<input[^>]*name="(\w+)" value="([^"]*)"', page))
        fields |= {"login": account, "password": "x"} if 'name="login"' in page else {}
        address = urllib.parse.urljoin(answer.url, form[1])
        try:
            answer = opener.open(address, urllib.parse.urlencode(fields).encode(), timeout=20)
        except urllib.error.HTTPError as refused:
            refused.close()
            break
        page = answer.read().decode()
    return opener
