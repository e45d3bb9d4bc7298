"""Who pays a bill, and what it would have been under other cover."""

from __future__ import annotations

from typing import Final

from game.core.text import Text

PAYER_NAMES: Final = {
    "injury": Text("injury cover", "职业伤害保障"),
    "third_party": Text("the other driver", "肇事方"),
    "basic": Text("medical insurance", "医保基金"),
    "critical_illness": Text("critical-illness insurance", "大病保险"),
    "assistance": Text("medical assistance", "医疗救助"),
    "own": Text("you", "自己"),
}
NEVER_PAID: Final = Text("never paid", "没付上")
NOTE_UNPAID: Final = Text(
    "{unpaid:yuan} of the bill cannot be paid", "账单里有 {unpaid:yuan}付不上"
)
BILL_INJURY: Final = Text(
    "On an order: injury cover pays {paid:yuan} of {total:yuan}",
    "接单途中受伤：{total:yuan}里，职业伤害保障付 {paid:yuan}",
)
BILL_INJURY_ALL: Final = Text(
    "On an order: injury cover pays all {total:yuan}",
    "接单途中受伤：职业伤害保障全额支付 {total:yuan}",
)
BILL_FUND: Final = Text(
    "{scheme} pays {paid:yuan} of {total:yuan}", "{total:yuan}里，{scheme}付 {paid:yuan}"
)
BILL_THIRD: Final = Text(
    "The other driver owes {paid:yuan} of {total:yuan}", "{total:yuan}里，肇事方该付 {paid:yuan}"
)
BILL_OWN: Final = Text(
    "Nobody else pays: {total:yuan} is yours", "没有别人来付：{total:yuan}全靠自己"
)
BILL_OWN_WAITING: Final = Text(
    "Cover is still waiting: {total:yuan} is yours", "还在等待期：{total:yuan}全靠自己"
)
BILL_OWN_ENROLLED: Final = Text(
    "Enrolled by the community, still waiting (the game assumes a wait): {total:yuan} is yours",
    "社区代办了居民医保，还在等待期（游戏假定要等）：{total:yuan}全靠自己",
)
BILL_SMALL: Final = Text(
    "Below the deductible: {total:yuan} is yours", "没到起付线：{total:yuan}自己付"
)
OTHERWISE_OFF_DUTY: Final = Text(
    "Off duty you would have paid {own:yuan} yourself.", "要是不在接单，自己得付 {own:yuan}。"
)
OTHERWISE_NONE: Final = Text(
    "Without insurance you would pay all {total:yuan}.", "没有医保的话，{total:yuan}全得自己掏。"
)
OTHERWISE_SCHEMES: Final = Text(
    "You would pay {employee:yuan} with employee cover, {resident:yuan} with resident cover.",
    "有职工医保自付 {employee:yuan}，有居民医保自付 {resident:yuan}。",
)
OTHERWISE_OTHER: Final = Text(
    "With {scheme} you would pay {own:yuan}; with none, {total:yuan}.",
    "换成{scheme}自付 {own:yuan}；没有医保就是 {total:yuan}。",
)
