"""Places as law knows them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place and its province."""

    id: str
    province: str


HANGZHOU = Place(id="hangzhou", province="zhejiang")
HENAN_COUNTY = Place(id="henan_county", province="henan")
CHENGDU = Place(id="chengdu", province="sichuan")
BEIJING = Place(id="beijing", province="beijing")
SHANGHAI = Place(id="shanghai", province="shanghai")
NANJING = Place(id="nanjing", province="jiangsu")
ELSEWHERE = Place(id="guiyang", province="guizhou")
