/** Picks one of `options` possibilities: 0 ≤ result < options. A campaign's seed or a property's own numbers decide. */
export type Choose = (options: number) => number;

/** The same seed gives the same choices (mulberry32). */
export function seededChoose(seed: number): Choose {
  let a = seed >>> 0;
  return (options) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * options);
  };
}
