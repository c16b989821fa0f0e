#!/usr/bin/env python3
"""A peer for `verhaal-bench --compare`: what other libraries make of the same reviews, and in what time.

Usage: speed.py NAME FILE.jsonl BYTES. Reads the lines that lie whole in so many bytes and writes one JSON object: the
version, what was done, how many reviews and bytes, and the seconds passed and of CPU, reading and decoding included,
loading the library and its model not. Exits with 3 where the library is not installed (PyPI: duckdb, fasttext-wheel, spacy, textblob-nl).
"""

import json
import os
import sys
import tempfile
import time
from importlib.metadata import version


def clocks():
    """Seconds passed, and seconds of CPU."""
    return time.perf_counter(), time.process_time()


def texts(path, limit):
    """The texts of the reviews, and how many bytes their lines take."""
    found, read = [], 0
    with open(path, "rb") as file:
        for line in file:
            if read + len(line) > limit:
                break
            read += len(line)
            found.append(json.loads(line)["text"])
    return found, read


def duckdb(path, limit):
    import duckdb as library

    connection = library.connect()
    connection.execute("SET threads = 1")
    start = clocks()
    count, _ = connection.execute(
        "SELECT count(*), sum(len(string_split(text, ' ')))"
        " FROM read_json(?, format = 'newline_delimited', columns = {id: 'VARCHAR', text: 'VARCHAR'})",
        [path],
    ).fetchone()
    return version("duckdb"), "reads and splits at spaces", count, os.path.getsize(path), start


def fasttext(path, limit):
    import fasttext as library

    # The shape of a classifier of three labels; what it has learned does not change its speed.
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as lesson:
        for number, text in enumerate(texts(path, min(limit, 4_000_000))[0]):
            lesson.write(f"__label__{number % 3} {' '.join(text.split())}\n")
        lesson.flush()
        model = library.train_supervised(
            lesson.name, epoch=1, dim=100, wordNgrams=2, bucket=200_000, thread=1, verbose=0)
    start = clocks()
    reviews, read = texts(path, limit)
    labels, _ = model.predict([" ".join(text.split()) for text in reviews])
    return version("fasttext-wheel"), "one label", len(labels), read, start


def spacy(path, limit):
    import spacy as library

    tokenizer = library.blank("nl").tokenizer
    start = clocks()
    reviews, read = texts(path, limit)
    count = sum(1 for text in reviews if len(tokenizer(text)))
    return version("spacy"), "tokenises alone", count, read, start


def textblob_nl(path, limit):
    from textblob import TextBlob
    from textblob_nl import PatternAnalyzer

    analyzer = PatternAnalyzer()
    start = clocks()
    reviews, read = texts(path, limit)
    count = sum(1 for text in reviews if TextBlob(text, analyzer=analyzer).sentiment is not None)
    return version("textblob-nl"), "polarity", count, read, start


def main(name, path, limit):
    try:
        number, does, count, read, start = globals()[name](path, limit)
    except ImportError as error:
        print(f"{name}: {error}", file=sys.stderr)
        sys.exit(3)
    seconds, cpu = (now - then for now, then in zip(clocks(), start))
    print(json.dumps(
        {"version": number, "does": does, "reviews": count, "bytes": read, "seconds": seconds, "cpu": cpu}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
