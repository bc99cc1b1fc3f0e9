/** Names that would reach an object's prototype: in data from outside they are never followed and never copied. */
export const UNSAFE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
