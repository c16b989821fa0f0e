"""Runs `verhaal mine` on every partition of a Spark DataFrame.

In a notebook, with the command shipped to the executors:

    spark.sparkContext.addFile("verhaal")
    reviews = verhaal_spark.mine(spark.read.parquet("reviews.parquet"), text="tekst", id="nr")

As a program: spark-submit --files verhaal verhaal_spark.py --help
"""

from __future__ import annotations

import argparse
import json
import os
import re
import selectors
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from typing import IO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json
from pyspark import SparkFiles, TaskContext, cloudpickle
from pyspark.errors import AnalysisException
from pyspark.sql import Column, DataFrame, Observation, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import to_arrow_schema
from pyspark.sql.types import (
    ArrayType,
    BinaryType,
    BooleanType,
    DataType,
    DateType,
    DecimalType,
    DoubleType,
    IntegralType,
    LongType,
    MapType,
    NumericType,
    StringType,
    StructField,
    StructType,
    TimestampNTZType,
    TimestampType,
)

SCALES = ("1-5", "1-10", "0-10", "0-100")


def _struct(**columns: DataType) -> StructType:
    return StructType([StructField(name, type) for name, type in columns.items()])


_STRINGS = ArrayType(StringType())
_SPAN = {
    "start": LongType(),
    "end": LongType(),
    "startUTF16": LongType(),
    "endUTF16": LongType(),
}
_MOMENT = _struct(
    **_SPAN, text=StringType(), valence=DoubleType(), memorability=DoubleType(), drivers=_STRINGS
)
_REASON = _struct(target=StringType(), **_SPAN, rule=StringType(), weight=DoubleType())
_PROBABILITIES = _struct(
    **{label: DoubleType() for label in ("neutral-satisfied", "enthusiastic", "dissatisfied")}
)


def schema(with_text: bool = False, explain: bool = False) -> StructType:
    """The columns of the result: the keys of a line of `verhaal mine`, and `error`."""
    columns: dict[str, DataType] = {
        "schemaVersion": LongType(),
        "analyzer": StringType(),
        "source": StringType(),
        "id": StringType(),
        "label": StringType(),
        "probabilities": _PROBABILITIES,
        "valence": DoubleType(),
        "story": BooleanType(),
        "storyProbability": DoubleType(),
        "memorability": DoubleType(),
        "basis": StringType(),
        "language": StringType(),
        "drivers": _STRINGS,
        "flags": _STRINGS,
        "moments": ArrayType(_MOMENT),
        "rating": DoubleType(),
        "ratingScale": StringType(),
        "date": StringType(),
        "fields": MapType(StringType(), StringType()),
    }
    if with_text:
        columns["text"] = StringType()
        columns["titleBytes"] = LongType()
        columns["words"] = LongType()
        columns["permission"] = _struct(status=StringType(), date=StringType())
        columns["personal"] = _STRINGS
    if explain:
        columns["reasons"] = ArrayType(_REASON)
    return _struct(**columns, error=StringType())


SCHEMA = schema()


# On the driver


