import type { Item, Values } from './item.ts';

/** Writes the values of a row of that age (ms). */
export type WriteRow = (index: number, age: number) => Values;

/**
 * A generated row whose texts are written when they are first read: a world of 100,000 tickets starts at once, and
 * most of its rows are never looked at. A class, because that is far cheaper than a getter of each row's own.
 */
export class UnwrittenItem implements Item {
  readonly id: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly deletedAt: number | null;
  readonly #index: number;
  readonly #age: number;
  readonly #write: WriteRow;
  #values: Values | null = null;

  constructor(row: Pick<Item, 'id' | 'createdAt' | 'updatedAt' | 'deletedAt'> & { index: number; age: number }, write: WriteRow) {
    this.id = row.id;
    this.createdAt = row.createdAt;
    this.updatedAt = row.updatedAt;
    this.deletedAt = row.deletedAt;
    this.#index = row.index;
    this.#age = row.age;
    this.#write = write;
  }

  get values(): Values {
    return (this.#values ??= this.#write(this.#index, this.#age));
  }
}
