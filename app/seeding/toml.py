"""Values and tables in TOML, as a person would write them."""

from collections.abc import Mapping
from decimal import Decimal


def toml_table(name: str, values: Mapping[str, object]) -> str:
    """A table of a list of tables.

    >>> print(toml_table("person", {"id": "wang-bo", "aliases": ["왕보"]}), end="")
    [[person]]
    id = "wang-bo"
    aliases = ["왕보"]
    """
    lines = [f"{_key(key)} = {toml_value(value)}" for key, value in values.items()]
    return "\n".join([f"[[{name}]]", *lines, ""])


def toml_value(value: object) -> str:
    r"""A value in TOML, tables and lists in one line.

    >>> toml_value({"words": {"a b": 'say "so"'}, "value": Decimal("7E+7"), "open": True})
    '{ words = { "a b" = "say \\"so\\"" }, value = 70000000, open = true }'
    """
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, Mapping):
        inner = (f"{_key(key)} = {toml_value(each)}" for key, each in value.items() if each not in (None, {}, []))
        return f"{{ {', '.join(inner)} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(toml_value(each) for each in value)}]"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _key(name: str) -> str:
    return name if name.isascii() and name.replace("_", "").replace("-", "").isalnum() else _quoted(name)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(each if each.isprintable() else f"\\u{ord(each):04X}" for each in escaped) + '"'
