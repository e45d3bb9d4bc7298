"""What an option costs, in words: by its period, and paid apart from income that is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.core.text import yuan
from game.play.views import OptionView, PriceParts
from game.ui import theme
from game.ui.screens.playthrough import per_day, signed_yuan
from game.ui.theme import Colour
from game.ui.view import View

NAMED = ("bill", "lost", "earned")
"""Things whose name says whether they are a loss, so that their sum needs no sign."""
NO_BREAK = "\u00a0"
ROUNDING = 0.5
"""Yuan below which a price is none."""


@dataclass(frozen=True, slots=True)
class Price:
    """The main amount of an option with its colour, and what belongs to it in small."""

    amount: str
    colour: Colour
    period: str
    besides: str = ""
    """Beside what is paid in: what else the year brings, in the colour below."""
    besides_colour: Colour = theme.INK


def price_of(view: View, option: OptionView) -> Price:
    """What an option changes, in yuan with their period: this year, a month, as debt."""
    say, language = view.say, view.language
    found: list[Price] = []
    has_cash = abs(option.yuan_now) >= ROUNDING
    cash_colour = theme.RED_TEXT if option.yuan_now < 0 else theme.JADE_TEXT
    cash = signed_yuan(option.yuan_now, language)
    has_monthly = abs(option.per_month_change) >= ROUNDING
    only = only_part(option.parts)
    if has_monthly:
        found.append(_monthly(view, option.per_month_change))
    elif has_cash:
        found.append(Price(cash, cash_colour, say(f"life.year_{only}")))
    if abs(option.debt_change) >= ROUNDING:
        amount = signed_yuan(option.debt_change, language)
        found.append(Price(amount, theme.INK, say("life.as_debt")))
    if not found:
        return Price(yuan(0, language), theme.INK, say("life.now"))
    rest = [say("life.also", amount=each.amount, period=each.period) for each in found[1:]]
    main = replace(found[0], period="\n".join([found[0].period, *rest]))
    if has_monthly and has_cash:
        is_named = only in NAMED
        amount = yuan(abs(option.yuan_now), language) if is_named else cash
        words = say(f"life.besides_{only}", amount=amount)
        return replace(main, besides=words, besides_colour=cash_colour)
    return main


def parts_words(view: View, option: OptionView) -> str:
    """What the sum of the year is made of, “bill ¥1,703 · income lost ¥3,969”; empty for one thing.

    The largest takes the rounding, so that what is shown adds up to the sum beside it.
    """
    parts = option.parts
    amounts = {
        "bill": -parts.bill,
        "paid": -parts.paid,
        "spent": -parts.spent,
        "income": parts.income,
    }
    amounts = {name: amount for name, amount in amounts.items() if abs(amount) >= ROUNDING}
    if len(amounts) < 2:
        return ""
    whole = {name: float(round(amount)) for name, amount in amounts.items()}
    largest = max(whole, key=lambda name: abs(whole[name]))
    whole[largest] += round(option.yuan_now) - sum(whole.values())
    words = [
        view.say(
            f"life.part_{name}_{'less' if amount < 0 else 'more'}",
            amount=yuan(abs(amount), view.language),
        )
        for name, amount in whole.items()
    ]  # fmt: skip
    if view.language == "zh":
        return "，".join(words)
    return " · ".join(each.replace(" ", NO_BREAK) for each in words)


def only_part(parts: PriceParts) -> str:
    """The one thing a sum of the year is made of; “all” where it is several, or not told."""
    paid = PriceParts(bill=parts.bill, paid=parts.paid + parts.spent)
    names = [name for name in ("bill", "paid") if abs(getattr(paid, name)) >= ROUNDING]
    if names == ["bill"] and parts.bill < 0:
        return "all"
    if abs(parts.income) >= ROUNDING:
        names.append("lost" if parts.income < 0 else "earned")
    return names[0] if len(names) == 1 else "all"


def _monthly(view: View, change: float) -> Price:
    """What is paid in more or less each month: a contribution, told from money in hand."""
    language = view.language
    key = "life.pay_more" if change > 0 else "life.pay_less"
    day = yuan(abs(per_day(change)), language)
    words = view.say(key, amount=yuan(abs(change), language))
    return Price(words, theme.INK, view.say("life.pay_period", day=day))
