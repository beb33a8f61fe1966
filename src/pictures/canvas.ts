// A small canvas: smooth discs, lines and digits. It needs no font, so a picture looks the same on every machine.
import type { Bitmap } from "./png.ts";

export type Colour = readonly [red: number, green: number, blue: number];
export type Point = { x: number; y: number };

export type Canvas = Bitmap & {
  disc(at: Point, radius: number, colour: Colour): void;
  line(from: Point, to: Point, style: { width: number; colour: Colour }): void;
  /** A square around a point, `half` to each side. */
  square(at: Point, half: number, colour: Colour): void;
  /** Digits, centred. `scale`: pixels per dot of the 3 x 5 letter. */
  digits(text: string, at: Point, style: { scale: number; colour: Colour }): void;
};

export function createCanvas(width: number, height: number, ground: Colour): Canvas {
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < pixels.length; at += 3) pixels.set(ground, at);
  const bitmap = { width, height, pixels };
  return {
    ...bitmap,
    disc: (at, radius, colour) =>
      paint(
        bitmap,
        { at, reach: radius + 1, colour },
        (x, y) => radius - Math.hypot(x - at.x, y - at.y),
      ),
    line: (from, to, { width: thick, colour }) => {
      const at = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      const reach = Math.hypot(to.x - from.x, to.y - from.y) / 2 + thick;
      paint(bitmap, { at, reach, colour }, (x, y) => thick / 2 - distanceTo({ x, y }, from, to));
    },
    square: (at, half, colour) =>
      paint(bitmap, { at, reach: half + 1, colour }, (x, y) =>
        Math.min(half - Math.abs(x - at.x), half - Math.abs(y - at.y)),
      ),
    digits: (text, at, { scale, colour }) => {
      const left = at.x - (text.length * 4 - 1) * (scale / 2);
      for (const [index, digit] of [...text].entries()) {
        drawDigit(bitmap, digit, {
          ...{ scale, colour, x: left + index * 4 * scale, y: at.y - 2.5 * scale },
        });
      }
    },
  };
}

type Area = { at: Point; reach: number; colour: Colour };

/** Colours by how far inside the shape a pixel's middle is: half a pixel either way is its soft edge. */
function paint(
  bitmap: Bitmap,
  { at, reach, colour }: Area,
  inside: (x: number, y: number) => number,
) {
  const [left, right] = span(at.x, reach, bitmap.width);
  const [top, bottom] = span(at.y, reach, bitmap.height);
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const cover = Math.min(1, Math.max(0, inside(x + 0.5, y + 0.5) + 0.5));
      if (cover > 0) blend(bitmap, y * bitmap.width + x, { cover, colour });
    }
  }
}

function span(middle: number, reach: number, size: number): [number, number] {
  return [Math.max(0, Math.floor(middle - reach)), Math.min(size, Math.ceil(middle + reach))];
}

function blend(
  { pixels }: Bitmap,
  pixel: number,
  { cover, colour }: { cover: number; colour: Colour },
) {
  for (const [channel, value] of colour.entries()) {
    const at = pixel * 3 + channel;
    const was = pixels[at] ?? 0;
    pixels[at] = Math.round(was + (value - was) * cover);
  }
}

function distanceTo({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy || 1;
  const along = Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / length));
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}

/** Three dots wide and five high, row by row. */
const glyphs: Record<string, string> = {
  ...{ "0": "111101101101111", "1": "010110010010111", "2": "111001111100111" },
  ...{ "3": "111001111001111", "4": "101101111001001", "5": "111100111001111" },
  ...{ "6": "111100111101111", "7": "111001010010010", "8": "111101111101111" },
  "9": "111101111001111",
};

type Digit = { x: number; y: number; scale: number; colour: Colour };

function drawDigit(bitmap: Bitmap, digit: string, { x, y, scale, colour }: Digit): void {
  for (const [index, dot] of [...(glyphs[digit] ?? "")].entries()) {
    if (dot === "0") continue;
    const left = x + (index % 3) * scale;
    const top = y + Math.floor(index / 3) * scale;
    const at = { x: left + scale / 2, y: top + scale / 2 };
    paint(bitmap, { at, reach: scale, colour }, (px, py) =>
      Math.min(px - left, left + scale - px, py - top, top + scale - py),
    );
  }
}
