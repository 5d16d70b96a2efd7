# SPDX-License-Identifier: Apache-2.0
"""Runs notebooks as a learner does: JupyterLab in a browser, menu Run, "Run All Cells".

    browser_check.py           all notebooks
    browser_check.py FILE...   these

The browser is Chromium without a window, driven by chromedriver; both are looked for on PATH and
nothing is downloaded. What it saw is in .course/notebooks/browser: a picture of the top of each
notebook (NAME.png), of each place where something was drawn (NAME-1.png, ...), both in the dark
theme, too (NAME-dark.png, ...), or of the failure (NAME-failed.png).
"""
import argparse
import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

# Selenium's manager would look for browsers and drivers on the network, and report.
os.environ.update(SE_OFFLINE="true", SE_AVOID_STATS="true")

from selenium import webdriver  # noqa: E402
from selenium.common.exceptions import WebDriverException  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.chrome.service import Service  # noqa: E402
from selenium.webdriver.support.ui import WebDriverWait  # noqa: E402

NOTEBOOKS = Path(__file__).resolve().parent.parent
SCREENSHOTS = NOTEBOOKS.parent / ".course" / "notebooks" / "browser"
sys.path.insert(0, str(NOTEBOOKS))
import processes  # noqa: E402

RUN_MARK = "COURSE_BROWSER_CHECK"

# Seconds. A machine that is busy needs more than an idle one; a hang ends all the same.
START = 90
RUN = 240
STEP = 60
END = 20

CHROMIUM = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
BROWSER_OPTIONS = [
    "--headless",
    "--no-sandbox",  # it cannot make one as root, or in most containers
    "--disable-gpu",
    "--disable-dev-shm-usage",  # /dev/shm is small in containers
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
    "--window-size=1200,1400",
]

# Every cell stays in the page, even when it is scrolled out of sight: so pictures can be asked for.
LAB_SETTINGS = {
    "notebook-extension/tracker": {"windowingMode": "none"},
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}

CELLS = "return jupyterapp.shell.currentWidget.content.model.sharedModel.toJSON().cells"
KERNEL = "globalThis.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel"
# Not its state: until it has run something, that may be unknown.
CONNECTION = f"return {KERNEL}?.connectionStatus"
STATE = f"return {KERNEL}?.status"
# Whole ones: a pair of diagrams is one picture.
PICTURE = ".jp-OutputArea-output svg[role=img]:not(svg svg)"
PICTURES = f"""
  return [...document.querySelectorAll('{PICTURE}')].map(drawn =>
      drawn.getBoundingClientRect().width > 0 ? 'drawn' : 'broken')
"""
CUT_OFF = """
  return [...document.querySelectorAll('.jp-OutputArea-output')]
      .filter(output => output.scrollWidth > output.clientWidth + 1)
      .map(output => (output.querySelector('title, caption') ?? output).textContent.slice(0, 60)
          + `: ${output.scrollWidth} pixels wide, there is room for ${output.clientWidth}`)
"""
DARK = "return document.body.dataset.jpThemeLight === 'false'"
FOREIGN = """
  return performance.getEntriesByType('resource').map(entry => entry.name)
      .filter(name => /^https?:/.test(name) && !name.startsWith(location.origin))
"""


class Wrong(Exception):
    """What is wrong with a notebook in the browser, in words for a person."""


