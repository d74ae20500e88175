"""Texts for types of studio that the rubric does not have, types without text, types that nothing uses."""

from collections.abc import Iterator

from rubrics.checks.places import items, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield unknown and missing variants of items, and warn of those that are told apart for nothing."""
    known = tuple(variant.id for variant in rubric.variants)
    used: set[str] = set()
    for path, item in items(rubric):
        texts = item.contents_by_variant
        used.update(texts, item.variants)
        for index, variant in enumerate(item.variants):
            if variant not in known:
                there = (*path, "variants", index)
                yield wrong(there, "variant_unknown", item=item.no, variant=variant, known=known)
        place = (*path, "contents_by_variant")
        for variant in texts:
            if variant not in known:
                yield wrong((*place, variant), "variant_unknown", item=item.no, variant=variant, known=known)
        for variant in known:
            if texts and variant not in texts:
                yield wrong(place, "variant_without_text", item=item.no, variant=variant)
    used.update(quota.variant for quota in rubric.quotas if quota.variant)
    used.update(variant for form in rubric.forms for variant in form.variants)
    used.update(variant.id for variant in rubric.variants if variant.by_name)
    for index, variant in enumerate(known):
        if variant not in used:
            yield wrong(("variants", index), "variant_unused", "warning", variant=variant)
