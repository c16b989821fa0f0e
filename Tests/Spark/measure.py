"""Times the PySpark module beside the plain command: measure.py VERHAAL DUMP EXECUTORS [TIMES...]

The dump is reviews.jsonl as `verhaal-bench --in FOLDER` makes it. It is read from Parquet, so many
times over as each of TIMES says, by so many executors of one core; what is found goes nowhere. An
executor keeps more than a core busy, unless `taskset -c 0` leaves it one. CPU is that of all
processes, Spark's too, so that it does not tell what else the machine does.
"""

import contextlib
import functools
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Sources/Spark"))
os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}

import pyspark  # noqa: E402
import verhaal_spark  # noqa: E402
from pyspark.sql import DataFrame, SparkSession  # noqa: E402
from pyspark.sql import functions as F  # noqa: E402


def session(master):
    spark = (
        SparkSession.builder.master(master)
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("OFF")
    return spark


def used():
    """The CPU seconds of this session's processes, and of those that they waited for."""
    ticks = 0
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            if int(fields[3]) == os.getsid(0):
                ticks += sum(int(field) for field in fields[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


def measure(name, count, run):
    before, started = used(), time.time()
    run()
    seconds, spent = time.time() - started, used() - before
    speed, cost = count / seconds, spent / count * 1e6
    print(f"| {name} | {count:,} | {seconds:.1f} | {speed:,.0f} | {cost:.1f} |", flush=True)


def make(frame):
    """Makes every row, for nobody."""
    frame.write.format("noop").mode("overwrite").save()


def copies(frame, number):
    """So many copies of a dump, with ids of their own."""
    ids = [F.concat("id", F.lit(f"-{copy}")) for copy in range(number)]
    return functools.reduce(DataFrame.unionAll, [frame.withColumn("id", id) for id in ids])


def main(verhaal, dump, executors, *times):
    roles = {name: name for name in ("text", "title", "id", "rating", "date")} | {"scale": "1-5"}
    flags = ["--format=jsonl", "--threads=1"] + [f"--{role}={name}" for role, name in roles.items()]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SPARK_HOME"] = os.path.dirname(pyspark.__file__)
        os.environ["SPARK_WORKER_DIR"] = f"{folder}/workers"
        spark = session("local[2]")
        spark.read.json(dump).write.parquet(f"{folder}/dump.parquet")
        count = spark.read.parquet(f"{folder}/dump.parquet").count()
        spark.stop()
        print("| | reviews | seconds | reviews/s | CPU µs a review |")
        print("| --- | --: | --: | --: | --: |")
        command = [verhaal, "mine", "-q", *flags, dump, "-o", "/dev/null"]
        measure("`mine --threads 1`", count, lambda: subprocess.run(command, check=True))
        spark = session(f"local-cluster[{executors},1,1024]")
        who = f"{executors} executor" + "s" * (executors != "1")
        frame = spark.read.parquet(f"{folder}/dump.parquet")
        mine = functools.partial(verhaal_spark.mine, **roles, binary=verhaal)
        make(mine(frame.limit(20_000)))
        measure(f"{who}, reading alone", count, lambda: make(frame))
        for number in map(int, times or ("1",)):
            whole = mine(copies(frame, number))
            name = f"{who}, {number} times the dump"
            measure(name, count * number, lambda whole=whole: make(whole))
        spark.stop()


main(os.path.abspath(sys.argv[1]), *sys.argv[2:])
