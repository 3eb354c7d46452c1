"""A Chromium that tells all it was asked for, and the site it is pointed at. Run by `make test-browser` alone."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from usmex_data.site import build

ROOT = Path(__file__).resolve().parents[2]
INSTALL = "apt-get install chromium chromium-driver"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """These tests need a browser, so they run only when they are asked for by name."""
    return None if any("browser" in Path(argument).parts for argument in config.args) else True


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: Any) -> None:
        """Nothing; the tests look at what the browser saw."""


@dataclass(frozen=True)
class Served:
    """A site and the address it is served at."""

    folder: Path
    address: str

    def pages(self) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))


def serve(folder: Path) -> Iterator[Served]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Served(folder, f"http://127.0.0.1:{server.server_address[1]}/")
        server.shutdown()


@pytest.fixture(scope="session")
def site() -> Iterator[Served]:
    """The site of this repository, made anew where something has changed."""
    build(ROOT, ROOT / "build" / "site")
    yield from serve(ROOT / "build" / "site")


class Browser:
    """Chromium, with what it wrote to its console and what it asked the network for."""

    def __init__(self) -> None:
        paths = {name: shutil.which(name) for name in ("chromium", "chromedriver")}
        if missing := [name for name, path in paths.items() if path is None]:
            pytest.exit(f"no {' and no '.join(missing)}: {INSTALL}", returncode=1)
        options = webdriver.ChromeOptions()
        options.binary_location = str(paths["chromium"])
        # A container's root can't have the sandbox; the pages are our own.
        for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(str(paths["chromedriver"])))

    def show(self, width: int = 1440, scheme: str = "light", height: int = 900) -> None:
        """Nothing; pages are shown at this width and in this scheme from now on."""
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def run(self, script: str, *arguments: object) -> Any:
        return self.driver.execute_script(script, *arguments)

    def messages(self) -> list[str]:
        """Warnings and errors that the console has had since the last time; the theme says much that is neither."""
        return [each["message"] for each in self.driver.get_log("browser") if each["level"] in ("WARNING", "SEVERE")]

    def requests(self) -> tuple[list[str], list[str]]:
        """The addresses asked for since the last time, and those that failed."""
        asked: dict[str, str] = {}
        failed: list[str] = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            given = message["params"]
            if message["method"] == "Network.requestWillBeSent":
                asked[given["requestId"]] = given["request"]["url"]
            elif message["method"] == "Network.loadingFailed" and not given.get("canceled"):
                failed.append(asked.get(given["requestId"], "?") + ": " + given["errorText"])
            elif message["method"] == "Network.responseReceived" and given["response"]["status"] >= 400:
                failed.append(f"{given['response']['url']}: {given['response']['status']}")
        return list(asked.values()), failed


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = Browser()
    yield chromium
    chromium.driver.quit()


@pytest.fixture(autouse=True)
def from_scratch(browser: Browser) -> None:
    """Each test begins with an empty page, light and wide, and nothing on record."""
    browser.driver.get("about:blank")
    browser.show()
    browser.messages()
    browser.requests()
