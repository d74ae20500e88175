"""A file's values with the line of each: what a diagnostic needs and a model throws away.

Knows neither YAML nor what a rubric is.
"""

from dataclasses import dataclass, field

Step = str | int


@dataclass(slots=True)
class Node:
    """A value as read, the line (from 1) where it or its key stands, and its children if it holds any."""

    value: object
    line: int
    children: "dict[Step, Node]" = field(default_factory=dict)

    def line_of(self, path: tuple[Step, ...]) -> int:
        """The line of the deepest node on the path that the file really has.

        Steps that the file does not have are passed over: the tag of a kind of rule, and the one part of an
        item that lists its rules without parts.
        """
        node = self
        rest = list(path)
        while rest:
            step = rest.pop(0)
            if step == "parts" and "parts" not in node.children and "rules" in node.children:
                rest = rest[1:]
            else:
                node = node.children.get(step, node)
        return node.line
