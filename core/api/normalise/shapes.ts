import type { Entity } from '../../../contract/entity.ts';
import type { BaseRecord, RecordOf } from '../../../contract/models/records.ts';
import { readTime } from './read-time.ts';
import { readColor, readCustomFields, readFlag, readId, readIds, readText, readTexts } from './values.ts';

/** Gives the wire value of a record field; undefined when the row has none. */
export type FieldReader = (name: string) => unknown;

type Shapes = { readonly [E in Entity]: (field: FieldReader) => Omit<RecordOf[E], keyof BaseRecord> };

/** What tickets and tasks share. */
function work(field: FieldReader) {
  return {
    number: readText(field('number')),
    description: readText(field('description')) ?? '',
    status: readText(field('status')),
    priority: readText(field('priority')),
    departmentId: readId(field('departmentId')),
    consumerId: readId(field('consumerId')),
    assigneeId: readId(field('assigneeId')),
    assigneeName: readText(field('assigneeName')),
    tagIds: readIds(field('tagIds')),
    dueAt: readTime(field('dueAt')),
  };
}

function tag(field: FieldReader) {
  return { name: readText(field('name')) ?? '', color: readColor(field('color')) };
}

/** How each entity's own fields are read. */
export const SHAPES: Shapes = {
  ticket: (field) => ({ ...work(field), subject: readText(field('subject')) ?? '', channel: readText(field('channel')), customFields: readCustomFields(field('customFields')) }),
  task: (field) => ({ ...work(field), title: readText(field('title')) ?? '', ticketId: readId(field('ticketId')) }),
  consumer: (field) => ({
    name: readText(field('name')) ?? '',
    email: readText(field('email')),
    phone: readText(field('phone')),
    document: readText(field('document')),
    tagIds: readIds(field('tagIds')),
    customFields: readCustomFields(field('customFields')),
  }),
  department: (field) => ({ name: readText(field('name')) ?? '', active: readFlag(field('active'), true), employeeUserIds: readIds(field('employeeUserIds')), keyWords: readTexts(field('keyWords')) }),
  ticketTag: tag,
  consumerTag: tag,
  customField: (field) => ({ name: readText(field('name')) ?? '', type: readText(field('type')), appliesTo: readText(field('appliesTo')), options: readTexts(field('options')) }),
};
