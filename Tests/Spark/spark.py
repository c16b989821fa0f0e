"""Holds the PySpark module against the plain command: Tests/Spark/spark.py VERHAAL

Needs what stands in requirements.txt, and Java 17. Prints a line for each check, and exits with 1
where one fails.
"""

import contextlib
import csv
import datetime
import io
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODULE = ROOT / "Sources/Spark/verhaal_spark.py"
sys.path.insert(0, str(MODULE.parent))
os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}

import pyarrow  # noqa: E402
import pyarrow.parquet  # noqa: E402
import pyspark  # noqa: E402
import verhaal_spark  # noqa: E402
from pyspark.errors import PythonException  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

ROLES = {
    "text": "tekst",
    "title": "titel",
    "id": "nr",
    "rating": "cijfer",
    "scale": "1-10",
    "date": "datum",
}
FLAGS = [f"--{role}={name}" for role, name in ROLES.items()]
failures = []


def check(name, holds, detail=""):
    """Prints whether it holds, and remembers where not."""
    print(f"{'ok  ' if holds else 'FAIL'} {name}" + (f": {detail}" if detail else ""), flush=True)
    if not holds:
        failures.append(name)


def reviews(rounds):
    """Rows made of the corpus; in each round, every review goes on with another one."""
    corpus = [
        json.loads(line)
        for path in sorted((ROOT / "Corpus").glob("*.jsonl"))
        for line in path.read_text().splitlines()
    ]
    signs = ['Een "citaat", en\neen regel;', "Emoji 🙂🏽, é\u0301, \u2028 en een \\ tot slot.", ""]
    for number in range(rounds):
        for place, review in enumerate(corpus):
            other = corpus[place - number]["text"] if number else ""
            yield {
                "nr": f"{number}-{review['id']}",
                "titel": review["title"] or "",
                "tekst": f"{review['text']} {other}{signs[place % 50] if place % 50 < 3 else ''}",
                "cijfer": str(review["rating"] or "") if review["scale"] == "1-10" else "",
                "datum": review["date"] or "",
                "winkel": f'Gent, "Zuid" {place % 7}',
                "e-mail": f"klant{place}@voorbeeld.example",
                "toestemming": ("ja", "nee", "")[place % 3],
            }


