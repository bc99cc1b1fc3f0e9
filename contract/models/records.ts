import type { Entity } from '../entity.ts';

/**
 * Rows as the engine keeps them: what the API said, normalised. Times are epoch milliseconds (UTC),
 * ids are opaque strings, `null` means "the API did not say". `version` orders states of one row
 * (the server's update time in ms; 0 when the API gives none).
 */
export interface BaseRecord {
  readonly id: string;
  readonly version: number;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  /** Set when the server marks the row deleted: a tombstone. */
  readonly deletedAt: number | null;
  /** Fields of the wire row that no field candidate claimed, kept as they came. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** Values of custom fields by custom field id. */
export type CustomFieldValues = Readonly<Record<string, string | number | boolean | null>>;

/** A conversation a consumer opened. */
export interface TicketRecord extends BaseRecord {
  /** The number people quote; text, because its form is not documented. */
  readonly number: string | null;
  readonly subject: string;
  readonly description: string;
  readonly status: string | null;
  readonly priority: string | null;
  readonly channel: string | null;
  readonly departmentId: string | null;
  readonly consumerId: string | null;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly tagIds: readonly string[];
  readonly customFields: CustomFieldValues;
  readonly dueAt: number | null;
}

/** A piece of work, often belonging to a ticket. */
export interface TaskRecord extends BaseRecord {
  readonly number: string | null;
  readonly title: string;
  readonly description: string;
  readonly status: string | null;
  readonly priority: string | null;
  readonly ticketId: string | null;
  readonly departmentId: string | null;
  readonly consumerId: string | null;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly tagIds: readonly string[];
  readonly dueAt: number | null;
}

/** A customer of the company. */
export interface ConsumerRecord extends BaseRecord {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly document: string | null;
  readonly tagIds: readonly string[];
  readonly customFields: CustomFieldValues;
}

/** A department (wire name `sector` in the documented webhook example). */
export interface DepartmentRecord extends BaseRecord {
  readonly name: string;
  readonly active: boolean;
  readonly employeeUserIds: readonly string[];
  readonly keyWords: readonly string[];
}

/** A tag of tickets or of consumers. */
export interface TagRecord extends BaseRecord {
  readonly name: string;
  /** CSS hex colour `#rrggbb`, or null. */
  readonly color: string | null;
}

/** The definition of a custom field. */
export interface CustomFieldRecord extends BaseRecord {
  readonly name: string;
  readonly type: string | null;
  /** Which entity it belongs to, in the API's own word. */
  readonly appliesTo: string | null;
  readonly options: readonly string[];
}

/** Record type by entity. */
export interface RecordOf {
  ticket: TicketRecord;
  task: TaskRecord;
  consumer: ConsumerRecord;
  department: DepartmentRecord;
  ticketTag: TagRecord;
  consumerTag: TagRecord;
  customField: CustomFieldRecord;
}

/** A record together with what kind it is. */
export type AnyRecord = RecordOf[Entity];
