"""Paper: rounded rectangles with a soft shadow, made once as a small tile and stretched."""

from __future__ import annotations

import io
from collections.abc import Callable, Hashable
from typing import Final, TypeAlias

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.theme import INK, Colour, rgb

SHADOW_DROP: Final = 6.0
SHADOW_BLUR: Final = 20.0
SHADOW_ALPHA: Final = 0.28

Look: TypeAlias = tuple[Colour | None, float, bool, Colour | None, float, float]
"""Fill, radius in pixels, whether it casts a shadow, outline, its width in pixels, scale."""
Made: TypeAlias = Callable[[Hashable, Callable[[], pygame.Surface]], pygame.Surface]


class Paper:
    """One look of paper; draws itself at any size from its tile."""

    def __init__(self, made: Made, look: Look) -> None:
        fill, radius, has_shadow, _outline, width, scale = look
        self.made = made
        self.look = look
        self.fill = fill
        self.margin = int(np.ceil((SHADOW_BLUR * 1.1 + SHADOW_DROP) * scale)) if has_shadow else 0
        self.corner = int(np.ceil(max(radius, width))) + 1
        self.reach = self.corner + (self.margin if has_shadow else 0)
        """How far from the edge inwards the tile is not plain."""

    def draw(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        """Fill the plain middle, and lay the smooth rim around it."""
        if min(rect.size) < 2 * self.corner:
            surface.blit(self.made((self.look, rect.size), lambda: self._whole(rect.size)),
                         (rect.left - self.margin, rect.top - self.margin))  # fmt: skip
            return
        rim = self.made((self.look, rect.size), lambda: self._whole(rect.size))
        corner, margin = self.corner, self.margin
        middle = rect.inflate(-2 * corner, -2 * corner)
        if self.fill is not None and middle.width > 0 and middle.height > 0:
            surface.fill(self.fill, middle)
        wide, high = rim.get_size()
        side = corner + margin
        left, top = rect.left - margin, rect.top - margin
        for area in (
            pygame.Rect(0, 0, wide, side),
            pygame.Rect(0, high - side, wide, side),
            pygame.Rect(0, side, side, high - 2 * side),
            pygame.Rect(wide - side, side, side, high - 2 * side),
        ):
            surface.blit(rim, (left + area.left, top + area.top), area)

    def _whole(self, size: tuple[int, int]) -> pygame.Surface:
        """The whole rectangle with its margin, put together from nine parts of the tile."""
        width, height = size
        margin = self.margin
        if min(size) < 2 * self.corner:
            tile = self._tile(width, height)
            return tile
        whole = pygame.Surface((width + 2 * margin, height + 2 * margin), pygame.SRCALPHA)
        reach = min(self.reach, width // 2, height // 2)
        tile = self._tile(2 * reach + 1, 2 * reach + 1)
        side = reach + margin
        cuts_x = _cuts(side, whole.get_width(), tile.get_width())
        cuts_y = _cuts(side, whole.get_height(), tile.get_height())
        for to_x, to_wide, from_x, from_wide in cuts_x:
            for to_y, to_high, from_y, from_high in cuts_y:
                part = tile.subsurface(pygame.Rect(from_x, from_y, from_wide, from_high))
                if to_wide > 0 and to_high > 0:
                    whole.blit(pygame.transform.scale(part, (to_wide, to_high)), (to_x, to_y))
        return whole

    def _tile(self, width: int, height: int) -> pygame.Surface:
        fill, radius, has_shadow, outline, line, scale = self.look
        body = _body(width, height, radius, fill, outline, line)
        if not has_shadow:
            return body
        margin = self.margin
        tile = _shadow(width, height, radius, margin, scale)
        tile.blit(body, (margin, margin))
        return tile


def paper(made: Made, look: Look) -> Paper:
    """The paper of one look."""
    return Paper(made, look)


def _cuts(side: int, whole: int, tile: int) -> tuple[tuple[int, int, int, int], ...]:
    """Places and lengths of start, middle and end: in the whole, then in the tile."""
    return (
        (0, side, 0, side),
        (side, whole - 2 * side, side, 1),
        (whole - side, side, tile - side, side),
    )


def _body(
    width: int, height: int, radius: float, fill: Colour | None, outline: Colour | None, line: float
) -> pygame.Surface:
    inset = line / 2
    stroke = f'stroke="{outline}" stroke-width="{line:g}"' if outline else ""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<rect x="{inset:g}" y="{inset:g}" width="{width - line:g}" height="{height - line:g}" '
        f'rx="{max(0.0, radius - inset):g}" fill="{fill or "none"}" {stroke}/></svg>'
    )
    image = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (width, height))
    return image.convert(pygame.Surface((1, 1), pygame.SRCALPHA))


def _shadow(width: int, height: int, radius: float, margin: int, scale: float) -> pygame.Surface:
    """A blurred rounded rectangle, moved down a little."""
    wide, high = width + 2 * margin, height + 2 * margin
    drop = SHADOW_DROP * scale
    x = np.abs(np.arange(wide) + 0.5 - wide / 2) - (width / 2 - radius)
    y = np.abs(np.arange(high) + 0.5 - high / 2 - drop) - (height / 2 - radius)
    outside = np.hypot(np.maximum(x, 0)[:, None], np.maximum(y, 0)[None, :])
    inside = np.minimum(np.maximum(x[:, None], y[None, :]), 0)
    solid = np.clip(radius - outside - inside + 0.5, 0, 1)
    kernel = _gaussian(SHADOW_BLUR / 2 * scale)
    blurred = _along(_along(solid, kernel, 0), kernel, 1)
    tile = pygame.Surface((wide, high), pygame.SRCALPHA)
    tile.fill((*rgb(INK), 0))
    alpha = pygame.surfarray.pixels_alpha(tile)
    alpha[:] = np.round(blurred * SHADOW_ALPHA * 255).astype(np.uint8)
    del alpha
    return tile


def _gaussian(sigma: float) -> NDArray[np.float64]:
    reach = max(1, int(np.ceil(2.2 * sigma)))
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def _along(
    picture: NDArray[np.float64], kernel: NDArray[np.float64], axis: int
) -> NDArray[np.float64]:
    return np.apply_along_axis(np.convolve, axis, picture, kernel, mode="same")
