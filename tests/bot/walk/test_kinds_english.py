"""The kinds of rule for somebody who reads English: figures, picks, a veto, conditions, and what is refused."""

from tests.bot.walk.scenes import KINDS, ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program


async def begin(program: Program, who: Chat, form: str = "") -> None:
    """Open a visit by the scheme that holds every kind."""
    await program.publish(KINDS)
    await who.say("/assess")
    await who.tap(ZHANG.name)
    await who.tap("Every kind")
    await who.tap("Company")
    if form:
        await who.tap(form)
    await who.tap("2025-12")


async def test_figures_and_picks(program: Program) -> None:
    """A judged amount, a figure found, a measure, a level: asked and answered in English."""
    mary = await program.person("Mary", language="en")
    await begin(program, mary)
    await mary.tap("a points…")
    mary.sees("✎ 1.1 a: how many points? Tap or send 3–5, in steps of 0.5")
    await mary.say("many")
    mary.sees("“many” is no such figure and was not entered. Send it like: 5.")
    await mary.tap("4.5")
    mary.sees("   −4.5 ▲ no reason yet", "This item 5.5/10 = 10 − 4.5×1(a)")
    await mary.say("1.3 a=1 one missing\n1.4 a=87 samples\n2.2 b")
    mary.sees("✓ 1.3 Lectures 5/10", "✓ 1.4 Pass rate 3.5/4", "✓ 2.2 In practice 4/5")
    await mary.tap("Contents")
    await mary.tap("1.4 ")
    mary.sees("measured 87%: 8% low, full steps: 1 → −0.5")
    await mary.tap("Contents")
    await mary.tap("1.2 ")
    await mary.tap("a deduct…")
    await mary.say("2")
    mary.sees("“2” has no reason and was not entered. Add it after the points, like: 2 papers incomplete.")


async def test_a_veto_and_the_way_to_the_total(program: Program) -> None:
    """A veto is asked about once; extra deductions, bonus and penalties are told with the arithmetic."""
    mary = await program.person("Mary", language="en")
    await begin(program, mary)
    await mary.say("3.2 a2 two hazards\n4.1 a\n5.1 a\n1.1 full")
    mary.sees("Made of 12 − 10(extra) + 2(bonus) − 0.5(penalties) = 3.5")
    await mary.tap("Contents")
    await mary.tap("6.1 ")
    mary.sees("This item not found")
    await mary.tap("⛔ a ☐ veto…")
    mary.sees("⛔ Confirm the veto?", "The assessment fails; the total stays listed.")
    await mary.tap("⛔ Confirm the veto")
    mary.sees("⛔ Veto: failed (6.1 a)", "⛔ Veto: 6.1 a 弄虚作假")


async def test_conditions(program: Program) -> None:
    """Met, a figure, unmet with its reason; what is not on the sheet of this visit."""
    mary = await program.person("Mary", language="en")
    await begin(program, mary, "Conditions")
    await mary.tap("✓ Met, next")
    mary.sees("Wanted ≥ 25 ㎡; just send the figure measured, like 25")
    await mary.say("20")
    mary.sees("Measured 20 ㎡, wanted ≥ 25 ㎡ ✗", "7.2 is not met; send a line why")
    mary.sees("⛔ Required conditions not met: 7.2", "Conditions 1/4 met · 1 not met · 2 open")
    await mary.say("1.1 full")
    mary.sees("1.1 is not on the sheet of this visit and was not entered. See the contents.")
