/**
 * The shape of a translation: every key of the English words, each a text, and no other. Portuguese and Spanish have a
 * third plural form (`_many`, for millions: “1.000.000 de tickets”), so each `_other` brings one along. Without it
 * i18next would go on to the next language, and show English.
 */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]> } & {
  readonly [K in keyof T & string as K extends `${infer Stem}_other` ? `${Stem}_many` : never]: string;
};
