/** One API request, however it came. */
export interface ApiRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Scheme and host that the client used, for addresses in answers. */
  readonly origin: string;
  /** The client's address: what the rate limit counts by. */
  readonly address: string;
  /** A header's value; the name is given in lower case. */
  header(name: string): string | null;
  /** The body to its end; rejects with BodyTooLarge. */
  text(limitBytes: number): Promise<string>;
  /** Calls back when the client has gone away. */
  onGone(run: () => void): void;
}

/** An answer in bytes; header names in lower case. `half` announces all of `text` and is cut in the middle. */
export interface Answered<K extends 'whole' | 'half' = 'whole' | 'half'> {
  readonly kind: K;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What goes out; `drop` ends the connection, `hang` never answers. */
export type Outcome = Answered<'whole'> | Answered<'half'> | { readonly kind: 'drop' } | { readonly kind: 'hang' };

/** Answers requests; rejects when it cannot. */
export type Answerer = (request: ApiRequest) => Promise<Outcome>;
