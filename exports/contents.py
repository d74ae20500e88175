"""The content of an item as it is printed: verbatim, and ticked where the studio's type chooses the text."""

from rubrics.model import Item, Rubric

_BOXES = "□☐"


def printed(item: Item, rubric: Rubric, variant: str | None) -> str:
    """The content with ☑ at the text of this variant and ☐ at the others; unchanged where there are none."""
    if not item.contents_by_variant:
        return item.content
    if any(box in item.content for box in _BOXES):
        return "\n".join(_ticked(line, item, variant) for line in item.content.split("\n"))
    return "\n".join(
        f"{_box(each.id == variant)}（{each.title}）{item.contents_by_variant[each.id]}"
        for each in rubric.variants
        if each.id in item.contents_by_variant
    )


def _ticked(line: str, item: Item, variant: str | None) -> str:
    chosen = item.contents_by_variant.get(variant or "")
    for box in _BOXES:
        line = line.replace(box, _box(chosen is not None and chosen in line), 1)
    return line


def _box(ticked: bool) -> str:  # noqa: FBT001 - a box is ticked or not
    return "☑" if ticked else "☐"
