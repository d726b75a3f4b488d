"""A real Dovecot on free ports, without privileges, with its mail in a temporary folder.

>>> server = dovecot.Dovecot({"support@shop.example": "secret"})
>>> server.deliver("support@shop.example", b"Subject: Hello\\r\\n\\r\\nHello.\\r\\n")   # by LMTP
>>> server.port, server.tls_port, server.certificate

It is the machine's own (``apt-get install dovecot-imapd dovecot-lmtpd``, which bin/test does where it may); where there
is none, the tests that want it are skipped. ``python -m tests.dovecot`` prints where it is. As root it runs as
``nobody``; no user is made, and nothing outside of its folder is written.
"""

from __future__ import annotations

import functools
import grp
import os
import pwd
import shutil
import signal
import smtplib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from tests import servers
from tests.certificates import self_signed

CONFIGURATION = """
base_dir = {folder}/base
state_dir = {folder}/state
protocols = imap lmtp
listen = 127.0.0.1
log_path = /dev/stderr
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 1
disable_plaintext_auth = no
auth_mechanisms = plain login{mechanisms}
auth_failure_delay = 0
{users}
ssl = yes
ssl_cert = <{folder}/certificate.pem
ssl_key = <{folder}/key.pem
passdb {{
  driver = passwd-file
  mechanisms = plain login
  args = scheme=PLAIN username_format=%u {folder}/passwd
}}
{oauth}
userdb {{
  driver = static
  args = home={folder}/mail/%u allow_all_users=yes {ids}
}}
namespace inbox {{
  inbox = yes
  # What comes by SMTP of the same user is copied there by some providers; tests do so by hand.
  mailbox Elküldött {{
    special_use = \\Sent
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  # Without it nobody is made to wait after a wrong password.
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    port = {lmtp_port}
  }}
}}
"""
OAUTH = """
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {folder}/oauth2.conf
}}
"""
# The issuer is asked about each token, with the token in the request's Authorization.
ISSUER = """
introspection_mode = auth
introspection_url = {url}
username_attribute = email
active_attribute = active
active_value = true
force_introspection = yes
"""


def installed() -> str | None:
    """The path of the machine's Dovecot, or None."""
    return shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def executable() -> str | None:
    """The path of a Dovecot whose configuration these tests can write, or None. That of 2.4 is another language."""
    path = installed()
    return path if path and _version(path).startswith("2.3.") else None


@functools.cache
def _version(path: str) -> str:
    return subprocess.run([path, "--version"], capture_output=True, text=True).stdout.strip()


needed = pytest.mark.skipif(executable() is None, reason="wants Dovecot 2.3 (dovecot-imapd, dovecot-lmtpd)")


class Dovecot(servers.Server):
    """A Dovecot of one's own, started. ``issuer`` is the address where it asks about OAuth 2 tokens."""

    def __init__(self, users: dict[str, str], *, issuer: str | None = None) -> None:
        super().__init__(servers.unprivileged_user())
        self._program = executable()
        assert self._program, "no Dovecot here"
        self.tls_port, self.lmtp_port = servers.free_port(), servers.free_port()
        self.certificate = self.folder / "certificate.pem"
        self_signed(self.certificate, self.folder / "key.pem", names=("localhost",))
        (self.folder / "dovecot.conf").write_text(self._configuration(issuer))
        lines = [f"{user}:{{PLAIN}}{password}\n" for user, password in users.items()]
        (self.folder / "passwd").write_text("".join(lines))
        for path in self.folder.iterdir():
            if self.user is not None:
                os.chown(path, self.user.pw_uid, self.user.pw_gid)
        self.start()

    def deliver(self, user: str, *mails: bytes) -> None:
        """Put mails into a user's inbox, as a mail server would."""
        with smtplib.LMTP("127.0.0.1", self.lmtp_port) as client:
            for mail in mails:
                client.sendmail("customer@example.com", [user], mail)

    def begin_uids_anew(self, user: str) -> None:
        """As after a restored back-up: the same mails, another UIDVALIDITY. It must be stopped."""
        for path in (self.folder / "mail" / user).glob("dovecot*"):
            path.unlink()
        # UIDVALIDITY is a time in seconds, so that the next one is another.
        time.sleep(1.1)

    def stop(self) -> None:
        """Stop cleanly, with the processes that serve a connection: Dovecot leaves those on SIGINT."""
        children = servers.children_of(self.pid) if self.is_running else []
        super().stop()
        self._end(children, signal.SIGTERM)

    def kill(self) -> None:
        """``kill -9`` of all its processes."""
        # Who is stopped begins no process more: one that came after the list would hold the sockets of the next.
        os.kill(self.pid, signal.SIGSTOP)
        children = servers.children_of(self.pid)
        super().kill()
        self._end(children, signal.SIGKILL)

    def _end(self, processes: list[int], how: signal.Signals) -> None:
        for process in processes:
            with suppress(ProcessLookupError):
                os.kill(process, how)
        until = time.monotonic() + servers.READY_WITHIN_SECONDS
        while any(servers.is_alive(process) for process in processes):
            assert time.monotonic() < until
            time.sleep(0.005)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """It keeps its connections and says nothing, as behind a line that was cut."""
        processes = [self.pid, *servers.children_of(self.pid)]
        for process in processes:
            os.kill(process, signal.SIGSTOP)
        try:
            yield
        finally:
            for process in processes:
                os.kill(process, signal.SIGCONT)

    def command(self) -> list[str]:
        return [str(self._program), "-F", "-c", str(self.folder / "dovecot.conf")]

    def answers(self) -> bool:
        return all(self._greets(port) for port in (self.port, self.lmtp_port))

    def _greets(self, port: int) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
                return connection.recv(64)[:1] in {b"*", b"2"}
        except OSError:
            return False

    def _configuration(self, issuer: str | None) -> str:
        mine = self.user or pwd.getpwuid(os.geteuid())
        group = grp.getgrgid(mine.pw_gid).gr_name
        if issuer:
            (self.folder / "oauth2.conf").write_text(ISSUER.format(url=issuer))
        return CONFIGURATION.format(
            folder=self.folder,
            mechanisms=" xoauth2 oauthbearer" if issuer else "",
            oauth=OAUTH.format(folder=self.folder) if issuer else "",
            users=f"default_login_user = {mine.pw_name}\ndefault_internal_user = {mine.pw_name}\n"
            f"default_internal_group = {group}",
            ids=f"uid={mine.pw_uid} gid={mine.pw_gid}",
            port=self.port,
            tls_port=self.tls_port,
            lmtp_port=self.lmtp_port,
        )


if __name__ == "__main__":
    found = installed()
    if found is None:
        sys.exit("no Dovecot here")
    print(found)
