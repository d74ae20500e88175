"""English texts of the papers of applications: lists of the recommended, forms, packages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    "cli.help.export_recommendation": "the lists of recommended studios (Excel), one for each track; --final: those that were selected, by rank, with a line where they are more than the places",
    "cli.help.export_application": "a whole application as a ZIP: forms, text, conditions and files, with an index page and checksums",
    "cli.help.export_applications": "all applications of a year that were handed in, each as a ZIP, in one ZIP",
    "cli.help.application": "number of the application (on the index page of its package)",
    "cli.help.track": "only those who applied for this, such as model",
    "cli.help.final": "only those that were selected: the list that the city hands in",
    "cli.wrong.which_application": "Give --application, or all three of --studio, --rubric and --period",
    "export.kind.recommendation": "List of recommended",
    "export.kind.selection": "List of selected",
    "export.kind.application": "Application package",
    "export.kind.forms": "Application forms",
    "export.file.recommendation": "{called}_{period}",
    "export.file.selection": "selected_{called}_{period}",
    "export.file.application": "application_{called}_{period}",
    "export.file.forms": "{paper}_{called}_{period}",
    "export.text": "application",
    "export.draft": "draft_",
    "export.draft_note": "A draft, not what is handed in",
    "export.list_blank": "Left open, to be written by hand: {fields}",
    "export.list_empty": "{column} is empty for {count}: {studios}",
    "export.list_filed": "{column} is from the standing file, please check: {studios}",
    "export.list_honour": "{year} {name}",
    "export.list_more": "…",
    "export.none_applied": "There are no applications yet. Come back when somebody has begun one.",
    "export.none_applied_at": "No application of {period} can be exported yet. Come back when one is handed in, recommended or selected, or choose another year.",
    "export.ask.year": "Choose the year, or send it, such as 2026:",
    "apply.button.export": "Export…",
    "apply.button.export_forms": "Forms",
    "apply.button.export_whole": "Package (ZIP)",
    "apply.export_ask": "Forms: the filled forms and the text, one file each.\nPackage: forms, conditions, photos and files, as one ZIP.",
    "apply.export_draft": "It is not handed in as it stands; the names of the files say draft.",
    "problem.export_no_recommended": "No studio is recommended for {period} yet, so there is no list. Export it after a recommendation.",
    "problem.out_ending": "{path}: this export is a {ending} file and was not written. Let the file's name end with {ending}.",
    "problem.export_no_lists": "{rubric} has no list of recommended studios. Export the packages with scorewalk export applications.",
    "problem.export_no_selected": "No studio is selected for {period} yet, so there is no list. Export it once the line is drawn.",
    "problem.export_no_application": "{studio} has no application of {period}; there is nothing to export.",
    "problem.export_no_applications": "No application of {period} is handed in yet; there is nothing to export. Export them once one is handed in.",
    "problem.export_no_forms": "{rubric} has no forms to fill in. Export the package: conditions and files are in it.",
    "problem.apply_link_only": "{label}: a link only, the file was not kept. Send a link, or “offline” if it is handed in on a disc.",
    "problem.application_unknown": "There is no application “{application}”. The number is on the index page of its package.",
}
