import { call, folder, SCHEMA_21 } from './parts.ts';

/** Only a part: one list of tickets among things that are none, no address, no authorisation, nothing to renew a token with. */
export const PARTIAL: unknown = {
  info: { name: 'Only a part', schema: SCHEMA_21 },
  item: [
    'not an item', null, { name: 'no request' }, { request: 7 }, { name: 'broken', request: { url: { raw: 12, path: '../..' } } },
    folder('Billing', [call('GET', 'List invoices', '{{baseUrl}}/invoices'), call('GET', 'List ticket types', '{{baseUrl}}/ticket-types')]),
    folder('Helpdesk', [call('GET', 'Tickets', '{{baseUrl}}/{{tenant}}/tickets?limit=10&offset=0')]),
  ],
};
