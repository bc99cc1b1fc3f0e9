import type { Confidence, Reason } from '../../contract/profile/proposal.ts';
import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import type { SourceRequest } from './collection.ts';
import { answerScalars } from './example-shape.ts';
import { namesRefreshToken } from './read-body-fields.ts';
import { foldKey, wordsOf } from './text.ts';

/** A refresh call as found; its path is the request's own. */
export interface FoundRefresh {
  readonly request: SourceRequest;
  readonly body: ApiProfile['refresh']['body'];
  readonly read: ApiProfile['refresh']['read'];
  readonly confidence: Exclude<Confidence, 'missing'>;
  readonly because: readonly Reason[];
}

const RENEW = new Set(['refresh', 'renew', 'renewal', 'renovar', 'renova', 'renovacao', 'renovacion', 'renueva', 'refrescar', 'refresco', 'reauth', 'revalidar']);
/** These renew only beside the word token. */
const UPDATE = new Set(['update', 'atualizar', 'atualiza', 'atualizacao', 'actualizar', 'actualiza', 'actualizacion']);
const ACCESS = ['accesstoken', 'apitoken', 'token', 'authtoken', 'bearertoken', 'tokendeacesso', 'tokenacesso', 'tokendeacceso', 'tokenacceso', 'jwt', 'newtoken', 'novotoken', 'nuevotoken', 'bearer', 'key', 'apikey', 'chave', 'clave'];
const NEW_REFRESH = ['refreshtoken', 'newrefreshtoken', 'nextrefreshtoken', 'refreshkey', 'tokenderenovacao', 'tokenrenovacao', 'tokenderenovacion', 'tokenrenovacion', 'tokendeatualizacao', 'tokendeactualizacion', 'refresh'];
/** `token: {value}` */
const VALUE_NAMES = new Set(['value', 'valor']);
const PATHS = 3;

interface Rating {
  readonly words: boolean;
  readonly field: boolean;
}

function rate(request: SourceRequest): Rating {
  const words = [...wordsOf(request.name), ...request.segments.flatMap((segment) => (segment.kind === 'text' ? wordsOf(segment.text) : []))];
  const token = words.some((word) => word === 'token' || word === 'tokens');
  return { words: words.some((word) => RENEW.has(word)) || (token && words.some((word) => UPDATE.has(word))), field: request.body.fields.some((field) => field.refreshToken) };
}

/** Paths of the answers at which a name of the list stands, the likelier name first. */
function pathsOf(request: SourceRequest, names: readonly string[]): string[] {
  const ranked: { path: string; rank: number }[] = [];
  for (const { json } of request.examples) {
    for (const { path, name, parent, value } of answerScalars(json)) {
      if (typeof value !== 'string') continue;
      const rank = names.indexOf(VALUE_NAMES.has(foldKey(name)) ? foldKey(parent) : foldKey(name));
      if (rank >= 0) ranked.push({ path, rank });
    }
  }
  return [...new Set(ranked.toSorted((a, b) => a.rank - b.rank).map(({ path }) => path))].slice(0, PATHS);
}

function bodyOf({ body }: SourceRequest): ApiProfile['refresh']['body'] | null {
  const token = body.fields.find(({ name, refreshToken }) => refreshToken && namesRefreshToken(name)) ?? body.fields.find(({ refreshToken }) => refreshToken);
  if (!token) return null;
  const grants = body.fields.flatMap(({ name, grant }): [string, string][] => (grant === null ? [] : [[name, grant]]));
  return Object.fromEntries([...grants, [token.name, '{refreshToken}']]);
}

function sureness(rating: Rating, request: SourceRequest, read: boolean): FoundRefresh['confidence'] {
  // The app sends JSON; a form is another thing.
  if (!rating.field || !request.body.json || request.segments.some(({ kind }) => kind === 'param')) return 'low';
  return rating.words && read ? 'high' : 'medium';
}

/** Reads one request as the refresh call; null when it is no POST. */
function read(request: SourceRequest, rating: Rating): FoundRefresh | null {
  if (request.method !== 'POST') return null;
  const usual = CXPRESS_1_0.refresh;
  const apiToken = pathsOf(request, ACCESS);
  const refreshToken = pathsOf(request, NEW_REFRESH);
  const because: Reason[] = [...(rating.words ? (['refreshByName'] as const) : []), ...(apiToken.length === 0 ? (['exampleMissing'] as const) : []), ...(request.segments.some((one) => one.kind === 'param' && one.fill === null) ? (['variableUnknown'] as const) : [])];
  return {
    request,
    body: bodyOf(request) ?? usual.body,
    read: { apiToken: [...new Set([...apiToken, ...usual.read.apiToken])], refreshToken: [...new Set([...refreshToken, ...usual.read.refreshToken])] },
    confidence: sureness(rating, request, apiToken.length > 0),
    because,
  };
}

/** The call that turns a refresh token into an API token: a POST whose body holds one. Null when there is none. */
export function findRefresh(requests: readonly SourceRequest[]): FoundRefresh | null {
  const rated = requests.map((request) => ({ request, rating: rate(request) })).filter(({ request, rating }) => request.method === 'POST' && rating.field);
  const fitting = rated.filter(({ rating }) => rating.words);
  const pool = fitting.length > 0 ? fitting : rated;
  const points = ({ request }: (typeof rated)[number]): number => (request.body.json ? 2 : 0) + (request.examples.length > 0 ? 1 : 0);
  const [best, second] = pool.toSorted((a, b) => points(b) - points(a));
  const found = best ? read(best.request, best.rating) : null;
  const tie = best && second && points(best) === points(second);
  return found && tie ? { ...found, confidence: found.confidence === 'high' ? 'medium' : 'low', because: [...found.because, 'severalFit'] } : found;
}

/** The same for the request a person chose; null when it is no POST. */
export function chosenRefresh(request: SourceRequest | undefined): FoundRefresh | null {
  const found = request ? read(request, rate(request)) : null;
  return found && { ...found, because: ['chosenByHand', ...found.because.filter((reason) => reason !== 'refreshByName')] };
}