def mine(
    df: DataFrame,
    text: str | Sequence[str],
    *,
    title: str | None = None,
    id: str | None = None,
    rating: str | None = None,
    scale: str | None = None,
    date: str | None = None,
    source: str = "reviews",
    domain: str | None = None,
    lexicons: str | None = None,
    binary: str = "verhaal",
    with_text: bool = False,
    explain: bool = False,
    max_record_bytes: int | None = None,
) -> DataFrame:
    """Analyses every row of a DataFrame: a row out for each row in, in the order of each partition.

    text, title, id, rating, date: names of columns; of more than one text column one review is
        made. All other columns go into `fields`, as strings.
    scale: of the grades, 1-5, 1-10, 0-10 or 0-100; needed beside `rating`.
    source, domain, with_text, explain, max_record_bytes: as the flags of `verhaal mine`.
    binary, lexicons: a path on every machine, or the name of what `--files` or `--archives` ships;
        the command is also looked for on the PATH.

    A row that cannot be read has `error` in place of a verdict. Raises ValueError for a column that
    is not there or cannot be what it is named for; a job fails where the command cannot run.
    """
    roles = [("text", name) for name in ([text] if isinstance(text, str) else text)]
    named = {"title": title, "id": id, "rating": rating, "date": date}
    roles += [(role, name) for role, name in named.items() if name is not None]
    _check(df, roles)
    if rating is not None and scale is None:
        raise ValueError(f"rating needs a scale. hint: give scale one of {', '.join(SCALES)}")
    if scale is not None and scale not in SCALES:
        raise ValueError(f'there is no scale "{scale}". hint: give one of {", ".join(SCALES)}')

    # A role without a column gets one that no record has, or a column would be guessed for it.
    known = roles + [(role, f"verhaal {role}") for role, name in named.items() if name is None]
    # With format, text and scale named, lines are read one by one; without grades any scale does.
    flags = ["--threads", "1", "-q", "--keep-errors", "--format", "jsonl", f"--source={source}"]
    flags += [f"--{role}={name}" for role, name in [*known, ("scale", scale or SCALES[0])]]
    flags += [f"--domain={domain}"] if domain else []
    flags += [f"--max-record-bytes={max_record_bytes}"] if max_record_bytes else []
    flags += ["--with-text"] if with_text else []
    flags += ["--explain"] if explain else []
    # Read first in every partition, so that all take the columns alike; its answer is left out.
    first = dict.fromkeys(df.columns) | {name: None for _, name in known}
    first |= {name: "the text of no review" for role, name in roles if role == "text"}
    result = schema(with_text, explain)

    def analyse(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return _analyse(batches, binary, lexicons, flags, f"{json.dumps(first)}\n".encode(), result)

    # The executors need nothing but what is pickled here.
    cloudpickle.register_pickle_by_value(sys.modules[__name__])
    records = _records(df, [name for _, name in roles], id, sends_all=with_text)
    analysed = records.mapInArrow(analyse, result)
    return analysed if scale else analysed.withColumn("ratingScale", F.lit(None).cast(StringType()))


def _records(df: DataFrame, used: list[str], id: str | None, sends_all: bool) -> DataFrame:
    """Rows as a line for `mine`, and beside it what need not go there.

    sends_all: the columns without a role too, which tell what a store would keep.
    """
    corrupt = df.sparkSession.conf.get("spark.sql.columnNameOfCorruptRecord")
    values = {field.name: _value(field) for field in df.schema.fields}
    refused = values.pop(corrupt).isNotNull() if corrupt in values else F.lit(False)
    others = [name for name in values if name not in used]
    sent = F.struct(*[values[name].alias(name) for name in (values if sends_all else used)])
    line = F.when(refused, "refused").otherwise(F.to_json(sent, _WITH_NULLS))
    pairs = [(F.lit(name), F.coalesce(values[name], F.lit(""))) for name in others]
    fields = F.create_map(*[part for pair in pairs for part in pair])
    if corrupt in df.columns:
        fields = F.when(refused, F.create_map(F.lit(corrupt), _column(corrupt))).otherwise(fields)
    message = f'Spark cannot read this record. hint: it stands under "{corrupt}" in fields'
    return df.select(
        F.concat(line, F.lit("\n")).alias("line"),
        (F.lit(None).cast(StringType()) if id is None else values[id]).alias("id"),
        fields.cast(MapType(StringType(), StringType())).alias("fields"),
        F.when(refused, message).alias("error"),
    )


_WITH_NULLS = {"ignoreNullFields": "false"}

_TYPES: dict[str, tuple[type[DataType], ...]] = {
    "text": (StringType,),
    "title": (StringType,),
    "id": (StringType, IntegralType, DecimalType),
    "rating": (StringType, NumericType),
    "date": (StringType, DateType, TimestampType, TimestampNTZType),
}


def _check(df: DataFrame, roles: list[tuple[str, str]]) -> None:
    """Refuses columns that cannot be what they are named for, before anything runs."""
    if not any(role == "text" for role, _ in roles):
        raise ValueError("there is no text column. hint: give text the name of one")
    names = df.columns
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f'there are two columns "{twice[0]}". hint: rename or drop one')
    for place, (role, name) in enumerate(roles):
        if name not in names:
            raise ValueError(
                f'there is no column "{name}". hint: give {role} one of: {", ".join(names)}'
            )
        if any(name == other for _, other in roles[:place]):
            raise ValueError(f'the column "{name}" is given twice. hint: give it one role')
        found = df.schema[name].dataType
        if not isinstance(found, _TYPES[role]):
            raise ValueError(
                f'the column "{name}" is {found.simpleString()}, which is no {role}. '
                f"hint: cast it, or give {role} another column"
            )


def _column(name: str) -> Column:
    return F.col("`" + name.replace("`", "``") + "`")


