import type { ConsumerRecord, CustomFieldValues } from '../../../contract/models/records.ts';
import type { ItemRecord } from '../cache/difference.ts';
import type { NameBook } from '../views/name-book.ts';
import { foldText, hasApostrophe, wordsOf } from './folding.ts';
import { phoneEndings, plainText } from './words.ts';

/** Fields of a search document, best first: where two fields match as much, the earlier one is the reason shown. */
export const SEARCH_FIELDS = ['number', 'title', 'consumer', 'email', 'phone', 'tag', 'customField', 'description'] as const;
/** One of {@link SEARCH_FIELDS}. */
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** What a ticket or task can be found by: text as it goes into the index. */
export type SearchDocument = Readonly<Record<SearchField, string>>;

/**
 * One text that is searched, as people see it. `form` says what of it is searched besides its words: of a `name` the
 * words without apostrophes, of an `email` endings of its words, of a `phone` endings of its digits, of an `identity`
 * number its bare digits.
 */
export interface SearchText {
  readonly field: SearchField;
  readonly text: string;
  readonly form: 'words' | 'name' | 'email' | 'phone' | 'identity';
  /** Id of the custom field that holds it. */
  readonly customFieldId?: string;
}

/** Puts together what is searched of an item and of the consumer and tags it mentions. */
export function searchTexts(record: ItemRecord, names: NameBook): SearchText[] {
  const consumer = names.consumer(record.consumerId);
  return [
    { field: 'number', text: record.number ?? '', form: 'words' },
    { field: 'title', text: 'subject' in record ? record.subject : record.title, form: 'words' },
    ...(consumer === null ? [] : consumerTexts(consumer)),
    ...tagTexts(names, 'ticketTag', record.tagIds),
    ...(consumer === null ? [] : tagTexts(names, 'consumerTag', consumer.tagIds)),
    ...('customFields' in record ? valueTexts(record.customFields) : []),
    ...(consumer === null ? [] : valueTexts(consumer.customFields)),
    { field: 'description', text: record.description, form: 'words' },
  ];
}

/** The texts as they go into the index. */
export function searchDocument(record: ItemRecord, names: NameBook): SearchDocument {
  const document: Record<SearchField, string> = { number: '', title: '', consumer: '', email: '', phone: '', tag: '', customField: '', description: '' };
  for (const one of searchTexts(record, names)) document[one.field] = `${document[one.field]} ${indexed(one)}`.trim();
  return document;
}

function consumerTexts(consumer: ConsumerRecord): SearchText[] {
  return [
    { field: 'consumer', text: consumer.name, form: 'name' },
    { field: 'consumer', text: consumer.document ?? '', form: 'identity' },
    { field: 'email', text: consumer.email ?? '', form: 'email' },
    { field: 'phone', text: consumer.phone ?? '', form: 'phone' },
  ];
}

function tagTexts(names: NameBook, entity: 'ticketTag' | 'consumerTag', ids: readonly string[]): SearchText[] {
  return names.tags(entity, ids).map(({ name }) => ({ field: 'tag', text: name, form: 'words' }));
}

function valueTexts(values: CustomFieldValues): SearchText[] {
  return Object.entries(values).flatMap(([customFieldId, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [{ field: 'customField', text: String(value), form: 'words', customFieldId }] : []);
}

function indexed({ text, form }: SearchText): string {
  const plain = plainText(text);
  if (form === 'name') return hasApostrophe(plain) ? `${plain} ${foldText(plain, true).folded}` : plain;
  if (form === 'email') return [plain, ...emailEndings(plain)].join(' ');
  if (form === 'phone') return phoneEndings(text).join(' ');
  return form === 'identity' ? withBareDigits(plain) : plain;
}

/** Shortest ending of an e-mail address's word that can be searched. */
export const SHORTEST_EMAIL_ENDING = 4;
/** Letters looked at; an address has no longer part (RFC 5321 §4.5.3.1). */
const EMAIL_WORD_KEPT = 64;

/** Endings of the words of an address, so that a piece out of the middle of one finds it. */
function emailEndings(email: string): string[] {
  return wordsOf(foldText(email)).flatMap(({ text }) => {
    const word = text.slice(0, EMAIL_WORD_KEPT);
    return Array.from({ length: Math.max(0, word.length - SHORTEST_EMAIL_ENDING) }, (_ending, i) => word.slice(i + 1));
  });
}

/** A document number is typed with or without its punctuation. */
function withBareDigits(text: string): string {
  const digits = text.replace(/\D/g, '');
  return digits === '' || digits === text ? text : `${text} ${digits}`;
}
