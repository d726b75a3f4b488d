"""The settings: read once, checked before anything starts, and each problem named."""

from __future__ import annotations

import ipaddress
from pathlib import Path

import pytest

from esmero.settings import SECRETS, BadSettings, Settings, read_settings


def problems(**environ: str) -> list[str]:
    with pytest.raises(BadSettings) as refused:
        read_settings(environ)
    return refused.value.detail.splitlines()


def test_an_empty_environment_is_a_desk_on_this_machine() -> None:
    settings = read_settings({"LANG": "es_ES.UTF-8", "ESMERO_PORT": " "})
    assert settings == Settings()
    assert settings.address == "http://127.0.0.1:8080"
    assert not settings.secure


def test_each_kind_of_value_is_read() -> None:
    settings = read_settings(
        {
            "ESMERO_HOST": "::",
            "ESMERO_PORT": "443",
            "ESMERO_PUBLIC_URL": "https://Desk.Example/",
            "ESMERO_TRUSTED_PROXIES": "10.0.0.0/8, 2001:db8::/32",
            "ESMERO_DATABASE_URL": "postgresql://desk@db/desk",
            "ESMERO_ROLE": "worker",
            "ESMERO_UPLOAD_MEGABYTES": "2",
            "ESMERO_UPLOAD_TYPES": "image/*, Application/PDF",
        }
    )
    assert settings.public_url == settings.address == "https://desk.example"
    assert settings.secure
    assert settings.trusted_proxies == (ipaddress.ip_network("10.0.0.0/8"), ipaddress.ip_network("2001:db8::/32"))
    assert (settings.role, settings.upload_bytes) == ("worker", 2_000_000)
    assert settings.upload_types == ("image/*", "application/pdf")


def test_every_problem_is_told_with_its_variable() -> None:
    told = problems(
        ESMERO_PORT="eighty",
        ESMERO_ROLE="web",
        ESMERO_PUBLIC_URL="desk.example",
        ESMERO_TRUSTED_PROXIES="10.0.0.300",
        ESMERO_TLS_KEY="/nowhere/key.pem",
        ESMERO_LOG_LEVEL="loud",
        ESMERO_SESSION_DAYS="0",
        ESMERO_UPLOAD_TYPES="pdf",
        ESMERO_BUS_URL="http://user:hunter2@redis",
    )
    names = {line.partition(":")[0] for line in told}
    assert names == {
        "ESMERO_PORT",
        "ESMERO_ROLE",
        "ESMERO_PUBLIC_URL",
        "ESMERO_TRUSTED_PROXIES",
        "ESMERO_UPLOAD_TYPES",
        "ESMERO_TLS_KEY",
        "ESMERO_LOG_LEVEL",
        "ESMERO_SESSION_DAYS",
        "ESMERO_BUS_URL",
    }
    assert "hunter2" not in "\n".join(told)


@pytest.mark.parametrize("port", ["-1", "65536", "80.0", "８０", "1e3", "0x50", "+80"])
def test_a_port_is_a_plain_number(port: str) -> None:
    assert len(problems(ESMERO_PORT=port)) == 1


@pytest.mark.parametrize(
    "origin",
    [
        "ftp://desk.example",
        "https://",
        "https://desk.example/desk",
        "https://u:p@desk.example",
        "https://d:99999",
        "//d",
    ],
)
def test_a_public_url_is_an_origin(origin: str) -> None:
    assert len(problems(ESMERO_PUBLIC_URL=origin)) == 1


def test_a_secret_can_come_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "database"
    file.write_text("postgresql://desk:hunter2@db/desk\n")
    settings = read_settings({"ESMERO_DATABASE_URL_FILE": str(file)})
    assert settings.database_url == "postgresql://desk:hunter2@db/desk"
    both = problems(ESMERO_DATABASE_URL="postgresql://x", ESMERO_DATABASE_URL_FILE=str(file))
    assert both == ["ESMERO_DATABASE_URL: given twice, as a value and as a file"]
    assert "can't be read" in problems(ESMERO_DATABASE_URL_FILE=str(tmp_path / "nothing"))[0]
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    assert "not text" in problems(ESMERO_DATABASE_URL_FILE=str(tmp_path / "bytes"))[0]


def test_only_secrets_come_from_files() -> None:
    assert "ESMERO_PORT_FILE" in problems(ESMERO_PORT_FILE="/tmp/port")[0]


def test_secrets_do_not_show_when_settings_are_printed() -> None:
    secrets = {name: f"secret-{name}" for name in SECRETS}
    assert "secret-" not in repr(Settings(**secrets)) + str(Settings(**secrets))  # type: ignore[arg-type]


def test_a_session_is_not_idle_for_longer_than_it_lasts() -> None:
    with pytest.raises(BadSettings, match="ESMERO_SESSION_IDLE_HOURS: longer than ESMERO_SESSION_DAYS"):
        read_settings({"ESMERO_SESSION_DAYS": "6"})
    assert read_settings({"ESMERO_SESSION_DAYS": "7"}).session_idle_hours == 7 * 24


def test_a_misspelt_variable_is_noticed() -> None:
    assert problems(ESMERO_PROT="80") == ["ESMERO_PROT: there is no such setting; did you mean ESMERO_PORT?"]
    read_settings({"ESMERO_PYTHON": "python3.12", "ESMERO_SOAK": "1"})  # others use the prefix too


def test_tls_needs_both_files(tmp_path: Path) -> None:
    (tmp_path / "cert.pem").write_text("certificate")
    assert problems(ESMERO_TLS_CERTIFICATE=str(tmp_path / "cert.pem")) == [
        "ESMERO_TLS_CERTIFICATE, ESMERO_TLS_KEY: give both or none"
    ]


def test_a_commands_options_come_before_the_environment() -> None:
    settings = read_settings({"ESMERO_PORT": "80", "ESMERO_HOST": "::1"}, port=81, host=None, data=Path("elsewhere"))
    assert (settings.port, settings.host, settings.data) == (81, "::1", Path("elsewhere"))
    with pytest.raises(BadSettings):
        read_settings({}, port=70_000)