def _value(field: StructField) -> Column:
    """A column as strings, as Spark prints them; nested ones as compact JSON."""
    value = _column(field.name)
    if isinstance(field.dataType, (ArrayType, MapType, StructType)):
        return F.to_json(value, _WITH_NULLS)
    if isinstance(field.dataType, BinaryType):
        return F.base64(value)
    return value.cast(StringType())


# On the executors


def _analyse(
    batches: Iterator[pa.RecordBatch],
    binary: str,
    lexicons: str | None,
    flags: list[str],
    first: bytes,
    result: StructType,
) -> Iterator[pa.RecordBatch]:
    """The rows of `result` for those of a partition, by one process that lives as long."""
    columns = to_arrow_schema(result)
    process: _Process | None = None
    waiting: pa.Table | None = None
    try:
        for batch in batches:
            if process is None:
                folder = ["--lexicons", _shipped(lexicons) or lexicons] if lexicons else []
                process = _Process([_command(binary), "mine", *flags, *folder, "-"], first)
            process.send(_bytes(batch.column("line")))
            kept = pa.Table.from_batches([batch]).select(["id", "fields", "error"])
            waiting = kept if waiting is None else pa.concat_tables([waiting, kept])
            answers = _parse(process.take(), columns)
            yield from _join(answers, waiting, columns)
            waiting = waiting.slice(len(answers))
        if process is not None:
            process.finish()
            answers = _parse(process.take(), columns)
            if len(answers) != len(waiting):
                raise RuntimeError(f"{len(answers)} answers to {len(waiting)} records")
            yield from _join(answers, waiting, columns)
    finally:
        if process is not None:
            process.end()


def _parse(lines: bytes, columns: pa.Schema) -> pa.Table:
    """Lines of `mine` as a table, without `fields`, which never went there."""
    answered = pa.schema([column for column in columns if column.name != "fields"])
    if not lines:
        return answered.empty_table()
    return pyarrow.json.read_json(
        pa.BufferReader(lines),
        pyarrow.json.ReadOptions(use_threads=False, block_size=len(lines) + 1),
        pyarrow.json.ParseOptions(explicit_schema=answered, unexpected_field_behavior="ignore"),
    )


def _join(answers: pa.Table, waiting: pa.Table, columns: pa.Schema) -> list[pa.RecordBatch]:
    """The rows of the result: answers, and what was kept of the records that they are to."""
    kept = {
        name: waiting[name].slice(0, len(answers)).cast(columns.field(name).type)
        for name in waiting.column_names
    }
    joined = {name: answers[name] for name in answers.column_names}
    failed = pc.is_valid(answers["error"])
    joined["id"] = pc.coalesce(pc.if_else(failed, kept["id"], None), answers["id"])
    # A row is a place by itself.
    errors = pc.replace_substring_regex(answers["error"], "^-:[0-9]+: ", "")
    joined["error"] = pc.coalesce(kept["error"], errors)
    joined["fields"] = kept["fields"]
    return pa.table([joined[name] for name in columns.names], schema=columns).to_batches()


def _bytes(strings: pa.Array) -> memoryview:
    """The bytes of all strings of an array, which lie one behind the other."""
    offsets, values = strings.buffers()[1:]
    size = 8 if pa.types.is_large_string(strings.type) else 4
    ends = memoryview(offsets).cast("B").cast("q" if size == 8 else "i")
    return memoryview(values)[ends[strings.offset] : ends[strings.offset + len(strings)]]


def _shipped(name: str) -> str | None:
    """Where Spark put a file or archive of this name on this machine."""
    path = SparkFiles.get(name)
    return path if os.path.exists(path) else None


def _command(binary: str) -> str:
    """The path of the command on this machine, which may be executed."""
    path = binary if os.path.dirname(binary) else _shipped(binary) or shutil.which(binary)
    if path is None or not os.path.isfile(path):
        raise FileNotFoundError(
            f"there is no {binary} on {socket.gethostname()}. hint: ship it with --files or "
            "spark.sparkContext.addFile, or give binary the path that it has on every machine"
        )
    if not os.access(path, os.X_OK):
        # Some ways of shipping drop the bit; to set it twice at once does no harm.
        os.chmod(path, 0o755)
    return path


_STATIC = (
    "hint: build it for the system of the executors, which has zlib, SQLite and expat, with "
    "swift build -c release --static-swift-stdlib --product verhaal"
)
_MESSAGE_BYTES = 8192