class Lab:
    """JupyterLab on copies of the notebooks: it saves what it runs."""

    def __init__(self, folder: Path, files: list[Path], mark: str):
        # Inside of the course's folder, since a notebook looks for it.
        self.root = Path(tempfile.mkdtemp(prefix="browser", dir=SCREENSHOTS.parent))
        for file in files:
            shutil.copy(file, self.root)
        self.log = folder / "lab.log"
        self.runtime = folder / "runtime"
        self.token = secrets.token_hex(16)
        settings = folder / "settings"
        for name, values in LAB_SETTINGS.items():
            file = settings / "@jupyterlab" / f"{name}.jupyterlab-settings"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(values))
        environment = {
            **os.environ,
            RUN_MARK: mark,
            "TMPDIR": str(folder),
            "JUPYTER_TOKEN": self.token,
            "JUPYTER_RUNTIME_DIR": str(self.runtime),
            "JUPYTER_CONFIG_DIR": str(folder / "config"),
            "JUPYTERLAB_SETTINGS_DIR": str(settings),
            "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
        }
        with self.log.open("wb") as sink:
            self.process = subprocess.Popen(
                [
                    NOTEBOOKS / "open.sh",
                    "--no-browser",
                    "--ServerApp.port=0",
                    "--LabApp.expose_app_in_browser=True",
                    f"--ServerApp.root_dir={self.root}",
                ],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=sink,
                start_new_session=True,
            )

    def url(self) -> str:
        """Where it is, once it listens."""
        deadline = time.monotonic() + START
        while time.monotonic() < deadline and self.process.poll() is None:
            for file in self.runtime.glob("jpserver-*.json"):
                try:
                    return json.loads(file.read_text())["url"]
                except ValueError:
                    pass  # half written
            time.sleep(0.1)
        raise Wrong(f"JupyterLab did not start within {START} s:\n{self.log.read_text()[-2000:]}")

    def end(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(END)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.root, ignore_errors=True)


class Page:
    """A notebook in the browser."""

    def __init__(self, browser: webdriver.Chrome, url: str):
        self.browser = browser
        browser.get(url)
        self.wait(
            "its notebook is shown and the kernel is connected",
            lambda: self.ask(CONNECTION) == "connected",
            START,
        )

    def ask(self, script: str):
        return self.browser.execute_script(script)

    def wait(self, what: str, condition: Callable[[], bool], seconds: int = STEP) -> None:
        try:
            WebDriverWait(self.browser, seconds, 0.2).until(lambda _: condition())
        except WebDriverException as error:
            raise Wrong(f"waited {seconds} s until {what}: {error.msg or 'in vain'}")

    def run_all(self) -> None:
        self.click("li.lm-MenuBar-item", "Run")
        self.click("li[data-command='runmenu:run-all']", "")
        self.wait(
            "all cells have run",
            lambda: all(cell["execution_count"] for cell in self.code()) or bool(self.errors()),
            RUN,
        )
        self.wait("the kernel has nothing to do", lambda: self.ask(STATE) == "idle")

    def click(self, selector: str, text: str) -> None:
        def found():
            return [
                element
                for element in self.browser.find_elements(By.CSS_SELECTOR, selector)
                if text in ("", element.text) and element.is_displayed()
            ]

        self.wait(f"{selector} {text} can be clicked", lambda: bool(found()))
        found()[0].click()

    def code(self) -> list[dict]:
        return [cell for cell in self.ask(CELLS) if cell["cell_type"] == "code"]

    def outputs(self) -> list[dict]:
        return [output for cell in self.code() for output in cell["outputs"]]

    def errors(self) -> list[str]:
        errors = [o for o in self.outputs() if o["output_type"] == "error"]
        return [f"a cell failed: {error['ename']}: {error['evalue']}" for error in errors]

    def pictures(self) -> list[str]:
        return self.ask(PICTURES)

    def problems(self, expected: int) -> list[str]:
        problems = self.errors()
        for output in self.outputs():
            if output["output_type"] == "stream" and output["name"] == "stderr":
                problems.append(f"writes to stderr: {''.join(output['text']).strip()[:160]}")
        if len(self.pictures()) != expected:
            problems.append(f"{len(self.pictures())} pictures are shown, not {expected}")
        if "broken" in self.pictures():
            problems.append("a picture is broken")
        problems += [f"is cut off: {output}" for output in self.ask(CUT_OFF)]
        problems += [f"asks another server: {name}" for name in self.ask(FOREIGN)]
        return problems

    def use_theme(self, name: str) -> None:
        self.browser.execute_script(
            "jupyterapp.commands.execute('apputils:change-theme', {theme: arguments[0]})",
            f"JupyterLab {name}",
        )
        self.wait(f"the theme is {name}", lambda: self.ask(DARK) == (name == "Dark"))

    def take_pictures(self, name: str) -> None:
        self.ask("document.querySelector('.jp-Cell').scrollIntoView()")
        self.browser.save_screenshot(str(SCREENSHOTS / f"{name}.png"))
        drawn = self.browser.find_elements(By.CSS_SELECTOR, PICTURE)
        for number, picture in enumerate(drawn, 1):
            self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", picture)
            self.browser.save_screenshot(str(SCREENSHOTS / f"{name}-{number}.png"))


