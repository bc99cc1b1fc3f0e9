import type { ConsumerRecord, CustomFieldValues } from '../../../contract/models/records.ts';
import type { ItemRecord } from '../cache/difference.ts';
import type { NameBook } from '../views/name-book.ts';
import { phoneEndings, plainText } from './words.ts';

/** Fields of a search document, best first: where two fields match as much, the earlier one is the reason shown. */
export const SEARCH_FIELDS = ['number', 'title', 'consumer', 'email', 'phone', 'tag', 'customField', 'description'] as const;
/** One of {@link SEARCH_FIELDS}. */
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** What a ticket or task can be found by. */
export type SearchDocument = Readonly<Record<SearchField, string>>;

/** Puts together what is searched of an item and of the consumer and tags it mentions. */
export function searchDocument(record: ItemRecord, names: NameBook): SearchDocument {
  const consumer = names.consumer(record.consumerId);
  const fromConsumer = consumer === null ? NOBODY : consumerPart(consumer, names);
  const values = 'customFields' in record ? searchedValues(record.customFields) : '';
  return {
    number: plainText(record.number ?? ''),
    title: plainText('subject' in record ? record.subject : record.title),
    consumer: fromConsumer.consumer,
    email: fromConsumer.email,
    phone: fromConsumer.phone,
    tag: `${tagNames(names, 'ticketTag', record.tagIds)} ${fromConsumer.tag}`,
    customField: `${values} ${fromConsumer.customField}`,
    description: plainText(record.description),
  };
}

type ConsumerPart = Pick<SearchDocument, 'consumer' | 'email' | 'phone' | 'tag' | 'customField'>;
const NOBODY: ConsumerPart = { consumer: '', email: '', phone: '', tag: '', customField: '' };

function consumerPart(consumer: ConsumerRecord, names: NameBook): ConsumerPart {
  return {
    consumer: plainText(`${consumer.name} ${withBareDigits(consumer.document ?? '')}`),
    email: plainText(consumer.email ?? ''),
    phone: phoneEndings(consumer.phone ?? '').join(' '),
    tag: tagNames(names, 'consumerTag', consumer.tagIds),
    customField: searchedValues(consumer.customFields),
  };
}

function tagNames(names: NameBook, entity: 'ticketTag' | 'consumerTag', ids: readonly string[]): string {
  return plainText(names.tags(entity, ids).map((tag) => tag.name).join(' '));
}

function searchedValues(values: CustomFieldValues): string {
  return plainText(Object.values(values).filter((value) => typeof value === 'string' || typeof value === 'number').join(' '));
}

/** A document number is typed with or without its punctuation. */
function withBareDigits(text: string): string {
  const digits = text.replace(/\D/g, '');
  return digits === '' || digits === text ? text : `${text} ${digits}`;
}
