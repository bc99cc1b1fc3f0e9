import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { SCHEMA_21 } from './parts.ts';

const info = { name: 'x', schema: SCHEMA_21 };
const nested = (depth: number): unknown => (depth === 0 ? { name: 'r', request: 'https://a.example/tickets' } : { name: 'f', item: [nested(depth - 1)] });
const many = (count: number): unknown[] => Array.from({ length: count }, () => ({ request: 'https://a.example/tickets' }));

/** Files that must be refused, and with what. */
export const REFUSED: readonly (readonly [name: string, text: () => string, code: string])[] = [
  ['no JSON', () => 'PK\u0003\u0004', 'fileNotCollection'],
  ['nothing', () => '', 'fileNotCollection'],
  ['a list', () => '[]', 'fileNotCollection'],
  ['another JSON', () => '{"openapi":"3.0.0","paths":{}}', 'fileNotCollection'],
  ['an environment of Postman', () => '{"name":"env","values":[]}', 'fileNotCollection'],
  ['a format of the future', () => JSON.stringify({ info: { name: 'x', schema: 'https://schema.getpostman.com/json/collection/v9.0.0/collection.json' }, item: [] }), 'fileNotCollection'],
  ['the old format', () => JSON.stringify({ info: { name: 'x', schema: 'https://schema.getpostman.com/json/collection/v1.0.0/collection.json' }, item: [] }), 'fileRefused'],
  ['text that says it is nested', () => 'nested too deeply', 'fileNotCollection'],
  ['deep brackets', () => '['.repeat(500_000), 'fileRefused'],
  ['deep folders', () => JSON.stringify({ info, item: [nested(31)] }), 'fileRefused'],
  ['too many requests', () => JSON.stringify({ info, item: many(2001) }), 'fileRefused'],
  ['too many bytes', () => JSON.stringify({ info, item: [], x: 'é'.repeat(4.2 * 1024 * 1024) }), 'fileTooLarge'],
  ['a profile with a name that reaches a prototype', () => '{"kind":"cxpress-tray-profile","profile":{"__proto__":{"x":1}}}', 'fileRefused'],
  ['a whole profile with such a name in a record of its own', () => JSON.stringify({ kind: 'cxpress-tray-profile', profile: CXPRESS_1_0 }).replace('"body":{', '"body":{"__proto__":"x",'), 'fileRefused'],
  ['a profile without anything', () => '{"kind":"cxpress-tray-profile"}', 'fileRefused'],
];

/** A collection full of traps that must be read without harm. `CANARY` stands wherever a secret would. */
export const CANARY = 'CANARY0secret0value0do0not0copy1';
export const TRAPS = `{
  "info": {"name": "x\\u202e\\u0000${'n'.repeat(500)}", "schema": "${SCHEMA_21}", "__proto__": {"polluted": true}},
  "__proto__": {"polluted": true},
  "auth": {"type": "apikey", "apikey": [{"key": "key", "value": "Bad Header\\r\\nX: y"}, {"key": "value", "value": "${CANARY}"}]},
  "variable": [
    {"key": "loop", "value": "{{pool}}"}, {"key": "pool", "value": "{{loop}}"},
    {"key": "a", "value": "{{b}}{{b}}{{b}}{{b}}{{b}}{{b}}{{b}}{{b}}"}, {"key": "b", "value": "{{c}}{{c}}{{c}}{{c}}{{c}}{{c}}{{c}}{{c}}"}, {"key": "c", "value": "{{d}}{{d}}{{d}}{{d}}{{d}}{{d}}"}, {"key": "d", "value": "dddddddddd"},
    {"key": "access", "value": "${CANARY}"}, {"key": "hidden", "value": "short", "type": "secret"}, {"key": "__proto__", "value": "x"}
  ],
  "item": [
    {"name": "List tickets", "request": {"url": "https://user:pw@evil.example/tickets"}},
    {"name": "List tasks", "request": {"url": "http://plain.example/{{access}}/tasks?token=${CANARY}&page=1&include=${CANARY}"}},
    {"name": "List clients", "request": {"url": "http://plain.example/{{a}}/clients"}},
    {"name": "List sectors", "request": {"url": "http://plain.example/{{loop}}/sectors"}},
    {"name": "List tags", "request": {"url": "http://plain.example/..%2f/%2e%2e/tags"}},
    {"name": "Get ticket", "request": {"url": {"raw": "http://plain.example\\\\@evil.example/tickets/:id", "variable": [{"key": "id", "value": "../../x"}]}}},
    {"name": "Custom fields", "request": {"url": "http://plain.example/custom fields?{{loop}}=1"}, "response": [
      {"code": 200, "header": "Link: <https://evil.example>; rel=next", "body": "{\\"__proto__\\": [{\\"id\\": 1}], \\"constructor\\": {\\"data\\": [{\\"id\\": 1}]}}"},
      {"code": 200, "body": "${'[['.repeat(200)}"}, {"code": "200", "body": 7}, null]},
    {"name": "Refresh token", "request": {"method": "POST", "url": "http://plain.example/refresh", "body": {"mode": "raw", "raw": "{\\"refresh_token\\": \\"${CANARY}\\", \\"__proto__\\": \\"${CANARY}\\", \\"client_secret\\": \\"${CANARY}\\"}"}}}
  ]
}`;