def check(browser: webdriver.Chrome, lab: Lab, file: Path) -> list[str]:
    """What is wrong with the notebook: nothing, hopefully."""
    expected = json.loads(file.read_text(encoding="utf-8"))["metadata"]["course"]["pictures"]
    for old in SCREENSHOTS.glob(f"{file.stem}*.png"):
        old.unlink()
    try:
        # A workspace of its own: no other notebook comes back in a tab.
        place = f"lab/workspaces/{file.stem}/tree/{file.name}"
        page = Page(browser, f"{lab.url()}{place}?token={lab.token}")
        page.run_all()
        page.wait("the pictures are drawn", lambda: len(page.pictures()) >= expected)
        problems = page.problems(expected)
        page.take_pictures(file.stem)
        page.use_theme("Dark")
        page.take_pictures(f"{file.stem}-dark")
        page.use_theme("Light")
    except (Wrong, WebDriverException) as wrong:
        problems = [str(wrong)]
    if problems:
        browser.save_screenshot(str(SCREENSHOTS / f"{file.stem}-failed.png"))
    return problems


def start_browser(chromium: str, driver: str, folder: Path) -> webdriver.Chrome:
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for option in [*BROWSER_OPTIONS, f"--user-data-dir={folder / 'browser'}"]:
        options.add_argument(option)
    browser = webdriver.Chrome(options, Service(driver, log_output=str(folder / "driver.log")))
    browser.set_page_load_timeout(START)
    browser.set_script_timeout(STEP)
    return browser


def check_all(files: list[Path], chromium: str, driver: str, folder: Path, mark: str) -> int:
    os.environ[RUN_MARK] = mark
    lab = Lab(folder, files, mark)
    browser = None
    failed = 0
    try:
        lab.url()
        browser = start_browser(chromium, driver, folder)
        for file in files:
            began = time.monotonic()
            problems = check(browser, lab, file)
            failed += bool(problems)
            word = "FAILED" if problems else "passed"
            print(f"{file.name}: {word} ({time.monotonic() - began:.1f} s)")
            for problem in problems:
                print(f"  {problem}")
    finally:
        if browser is not None:
            browser.quit()
        lab.end()
    return failed


def leftovers(mark: str) -> list[str]:
    """What is still there some seconds after the end. Ends it."""

    def left():
        return [p for p in processes.with_mark(RUN_MARK, mark) if p.pid != os.getpid()]

    deadline = time.monotonic() + END
    while left() and time.monotonic() < deadline:
        time.sleep(0.1)
    found = left()
    told = [f"left process {p.pid} behind: {processes.command(p)}" for p in found]
    processes.kill(found)
    return told


def program(*names: str) -> str | None:
    """The first on PATH that runs: Ubuntu's chromium is a stub that asks for a snap."""
    for path in filter(None, map(shutil.which, names)):
        if subprocess.run([path, "--version"], capture_output=True).returncode == 0:
            return path
    return None


def main() -> int:
    parser = argparse.ArgumentParser(description="Runs notebooks in JupyterLab in a browser.")
    parser.add_argument("files", nargs="*", type=Path)
    files = parser.parse_args().files or sorted(NOTEBOOKS.glob("*.ipynb"))
    chromium = program(*CHROMIUM)
    driver = program("chromedriver")
    if chromium is None or driver is None:
        missing = "chromium" if chromium is None else "chromedriver"
        print(
            f"browser: skipped, no {missing} on PATH runs"
            " (apt install chromium chromium-driver | dnf install chromium chromedriver)"
        )
        return 0
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    mark = secrets.token_hex(8)
    # Short: plugins make their sockets here, and a socket's path is limited.
    folder = Path(tempfile.mkdtemp(prefix="nb"))
    try:
        failed = check_all([file.resolve() for file in files], chromium, driver, folder, mark)
    except (Wrong, WebDriverException) as wrong:
        print(f"browser: {wrong}")
        failed = len(files)
    left = leftovers(mark)
    shutil.rmtree(folder, ignore_errors=True)
    for told in left:
        print(f"browser: {told}")
    print(f"{len(files) - failed} passed, {failed} failed; screenshots: {SCREENSHOTS}", flush=True)
    return 1 if failed or left else 0


if __name__ == "__main__":
    sys.exit(main())
