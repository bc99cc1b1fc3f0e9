import type { ListOperation } from '../../contract/profile/schema.ts';
import { readTime } from '../api/normalise/read-time.ts';
import type { Parameter } from './collection.ts';
import { foldKey } from './text.ts';

/** Parameters that say "changed since", without doubt. */
const SINCE = new Set([
  'updatedsince', 'updatedafter', 'updatedfrom', 'updatedatfrom', 'updatedatafter', 'updatedatsince', 'updatedatmin', 'updatedatgte', 'updatedatgt', 'updatedatstart', 'updatedatgreaterthan', 'modifiedsince', 'modifiedafter', 'modifiedfrom', 'changedsince', 'changedafter', 'lastupdatefrom', 'lastupdatedfrom', 'lastmodifiedsince', 'ifmodifiedsince', 'sinceupdated',
  'filterupdatedsince', 'filterupdatedafter', 'filterupdatedatgte', 'filterupdatedatfrom', 'filtermodifiedsince',
  'atualizadodesde', 'atualizadaapartirde', 'atualizadoapartirde', 'atualizadoapos', 'atualizadosdesde', 'alteradodesde', 'alteradoapos', 'modificadodesde', 'dataatualizacaoinicio', 'dataatualizacaoinicial', 'dataatualizacaode', 'datadealteracaoinicial', 'desdeatualizacao',
  'actualizadodesde', 'actualizadosdesde', 'actualizadoapartirde', 'actualizadodespuesde', 'desdeactualizacion', 'fechaactualizaciondesde', 'fechaactualizacioninicio', 'modificadodespuesde',
]);
/** Parameters that say "since", of what is left open. */
const OPEN_SINCE = new Set(['since', 'desde', 'apartirde', 'changes', 'from']);
/** Names of the time of the last change. */
const UPDATED = new Set([
  'updatedat', 'updated', 'updatedon', 'updatetime', 'updatedate', 'lastupdate', 'lastupdated', 'lastupdatedat', 'modifiedat', 'modified', 'modifiedon', 'lastmodified', 'lastmodifiedat', 'lastchange', 'lastchangedat', 'changedat',
  'atualizadoem', 'atualizadaem', 'atualizado', 'dataatualizacao', 'datadeatualizacao', 'dataultimaatualizacao', 'ultimaatualizacao', 'ultimaalteracao', 'alteradoem', 'dataalteracao', 'modificadoem',
  'actualizadoen', 'actualizadoel', 'actualizado', 'fechaactualizacion', 'fechadeactualizacion', 'ultimaactualizacion', 'modificadoen', 'modificadoel', 'fechamodificacion', 'ultimamodificacion',
]);
const SORT = new Set(['sort', 'sortby', 'sortfield', 'order', 'orderby', 'ordering', 'ordenar', 'ordenarpor', 'ordenacao', 'ordenacion', 'ordem', 'orden', 'ordenpor']);
const DIRECTION = new Set(['order', 'direction', 'dir', 'sortdir', 'sortdirection', 'sortorder', 'orderdirection', 'orderdir', 'orderbydirection', 'ordem', 'orden', 'direcao', 'direccion', 'sentido']);
/** Words of the two directions, each with its opposite. */
const PAIRS: readonly (readonly [string, string])[] = [['ascending', 'descending'], ['ascendente', 'descendente'], ['asc', 'desc']];

/** Whether a name is one of the time of the last change. */
export function namesUpdateTime(name: string): boolean {
  return UPDATED.has(foldKey(name));
}

type Filter = NonNullable<ListOperation['updatedSince']>;
type Sort = NonNullable<ListOperation['sort']>;

