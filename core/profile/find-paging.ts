import type { Confidence, Reason } from '../../contract/profile/proposal.ts';
import type { Paging } from '../../contract/profile/schema.ts';
import { readTime } from '../api/normalise/read-time.ts';
import type { Parameter, SourceRequest } from './collection.ts';
import { answerScalars, type FoundRows } from './example-shape.ts';
import { foldKey } from './text.ts';

/** How a list is divided, and how sure that is. `uses` are the parameters it takes. */
export interface FoundPaging {
  readonly paging: Paging;
  readonly because: Reason;
  readonly confidence: Exclude<Confidence, 'missing'>;
  readonly uses: readonly string[];
}

const PAGE = new Set(['page', 'p', 'pg', 'pagina', 'pag', 'pagenumber', 'pageno', 'pagenum', 'pageindex', 'numeropagina', 'numerodapagina', 'numpagina', 'nropagina', 'currentpage', 'paginaatual', 'paginaactual']);
const SIZE = new Set([
  'perpage', 'n', 'limit', 'pagesize', 'pagelimit', 'size', 'quantidade', 'cantidad', 'itemsperpage', 'resultsperpage', 'porpagina', 'itensporpagina', 'elementosporpagina', 'registrosporpagina', 'quantidadeporpagina', 'cantidadporpagina',
  'limite', 'take', 'maxresults', 'top', 'tamanho', 'tamano', 'tamanhopagina', 'tamanhodapagina', 'tamanopagina', 'tamanodepagina', 'pagecount', 'count', 'rows', 'registros',
]);
const OFFSET = new Set(['offset', 'skip', 'start', 'startat', 'startindex', 'pageoffset', 'deslocamento', 'desplazamiento', 'inicio', 'saltar', 'pular']);
const CURSOR = new Set(['cursor', 'after', 'nexttoken', 'pagetoken', 'nextpagetoken', 'startingafter', 'continuation', 'continuationtoken', 'nextcursor', 'pagecursor', 'pageafter', 'siguiente', 'proximo', 'proxima', 'scrollid', 'marker']);
const TOTAL = new Set(['total', 'totalcount', 'totalitems', 'totalresults', 'totalrecords', 'totalrows', 'totalelements', 'totalregistros', 'totalitens', 'totaldeelementos', 'totalderegistros', 'quantidadetotal', 'cantidadtotal', 'itemcount', 'recordcount']);
/** A count that may be the page's own. */
const COUNT = new Set(['count', 'quantidade', 'cantidad']);
const NEXT = new Set(['nextcursor', 'next', 'nexttoken', 'nextpagetoken', 'endcursor', 'after', 'pageafter', 'siguientecursor', 'cursorsiguiente', 'siguiente', 'proximocursor', 'cursorproximo', 'proximo', 'proxima', 'continuation', 'continuationtoken', 'startingafter', 'scrollid', 'cursor']);
const LINK = new Set(['next', 'nexturl', 'nextpageurl', 'nextlink', 'nextpage', 'siguiente', 'proximo', 'proxima', 'urlsiguiente', 'urlproxima', 'odatanextlink']);
const LINK_HOLDERS = new Set(['links', 'link', 'enlaces', 'urls']);
const NEXT_HOLDERS = new Set(['next', 'siguiente', 'proximo', 'proxima']);
/** Names that an answer and a parameter share. */
const ASKED = new Set(['page', 'pagina', 'pag']);
/** Names that mean a page only beside a number. */
const SHORT = new Set(['p', 'pg', 'n', 'top', 'start', 'inicio', 'rows', 'count', 'registros']);
const DEFAULT_SIZE = 100;
const SIZE_LIMIT = 200;

type Named = (set: ReadonlySet<string>) => Parameter | undefined;

function sizeOf(parameter: Parameter | undefined, fallback: number | null): number {
  const value = /^\d{1,6}$/.test(parameter?.value ?? '') ? Number(parameter?.value) : fallback;
  return value === null || value < 1 ? DEFAULT_SIZE : Math.min(value, SIZE_LIMIT);
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^(?:https?:\/\/|\/|\?)/i.test(value);
}

/** What the saved answers say of pages. */
interface Hints {
  readonly total: string | null;
  readonly nextCursor: string | null;
  readonly nextLink: string | null;
  readonly linkHeader: boolean;
  /** The number and the size of the page they show, with the names they use. */
  readonly page: string | null;
  readonly size: { readonly name: string; readonly value: number } | null;
  readonly firstPage: number | null;
}

type Draft = { -readonly [K in keyof Hints]: Hints[K] } & { count: string | null };
type Scalar = { readonly path: string; readonly name: string; readonly parent: string; readonly value: unknown };

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

function noteTotal(draft: Draft, { path, name, value }: Scalar, shown: number | null): void {
  const number = numberOf(value);
  const key = foldKey(name);
  if (number === null) return;
  if (TOTAL.has(key) && number >= (shown ?? 0)) draft.total ??= path;
  // A plain count is that of the page as often as that of everything: only one beyond the page is the latter.
  if (COUNT.has(key) && shown !== null && number > shown) draft.count ??= path;
}

