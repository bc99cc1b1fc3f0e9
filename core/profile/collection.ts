/**
 * What is kept of a Postman collection: where requests go and what their answers look like. No value of a header, of an
 * authorisation or of a secret variable is in here, only where such a value goes.
 */
export interface Collection {
  readonly format: 'postman-2.0' | 'postman-2.1';
  readonly title: string;
  /** In the order of the file; `index` is the place in this list. */
  readonly requests: readonly SourceRequest[];
  /** Items that could not be read. */
  readonly skipped: number;
}

/** A part of a path: fixed text, or a place for a value (`fill` is what the file says goes there, never a secret). */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'param'; readonly name: string; readonly fill: string | null; readonly after: string };

/** A query parameter; `value` is null when it is unknown or may be a secret, `also` are other values the saved answers were asked with. */
export interface Parameter {
  readonly name: string;
  readonly value: string | null;
  readonly also: readonly string[];
}

/** Where a token goes. */
export type AuthPlace = { readonly in: 'header'; readonly header: string; readonly prefix: string } | { readonly in: 'query'; readonly param: string };

/** A field of a request's body: what goes in is kept only where it is the grant's name. */
export interface BodyField {
  readonly name: string;
  readonly refreshToken: boolean;
  readonly grant: string | null;
}

/** A saved answer with status 2xx (or none said). */
export interface Example {
  readonly json: unknown;
  /** Its `Link` header names a next page. */
  readonly linksNext: boolean;
}

/** One request. */
export interface SourceRequest {
  readonly index: number;
  /** Names of the folders around it, outermost first. */
  readonly folders: readonly string[];
  readonly name: string;
  /** In capitals. */
  readonly method: string;
  /** `https://host:port`, or null when the file does not say. */
  readonly origin: string | null;
  /** A variable in the address that has no value here (or a secret one). */
  readonly unknownVariable: boolean;
  readonly segments: readonly Segment[];
  readonly parameters: readonly Parameter[];
  /** `none` when it says that it needs none, null when nothing is said that we know. */
  readonly auth: AuthPlace | 'none' | null;
  readonly body: { readonly json: boolean; readonly fields: readonly BodyField[] };
  readonly examples: readonly Example[];
}