def write_dump(folder, rows):
    """The same rows in each format."""
    paths = {form: folder / f"dump.{form}" for form in ("csv", "jsonl", "parquet")}
    with open(paths["csv"], "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0], quoting=csv.QUOTE_ALL)
        writer.writeheader()
        writer.writerows(rows)
    paths["jsonl"].write_text("".join(json.dumps(row) + "\n" for row in rows))
    # As many files as there should be tasks: a shuffle would run again with what is lost.
    paths["parquet"].mkdir()
    for number in range(24):
        part = pyarrow.Table.from_pylist(
            rows[len(rows) * number // 24 : len(rows) * (number + 1) // 24]
        )
        pyarrow.parquet.write_table(part, paths["parquet"] / f"part-{number:02}.parquet")
    return paths


def plain(verhaal, path, *flags):
    """The lines of the plain command."""
    command = [verhaal, "mine", "-q", "--keep-errors", "--source", "reviews", *flags, path]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    return [json.loads(line) for line in run.stdout.decode().split("\n")[:-1]]


def difference(rows, lines):
    """What is not the same in rows and in lines, whatever their order; None where all is."""
    if len(rows) != len(lines):
        return f"{len(rows)} rows, {len(lines)} lines"
    expected = {line["id"]: line for line in lines}
    for row in rows:
        row = row if isinstance(row, dict) else row.asDict(recursive=True)
        line = expected.pop(row["id"], None)
        if line is None:
            return f"no line for {row['id']}"
        for key in {**row, **line}:
            if key not in row or row[key] != line.get(key):
                return f"{row['id']}: {key}: {row.get(key)!r}, not {line.get(key)!r}"
    return None


def without_nulls(value):
    """As Spark writes JSON, in lists too."""
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    return [without_nulls(item) for item in value] if isinstance(value, list) else value


def check_same(name, frame, lines):
    rows = frame.collect()
    found = difference(rows, lines)
    check(name, found is None, found or f"{len(rows)} rows")


@contextlib.contextmanager
def session(master, **settings):
    builder = SparkSession.builder.master(master).config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    for name, value in settings.items():
        builder = builder.config(name.replace("_", "."), value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    try:
        yield spark
    finally:
        spark.stop()


def refusal(name, run, error, *words):
    """Checks that it fails with a message that has the words."""
    try:
        run()
        check(name, False, "nothing was refused")
    except error as refused:
        text = str(refused)
        check(name, all(word in text for word in words), text.strip().splitlines()[-1][:100])


def check_formats(spark, verhaal, paths):
    lines = plain(verhaal, paths["jsonl"], *FLAGS)
    check("the dump has stories and reviews without one", len({x["story"] for x in lines}) == 2)
    frames = {
        "csv": spark.read.csv(str(paths["csv"]), header=True, multiLine=True, escape='"'),
        "jsonl": spark.read.json(str(paths["jsonl"]), primitivesAsString=True),
        "parquet": spark.read.parquet(str(paths["parquet"])),
    }
    for form, frame in frames.items():
        # An empty value of CSV is null to Spark; in fields it is empty again.
        analysed = verhaal_spark.mine(frame.repartition(5), **ROLES, binary=verhaal)
        check(f"{form}: the documented columns", analysed.schema == verhaal_spark.SCHEMA)
        check_same(f"{form}: as the plain command", analysed, lines)
    more = verhaal_spark.mine(
        frames["parquet"], **ROLES, binary=verhaal, with_text=True, explain=True
    )
    lines = plain(verhaal, paths["jsonl"], *FLAGS, "--with-text", "--explain")
    check("a line has as many keys as a row", set(lines[0]) <= set(more.columns))
    # Who looks like a person by values is told by the first records; here only by names.
    check_same("with texts and reasons", more.repartition(3), lines)
    two = {**ROLES, "text": ["tekst", "winkel"], "title": None, "domain": "verblijf"}
    given = [flag for flag in FLAGS if "titel" not in flag]
    check_same(
        "two columns of text, a domain, no title",
        verhaal_spark.mine(frames["jsonl"].drop("titel"), **two, binary=verhaal),
        plain(verhaal, drop(paths["jsonl"], "titel"), *given, "--text=winkel", "--domain=verblijf"),
    )
    once = frames["jsonl"].drop("nr", "cijfer", "titel").limit(2000).coalesce(1)
    lines = plain(
        verhaal, drop(paths["jsonl"], "nr", "cijfer", "titel"), "--text=tekst", "--date=datum"
    )
    check_same(
        "without ids and grades, in one partition",
        verhaal_spark.mine(once, "tekst", date="datum", binary=verhaal),
        lines[:2000],
    )
    order = verhaal_spark.mine(frames["jsonl"].coalesce(1), **ROLES, binary=verhaal).select("id")
    check(
        "a partition keeps its order",
        [row.id for row in order.collect()]
        == [x["id"] for x in plain(verhaal, paths["jsonl"], *FLAGS)],
    )
    none = verhaal_spark.mine(frames["parquet"].where("false"), **ROLES, binary=verhaal)
    check("no rows are no failure", none.count() == 0)
    # Left before its end, as a cancelled task is.
    verhaal_spark.mine(frames["parquet"], **ROLES, binary=verhaal).head()
    time.sleep(0.5)
    check("no process outlives its task", not processes(f"{verhaal}\0mine"))


def drop(path, *names):
    """The same dump without some columns."""
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    lines = [json.dumps({k: v for k, v in row.items() if k not in names}) for row in rows]
    shorter = path.with_name("shorter.jsonl")
    shorter.write_text("\n".join(lines) + "\n")
    return shorter


def check_types(spark, verhaal):
    rows = [
        (
            7,
            "Prima hotel.",
            8.5,
            datetime.date(2026, 3, 1),
            {"a": 1},
            ["x", None],
            True,
            bytearray(b"\0"),
        ),
        (8, None, None, None, None, None, None, None),
    ]
    columns = "nr int, tekst string, cijfer double, dag date, doos map<string,int>, "
    frame = spark.createDataFrame(rows, columns + "lijst array<string>, ja boolean, rauw binary")
    roles = {"text": "tekst", "id": "nr", "rating": "cijfer", "scale": "1-10", "date": "dag"}
    first, second = verhaal_spark.mine(frame, **roles, binary=verhaal).orderBy("id").collect()
    check(
        "numbers, days and nested values",
        (first.id, first.rating, first.date) == ("7", 8.5, "2026-03-01")
        and first.fields == {"doos": '{"a":1}', "lijst": '["x",null]', "ja": "true", "rauw": "AA=="}
        and (second.id, second.rating, second.date, second.error) == ("8", None, None, None)
        and second.basis == "no-experience"
        and set(second.fields.values()) == {""},
        f"{first.fields}",
    )
    spark.conf.set("spark.sql.execution.arrow.useLargeVarTypes", "true")
    large = verhaal_spark.mine(frame, **roles, binary=verhaal).orderBy("id").collect()
    spark.conf.unset("spark.sql.execution.arrow.useLargeVarTypes")
    check("Arrow's large types", large == [first, second])
    # What it would be taken for by its name or values stays a field.
    guess = spark.createDataFrame(
        [("Goed geholpen.", "Slecht!", "9", "x1")],
        "tekst string, titel string, cijfer string, id string",
    )
    row = verhaal_spark.mine(guess, "tekst", binary=verhaal, with_text=True).head()
    check(
        "no column is guessed",
        (row.text, row.rating, row.ratingScale) == ("Goed geholpen.", None, None)
        and set(row.fields) == {"titel", "cijfer", "id"},
    )


def check_bad_records(spark, verhaal, folder):
    good = "Na drie keer bellen nog steeds geen antwoord."
    rows = [
        ("a", good),
        ("b", None),
        ("c", "NUL \0 in de tekst"),
        ("d", "x" * (17 << 20)),
        ("e", good),
        (None, "y" * (17 << 20)),
    ]
    frame = spark.createDataFrame(rows, "nr string, tekst string").coalesce(1)
    found = verhaal_spark.mine(frame, "tekst", id="nr", binary=verhaal, with_text=True).collect()
    check(
        "null, NUL and too long texts",
        [row.id for row in found][:5] == ["a", "b", "c", "d", "e"]
        and [row.error is None for row in found] == [True, True, True, False, True, False]
        and [row.label is None for row in found] == [False, False, False, True, False, True]
        and found[2].text == rows[2][1]
        and "longer" in found[3].error,
        f"{found[3].error}",
    )
    path = folder / "bad.jsonl"
    path.write_text(
        '{"nr":"a","tekst":"Half \\ud83d paar."}\n{"nr":"b","tekst":"Afgebroken\n'
        + f'{{"nr":"c","tekst":"{good}"}}\n[1,2]\n'
    )
    frame = spark.read.json(str(path), primitivesAsString=True)
    found = verhaal_spark.mine(frame, "tekst", id="nr", binary=verhaal).collect()
    broken = [row for row in found if row.error]
    check(
        "JSON that Spark cannot read",
        len(found) == 4
        and len(broken) == 2
        and {row.id for row in found if row.label} == {"a", "c"}
        and all("_corrupt_record" in row.error and row.label is None for row in broken)
        and "Afgebroken" in broken[0].fields["_corrupt_record"]
        and all(row.fields == {} for row in found if row.label),
        f"{broken[0].error}",
    )
    only = spark.createDataFrame([("d", "x" * (17 << 20))], "nr string, tekst string")
    check(
        "a partition of bad records only",
        verhaal_spark.mine(only, "tekst", id="nr", binary=verhaal).head().error is not None,
    )


def check_refusals(spark, verhaal, folder):
    frame = spark.createDataFrame(
        [("a", "Prima.", 8, [1])], "nr string, tekst string, cijfer int, lijst array<int>"
    )

    def mine(**roles):
        return lambda: verhaal_spark.mine(frame, **{"text": "tekst", "binary": verhaal, **roles})

    refusal(
        "a column that is not there", mine(text="recensie"), ValueError, '"recensie"', "nr, tekst"
    )
    refusal("a text that is a number", mine(text="cijfer"), ValueError, "int", "text")
    refusal("an id that is an array", mine(id="lijst"), ValueError, "array<int>", "id")
    refusal("no text at all", mine(text=[]), ValueError, "text")
    refusal("a column with two roles", mine(id="tekst"), ValueError, "twice")
    refusal("grades without a scale", mine(rating="cijfer"), ValueError, "scale")
    refusal("a scale that is none", mine(rating="cijfer", scale="1-7"), ValueError, "1-7")
    refusal(
        "a name that stands twice",
        lambda: verhaal_spark.mine(frame.select("*", "tekst"), "tekst"),
        ValueError,
        "two",
    )

    def run(**roles):
        return lambda: mine(**roles)().collect()

    refusal(
        "no command", run(binary="/nowhere/verhaal"), PythonException, "/nowhere/verhaal", "--files"
    )
    refusal("a domain that is none", run(domain="tuin"), PythonException, "ended with 2", "tuin")
    other = folder / "other-system"
    other.write_bytes(b"\x7fELF nothing that runs here")
    refusal(
        "a command of another system",
        run(binary=str(other)),
        PythonException,
        "--static-swift-stdlib",
    )
    fickle = folder / "fickle"
    fickle.write_text("#!/bin/sh\nhead -n 1 > /dev/null\necho van de wijs >&2\nexit 3\n")
    refusal(
        "a command that fails",
        run(binary=str(fickle)),
        PythonException,
        "ended with 3",
        "van de wijs",
    )
    locked = folder / "locked" / "verhaal"
    locked.parent.mkdir()
    shutil.copy(verhaal, locked)
    locked.chmod(0o644)
    check("a command that lost its mode", mine(binary=str(locked))().head().label is not None)


def check_lexicons(spark, verhaal, folder):
    (folder / "nl").mkdir()
    (folder / "nl/norms.tsv").write_text("kwakkelig kwakkelige\t-0.9\t0.2\t0.3\n")
    with zipfile.ZipFile(folder / "words.zip", "w") as archive:
        archive.write(folder / "nl/norms.tsv", "nl/norms.tsv")
    spark.sparkContext.addArchive(f"{folder / 'words.zip'}#words")
    text = "Een kwakkelige kast is het, vind ik, en de lade ook kwakkelig."
    frame = spark.createDataFrame([(text,)], "tekst string")
    row = verhaal_spark.mine(frame, "tekst", binary=verhaal, lexicons="words").head()
    other = verhaal_spark.mine(frame, "tekst", binary=verhaal).head()
    dump = folder / "one.jsonl"
    dump.write_text(json.dumps({"tekst": text}) + "\n")
    line = plain(verhaal, dump, f"--lexicons={folder}")[0]
    check(
        "lexicons out of an archive",
        (row.analyzer, row.valence) == (line["analyzer"], line["valence"])
        and other.analyzer != row.analyzer,
        f"{other.valence} became {row.valence}",
    )


def processes(*words):
    """The ids of the processes with all the words in their command line."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if entry.name.isdigit() and int(entry.name) != os.getpid():
                line = (entry / "cmdline").read_bytes().decode(errors="replace")
                if all(word in line for word in words):
                    found.append(int(entry.name))
    return found


def run_and_kill(spark, frame, victim):
    """Collects a frame while the process that `victim` finds is killed.

    Returns the rows, how many tasks had ended when it was, and what the scheduler says at the end.
    """
    rows, errors = [], []

    def collect():
        try:
            rows.extend(frame.collect())
        except Exception as error:
            errors.append(error)

    tracker = spark.sparkContext.statusTracker()
    job = threading.Thread(target=collect)
    job.start()
    stages, killed = [], None
    while job.is_alive():
        stages += [stage for stage in tracker.getActiveStageIds() if stage not in stages]
        stage = stages and tracker.getStageInfo(stages[-1])
        if stage and killed is None and stage.numActiveTasks > 0:
            pid = victim(stage)
            if pid is not None:
                killed = stage.numCompletedTasks
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.005)
    job.join()
    if errors:
        raise errors[0]
    stage = tracker.getStageInfo(stages[-1])
    return rows, killed, stage


def check_killed(name, spark, frame, victim, lines):
    rows, killed, stage = run_and_kill(spark, frame, victim)
    found = difference(rows, lines)
    midway = killed is not None and killed < stage.numTasks and stage.numFailedTasks > 0
    check(
        name,
        midway and found is None,
        found or f"after {killed} of {stage.numTasks} tasks; {stage.numFailedTasks} run again",
    )


def check_notebook(spark, paths):
    """Runs the README's example on the dump; after it, the command is on the executors."""
    section = (ROOT / "README.md").read_text().split("## On Spark\n", 1)[1]
    example = re.search("```python\n(.*?)```", section, flags=re.S)[1]
    paths["parquet"].with_name("reviews.parquet").symlink_to(paths["parquet"])
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        exec(example, {"spark": spark})
    check(
        "the README's notebook",
        "dissatisfied" in shown.getvalue() and "Gent" in shown.getvalue(),
        shown.getvalue().splitlines()[-3],
    )


def check_cluster(spark, verhaal, paths, folder):
    check_notebook(spark, paths)
    lines = plain(verhaal, paths["jsonl"], *FLAGS)
    frame = spark.read.parquet(str(paths["parquet"]))
    check_same("on two executors, the command shipped", verhaal_spark.mine(frame, **ROLES), lines)
    store = spark.sparkContext._jsc.sc().statusStore().executorList(False)
    busy = [store.apply(i).totalTasks() for i in range(store.size())]
    check("both executors worked", len([n for n in busy if n > 0]) == 2, f"{busy} tasks")

    # Slow enough that something can happen to it.
    slow = folder / "slow"
    slow.write_text(f'#!/bin/sh\nsleep 0.2\nexec {verhaal} "$@"\n')
    slow.chmod(0o755)
    application = spark.sparkContext.applicationId

    def executor(stage):
        found = processes("CoarseGrainedExecutorBackend", application)
        return found[0] if stage.numCompletedTasks >= 3 and found else None

    slowly = verhaal_spark.mine(frame, **ROLES, binary=str(slow))
    check_killed("an executor killed midway", spark, slowly, executor, lines)
    time.sleep(0.5)
    check("no process outlives its executor", not processes(f"{verhaal}\0mine"))
    # Waits with half of its input, so that it can be killed there.
    half, halting = folder / "half", folder / "halting"
    shutil.copy(verhaal, half)
    halting.write_text(f'#!/bin/sh\n{{ head -c 200000; sleep 0.5; cat; }} | {half} "$@"\n')
    halting.chmod(0o755)
    seen = {}

    def command(stage):
        found = processes(f"{half}\0mine")
        waiting = [pid for pid in found if time.time() - seen.setdefault(pid, time.time()) > 0.2]
        return waiting[0] if waiting else None

    haltingly = verhaal_spark.mine(frame.coalesce(4), **ROLES, binary=str(halting))
    check_killed("a command killed midway", spark, haltingly, command, lines)


def submit(verhaal, *arguments):
    """What the module does as a program, with the command beside it."""
    command = [pathlib.Path(sys.executable).parent / "spark-submit", "--master", "local[2]"]
    for setting in ("spark.ui.enabled=false", "spark.ui.showConsoleProgress=false"):
        command += ["--conf", setting]
    command += ["--files", verhaal, MODULE, *arguments]
    # It hands on as stdout what a program writes on stderr.
    return subprocess.run(command, capture_output=True, text=True)


def check_merge(verhaal, paths, folder):
    """The parts that Spark wrote make the store that one run makes."""

    def top(store, *parts):
        subprocess.run([verhaal, "merge", "-q", *parts, "--db", store], check=True)
        return subprocess.run(
            [verhaal, "top", store, "--json", "--limit", "2000"], capture_output=True, check=True
        ).stdout

    whole = folder / "whole.jsonl"
    command = [verhaal, "mine", "-q", "--source", "reviews", "--with-text", *FLAGS]
    subprocess.run([*command, paths["jsonl"], "-o", whole], check=True)
    spread = top(folder / "spread.sqlite", *sorted((folder / "out.json").glob("part-*")))
    check(
        "verhaal merge of what Spark wrote",
        spread and spread == top(folder / "whole.sqlite", whole),
        f"{len(spread.splitlines())} stories",
    )


def check_program(verhaal, paths, folder):
    command = folder / "verhaal"
    lines = plain(verhaal, paths["jsonl"], *FLAGS)
    out = folder / "out.parquet"
    run = submit(command, paths["csv"], *FLAGS, "--partitions", "3", "-o", out)
    rows = pyarrow.parquet.read_table(out).to_pylist() if out.exists() else []
    for row in rows:
        row["fields"] = dict(row["fields"])
    found = difference(rows, lines)
    said = re.findall("read .* reviews", run.stdout)
    check(
        "spark-submit from CSV to Parquet",
        (run.returncode, found, said) == (0, None, [f"read {len(lines):,} reviews"]),
        found or "".join(said) or run.stderr[-1000:],
    )
    run = submit(command, paths["jsonl"], *FLAGS, "--with-text", "-o", folder / "out.json")
    written = [
        json.loads(line)
        for part in sorted((folder / "out.json").glob("part-*"))
        for line in part.read_text().split("\n")[:-1]
    ]
    lines = plain(verhaal, paths["jsonl"], *FLAGS, "--with-text")
    found = difference(written, [without_nulls(line) for line in lines])
    check(
        "spark-submit from JSON to JSON",
        run.returncode == 0 and found is None,
        found or f"{len(written)} lines",
    )
    check_merge(verhaal, paths, folder)
    run = submit(command, paths["parquet"], *FLAGS, "-o", out)
    said = re.findall("verhaal_spark: .*", run.stdout)
    check(
        "what stands there is left alone",
        run.returncode == 1 and "--overwrite" in "".join(said),
        "".join(said) or run.stderr[-1000:],
    )


def main(verhaal):
    started = time.time()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        os.environ |= {
            "SPARK_HOME": os.path.dirname(pyspark.__file__),
            "SPARK_WORKER_DIR": str(folder / "workers"),
        }
        paths = write_dump(folder, list(reviews(6)))
        shutil.copy(verhaal, folder / "verhaal")
        # Where the driver's files are looked for is settled when Java starts.
        os.chdir(folder)
        with session("local[2]", spark_sql_shuffle_partitions="4") as spark:
            check_formats(spark, verhaal, paths)
            check_types(spark, verhaal)
            check_bad_records(spark, verhaal, folder)
            check_refusals(spark, verhaal, folder)
            check_lexicons(spark, verhaal, folder)
        one_file = {"spark_sql_files_maxPartitionBytes": "1m"}
        with session("local-cluster[2,1,1024]", **one_file) as spark:
            check_cluster(spark, verhaal, paths, folder)
        check_program(verhaal, paths, folder)
        os.chdir(ROOT)
    if failures:
        sys.exit(f"{len(failures)} failed: {'; '.join(failures)}")
    print(f"all held, PySpark {pyspark.__version__}, in {time.time() - started:.0f} s")


main(os.path.abspath(sys.argv[1]))