class _Process:
    """A running `verhaal mine`, read while it is written to, so that neither waits for ever."""

    def __init__(self, command: list[str], first: bytes) -> None:
        """Starts it, and sends a first line to which the answer is not wanted."""
        self._name = f"{command[0]} on {socket.gethostname()}"
        try:
            self._process = subprocess.Popen(
                command,
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except OSError as error:
            raise RuntimeError(f"{self._name} cannot run: {error.strerror}. {_STATIC}") from None
        self._output = bytearray()
        self._awaits_first = True
        self._messages = b""
        self._selector = selectors.DefaultSelector()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            os.set_blocking(pipe.fileno(), False)
        for pipe in (self._process.stdout, self._process.stderr):
            self._selector.register(pipe, selectors.EVENT_READ)
        self.send(memoryview(first))

    def send(self, lines: memoryview) -> None:
        """Writes lines, and takes up what is answered meanwhile."""
        stdin = self._process.stdin
        self._selector.register(stdin, selectors.EVENT_WRITE)
        while lines:
            for key, _ in self._selector.select():
                if key.fileobj is not stdin:
                    self._read(key.fileobj)
                    continue
                try:
                    lines = lines[os.write(stdin.fileno(), lines) :]
                except BrokenPipeError:
                    self._selector.unregister(stdin)
                    self.finish()
                    raise RuntimeError(f"{self._name} took no more input") from None
        self._selector.unregister(stdin)

    def take(self) -> bytes:
        """The whole lines that were answered since the last call."""
        end = self._output.rfind(b"\n") + 1
        start = self._output.find(b"\n") + 1 if self._awaits_first else 0
        self._awaits_first &= end == 0
        lines = bytes(memoryview(self._output)[start:end])
        del self._output[:end]
        return lines

    def finish(self) -> None:
        """Waits for the last answers; raises RuntimeError where the command failed."""
        self._process.stdin.close()
        while self._selector.get_map():
            for key, _ in self._selector.select():
                self._read(key.fileobj)
        code = self._process.wait()
        messages = self._messages.decode(errors="replace").strip()
        if code != 0:
            hint = f". {_STATIC}" if code == 127 else ""
            raise RuntimeError(f"{self._name} ended with {code}: {messages}{hint}")
        if messages:
            print(_placed(messages), file=sys.stderr)

    def end(self) -> None:
        """Ends it, also in the middle."""
        self._process.kill()
        self._process.wait()
        self._selector.close()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            pipe.close()

    def _read(self, pipe: IO[bytes]) -> None:
        data = os.read(pipe.fileno(), 1 << 18)
        if not data:
            self._selector.unregister(pipe)
        elif pipe is self._process.stdout:
            self._output += data
        else:
            self._messages = (self._messages + data)[-_MESSAGE_BYTES:]


def _placed(messages: str) -> str:
    """What `mine` says of its stdin, for the log of the executor; the first line is none of it."""
    place = f"partition {TaskContext.get().partitionId()}"
    messages = re.sub(
        "^-:([0-9]+)", lambda n: f"{place}, record {int(n[1]) - 1}", messages, flags=re.M
    )
    return re.sub("^-:", f"{place}:", messages, flags=re.M)


# As a program


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="verhaal_spark.py",
        usage="spark-submit --files verhaal verhaal_spark.py [FLAGS] INPUT... --text COL -o OUT",
        description="""Analyse reviews on Spark, and write a row each: what `verhaal mine` finds.
Spark spreads the work over its executors; each runs the command verhaal that --files ships.""",
        epilog="""examples:
  spark-submit --files verhaal verhaal_spark.py reviews.parquet --text tekst --id nr -o out.parquet
  spark-submit --files verhaal verhaal_spark.py 's3a://dumps/*.csv.gz' --delimiter ';' \\
    --text Toelichting --rating Cijfer --scale 1-10 --date Datum -o s3a://analysed/shop.json
  spark-submit --files verhaal --archives lexicons.zip#lexicons verhaal_spark.py reviews.jsonl \\
    --text tekst --lexicons lexicons -o out.parquet

Repeated ids are told apart within a partition only, so give --id a column that has none. Dates that
are texts are read as yyyy-mm-dd, or day first.""",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("input", nargs="+", metavar="INPUT", help="files, folders or patterns that Spark can read")
    add(
        "-o",
        "--output",
        metavar="OUT",
        required=True,
        help="folder to write: *.parquet, or *.json for JSON Lines without the keys that are null",
    )
    add("--overwrite", action="store_true", help="replace what stands there")
    add("--format", choices=_FORMATS, help="format of the input; default: by its name")
    add(
        "--text",
        metavar="COL",
        action="append",
        required=True,
        help="column with the text; more than one make one review together",
    )
    for role in ("title", "id", "rating", "date"):
        add(f"--{role}", metavar="COL", help=f"column with the {role}")
    add("--scale", choices=SCALES, help="scale of the ratings")
    add("--source", default="reviews", help="name of the source; default: reviews")
    add("--domain", help="what is reviewed, as verhaal mine --help lists")
    add("--lexicons", metavar="DIR", help="lexicons over the built-in ones; what --archives ships")
    add(
        "--binary",
        metavar="FILE",
        default="verhaal",
        help="the command; default: verhaal as --files ships it, or as stands on the PATH",
    )
    add("--with-text", action="store_true", help="add the analysed text")
    add("--explain", action="store_true", help="add the reasons")
    add("--delimiter", default=",", metavar="CHAR", help="between the columns of CSV; default: ,")
    add("--encoding", default="UTF-8", help="of CSV and JSON; default: UTF-8")
    add(
        "--multiline",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="whether a record may hold line ends (or JSON is an array), so that Spark cannot cut "
        "files; default: in CSV it may, in JSON not",
    )
    add(
        "--max-record-bytes", type=int, metavar="N", help="refuse longer records; default: 16777216"
    )
    add("--partitions", type=int, metavar="N", help="spread the reviews over so many tasks first")
    return parser


_FORMATS = ("csv", "json", "parquet")


def _format(path: str) -> str | None:
    """The format that the name of a file or folder ends in, before what it is packed with."""
    kinds = {**{name: name for name in _FORMATS}, "jsonl": "json", "ndjson": "json"}
    parts = os.path.basename(path.rstrip("/")).split(".")[1:]
    return next((kinds[part] for part in reversed(parts) if part in kinds), None)


def _read(spark: SparkSession, options: argparse.Namespace) -> DataFrame:
    """The input with its values as they stand; that of CSV and JSON as strings."""
    form = options.format or _format(options.input[0])
    if form is None:
        raise ValueError(f"{options.input[0]} has no format in its name. hint: give --format")
    if form == "parquet":
        return spark.read.parquet(*options.input)
    multiline = form == "csv" if options.multiline is None else options.multiline
    reader = spark.read.options(multiLine=multiline, encoding=options.encoding)
    if form == "csv":
        return reader.csv(options.input, header=True, sep=options.delimiter, quote='"', escape='"')
    names = reader.json(options.input, primitivesAsString=True).columns
    return reader.schema(_struct(**{name: StringType() for name in names})).json(options.input)


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads, analyses and writes; returns the exit code."""
    options = _arguments().parse_args(arguments)
    counts = Observation()
    try:
        form = _format(options.output)
        if form not in ("json", "parquet"):
            raise ValueError(f"{options.output} must end in .parquet or .json. hint: change -o")
        spark = SparkSession.builder.appName("verhaal").getOrCreate()
        reviews = _read(spark, options)
        if options.partitions:
            reviews = reviews.repartition(options.partitions)
        roles = ("text", "title", "id", "rating", "scale", "date", "source", "domain")
        names = (*roles, "lexicons", "binary", "with_text", "explain", "max_record_bytes")
        analysed = mine(reviews, **{name: getattr(options, name) for name in names})
        analysed = analysed.observe(
            counts, F.count(F.lit(1)).alias("read"), F.count("error").alias("unreadable")
        )
        mode = "overwrite" if options.overwrite else "error"
        analysed.write.mode(mode).format(form).save(options.output)
    except (AnalysisException, ValueError) as error:
        message = str(error).splitlines()[0]
        if "PATH_ALREADY_EXISTS" in message:
            message = (
                f"{options.output} stands there already. hint: give --overwrite, or another -o"
            )
        print(f"verhaal_spark: {message}", file=sys.stderr)
        return 1
    found = counts.get
    print(f"read {found['read']:,} reviews", file=sys.stderr)
    if found["unreadable"]:
        print(f"could not read {found['unreadable']:,}; they have an error", file=sys.stderr)
    return 1 if found["read"] and found["read"] == found["unreadable"] else 0


if __name__ == "__main__":
    sys.exit(main())