function notePage(draft: Draft, { name, value }: Scalar): void {
  const number = numberOf(value);
  const key = foldKey(name);
  if (number === null) return;
  if (PAGE.has(key) && draft.page === null) [draft.page, draft.firstPage] = [name, number];
  if (SIZE.has(key) && !COUNT.has(key) && number > 0) draft.size ??= { name, value: number };
}

/** Whether a member holds the next page's address; on the last page it is null, which its place among links tells apart. */
function isNextLink({ name, parent, value }: Scalar): boolean {
  const key = foldKey(name);
  const holder = foldKey(parent);
  const held = key === 'href' ? NEXT_HOLDERS.has(holder) : LINK.has(key);
  return held && (isAddress(value) || (value === null && (key === 'href' || LINK_HOLDERS.has(holder))));
}

function isNextCursor({ name, parent, value }: Scalar): boolean {
  return NEXT.has(foldKey(name)) && !LINK_HOLDERS.has(foldKey(parent)) && (value === null || (typeof value === 'string' && !isAddress(value)));
}

function readHints({ examples }: SourceRequest, rows: FoundRows | null): Hints {
  const draft: Draft = { total: null, count: null, nextCursor: null, nextLink: null, linkHeader: examples.some(({ linksNext }) => linksNext), page: null, size: null, firstPage: null };
  for (const { json } of examples) {
    for (const scalar of answerScalars(json)) {
      noteTotal(draft, scalar, rows?.length ?? null);
      notePage(draft, scalar);
      if (isNextLink(scalar)) draft.nextLink ??= scalar.path;
      else if (isNextCursor(scalar)) draft.nextCursor ??= scalar.path;
    }
  }
  // `next` is null on the last page, whatever it is on the others.
  return { ...draft, total: draft.total ?? draft.count, nextCursor: draft.nextLink === draft.nextCursor ? null : draft.nextCursor };
}

function byParameters(named: Named, hints: Hints): FoundPaging | null {
  const sized = named(SIZE);
  const paged = { sizeParam: sized?.name ?? null, size: sizeOf(sized, hints.size?.value ?? null), total: hints.total };
  const found = (paging: Paging, ...used: (Parameter | undefined)[]): FoundPaging => ({ paging, because: 'pagingByParameters', confidence: 'high', uses: used.flatMap((one) => one?.name ?? []) });
  const page = named(PAGE);
  if (page) return found({ style: 'page', pageParam: page.name, firstPage: page.value === '0' ? 0 : 1, ...paged }, page, sized);
  const offset = named(OFFSET);
  if (offset) return found({ style: 'offset', offsetParam: offset.name, ...paged }, offset, sized);
  const cursor = named(CURSOR);
  if (cursor && hints.nextCursor !== null) return found({ style: 'cursor', cursorParam: cursor.name, next: hints.nextCursor, ...paged }, cursor, sized);
  if (hints.nextLink !== null || hints.linkHeader) return { ...found({ style: 'link', next: hints.nextLink, ...paged }, cursor, sized), because: 'pagingByExample' };
  return null;
}

function byExample(named: Named, hints: Hints): FoundPaging | null {
  const sized = named(SIZE);
  const paged = { sizeParam: sized?.name ?? null, size: sizeOf(sized, hints.size?.value ?? null), total: hints.total };
  const uses = sized ? [sized.name] : [];
  if (hints.nextCursor !== null) return { paging: { style: 'cursor', cursorParam: 'cursor', next: hints.nextCursor, ...paged }, because: 'pagingByExample', confidence: 'low', uses };
  // `current_page` in an answer is asked for as `page`.
  if (hints.page !== null) return { paging: { style: 'page', pageParam: ASKED.has(foldKey(hints.page)) ? hints.page : 'page', firstPage: hints.firstPage === 0 ? 0 : 1, ...paged, sizeParam: paged.sizeParam ?? hints.size?.name ?? null }, because: 'pagingByExample', confidence: 'low', uses };
  return null;
}

/**
 * Finds how a list is divided: from its parameters first, then from what its saved answers say. Where nothing says, one
 * reply is taken for everything: asking for pages that a server does not have would never end.
 */
export function findPaging(request: SourceRequest, rows: FoundRows | null): FoundPaging {
  const usable = (set: ReadonlySet<string>, { name, value }: Parameter): boolean => {
    if (set === CURSOR) return readTime(value) === null;
    return !SHORT.has(foldKey(name)) || /^\d{1,6}$/.test(value ?? '');
  };
  const named: Named = (set) => request.parameters.find((parameter) => set.has(foldKey(parameter.name)) && usable(set, parameter));
  const hints = readHints(request, rows);
  return byParameters(named, hints) ?? byExample(named, hints) ?? { paging: { style: 'none' }, because: 'pagingUnknown', confidence: rows === null || named(CURSOR) || named(SIZE) ? 'low' : 'medium', uses: [] };
}
