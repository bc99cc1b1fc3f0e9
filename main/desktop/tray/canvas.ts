/** Red, green, blue, each 0–255. */
export type Colour = readonly [number, number, number];

/** Whether a point (in the picture's own units) is inside a shape. */
export type Shape = (x: number, y: number) => boolean;

/** Points sampled along each side of a pixel: 4 × 4 give edges 16 steps. */
const SAMPLES = 4;

/** A square of RGBA pixels on which shapes are painted one over the other. */
export interface Canvas {
  readonly pixels: Uint8Array;
  /** Paints where the shape is; its edge pixels are mixed by how much of them it covers. */
  paint(shape: Shape, colour: Colour): void;
  /** Makes transparent where the shape is. */
  clear(shape: Shape): void;
}

function coverage(shape: Shape, column: number, row: number, unit: number): number {
  let inside = 0;
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const x = (column + ((i % SAMPLES) + 0.5) / SAMPLES) * unit;
    const y = (row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) * unit;
    if (shape(x, y)) inside += 1;
  }
  return inside / (SAMPLES * SAMPLES);
}

/** Makes a transparent canvas of `size` × `size` pixels whose shapes are given in `units` × `units`. */
export function createCanvas(size: number, units: number): Canvas {
  const pixels = new Uint8Array(size * size * 4);
  const each = (shape: Shape, apply: (offset: number, covered: number) => void): void => {
    for (let at = 0; at < size * size; at++) {
      const covered = coverage(shape, at % size, Math.floor(at / size), units / size);
      if (covered > 0) apply(at * 4, covered);
    }
  };
  return {
    pixels,
    paint(shape, colour) {
      each(shape, (offset, covered) => {
        const below = (pixels[offset + 3] ?? 0) / 255;
        const alpha = covered + below * (1 - covered);
        colour.forEach((value, channel) => {
          const old = pixels[offset + channel] ?? 0;
          pixels[offset + channel] = Math.round((value * covered + old * below * (1 - covered)) / alpha);
        });
        pixels[offset + 3] = Math.round(alpha * 255);
      });
    },
    clear(shape) {
      each(shape, (offset, covered) => {
        pixels[offset + 3] = Math.round((pixels[offset + 3] ?? 0) * (1 - covered));
      });
    },
  };
}

/** A rectangle with round corners. */
export function roundedBox(box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }, radius: number): Shape {
  return (x, y) => {
    const dx = Math.max(box.x + radius - x, x - (box.x + box.width - radius), 0);
    const dy = Math.max(box.y + radius - y, y - (box.y + box.height - radius), 0);
    return dx * dx + dy * dy <= radius * radius;
  };
}

/** A disc. */
export function disc(centreX: number, centreY: number, radius: number): Shape {
  return (x, y) => (x - centreX) ** 2 + (y - centreY) ** 2 <= radius ** 2;
}

/** What is in the first shape and in none of the others. */
export function without(shape: Shape, ...holes: readonly Shape[]): Shape {
  return (x, y) => shape(x, y) && !holes.some((hole) => hole(x, y));
}
