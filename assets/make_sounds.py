"""Make the game's sounds: a few soft ones, synthesised, so that nobody else's rights are in them.

Run it from anywhere: ``python assets/make_sounds.py``. It writes 22 kHz mono WAV files into
``assets/sounds``; the same script always writes the same bytes.
"""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 22050
FOLDER = Path(__file__).parent / "sounds"
Samples = NDArray[np.float64]


def main() -> None:
    """Write every sound."""
    FOLDER.mkdir(exist_ok=True)
    sounds = {
        "click": click(), "paper": paper(), "page": page(), "coin": coin(), "bell": bell(),
        "rain_start": rain_start(), "rain_loop": rain_loop(),
    }  # fmt: skip
    for name, samples in sounds.items():
        write(FOLDER / f"{name}.wav", samples)


def click() -> Samples:
    """A wooden tick."""
    t = seconds(0.09)
    body = np.sin(2 * np.pi * 520 * t) * np.exp(-t * 70)
    return 0.35 * (body + 0.4 * np.sin(2 * np.pi * 1340 * t) * np.exp(-t * 130))


def paper() -> Samples:
    """Oiled paper that unfolds: noise that rises and crackles away."""
    t = seconds(0.42)
    crackle = band(noise(t.size, 11), 900, 4200) * (0.6 + 0.4 * np.sin(2 * np.pi * 23 * t) ** 2)
    return 0.5 * crackle * np.minimum(1, t / 0.08) * np.exp(-t * 7)


def page() -> Samples:
    """A page that turns: a soft swish in two strokes."""
    t = seconds(0.38)
    shape = np.exp(-(((t - 0.09) / 0.05) ** 2)) + 0.6 * np.exp(-(((t - 0.24) / 0.07) ** 2))
    return 0.42 * band(noise(t.size, 12), 500, 3000) * shape


def coin() -> Samples:
    """A small coin laid on another."""
    t = seconds(0.5)
    first = sum(np.sin(2 * np.pi * f * t) * np.exp(-t * d) for f, d in ((2090, 14), (3170, 20)))
    later = np.roll(first, int(0.07 * RATE))
    later[: int(0.07 * RATE)] = 0
    return 0.14 * (first + 0.8 * later)


def bell() -> Samples:
    """A small bronze bell, struck once."""
    t = seconds(1.5)
    parts = ((392, 2.2, 1.0), (784, 3.1, 0.5), (938, 4.0, 0.32), (1180, 5.2, 0.2))
    ring = sum(a * np.sin(2 * np.pi * f * t) * np.exp(-t * d) for f, d, a in parts)
    shaped = 0.24 * ring * np.minimum(1, t / 0.006) * fade_out(t.size, 0.2)
    return np.asarray(shaped, dtype=np.float64)


def rain_start() -> Samples:
    """Rain that sets in."""
    t = seconds(1.3)
    swell = np.minimum(1, t / 0.9) ** 2
    return drops(t.size, 13, per_second=26) * swell * fade_out(t.size, 0.35)


def rain_loop() -> Samples:
    """Steady rain that can be repeated without a seam: its end is faded into its beginning."""
    whole, over = int(3.9 * RATE), int(0.6 * RATE)
    raw = drops(whole + over, 14, per_second=30)
    share = np.linspace(0, 1, over)
    looped = raw[:whole].copy()
    looped[:over] = raw[:over] * np.sqrt(share) + raw[whole:] * np.sqrt(1 - share)
    return looped


def drops(count: int, seed: int, *, per_second: float) -> Samples:
    """The hush of rain with single drops on oiled paper in it."""
    hush = 0.16 * band(noise(count, seed), 350, 5200)
    chance = np.random.default_rng(seed + 100)
    t = seconds(0.03)
    for start in chance.integers(0, count - t.size, int(count / RATE * per_second)):
        pitch, loud = chance.uniform(700, 1900), chance.uniform(0.01, 0.055)
        hush[start : start + t.size] += loud * np.sin(2 * np.pi * pitch * t) * np.exp(-t * 150)
    return hush


def seconds(length: float) -> Samples:
    """The times of the samples of a sound, in seconds."""
    return np.arange(int(length * RATE)) / RATE


def noise(count: int, seed: int) -> Samples:
    """White noise, always the same for a seed."""
    return np.random.default_rng(seed).standard_normal(count)


def band(samples: Samples, low: float, high: float) -> Samples:
    """Only the tones between two pitches, with soft edges, at the loudness of 1."""
    spectrum = np.fft.rfft(samples)
    pitch = np.fft.rfftfreq(samples.size, 1 / RATE)
    keep = 1 / (1 + (low / np.maximum(pitch, 1)) ** 4) / (1 + (pitch / high) ** 4)
    passed = np.fft.irfft(spectrum * keep, samples.size)
    return np.asarray(passed / np.abs(passed).max(), dtype=np.float64)


def fade_out(count: int, length: float) -> Samples:
    """1, falling to 0 over the last so many seconds."""
    left = (count - np.arange(count)) / RATE
    return np.asarray(np.minimum(1, left / length), dtype=np.float64)


def write(path: Path, samples: Samples) -> None:
    """Write 16-bit mono, its last thousandths faded so that nothing clicks."""
    if "loop" not in path.name:
        samples = samples * fade_out(samples.size, 0.01)
    values = np.round(np.clip(samples, -1, 1) * 32767).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(values.tobytes())


if __name__ == "__main__":
    main()
