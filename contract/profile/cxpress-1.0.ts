import type { Entity } from '../entity.ts';
import type { ApiProfile, GetOperation, ListOperation, OperationName } from './schema.ts';

/** One entity's pair of operations at a resource path. */
function resource(entity: Entity, path: string): Partial<Record<OperationName, ListOperation | GetOperation>> {
  return {
    [`${entity}.list`]: {
      method: 'GET',
      path,
      query: {},
      items: 'data',
      row: '',
      paging: { style: 'page', pageParam: 'page', sizeParam: 'per_page', size: 200, firstPage: 1, total: 'meta.total' },
      updatedSince: { param: 'updated_since', format: 'iso' },
      sort: { param: 'sort', ascending: 'updated_at', descending: '-updated_at' },
    },
    [`${entity}.get`]: { method: 'GET', path: `${path}/{id}`, item: 'data' },
  };
}

const common = {
  id: ['id', 'uuid'],
  createdAt: ['created_at', 'creation_date'],
  updatedAt: ['updated_at', 'last_update', 'modified_at'],
  deletedAt: ['deleted_at'],
};

/**
 * Our best guess at the Cxpress API 1.0. Only the webhook envelope, the entity list, the name `sector` and the
 * Department fields are documented; everything else here is a guess until a connection test has passed,
 * and the interface says so.
 */
export const CXPRESS_1_0: ApiProfile = {
  schema: 1,
  id: 'cxpress-1.0',
  name: 'Cxpress 1.0',
  origin: 'guess',
  baseUrl: null,
  auth: { in: 'header', header: 'Authorization', prefix: 'Bearer ' },
  refresh: {
    method: 'POST',
    path: '/v1/auth/refresh',
    body: { refresh_token: '{refreshToken}' },
    read: { apiToken: ['data.api_token', 'api_token', 'access_token', 'token'], refreshToken: ['data.refresh_token', 'refresh_token'] },
    // A 400 may as well say that this guess of the body is wrong: nobody is signed out for that.
    rejectedStatuses: [401],
  },
  block: { statuses: [429], bodyPattern: 'block' },
  versions: [
    {
      name: '1.0',
      prefix: '/v1',
      operations: {
        ...resource('ticket', '/tickets'),
        ...resource('task', '/tasks'),
        ...resource('consumer', '/consumers'),
        ...resource('department', '/sectors'),
        ...resource('ticketTag', '/ticket-tags'),
        ...resource('consumerTag', '/consumer-tags'),
        ...resource('customField', '/custom-fields'),
      },
    },
  ],
  fields: {
    ticket: {
      ...common,
      number: ['number', 'ticket_number', 'protocol', 'code'],
      subject: ['subject', 'title', 'name'],
      description: ['description', 'body', 'message'],
      status: ['status', 'state', 'situation'],
      priority: ['priority'],
      channel: ['channel', 'origin', 'source'],
      departmentId: ['sector_id', 'department_id'],
      consumerId: ['consumer_id', 'customer_id', 'contact_id'],
      assigneeId: ['user_id', 'assignee_id', 'employee_user_id', 'responsible_id'],
      assigneeName: ['user_name', 'assignee_name', 'responsible_name'],
      tagIds: ['tag_ids', 'tags_ids', 'tags'],
      customFields: ['custom_fields', 'fields'],
      dueAt: ['due_at', 'deadline', 'due_date'],
    },
    task: {
      ...common,
      number: ['number', 'code'],
      title: ['title', 'name', 'subject'],
      description: ['description', 'body'],
      status: ['status', 'state', 'situation'],
      priority: ['priority'],
      ticketId: ['ticket_id'],
      departmentId: ['sector_id', 'department_id'],
      consumerId: ['consumer_id', 'customer_id'],
      assigneeId: ['user_id', 'assignee_id', 'responsible_id'],
      assigneeName: ['user_name', 'assignee_name', 'responsible_name'],
      tagIds: ['tag_ids', 'tags'],
      dueAt: ['due_at', 'deadline', 'due_date'],
    },
    consumer: {
      ...common,
      name: ['name', 'full_name'],
      email: ['email', 'e_mail', 'mail'],
      phone: ['phone', 'telephone', 'mobile', 'cell_phone'],
      document: ['document', 'cpf', 'tax_id'],
      tagIds: ['tag_ids', 'tags'],
      customFields: ['custom_fields', 'fields'],
    },
    department: { ...common, name: ['name'], active: ['active'], employeeUserIds: ['employees_user_ids'], keyWords: ['key_words'] },
    ticketTag: { ...common, name: ['name', 'title'], color: ['color', 'colour'] },
    consumerTag: { ...common, name: ['name', 'title'], color: ['color', 'colour'] },
    customField: { ...common, name: ['name', 'label', 'title'], type: ['type'], appliesTo: ['entity', 'applies_to', 'model'], options: ['options', 'values'] },
  },
  webhookEntities: {
    ticket: ['ticket'],
    task: ['task'],
    consumer: ['consumer'],
    department: ['sector', 'department'],
    ticketTag: ['ticket_tag', 'ticket_tags'],
    consumerTag: ['consumer_tag', 'consumer_tags'],
    customField: ['custom_field', 'custom_fields'],
  },
};
