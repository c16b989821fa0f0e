#!/usr/bin/env python3
"""A peer for `verhaal evaluate --cross-validate N --beside`: TF-IDF and logistic regression.

Usage: tfidf.py TRAIN.jsonl TEST.jsonl. What is learned from TRAIN is said of every review of TEST, a JSON line each.
Needs scikit-learn (Debian: python3-sklearn). The same files give the same bytes.
"""

import os

# Before numpy is loaded: one thread, so that sums keep their order.
for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ[library + "_NUM_THREADS"] = "1"

import json
import sys

import numpy
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.dummy import DummyClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_union

LABELS = ["neutral-satisfied", "enthusiastic", "dissatisfied"]
# How weakly weights are held back.
C = 3
# How large the mark of a set is: the larger, the less its weight is held back.
MARK = 3


def read(path):
    """The objects of a file of JSON lines."""
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def marks(sets, known):
    """A column for each set that is labelled in a way of its own; all zero for a review that is in none."""
    rows = [[MARK if name == one else 0 for one in known] for name in sets]
    return csr_matrix(numpy.array(rows, dtype=float).reshape(len(sets), len(known)))


def probabilities(train, answers, weights, test, classes):
    """How likely each class is for each row of `test`; where one class alone is known, that is certain."""
    if len(set(answers)) == 1:
        model = DummyClassifier(strategy="prior")
    else:
        model = LogisticRegression(C=C, max_iter=200)
    model.fit(train, answers, sample_weight=weights)
    found = model.predict_proba(test)
    result = numpy.zeros((test.shape[0], len(classes)))
    for column, name in enumerate(model.classes_):
        result[:, classes.index(name)] = found[:, column]
    return result


def main(train_path, test_path):
    lessons, questions = read(train_path), read(test_path)
    weights = numpy.array([lesson["weight"] for lesson in lessons], dtype=float)
    vectors = make_union(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), max_features=100_000, sublinear_tf=True),
    )
    known = sorted({lesson["set"] for lesson in lessons} - {None})
    train = hstack(
        [
            vectors.fit_transform([lesson["text"] for lesson in lessons]),
            marks([lesson["set"] for lesson in lessons], known),
        ],
        format="csr",
    )
    test = hstack(
        [
            vectors.transform([question["text"] for question in questions]),
            marks([None] * len(questions), known),
        ],
        format="csr",
    )

    labels = probabilities(train, [lesson["label"] for lesson in lessons], weights, test, LABELS)
    stories = probabilities(train, [lesson["story"] for lesson in lessons], weights, test, [0, 1])
    # Each review twice, once as memorable and once as not, by the share that its grade gives to either.
    shares = numpy.array([lesson["memorability"] / 3 for lesson in lessons])
    sides = numpy.repeat([1, 0], len(lessons))
    halves = numpy.concatenate([weights * shares, weights * (1 - shares)])
    counted = halves > 0
    twice = vstack([train, train], format="csr")
    grades = probabilities(twice[counted], sides[counted], halves[counted], test, [0, 1])

    for label, story, grade in zip(labels, stories, grades):
        answer = {
            "label": LABELS[int(label.argmax())],
            "probabilities": {name: round(float(value), 6) for name, value in zip(LABELS, label)},
            "storyProbability": round(float(story[1]), 6),
            "memorability": round(3 * float(grade[1]), 6),
        }
        print(json.dumps(answer))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: tfidf.py TRAIN.jsonl TEST.jsonl")
    main(sys.argv[1], sys.argv[2])
