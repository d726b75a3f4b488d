"""A small object store that speaks S3's protocol, on loopback and in memory, for the client in obstore to talk to.

It knows what obstore asks: objects, ranges, lists and uploads in parts. It checks no signatures, and it can be told to
fail. Unfinished uploads can be counted: real stores charge for them.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

BUCKET = "desk"


class ObjectStore(ThreadingHTTPServer):
    """The server and what it holds."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Request)
        self.objects: dict[str, bytes] = {}
        self.uploads: dict[str, dict[int, bytes]] = {}
        self.failing = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news."""

    @property
    def options(self) -> dict[str, object]:
        """What obstore needs in order to find it."""
        return {
            "endpoint": f"http://127.0.0.1:{self.server_port}",
            "region": "here",
            "access_key_id": "nobody",
            "secret_access_key": "nothing",
            "client_options": {"allow_http": True},
            "retry_config": {"max_retries": 0},
        }


@contextmanager
def object_store() -> Iterator[ObjectStore]:
    """An empty store, running."""
    with ObjectStore() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


class _Request(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: ObjectStore

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        pass

    def parse_request(self) -> bool:
        if not super().parse_request():
            return False
        parts = urlsplit(self.path)
        self.key = unquote(parts.path).removeprefix(f"/{BUCKET}").removeprefix("/")
        self.query = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        if self.server.failing:
            self._answer(500, b"<Error><Code>InternalError</Code></Error>")
            return False
        return True

    def do_PUT(self) -> None:
        body = self._body()
        if "uploadId" in self.query:
            self.server.uploads[self.query["uploadId"]][int(self.query["partNumber"])] = body
        else:
            self.server.objects[self.key] = body
        self._answer(200, ETag='"x"')

    def do_POST(self) -> None:
        body = self._body()
        if "uploads" in self.query:
            name = str(len(self.server.uploads) + 1)
            self.server.uploads[name] = {}
            self._answer(200, _xml("InitiateMultipartUploadResult", UploadId=name, Bucket=BUCKET, Key=self.key))
        elif "delete" in self.query:
            keys = [part.split("</Key>")[0] for part in body.decode().split("<Key>")[1:]]
            for key in keys:
                self.server.objects.pop(key, None)
            deleted = "".join(f"<Deleted><Key>{escape(key)}</Key></Deleted>" for key in keys)
            self._answer(200, f"<DeleteResult>{deleted}</DeleteResult>".encode())
        else:
            parts = self.server.uploads.pop(self.query["uploadId"])
            self.server.objects[self.key] = b"".join(parts[number] for number in sorted(parts))
            self._answer(200, _xml("CompleteMultipartUploadResult", ETag='"x"', Bucket=BUCKET, Key=self.key))

    def do_GET(self) -> None:
        if self.query.get("list-type") == "2":
            found = "".join(f"<Contents>{_members(key, body)}</Contents>" for key, body in self.server.objects.items())
            self._answer(200, f"<ListBucketResult><IsTruncated>false</IsTruncated>{found}</ListBucketResult>".encode())
        else:
            self._object()

    def do_HEAD(self) -> None:
        self._object()

    def do_DELETE(self) -> None:
        if "uploadId" in self.query:
            self.server.uploads.pop(self.query["uploadId"], None)
        else:
            self.server.objects.pop(self.key, None)
        self._answer(204)

    def _object(self) -> None:
        body = self.server.objects.get(self.key)
        if body is None:
            self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>")
            return
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").split("-")[0])
        about = {"ETag": '"x"', "Last-Modified": "Thu, 01 Jan 2026 00:00:00 GMT"}
        if "Range" not in self.headers:
            self._answer(200, body, **about)
        elif start < len(body):
            about["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
            self._answer(206, body[start:], **about)
        else:
            self._answer(416, b"<Error><Code>InvalidRange</Code></Error>")

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def _answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD" and status != 204:
            self.wfile.write(body)


def _xml(root: str, **members: str) -> bytes:
    inner = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in members.items())
    return f"<{root}>{inner}</{root}>".encode()


def _members(key: str, body: bytes) -> str:
    return (
        f"<Key>{escape(key)}</Key><Size>{len(body)}</Size>"
        "<LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>&quot;x&quot;</ETag>"
    )
