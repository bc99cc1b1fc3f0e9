import type { QueueEntity } from '../../contract/entity.ts';
import type { QueueFilter, SavedView, Scope } from '../../contract/models/filter.ts';
import { EVERYTHING, SCOPES } from '../queue/filters.ts';
import type { View } from '../app/view.ts';

/** Views with one of them `by` places further down (up, when negative); as they were at either end. */
export function moved(views: readonly SavedView[], id: string, by: number): readonly SavedView[] {
  const at = views.findIndex((view) => view.id === id);
  const view = views[at];
  if (!view) return views;
  const others = views.filter((each) => each.id !== id);
  const to = Math.max(0, Math.min(others.length, at + by));
  return to === at ? views : [...others.slice(0, to), view, ...others.slice(to)];
}

/** Views with one of them at another place, as after letting it go there. */
export function placedAt(views: readonly SavedView[], id: string, to: number): readonly SavedView[] {
  return moved(views, id, to - views.findIndex((view) => view.id === id));
}

/** What the sidebar can show of a queue beside its scopes. */
export const SHELVES = ['followed', 'snoozed'] as const satisfies readonly QueueFilter['only'][];
/** One of {@link SHELVES}. */
export type Shelf = (typeof SHELVES)[number];

/** The rows of a scope, in the order that `sort` says. */
export function scopeFilter(scope: Scope, sort: QueueFilter['sort'] = EVERYTHING.sort): QueueFilter {
  return { ...EVERYTHING, scope, sort };
}

/** What is followed or snoozed of a queue, whoever has it. */
export function shelfFilter(only: Shelf): QueueFilter {
  return { ...EVERYTHING, only };
}

/** A line of the sidebar that shows rows. */
export interface Place {
  readonly entity: QueueEntity;
  readonly filter: QueueFilter;
  readonly saved: string | null;
}

/** Where one is: the scope, the shelf or the saved view whose line is marked. */
export function isAt(view: View, place: Place): boolean {
  const { entity } = place;
  if (view.screen !== 'queue' || view.entity !== entity) return false;
  if (place.saved !== null || view.saved[entity] !== null) return place.saved === view.saved[entity];
  const shelf = (filter: QueueFilter) => (filter.only === 'unread' ? null : filter.only);
  const now = view.filter[entity];
  return shelf(now) === shelf(place.filter) && (shelf(now) !== null || now.scope === place.filter.scope);
}

/** Lines that the keys for the previous and the next view go through: those of the present queue, then the saved views. */
export function placesOf(view: View, saved: readonly SavedView[]): readonly Place[] {
  const { entity } = view;
  return [
    ...SCOPES.map((scope): Place => ({ entity, filter: scopeFilter(scope), saved: null })),
    ...SHELVES.map((shelf): Place => ({ entity, filter: shelfFilter(shelf), saved: null })),
    ...saved.map((each): Place => ({ entity: each.entity, filter: each.filter, saved: each.id })),
  ];
}

/** The line `by` places from the present one, round at the ends. */
export function neighbour(view: View, saved: readonly SavedView[], by: number): Place | null {
  const places = placesOf(view, saved);
  const at = places.findIndex((place) => isAt(view, place));
  return places[(at + by + places.length) % places.length] ?? null;
}
