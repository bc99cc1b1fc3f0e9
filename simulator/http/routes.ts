import type { Entity } from '../../contract/entity.ts';
import type { ApiProfile, GetOperation, ListOperation, OperationName } from '../../contract/profile/schema.ts';

/** What a path means. `template` is the path with `{id}`. */
export type Route = { readonly method: string; readonly template: string } & (
  | { readonly kind: 'list'; readonly operation: OperationName; readonly entity: Entity; readonly spec: ListOperation }
  | { readonly kind: 'get'; readonly operation: OperationName; readonly entity: Entity; readonly spec: GetOperation }
  | { readonly kind: 'refresh'; readonly operation: 'refresh' }
);

/** What a method and path lead to; `otherMethod` when only the method is wrong. `id` is empty where the path names no row. */
export type RouteMatch = { readonly found: 'route'; readonly route: Route; readonly id: string } | { readonly found: 'otherMethod' | 'nothing' };

/** The API's paths, all from the profile: every version answers at its own prefix what it documents. */
export interface Routes {
  match(method: string, pathname: string): RouteMatch;
}

function operationRoutes(profile: ApiProfile): Route[] {
  return profile.versions.flatMap(({ prefix, operations }) =>
    Object.entries(operations).map(([name, spec]): Route => {
      const operation = name as OperationName;
      const base = { method: spec.method, template: `${prefix}${spec.path}`, operation, entity: operation.slice(0, operation.indexOf('.')) as Entity };
      return 'items' in spec ? { ...base, kind: 'list', spec } : { ...base, kind: 'get', spec };
    }),
  );
}

function templatePattern(template: string): RegExp {
  const escaped = template.split('{id}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('([^/]+)')}/?$`);
}

/** Percent-decodes a path segment; null when it is malformed. */
function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** Reads the {@link Routes} of a profile. Fixed paths win over paths with an id. */
export function createRoutes(profile: ApiProfile): Routes {
  const refresh: Route = { kind: 'refresh', operation: 'refresh', method: profile.refresh.method, template: profile.refresh.path };
  const table = [refresh, ...operationRoutes(profile)]
    .map((route) => ({ route, pattern: templatePattern(route.template) }))
    .sort((a, b) => Number(a.route.template.includes('{id}')) - Number(b.route.template.includes('{id}')));
  return {
    match(method, pathname) {
      const candidates = table.flatMap(({ route, pattern }) => {
        const hit = pattern.exec(pathname);
        const id = hit ? decoded(hit[1] ?? '') : null;
        return id === null ? [] : [{ route, id }];
      });
      const fit = candidates.find(({ route }) => route.method === method);
      if (fit) return { found: 'route', ...fit };
      return { found: candidates.length > 0 ? 'otherMethod' : 'nothing' };
    },
  };
}
