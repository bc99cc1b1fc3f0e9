import { call, SCHEMA_21 } from './parts.ts';

/** No saved answers, no folders; two requests that fit one operation equally well. */
export const WITHOUT_EXAMPLES: unknown = {
  info: { name: 'No answers', schema: SCHEMA_21 },
  item: [
    call('GET', 'Tickets', 'https://plain.example/a/tickets?page=0&page_size=abc'),
    call('GET', 'Tickets', 'https://plain.example/b/tickets?page=0&page_size=abc'),
    call('GET', 'Ticket', 'https://plain.example/a/tickets/:ticketId'),
    call('GET', 'Tasks', 'https://plain.example/a/tasks'),
    { name: 'Clients', request: 'https://plain.example/a/clients' },
    call('POST', 'Renew', 'https://plain.example/a/session', [], { body: { mode: 'urlencoded', urlencoded: [{ key: 'refresh_token', value: 'x' }] } }),
  ],
};
