import type { Entity } from '../../contract/entity.ts';
import { screens } from '../../contract/locales/en/screens.ts';
import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import type { ApiProfile, GetOperation, ListOperation, OperationName } from '../../contract/profile/schema.ts';
import { entityOf, kindOf, operationOf, withOperation, type Line } from './subjects.ts';
import { pagingFields, readPaging } from './paging-form.ts';
import { address, bodyPairs, headerName, headerPrefix, names, optional, path, pathWithId, required } from './part-checks.ts';
import type { PartField, Values } from './part-field.ts';

/** A list that the document did not have begins with these. */
const NEW_LIST: ListOperation = { method: 'GET', path: '', query: {}, items: '', row: '', paging: { style: 'none' }, updatedSince: null, sort: null };
const NEW_ITEM: GetOperation = { method: 'GET', path: '', item: '' };
const METHODS = ['GET', 'POST'] as const;

/** Names separated by commas. */
export function listOf(text: string): string[] {
  return text.split(',').map((name) => name.trim()).filter((name) => name !== '');
}

function authFields({ auth }: ApiProfile, typed: Values): PartField[] {
  const place = typed.in ?? auth.in;
  const where: PartField = { key: 'in', value: auth.in, options: ['header', 'query'] };
  if (place === 'query') return [where, { key: 'param', value: auth.in === 'query' ? auth.param : '', check: required }];
  return [
    where,
    { key: 'header', value: auth.in === 'header' ? auth.header : 'Authorization', check: headerName },
    { key: 'prefix', value: auth.in === 'header' ? auth.prefix : 'Bearer ', help: 'prefix', check: headerPrefix },
  ];
}

function refreshFields({ refresh }: ApiProfile): PartField[] {
  return [
    { key: 'path', value: refresh.path, check: path },
    { key: 'body', value: Object.entries(refresh.body).map(([name, value]) => `${name} = ${value}`).join(', '), help: 'body', check: bodyPairs },
    { key: 'readApiToken', value: refresh.read.apiToken.join(', '), help: 'list', check: names },
    { key: 'readRefreshToken', value: refresh.read.refreshToken.join(', '), help: 'list', check: names },
  ];
}

function listFields(list: ListOperation, typed: Values): PartField[] {
  return [
    { key: 'method', value: list.method, options: METHODS },
    { key: 'path', value: list.path, check: path },
    { key: 'items', value: list.items, help: 'dotted', check: optional },
    { key: 'row', value: list.row, help: 'row', check: optional },
    ...pagingFields(list.paging, typed),
    { key: 'filterParam', value: list.updatedSince?.param ?? '', help: 'optional', check: optional },
    { key: 'filterFormat', value: list.updatedSince?.format ?? 'iso', options: ['iso', 'epochMs', 'epochS'] },
    { key: 'sortParam', value: list.sort?.param ?? '', help: 'optional', check: optional },
    { key: 'sortAscending', value: list.sort?.ascending ?? '', check: optional },
    { key: 'sortDescending', value: list.sort?.descending ?? '', check: optional },
  ];
}

function itemFields(item: GetOperation): PartField[] {
  return [
    { key: 'method', value: item.method, options: METHODS },
    { key: 'path', value: item.path, help: 'id', check: pathWithId },
    { key: 'item', value: item.item, help: 'dotted', check: optional },
  ];
}

function candidateFields(profile: ApiProfile, entity: Entity): PartField[] {
  const candidates = profile.fields[entity] ?? {};
  const known = [...new Set([...Object.keys(CXPRESS_1_0.fields[entity] ?? {}), ...Object.keys(candidates)])];
  return known.map((key) => ({ key, value: (candidates[key] ?? []).join(', '), record: Object.hasOwn(screens.field, key) ? (key as keyof typeof screens.field) : null, check: key === 'id' ? names : optional }));
}

/** The operation at a line, or an empty one to fill in. */
function listAt(profile: ApiProfile, line: Line): ListOperation {
  const operation = operationOf(profile, line as OperationName);
  return operation && 'items' in operation ? operation : NEW_LIST;
}

function itemAt(profile: ApiProfile, line: Line): GetOperation {
  const operation = operationOf(profile, line as OperationName);
  return operation && 'item' in operation ? operation : NEW_ITEM;
}

/** The controls of a line's form, filled from the profile. Which there are may depend on what is `typed` in others. */
export function partFields(profile: ApiProfile, line: Line, typed: Values): readonly PartField[] {
  switch (kindOf(line)) {
    case 'baseUrl':
      return [{ key: 'baseUrl', value: profile.baseUrl ?? '', help: 'baseUrl', check: address }];
    case 'auth':
      return authFields(profile, typed);
    case 'refresh':
      return refreshFields(profile);
    case 'list':
      return listFields(listAt(profile, line), typed);
    case 'get':
      return itemFields(itemAt(profile, line));
    case 'fields':
      return candidateFields(profile, entityOf(line) as Entity);
  }
}

function readRefresh(profile: ApiProfile, text: (key: string) => string): ApiProfile {
  const body = Object.fromEntries(listOf(text('body')).map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()]));
  return { ...profile, refresh: { ...profile.refresh, path: text('path'), body, read: { apiToken: listOf(text('readApiToken')), refreshToken: listOf(text('readRefreshToken')) } } };
}

function readList(former: ListOperation, text: (key: string) => string): ListOperation {
  return {
    ...former,
    method: text('method') === 'POST' ? 'POST' : 'GET',
    path: text('path'), items: text('items'), row: text('row'),
    paging: readPaging(text),
    updatedSince: text('filterParam') === '' ? null : { param: text('filterParam'), format: text('filterFormat') as 'iso' | 'epochMs' | 'epochS' },
    sort: text('sortParam') === '' ? null : { param: text('sortParam'), ascending: text('sortAscending'), descending: text('sortDescending') },
  };
}

/** The profile with what the form says. To be asked once no check complains. */
export function withPartValues(profile: ApiProfile, line: Line, values: Values): ApiProfile {
  const text = (key: string): string => (values[key] ?? '').trim();
  switch (kindOf(line)) {
    case 'baseUrl':
      return { ...profile, baseUrl: text('baseUrl') || null };
    case 'auth':
      // A prefix ends in a space that counts.
      return { ...profile, auth: text('in') === 'query' ? { in: 'query', param: text('param') } : { in: 'header', header: text('header'), prefix: values.prefix ?? '' } };
    case 'refresh':
      return readRefresh(profile, text);
    case 'list':
      return withOperation(profile, line as OperationName, readList(listAt(profile, line), text));
    case 'get':
      return withOperation(profile, line as OperationName, { ...itemAt(profile, line), method: text('method') === 'POST' ? 'POST' : 'GET', path: text('path'), item: text('item') });
    case 'fields': {
      const entity = entityOf(line) as Entity;
      const named = Object.entries(values).map(([key, value]) => [key, listOf(value)] as const).filter(([, list]) => list.length > 0);
      return { ...profile, fields: { ...profile.fields, [entity]: Object.fromEntries(named) } };
    }
  }
}