function timeFormat(value: string | null): Filter['format'] | null {
  const text = (value ?? '').trim();
  if (/^\d{9,11}$/.test(text)) return 'epochS';
  if (/^\d{12,14}$/.test(text)) return 'epochMs';
  return text === '' || readTime(text) !== null || /^[[{<]/.test(text) || /date|iso|yyyy|aaaa|time|data|fecha|string/i.test(text) ? 'iso' : null;
}

/** The parameter that keeps rows changed since a time; `sure` when its name says that it is about changes. */
export interface FoundFilter {
  readonly filter: Filter;
  readonly sure: boolean;
}

/** Finds the parameter that keeps rows changed since a time; null unless exactly one fits. */
export function findUpdatedSince(parameters: readonly Parameter[]): FoundFilter | null {
  const fitting = (names: ReadonlySet<string>, named: boolean): Filter[] => parameters.flatMap(({ name, value }) => {
    const format = names.has(foldKey(name)) && (named || readTime(value) !== null || foldKey(name) === 'since' || foldKey(name) === 'desde') ? timeFormat(value) : null;
    return format === null ? [] : [{ param: name, format }];
  });
  const sure = fitting(SINCE, true);
  const found = sure.length > 0 ? sure : fitting(OPEN_SINCE, false);
  const [only] = found;
  return only && found.length === 1 ? { filter: only, sure: sure.length > 0 } : null;
}

function flipped(word: string): { ascending: string; descending: string } | null {
  const lower = word.toLowerCase();
  const pair = PAIRS.find((words) => words.includes(lower));
  if (!pair) return null;
  const spell = (text: string): string => (word === lower ? text : word === word.toUpperCase() ? text.toUpperCase() : `${text.charAt(0).toUpperCase()}${text.slice(1)}`);
  return { ascending: spell(pair[0]), descending: spell(pair[1]) };
}

/** `-updated_at`, `updated_at:desc`, `updated_at_desc` and the like; a name alone does not say how the other direction is written. */
function inOneValue(value: string): { ascending: string; descending: string } | null {
  if (value.startsWith('-') && namesUpdateTime(value.slice(1))) return { ascending: value.slice(1), descending: value };
  const match = /^(.{1,60}?)([ :,._|+-])([A-Za-z]{3,11})$/.exec(value);
  const [, name = '', by = '', word = ''] = match ?? [];
  const both = namesUpdateTime(name) ? flipped(word) : null;
  return both && { ascending: `${name}${by}${both.ascending}`, descending: `${name}${by}${both.descending}` };
}

/** How a list is ordered by the time of the last change: the parameter, and one that must stand beside it. */
export interface FoundSort {
  readonly sort: Sort;
  readonly query: Readonly<Record<string, string>>;
}

/** The two values a file itself shows for one parameter: they need no guess. */
function bothShown(values: readonly string[]): { ascending: string; descending: string } | null {
  const known = values.flatMap((value) => {
    const both = inOneValue(value);
    return both ? [{ value, down: value === both.descending }] : namesUpdateTime(value) ? [{ value, down: false }] : [];
  });
  const down = known.find((one) => one.down);
  const up = known.find((one) => !one.down);
  return down && up ? { ascending: up.value, descending: down.value } : null;
}

/** Finds how to order by update time; null unless both directions are certain. */
export function findSort(parameters: readonly Parameter[]): FoundSort | null {
  const valuesOf = ({ value, also }: Parameter): string[] => [value ?? '', ...also].map((text) => text.trim()).filter((text) => text !== '');
  for (const parameter of parameters) {
    if (!SORT.has(foldKey(parameter.name))) continue;
    const values = valuesOf(parameter);
    const both = bothShown(values) ?? values.map(inOneValue).find((one) => one !== null);
    if (both) return { sort: { param: parameter.name, ...both }, query: {} };
  }
  const by = parameters.find(({ name, value }) => SORT.has(foldKey(name)) && namesUpdateTime(value ?? ''));
  const direction = parameters.find((one) => one.name !== by?.name && DIRECTION.has(foldKey(one.name)) && valuesOf(one).some((value) => flipped(value) !== null));
  const both = direction ? valuesOf(direction).map(flipped).find((one) => one !== null) : null;
  return by?.value && direction && both ? { sort: { param: direction.name, ...both }, query: { [by.name]: by.value.trim() } } : null;
}
