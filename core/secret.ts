/**
 * A text that must not be shown. Printing, joining, serialising or inspecting it yields `[secret]`;
 * only {@link Secret.reveal} gives the text, and only where it is sent or encrypted.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    Object.freeze(this);
  }

  /** The text itself. Call it as late as possible and keep the result nowhere. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]';
  }

}
