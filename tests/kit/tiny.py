"""Schemes of a few items for what no real scheme has: only what the test is about needs to be said."""

from decimal import Decimal
from typing import Any

from rubrics.model import Rubric


def tiny(items: list[dict[str, Any]], **fields: Any) -> Rubric:
    """One section with these items; titles and conditions are made up where they are missing."""
    points = sum(Decimal(item["points"]) for item in items)
    section = {"no": 1, "title": "一", "points": points, "items": [_item(item) for item in items]}
    return Rubric.model_validate(
        {
            "id": "tiny",
            "version": 1,
            "title": "考核表",
            "short": "表",
            "document": "1号",
            "issuer": "工会",
            "issued": "2025-01-01",
            "leader": "负责人",
            "periods": ("month", "year"),
            "total": points,
            "sections": [section],
            **fields,
        }
    )


def _item(item: dict[str, Any]) -> dict[str, Any]:
    if "parts" in item:
        parts = [{**part, "rules": [_rule(rule) for rule in part["rules"]]} for part in item["parts"]]
        return {"title": item["no"], **item, "parts": parts}
    return {"title": item["no"], **item, "rules": [_rule(rule) for rule in item["rules"]]}


def _rule(rule: dict[str, Any]) -> dict[str, Any]:
    return {"text": rule["letter"].upper(), **rule}
