#!/usr/bin/env python3
"""Opens report pages in a headless Chromium, clicks, and looks.

usage: Tests/Browser/report.py VERHAAL [SCREENSHOTS]

VERHAAL is the built command; SCREENSHOTS a folder for pictures of the pages. Run it in the root of the checkout. What
is expected is counted here from what `verhaal mine` writes. Exit code 1 where something is not as it should be.
"""

import csv
import glob
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import traceback
import unicodedata

sys.dont_write_bytecode = True

from browser import Browser  # noqa: E402

CELLS = {("enthusiastic", True): "enthusiasticStory", ("enthusiastic", False): "enthusiasticPlain",
         ("neutral-satisfied", False): "neutralPlain", ("neutral-satisfied", True): "neutralStory",
         ("dissatisfied", False): "dissatisfiedPlain", ("dissatisfied", True): "dissatisfiedStory"}
STORY = "Toen mijn wasmachine lekte, kwam de monteur op zondag nog langs en dweilde hij ongevraagd de hele keuken. "
HOSTILE = [
    "</script><script>window.hacked = 1</script>", "<img src=x onerror='window.hacked = 1'>", "<!--<script>",
    "<a href='javascript:window.hacked = 1'>klik</a>", "\u2028\u2029", "{{script}} mal", "a\x00b\x1b[31m",
    "\u202eachterstevoren\u202c", "\ud800 los", "👩‍👩‍👧‍👦 gezin", "x" * 10_000, "=1+1", "+1", "-1", "@SUM(A1)", "\t=1",
    "&amp;&lt;", "'\"`${1}",
]

CONTRAST = """(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const parse = (color) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255];
  };
  const over = (top, below) => [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3])).concat(1);
  const light = (color) => color.slice(0, 3).map((v) => v / 255)
    .map((v) => (v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)).reduce((sum, v, at) => sum + v * [.2126, .7152, .0722][at], 0);
  const bad = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest('script, style, option, .unseen, .skip, :disabled')) continue;
    seen += 1;
    const style = getComputedStyle(element);
    const chain = []; let alpha = 1;
    for (let one = element; one; one = one.parentElement) {
      chain.push(parse(getComputedStyle(one).backgroundColor)); alpha *= Number(getComputedStyle(one).opacity);
    }
    const back = chain.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
    const ink = parse(element.closest('svg') ? style.fill : style.color); ink[3] *= alpha;
    const [a, b] = [light(over(ink, back)), light(back)];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) bad.push(`${walker.currentNode.data.trim().slice(0, 30)}: ${ratio.toFixed(2)}`);
  }
  return [seen, bad];
})()"""


def folded(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.category(c).startswith("M")).lower()


