"""A headless Chromium that is spoken to over a pipe by the DevTools protocol; Python's standard library is enough."""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class BrowserError(Exception):
    """The browser did not do what it was told."""


class Browser:
    """One browser process. Use it in a `with` statement."""

    def __init__(self, timeout=60):
        program = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
        if not program:
            raise BrowserError("there is no chromium. hint: apt-get install chromium")
        self.timeout = timeout
        self.folder = tempfile.mkdtemp(prefix="verhaal-browser-")
        to_browser, self.output = os.pipe()
        self.input, from_browser = os.pipe()
        # The browser reads commands from descriptor 3 and answers on 4.
        command = [
            "/bin/sh", "-c", f'exec "$@" 3<&{to_browser} 4>&{from_browser}', "sh", program, "--headless",
            "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
            "--remote-debugging-pipe", f"--user-data-dir={self.folder}", "about:blank",
        ]
        self.log = open(os.path.join(self.folder, "log"), "w+b")
        self.process = subprocess.Popen(
            command, pass_fds=[to_browser, from_browser], stdout=self.log, stderr=self.log)
        os.close(to_browser)
        os.close(from_browser)
        self.buffer = b""
        self.number = 0
        self.events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close")
        except BrowserError:
            pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        os.close(self.output)
        os.close(self.input)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _message(self, until):
        while b"\0" not in self.buffer:
            left = until - time.monotonic()
            ready = left > 0 and select.select([self.input], [], [], left)[0]
            data = os.read(self.input, 1 << 20) if ready else b""
            if not data:
                self.log.seek(0)
                tail = self.log.read()[-500:].decode(errors="replace")
                raise BrowserError(("no answer in time" if not ready else "the browser went away") + ": " + tail)
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, **parameters):
        """Sends a command and waits for its answer; events that come in between are kept."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.output, data):]
        until = time.monotonic() + self.timeout
        while True:
            answer = self._message(until)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def page(self, *arguments, **options):
        return Page(self, *arguments, **options)


class Page:
    """A page that was opened from a file, with all that it complained about."""

    def __init__(self, browser, path, width=1280, height=900, dark=False, scripts=True, fragment="", reduced=False):
        self.browser = browser
        self.target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.call("Target.attachToTarget", targetId=self.target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.call(f"{domain}.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                  mobile=width < 600)
        self.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce" if reduced else "no-preference"}])
        if not scripts:
            self.call("Emulation.setScriptExecutionDisabled", value=True)
        address = "file://" + os.path.abspath(path) + fragment
        self.call("Page.navigate", url=address)
        self._wait_for("Page.loadEventFired")

    def call(self, method, **parameters):
        return self.browser.call(method, session=self.session, **parameters)

    def _wait_for(self, method):
        until = time.monotonic() + self.browser.timeout
        while not any(e.get("method") == method and e.get("sessionId") == self.session for e in self.browser.events):
            self.browser.events.append(self.browser._message(until))

    def run(self, expression):
        """The value of a JavaScript expression; promises are awaited."""
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise BrowserError(details.get("exception", {}).get("description", details["text"]) + f"\n  in {expression}")
        return result["result"].get("value")

    def settle(self):
        """Waits until what was chosen is shown."""
        self.run("new Promise((done) => setTimeout(done, 200))")

    def click(self, selector):
        """Clicks with the mouse in the middle of an element."""
        box = self.run(f"""(() => {{
          const element = document.querySelector({json.dumps(selector)});
          if (!element) throw new Error('nothing is ' + {json.dumps(selector)});
          element.scrollIntoView({{ block: 'center', behavior: 'instant' }});
          const box = element.getBoundingClientRect();
          return [box.x + box.width / 2, box.y + box.height / 2];
        }})()""")
        for kind in ["mousePressed", "mouseReleased"]:
            self.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)
        self.settle()

    def choose(self, name, value):
        """Chooses a value of a select of the filters."""
        self.run(f"""(() => {{
          const select = document.querySelector('#filters [name={name}]');
          select.value = {json.dumps(value)};
          if (select.value !== {json.dumps(value)}) throw new Error('no such choice');
          select.dispatchEvent(new Event('change', {{ bubbles: true }}));
        }})()""")
        self.settle()

    def press(self, key):
        more = {"text": key} if len(key) == 1 else {"windowsVirtualKeyCode": {"Escape": 27, "Tab": 9, "Enter": 13}[key]}
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, **more)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key)
        self.settle()

    def type(self, text):
        self.call("Input.insertText", text=text)
        self.run("new Promise((done) => setTimeout(done, 250))")
        self.settle()

    def complaints(self):
        """Errors on the console, in scripts, of the policy, and requests to anything but the file itself."""
        found = []
        for event in self.browser.events:
            if event.get("sessionId") != self.session:
                continue
            method, parameters = event["method"], event["params"]
            if method == "Runtime.exceptionThrown":
                details = parameters["exceptionDetails"]
                found.append(details.get("exception", {}).get("description", details["text"]))
            elif method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
                found.append(parameters["entry"]["text"])
            elif method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning", "assert"):
                found.append(str(parameters["args"]))
            elif method == "Network.requestWillBeSent":
                address = parameters["request"]["url"]
                if not address.startswith(("file://", "blob:null", "blob:file")) or parameters["type"] != "Document":
                    found.append("asks for " + address)
        return found

    def screenshot(self, path, whole=True):
        picture = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        with open(path, "wb") as file:
            file.write(base64.b64decode(picture["data"]))

    def pdf(self, path):
        document = self.call("Page.printToPDF", printBackground=False, paperWidth=8.27, paperHeight=11.69,
                             preferCSSPageSize=True)
        with open(path, "wb") as file:
            file.write(base64.b64decode(document["data"]))

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self.target)
