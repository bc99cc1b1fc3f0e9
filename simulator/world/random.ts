/** A stream of repeatable random choices. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole, in [0, below). */
  int(below: number): number;
  chance(probability: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** One of the keys, in proportion to its weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** Text with each `#` replaced by a digit. */
  digits(pattern: string): string;
  uuid(): string;
}

/** FNV-1a over the labels: streams with different labels have nothing to do with each other. */
function hash(labels: readonly (string | number)[]): number {
  let value = 0x811c9dc5;
  for (const label of labels) {
    const text = `${label}|`;
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value >>> 0;
}

/** splitmix32. A class, because a large world makes one stream per row and closures would cost more than the drawing. */
class Splitmix implements Random {
  #state: number;

  constructor(state: number) {
    this.#state = state;
  }

  #bits(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    let mixed = this.#state ^ (this.#state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  }

  next(): number {
    return this.#bits() / 0x1_0000_0000;
  }

  int(below: number): number {
    return Math.floor(this.next() * below);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('nothing to pick from');
    return list[this.int(list.length)] as T;
  }

  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    let sum = 0;
    for (const key in weights) sum += weights[key];
    let left = this.next() * sum;
    let last: K | undefined;
    for (const key in weights) {
      last = key;
      left -= weights[key];
      if (left < 0) return key;
    }
    if (last === undefined) throw new Error('nothing to pick from');
    return last;
  }

  digits(pattern: string): string {
    return pattern.replace(/#/g, () => String(this.int(10)));
  }

  uuid(): string {
    const bytes = Buffer.allocUnsafe(16);
    for (let at = 0; at < 16; at += 4) bytes.writeUInt32BE(this.#bits(), at);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }
}

/** Makes the stream that belongs to a seed and labels: same labels, same choices, whatever other streams do. */
export function createRandom(...labels: readonly (string | number)[]): Random {
  return new Splitmix(hash(labels));
}
