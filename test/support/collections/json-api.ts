import { address, answer, call, folder, SCHEMA_21 } from './parts.ts';

const links = { self: 'https://jsonapi.example/tickets', next: 'https://jsonapi.example/tickets?page%5Bcursor%5D=x', prev: null };
const row = (type: string, attributes: Record<string, unknown>) => ({ type, id: '1', attributes, relationships: { department: { data: { type: 'departments', id: '2' } } }, links: { self: '/x' } });

/** JSON:API: attributes apart from the row, relationships, the next page as an address in the body. */
export const JSON_API: unknown = {
  info: { name: 'JSON:API desk', schema: SCHEMA_21 },
  variable: [{ key: 'baseUrl', value: 'https://jsonapi.example' }],
  item: [
    folder('Tickets', [
      call('GET', 'List tickets', address('{{baseUrl}}/tickets', { 'page[size]': '25', 'filter[updated_since]': '' }), [answer({ data: [row('tickets', { subject: 'A', 'created-at': '2025-01-01T00:00:00Z', 'updated-at': '2025-01-02T00:00:00Z' })], links, meta: { total: 60 } })], { header: [{ key: 'Authorization', value: 'Token token={{key}}' }] }),
      call('GET', 'Get ticket', '{{baseUrl}}/tickets/{id}', [answer({ data: row('tickets', { subject: 'A' }) })], { header: [{ key: 'Authorization', value: 'Token token={{key}}' }] }),
    ]),
  ],
};
