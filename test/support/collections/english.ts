import { address, answer, call, folder, SCHEMA_21 } from './parts.ts';

/** A token that must not come out of the import. */
export const ENGLISH_SECRET = 'live_9f8e7d6c5b4a39281706f5e4d3c2b1a0';

const ticket = {
  id: 'tk_1', ticket_number: 501, summary: 'Printer', details: 'It does not print', status: { id: 1, name: 'Open' }, priority: 'high', customer: { id: 'c_1', name: 'Ana' },
  department: { id: 'd_1', name: 'IT' }, assigned_to: { id: 'u_1', name: 'Rui' }, labels: [{ id: 'l_1' }], created: '2025-01-02T03:04:05Z', last_modified: '2025-01-03T03:04:05Z', due_on: null,
};
const query = { page: '1', per_page: '50', '-updated_since': '2025-01-01T00:00:00Z', '-sort': '-updated_at', '-status': 'open', include: 'labels' };

/** English, v2.1: plain REST, numbered pages, bearer, filter and sort, things that must not be taken for operations. */
export const ENGLISH: unknown = {
  info: { name: 'Helpdesk API', schema: SCHEMA_21 },
  auth: { type: 'bearer', bearer: [{ key: 'token', value: ENGLISH_SECRET, type: 'string' }] },
  variable: [{ key: 'baseUrl', value: 'https://api.helpdesk.example/v1' }, { key: 'session', value: ENGLISH_SECRET }],
  item: [
    folder('Authentication', [
      call('POST', 'Log in', '{{baseUrl}}/auth/login', [answer({ access_token: ENGLISH_SECRET })], { auth: { type: 'noauth' }, body: { mode: 'raw', raw: '{"email":"a@b.c","password":"x"}' } }),
      call('POST', 'Refresh token', '{{baseUrl}}/auth/refresh', [answer({ data: { access_token: ENGLISH_SECRET, refresh_token: ENGLISH_SECRET, expires_in: 3600 } })], {
        auth: { type: 'noauth' }, body: { mode: 'raw', raw: `{"grant_type": "refresh_token", "refresh_token": "${ENGLISH_SECRET}", "client_secret": "${ENGLISH_SECRET}"}` },
      }),
    ]),
    folder('Tickets', [
      call('GET', 'Get all tickets', address('{{baseUrl}}/tickets', query), [answer({ data: [ticket, { ...ticket, id: 'tk_2' }], meta: { current_page: 1, per_page: 50, total: 812, total_pages: 17 } })]),
      call('GET', 'Get my tickets', address('{{baseUrl}}/me/tickets', { page: '1' }), [answer({ data: [ticket], meta: { total: 4 } })]),
      call('GET', 'Ticket statistics', '{{baseUrl}}/tickets/stats', [answer({ data: [{ id: 1, count: 3 }] })]),
      call('GET', 'Get a ticket', '{{baseUrl}}/tickets/:id', [answer({ data: ticket })]),
      call('GET', 'List comments', '{{baseUrl}}/tickets/:id/comments', [answer({ data: [{ id: 1 }] })]),
      call('POST', 'Create a ticket', '{{baseUrl}}/tickets', [answer({ data: ticket }, 201)]),
      call('PUT', 'Update a ticket', '{{baseUrl}}/tickets/:id', [answer({ data: ticket })]),
      call('DELETE', 'Delete a ticket', '{{baseUrl}}/tickets/:id'),
      folder('Ticket tags', [call('GET', 'List tags', address('{{baseUrl}}/tickets/tags', { page: '1', per_page: '50' }), [answer({ data: [{ id: 1, name: 'vip', colour: '#fff' }], meta: { total: 1 } })])]),
    ]),
    folder('Tasks', [
      call('GET', 'Get all tasks', address('{{baseUrl}}/tasks', query), [answer({ data: [{ id: 'ta_1', title: 'Call', due_on: '2025-02-01' }], meta: { total: 1 } })]),
      call('GET', 'Tasks of a ticket', '{{baseUrl}}/tickets/:id/tasks', [answer({ data: [{ id: 'ta_1' }] })]),
      call('GET', 'Get a task', '{{baseUrl}}/tasks/{{task_id}}', [answer({ data: { id: 'ta_1' } })]),
    ]),
    folder('Customers', [
      call('GET', 'List customers', address('{{baseUrl}}/customers', query), [answer({ data: [{ id: 'c_1', name: 'Ana', email_address: 'a@b.c', phone_number: '1' }], meta: { total: 1 } })]),
      call('GET', 'Get a customer', '{{baseUrl}}/customers/42', [answer({ data: { id: 'c_1' } })]),
      call('GET', 'List customer tags', address('{{baseUrl}}/customer-tags', { page: '1', per_page: '50' }), [answer({ data: [{ id: 1, name: 'gold' }], meta: { total: 1 } })]),
    ]),
    folder('Settings', [
      call('GET', 'List departments', address('{{baseUrl}}/departments', { page: '1', per_page: '50' }), [answer({ data: [{ id: 'd_1', name: 'IT', enabled: true, members: [{ id: 'u_1' }] }], meta: { total: 1 } })]),
      call('GET', 'List custom fields', address('{{baseUrl}}/custom_fields', { page: '1', per_page: '50' }), [answer({ data: [{ id: 'f_1', label: 'Size', field_type: 'text', choices: ['S'] }], meta: { total: 1 } })]),
    ]),
  ],
};
