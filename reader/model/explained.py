"""The docstrings of fields, for the schemas: read from the source, which no start needs."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from reader.model.base import Value


def explained(schema: dict[str, Any]) -> dict[str, Any]:
    """A JSON Schema of the model with the docstrings of its fields as their descriptions.

    Pydantic would read them by itself (`use_attribute_docstrings`), and so read the source of
    every class whenever the program starts: an eighth of the time until an article is seen.
    """
    kinds = {kind.__name__: kind for kind in _kinds(Value)}
    for part in (schema, *schema.get("$defs", {}).values()):
        kind = kinds.get(part.get("title", ""))
        docstrings = _docstrings(kind) if kind else {}
        for name, words in docstrings.items():
            if name in part.get("properties", {}):
                part["properties"][name].setdefault("description", words)
    return schema


def _kinds(kind: type[Value]) -> Iterator[type[Value]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _kinds(below)


def _docstrings(kind: type[Value]) -> dict[str, str]:
    """Of each field, by the name that it has in a file."""
    found: dict[str, str] = {}
    for part in reversed([k for k in kind.__mro__ if issubclass(k, Value)]):
        found |= _own_docstrings(part)
    fields = kind.model_fields
    return {fields[n].alias or n: words for n, words in found.items() if n in fields}


def _own_docstrings(kind: type) -> dict[str, str]:
    """Of the fields that the class itself names: the string that stands below each."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    found = {}
    for field, below in pairwise(getattr(tree, "body", [])):
        if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
            continue
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            found[field.target.id] = inspect.cleandoc(str(below.value.value))
    return found
