"""Times the PySpark module beside the plain command: measure.py VERHAAL DUMP.jsonl [TIMES...]

The dump has `id` and `text`, as `verhaal-bench --in FOLDER` makes one. It is read from Parquet, so
many times over as each of TIMES says, by one executor with one core and by two; what is found goes
nowhere.
"""

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
from pyspark.sql import SparkSession  # noqa: E402
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


def timed(frame):
    """The seconds that it takes to make every row."""
    started = time.time()
    frame.write.format("noop").mode("overwrite").save()
    return time.time() - started


def report(name, seconds, count, cores):
    print(
        f"| {name} | {count:,} | {seconds:.1f} | {count / seconds:,.0f} "
        f"| {seconds * cores / count * 1e6:.1f} |",
        flush=True,
    )


def main(verhaal, dump, *times):
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SPARK_HOME"] = os.path.dirname(pyspark.__file__)
        os.environ["SPARK_WORKER_DIR"] = f"{folder}/workers"
        spark = session("local[2]")
        spark.read.json(dump).select("id", "text").write.parquet(f"{folder}/dump.parquet")
        count = spark.read.parquet(f"{folder}/dump.parquet").count()
        spark.stop()
        print(
            "| | reviews | seconds | reviews/s | core-µs a review |",
            "| --- | --: | --: | --: | --: |",
            sep="\n",
        )
        started = time.time()
        flags = ["--format", "jsonl", "--text", "text", "--scale", "1-5", "--threads", "1"]
        subprocess.run([verhaal, "mine", "-q", *flags, dump, "-o", "/dev/null"], check=True)
        report("`mine --threads 1`", time.time() - started, count, 1)
        for executors in (1, 2):
            spark = session(f"local-cluster[{executors},1,1024]")
            frame = spark.read.parquet(f"{folder}/dump.parquet")
            mine = functools.partial(verhaal_spark.mine, text="text", id="id", binary=verhaal)
            timed(mine(frame.limit(50_000)))
            report(f"Spark, {executors}, reads alone", timed(frame), count, executors)
            for number in times or ("1",):
                copies = [
                    frame.withColumn("id", F.concat("id", F.lit(f"-{copy}")))
                    for copy in range(int(number))
                ]
                whole = functools.reduce(lambda some, more: some.unionAll(more), copies)
                name = (
                    f"Spark, {executors} executor{'s' * (executors > 1)}, {number} times the dump"
                )
                report(name, timed(mine(whole)), count * int(number), executors)
            spark.stop()


main(os.path.abspath(sys.argv[1]), *sys.argv[2:])
