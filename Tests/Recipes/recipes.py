"""Runs the README's recipes for other tools: Tests/Recipes/recipes.py VERHAAL

Needs what stands in requirements.txt. Every block of the section runs in one folder, in order, on reviews of the corpus.
What it prints must hold the number of reviews of each label, as counted here from the lines of `mine`.
"""

import collections
import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SECTION = "## Beside other tools"


def blocks():
    """The language and the text of each block of the section."""
    section = (ROOT / "README.md").read_text().split(SECTION + "\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"```(sh|python)\n(.*?)```", section, flags=re.S)


def prepare(folder, verhaal):
    """Puts the command, reviews and what DuckDB would load from the net in their places."""
    shutil.copy(verhaal, folder / "verhaal")
    with open(folder / "reviews.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "titel", "recensie"])
        for path in sorted((ROOT / "Corpus").glob("*.jsonl")):
            for line in path.read_text().splitlines():
                review = json.loads(line)
                rows.writerow([review["id"], review.get("title"), review["text"]])
    import duckdb
    from duckdb_extensions import import_extension

    import_extension("sqlite_scanner")
    duckdb.sql(
        f"COPY (SELECT * FROM read_csv('{folder}/reviews.csv', all_varchar = true)) TO '{folder}/reviews.parquet'"
    )


def counts(folder):
    """Reviews by label, as the lines of `mine` have them."""
    lines = (folder / "analysed.jsonl").read_text().splitlines()
    return collections.Counter(json.loads(line)["label"] for line in lines)


def check_label_studio(folder):
    """Label Studio's own checks of the interface, the tasks and our verdicts in them."""
    from label_studio_sdk.label_interface import LabelInterface

    interface = LabelInterface((folder / "interface.xml").read_text())
    interface.validate()
    tasks = json.loads((folder / "tasks.json").read_text())
    assert len(tasks) > 10, len(tasks)
    for task in tasks:
        assert interface.validate_task({"data": task["data"]}), task["data"]
        for prediction in task["predictions"]:
            assert interface.validate_prediction(prediction), prediction
    # What people would send back: our verdicts, accepted as they are.
    for task in tasks:
        result = task.pop("predictions")[0]["result"]
        task["annotations"] = [{"completed_by": 1, "was_cancelled": False, "result": result}]
    (folder / "export.json").write_text(json.dumps(tasks))
    return len(tasks)


def main(verhaal):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        prepare(folder, verhaal)
        tools = pathlib.Path(sys.executable).parent
        environment = dict(os.environ, PATH=f"{folder}:{tools}:{os.environ['PATH']}", NO_COLOR="1")
        found = blocks()
        assert len(found) > 5, f"{len(found)} recipes in the README"
        tables = 0
        for language, text in found:
            if "export.json" in text:
                expected = check_label_studio(folder)
            command = ["sh", "-euc", text] if language == "sh" else [sys.executable, "-c", text]
            run = subprocess.run(
                command, cwd=folder, env=environment, text=True, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            print(f"== {text.strip()}\n{run.stdout}{run.stderr}")
            if run.returncode != 0:
                sys.exit(f"a recipe failed: {text}")
            if "GROUP BY label" in text or "group" in text and "label" in text:
                numbers = [int(n) for n in re.findall(r"(?<![\d.-])\d+(?![\d.])", run.stdout)]
                for label, count in sorted(counts(folder).items()):
                    assert label in run.stdout and count in numbers, (label, count)
                tables += 1
        assert tables == 5, f"{tables} tables by label"
        gold = (folder / "gold.jsonl").read_text().splitlines()
        assert len(gold) == expected, (len(gold), expected)
        print(f"{len(found)} recipes ran; {tables} tables by label; {len(gold)} labels came back")


main(sys.argv[1])