class Checks:
    def __init__(self, browser, verhaal, folder, pictures):
        self.browser, self.verhaal, self.folder, self.pictures = browser, verhaal, folder, pictures
        corpus = sorted(glob.glob("Corpus/*.jsonl")) + sorted(glob.glob("Corpus/*.csv"))
        self.corpus = self.page_of("corpus", corpus)
        lines = self.run("mine", "-q", "--with-text", *corpus).splitlines()
        self.reviews = [one for one in map(json.loads, lines) if one["basis"] == "experience"]

    def run(self, *arguments):
        done = subprocess.run([self.verhaal, *arguments], capture_output=True, text=True)
        if done.returncode:
            raise AssertionError(f"verhaal {' '.join(arguments)}: {done.stderr}")
        return done.stdout

    def page_of(self, name, files, *flags):
        """Writes the page of some dumps and gives its path."""
        store, page = os.path.join(self.folder, name + ".sqlite"), os.path.join(self.folder, name + ".html")
        if not os.path.exists(store):
            self.run("mine", "-q", "--format", "jsonl", *files, "--db", store) if name != "corpus" else \
                self.run("mine", "-q", *files, "--db", store)
        self.run("report", store, "-o", page, *flags)
        return page

    def dump(self, name, reviews):
        path = os.path.join(self.folder, name + ".jsonl")
        with open(path, "w") as file:
            file.writelines(json.dumps(one) + "\n" for one in reviews)
        return path

    def open(self, path=None, **options):
        page = self.browser.page(path or self.corpus, **options)
        page.settle()
        return page

    def picture(self, page, name, whole=False):
        if self.pictures:
            page.screenshot(os.path.join(self.pictures, name + ".png"), whole=whole)

    def count(self, page):
        """How many customers the page says are chosen."""
        return int(re.match(r"([\d.]+)", page.run("document.getElementById('status').textContent"))[1].replace(".", ""))

    def downloaded(self, page, button, name):
        folder = os.path.join(self.folder, "downloads")
        self.browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=folder)
        page.click(button)
        path = os.path.join(folder, name)
        until = time.monotonic() + 20
        while not os.path.exists(path):
            assert time.monotonic() < until, f"{name} was not saved"
            time.sleep(0.05)
        with open(path, newline="", encoding="utf-8") as file:
            text = file.read()
        os.remove(path)
        return text

    # Counts

    def test_counts_are_those_of_mine(self):
        page = self.open()
        assert self.count(page) == len(self.reviews)
        shown = page.run("[...document.querySelectorAll('#cells tbody .count')].map((cell) => Number(cell.textContent.replace('.', '')))")
        counts = dict.fromkeys(CELLS.values(), 0)
        for one in self.reviews:
            counts[CELLS[one["label"], one["story"]]] += 1
        assert shown == list(counts.values()), (shown, counts)
        rows = page.run("Object.fromEntries([...document.querySelectorAll('#drivers tbody tr')].map((row) => [row.querySelector('button').dataset.key, [...row.querySelectorAll('td:not(.line)')].map((cell) => Number(cell.textContent))]))")
        labels = ["enthusiastic", "neutral-satisfied", "dissatisfied"]
        for driver, counts in rows.items():
            assert counts == [sum(driver in one["drivers"] and one["label"] == label for one in self.reviews) for label in labels], driver
        assert len(rows) == len({driver for one in self.reviews for driver in one["drivers"]})
        assert not page.complaints(), page.complaints()
        self.picture(page, "desktop", whole=True)

    def test_filters_change_counts_as_the_data_say(self):
        page = self.open()
        chosen = [
            ("driver", "gesture", lambda one: "gesture" in one["drivers"]),
            ("flag", "recommends", lambda one: "recommends" in one["flags"]),
            ("cell", "dissatisfiedStory", lambda one: one["label"] == "dissatisfied" and one["story"]),
            ("from", "2026-03", lambda one: (one["date"] or "") >= "2026-03"),
            ("to", "2026-04", lambda one: one["date"] and one["date"][:7] <= "2026-04"),
            ("source", "hotel", lambda one: one["source"] == "hotel"),
        ]
        for name, value, holds in chosen:
            page.choose(name, value)
            expected = sum(bool(holds(one)) for one in self.reviews)
            assert 0 < expected == self.count(page), (name, expected, self.count(page))
            page.choose(name, "")
        page.choose("scale", "1-10")
        page.choose("low", "7")
        page.choose("high", "8")
        graded = [one for one in self.reviews if one["ratingScale"] == "1-10" and one["rating"] is not None]
        assert 0 < sum(7 <= one["rating"] <= 8 for one in graded) == self.count(page)
        page.choose("scale", "")
        both = [one for one in self.reviews if "person" in one["drivers"] and (one["date"] or "") >= "2026-03" and one["source"] == "hotel"]
        for name, value in [("driver", "person"), ("from", "2026-03"), ("source", "hotel")]:
            page.choose(name, value)
        assert 0 < len(both) == self.count(page)
        balance = page.run("document.querySelector('#balances .balance:last-child > p:last-child').textContent")
        good, bad = (sum(one["label"] == label for one in both) for label in ("enthusiastic", "dissatisfied"))
        assert balance == f"{good} enthousiast, {bad} ontevreden, van {len(both)}", balance
        ids = {one["id"] for one in both}
        assert set(page.run("[...document.querySelectorAll('article')].map((one) => one.dataset.id)")) <= ids
        assert page.run("document.querySelectorAll('#chosen button').length") == 3
        self.picture(page, "filtered")
        page.click("#open-filters")
        self.picture(page, "filters")
        page.click("#filters [type=reset]")
        assert self.count(page) == len(self.reviews)
        assert not page.complaints(), page.complaints()

    def test_a_column_can_be_chosen(self):
        shops = ["Gent", "Zwolle"] * 6
        path = self.dump("shops", [{"id": f"s{n}", "text": STORY + f"Nummer {n} was het.", "winkel": shop, "mag gedeeld": "ja" if n == 3 else ""} for n, shop in enumerate(shops)])
        page = self.open(self.page_of("shops", [path]))
        page.choose("field", "winkel")
        assert self.count(page) == 12
        page.choose("value", "Gent")
        assert self.count(page) == 6
        page.choose("field", "")
        assert page.run("[...document.querySelectorAll('.facts')].filter((one) => one.textContent.includes('mag naar buiten')).length") == 1
        page.choose("field", "winkel")
        page.choose("value", "Gent")
        assert "6 klanten" in page.run("document.querySelector('#cells h3').textContent")

    def test_search_folds_accents_and_case(self):
        page = self.open()
        for query, words in [("STEEDS", ["steeds"]), ("één", ["een"]), ('"nog steeds" geen', ["nog steeds", "geen"])]:
            page.run("document.getElementById('q').value = ''")
            page.click("#q")
            page.type(query)
            expected = sum(all(word in folded(one["text"]) for word in words) for one in self.reviews)
            assert 0 < expected == self.count(page), (query, expected, self.count(page))
            page.run("location.hash = ''")
            page.press("Escape")
        assert not page.complaints(), page.complaints()

    # What is chosen stands in the address

    def test_links_and_the_back_button_restore(self):
        page = self.open()
        page.choose("driver", "gesture")
        page.choose("flag", "recommends")
        count, address = self.count(page), page.run("location.hash")
        other = self.open(fragment=address)
        assert self.count(other) == count < len(self.reviews)
        assert other.run("document.querySelector('#filters [name=flag]').value") == "recommends"
        page.run("history.back()")
        page.settle()
        assert page.run("location.hash") == "#driver=gesture"
        assert page.run("document.querySelector('#filters [name=flag]').value") == ""
        assert self.count(page) == sum("gesture" in one["drivers"] for one in self.reviews)
        odd = self.open(fragment="#driver=nonsense&cell=x,y&low=abc&from=%00&source=<b>&q=%22&field=__proto__&value=1&scale=9")
        assert self.count(odd) == len(self.reviews), self.count(odd)
        assert not page.complaints() + other.complaints() + odd.complaints()

    def test_cells_are_buttons(self):
        page = self.open()
        page.click("#cells tr:last-child button")
        assert page.run("location.hash") == "#cell=dissatisfiedStory"
        assert page.run("document.activeElement.getAttribute('aria-pressed')") == "true", "the focus is lost"
        assert page.run("document.querySelectorAll('article.dissatisfied').length === document.querySelectorAll('article').length")
        page.click("#cells tr:first-child button")
        stories = sum(one["story"] and one["label"] != "neutral-satisfied" for one in self.reviews)
        assert self.count(page) == stories
        page.click("#cells tr:first-child button")
        page.click("#cells tr:last-child button")
        assert self.count(page) == len(self.reviews)

    # Stories

    def test_the_moment_stands_out_and_says_why(self):
        page = self.open(self.page_of("corpus", [], "--keep-personal"))
        self.page_of("corpus", [])
        best = [json.loads(line) for line in self.run("top", "-q", "--json", "-n", "5", os.path.join(self.folder, "corpus.sqlite")).splitlines()]
        marks = page.run("[...document.querySelectorAll('article')].slice(0, 5).map((one) => [one.dataset.id, [...one.querySelectorAll('mark')].map((mark) => mark.textContent).join('')])")
        assert [one[0] for one in marks] == [one["id"] for one in best]
        for (_, shown), one in zip(marks, best):
            assert shown == one["moment"], (shown, one["moment"])
        page.click("article summary")
        reasons = page.run("[...document.querySelectorAll('article:first-child .why li')].map((one) => one.textContent)")
        assert 2 <= len(reasons) <= 7 and all(not re.search(r"[a-z]:[a-z]|\\{|reason\\.", one) for one in reasons), reasons
        assert page.run("document.querySelectorAll('article:first-child .word').length") > 0
        self.picture(page, "reasons")
        before = page.run("document.querySelectorAll('article').length")
        page.click("#more")
        assert page.run("document.querySelectorAll('article').length") == before + 20
        assert not page.complaints(), page.complaints()

    def test_keys(self):
        page = self.open()
        page.press("j")
        page.press("j")
        assert page.run("document.activeElement === document.querySelectorAll('article')[1]")
        page.press("o")
        assert page.run("document.activeElement.querySelector('details').open")
        page.press("k")
        assert page.run("document.activeElement === document.querySelectorAll('article')[0]")
        for _ in range(20):
            page.press("j")
        assert page.run("document.querySelectorAll('article').length") > 20, "j does not bring more"
        page.press("/")
        assert page.run("document.activeElement.id") == "q"
        page.press("j")
        assert page.run("document.getElementById('q').value") == "j", "keys are not letters in the field"
        page.press("Escape")
        assert page.run("document.activeElement.id") != "q"
        page.press("?")
        assert page.run("document.getElementById('help').open")
        self.picture(page, "help")
        page.press("Escape")
        assert not page.run("document.getElementById('help').open")
        page.press("f")
        assert page.run("document.getElementById('open-filters').getAttribute('aria-expanded')") == "true"
        assert not page.complaints(), page.complaints()

    def test_saving(self):
        source = next(one["source"] for one in self.reviews if "sensitive" in one["flags"])
        page = self.open(fragment="#source=" + source)
        chosen = [one for one in self.reviews if one["source"] == source]
        calm = [one for one in chosen if "sensitive" not in one["flags"]]
        page.click("#save")
        self.picture(page, "save")
        text = self.downloaded(page, "#save-csv", "verhalen.csv")
        assert text.startswith("\ufeff")
        rows = list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";"))
        assert {row["id"] for row in rows} == {one["id"] for one in calm}, "not those that were chosen"
        page.run("document.getElementById('with-sensitive').checked = true")
        text = self.downloaded(page, "#save-markdown", "verhalen.md")
        assert len(re.findall(r"^\d+\. \*\*", text, re.M)) == len(chosen) > len(calm)
        assert not page.complaints(), page.complaints()

    # Hostile texts

    def test_hostile_texts_neither_run_nor_break(self):
        reviews = [{"id": f"h{n} {text[:40]}", "title": text[:60], "text": STORY + text, "date": "2026-03-01", "rating": 10, "soort": text[:100]} for n, text in enumerate(HOSTILE)]
        path = self.dump("hostile", reviews + [dict(one, id=one["id"] + "b", text=text + " " + STORY) for one, text in zip(reviews, HOSTILE)])
        for flags in ([], ["--title", HOSTILE[0], "--language", "en"]):
            page = self.open(self.page_of("hostile", [path], *flags), width=360)
            assert page.run("window.hacked === undefined && !document.querySelector('img, main a, script[src]')")
            assert page.run("document.querySelectorAll('script').length") == 2
            page.run("document.getElementById('more').click()")
            page.run("for (const one of document.querySelectorAll('summary, .whole')) one.click()")
            page.settle()
            shown = page.run("document.getElementById('list').textContent")
            for text in ["</script><script>window.hacked = 1</script>", "<img src=x onerror='window.hacked = 1'>", "{{script}} mal", "&amp;&lt;", "👩‍👩‍👧‍👦", "x" * 10_000]:
                assert text in shown, text
            assert "\u202e" not in shown and "\x1b" not in shown
            assert page.run("document.documentElement.scrollWidth") <= 360
            assert page.run("window.hacked === undefined")
            assert not page.complaints(), page.complaints()
        page = self.open(self.page_of("hostile", [path]))
        page.click("#save")
        text = self.downloaded(page, "#save-csv", "verhalen.csv")
        rows = list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))
        assert len({len(row) for row in rows}) == 1, "columns shift"
        cells = [cell for row in rows for cell in row]
        assert not [cell for cell in cells if re.match(r"[=+\-@\t\r]", cell)], "a formula"
        assert any(cell.startswith("'=1+1") for cell in cells), "the apostrophe is missing"
        text = self.downloaded(page, "#save-markdown", "verhalen.md")
        assert "<script>" not in text.replace("\\<", "") and "<img" not in text.replace("\\<", "")

    # How it looks

    def test_nothing_sticks_out_on_a_phone(self):
        for width in (360, 320):
            for dark in (False, True):
                page = self.open(width=width, height=740, dark=dark, fragment="#driver=person&flag=quotes-other&from=2026-02&to=2026-05")
                page.press("f")
                page.run("for (const one of document.querySelectorAll('summary, .whole')) one.click()")
                page.settle()
                wide = page.run("document.documentElement.scrollWidth")
                assert wide <= width, f"{wide} wide at {width}"
                assert not page.complaints(), page.complaints()
                page.press("f")
                self.picture(page, f"phone-{width}{'-dark' if dark else ''}", whole=True)

    def test_contrast(self):
        for dark in (False, True):
            page = self.open(dark=dark, fragment="#cell=dissatisfiedStory")
            page.press("f")
            page.run("for (const one of document.querySelectorAll('summary')) one.click()")
            page.settle()
            seen, bad = page.run(CONTRAST)
            assert seen > 300 and not bad, bad[:10]
            self.picture(page, "dark" if dark else "light")

    def test_without_scripts_figures_and_stories_stand_there(self):
        page = self.browser.page(self.corpus, scripts=False)
        self.picture(page, "plain")
        tree = page.call("Accessibility.getFullAXTree")["nodes"]
        roles = [node["role"]["value"] for node in tree if not node["ignored"]]
        assert roles.count("row") == 7 and roles.count("article") == 10 and roles.count("mark") == 10
        assert not {"button", "textbox", "searchbox", "combobox"} & set(roles), "controls that do nothing"
        assert not page.complaints(), page.complaints()

    def test_a_screen_reader_finds_its_way(self):
        page = self.open(fragment="#driver=person")
        page.press("f")
        page.run("for (const one of document.querySelectorAll('#trend summary')) one.click()")
        tree = [node for node in page.call("Accessibility.getFullAXTree")["nodes"] if not node["ignored"]]
        role = lambda *names: [node for node in tree if node["role"]["value"] in names]
        for node in role("button", "combobox", "searchbox", "image", "img", "article", "table", "dialog"):
            assert node.get("name", {}).get("value"), f"no name: {node['role']['value']} {node['nodeId']}"
        for name in ("main", "search", "status", "banner"):
            assert len(role(name)) == 1, name
        levels = [next(one["value"]["value"] for one in node["properties"] if one["name"] == "level") for node in role("heading")]
        assert levels[0] == 1 and levels.count(1) == 1 and all(b - a <= 1 for a, b in zip(levels, levels[1:])), levels
        assert len(role("image", "img")) == 3, "plots without a text"
        assert page.run("document.getElementById('status').getAttribute('aria-live')") == "polite"
        ids = page.run("[...document.querySelectorAll('[id]')].map((one) => one.id)")
        assert len(ids) == len(set(ids)), "an id stands twice"

    def test_print(self):
        page = self.open(dark=True, fragment="#driver=person")
        page.call("Emulation.setEmulatedMedia", media="print")
        assert page.run("['#status', '#chosen li'].every((one) => document.querySelector(one).checkVisibility())"), "what is chosen is not printed"
        assert page.run("['.find', '#open-filters', '.more', '.tools'].every((one) => getComputedStyle(document.querySelector(one)).display === 'none')")
        assert page.run("getComputedStyle(document.documentElement).getPropertyValue('--ink')") == "#1d1b18", "printed dark"
        path = os.path.join(self.pictures or self.folder, "print.pdf")
        page.pdf(path)
        assert os.path.getsize(path) > 20_000

    def test_no_motion_where_none_is_wanted(self):
        behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
        assert self.open(reduced=True).run(behaviour) == "auto"
        assert self.open().run(behaviour) == "smooth"

    # Sizes

    def test_few_reviews(self):
        for count in (0, 1, 5):
            reviews = [{"id": f"f{n}", "text": STORY + f"Op {n} maart.", "rating": 9} for n in range(count)]
            page = self.open(self.page_of(f"few{count}", [self.dump(f"few{count}", reviews)]))
            assert self.count(page) == count
            assert "%" not in page.run("document.querySelector('#cells').textContent")
            assert page.run("document.querySelectorAll('article').length") == count
            assert not re.search(r"NaN|undefined|Infinity|null", page.run("document.body.innerText")), "a number is none"
            assert not page.complaints(), page.complaints()
            self.picture(page, f"few-{count}")

    def test_another_language(self):
        page = self.open(self.page_of("few5", [], "--language", "en", "--title", "Slaapwel"))
        assert page.run("document.documentElement.lang") == "en"
        assert page.run("document.querySelector('h1').textContent") == "What customers of Slaapwel tell"
        words = page.run("document.querySelector('main').innerText").split()
        assert "verhaal" not in words and "klanten" not in words

    def test_fifty_thousand_are_quick(self):
        texts = [one["text"] for one in self.reviews]
        reviews = [{"id": f"v{n}", "text": f"{texts[n % len(texts)]} Dat was bestelling {n}.", "rating": n % 10 + 1, "date": f"20{20 + n % 7}-{n % 12 + 1:02}-01", "winkel": f"winkel {n % 300}"} for n in range(50_000)]
        path = self.page_of("many", [self.dump("many", reviews)])
        page = self.open(path)
        usable = page.run("performance.getEntriesByName('usable')[0].startTime")
        page.choose("driver", "person")
        chosen = page.run("""new Promise((done) => {
          const start = performance.now();
          location.hash = '#flag=quotes-other';
          setTimeout(function wait() { requestAnimationFrame(() => done(performance.now() - start)); }, 0);
        })""")
        print(f"   50,000 reviews: {os.path.getsize(path) / 1e6:.1f} MB, usable after {usable:.0f} ms, a filter {chosen:.0f} ms")
        assert usable < 3_000 and chosen < 1_000, "too slow"
        assert not page.complaints(), page.complaints()

    def test_that_a_broken_page_is_noticed(self):
        with open(self.corpus, encoding="utf-8") as file:
            text = file.read()
        for name, broken in [("policy", text.replace("'use strict';", "'use strict'; ")),
                             ("error", text.replace('"drivers":[', '"drivers":3,"d":[')),
                             ("request", text.replace("</main>", "<img src='https://example.invalid/x.png'></main>"))]:
            assert broken != text
            path = os.path.join(self.folder, "broken.html")
            with open(path, "w", encoding="utf-8") as file:
                file.write(broken)
            page = self.browser.page(path)
            page.settle()
            assert page.complaints(), name


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    verhaal = os.path.abspath(sys.argv[1])
    pictures = sys.argv[2] if len(sys.argv) == 3 else None
    if pictures:
        os.makedirs(pictures, exist_ok=True)
    failed = []
    with tempfile.TemporaryDirectory(prefix="verhaal-report-") as folder, Browser() as browser:
        checks = Checks(browser, verhaal, folder, pictures)
        names = [name for name in vars(Checks) if name.startswith("test_")]
        for name in names:
            title = name.removeprefix("test_").replace("_", " ")
            try:
                getattr(checks, name)()
                print("ok", title, flush=True)
            except Exception as error:
                failed.append(title)
                place = traceback.extract_tb(error.__traceback__)
                line = next((one for one in reversed(place) if one.name == name), place[-1])
                print(f"FAILED {title}\n   line {line.lineno}: {line.line}\n   {error}", flush=True)
    print(f"{len(names) - len(failed)} of {len(names)} passed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
