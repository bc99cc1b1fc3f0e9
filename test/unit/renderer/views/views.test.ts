import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SavedView } from '../../../../contract/models/filter.ts';
import { FIRST_VIEW, nextView } from '../../../../renderer/app/view.ts';
import { EVERYTHING } from '../../../../renderer/queue/filters.ts';
import { isAt, moved, neighbour, placedAt, placesOf, scopeFilter, shelfFilter } from '../../../../renderer/views/views.ts';

const view = (id: string, entity: SavedView['entity'] = 'ticket'): SavedView => ({ id, name: id, entity, filter: EVERYTHING });
const ids = (views: readonly SavedView[]) => views.map(({ id }) => id).join('');
const abc = ['a', 'b', 'c', 'd'].map((id) => view(id));

describe('the order of views', () => {
  it.each([['b', 1, 'acbd'], ['b', -1, 'bacd'], ['a', -1, 'abcd'], ['d', 1, 'abcd'], ['a', 99, 'bcda'], ['x', 1, 'abcd']] as const)('moving %s by %d gives %s', (id, by, order) => expect(ids(moved(abc, id, by))).toBe(order));
  it.each([['a', 2, 'bcad'], ['d', 0, 'dabc'], ['b', 1, 'abcd']] as const)('letting %s go at %d gives %s', (id, to, order) => expect(ids(placedAt(abc, id, to))).toBe(order));
  it('never loses or doubles one, and there and back is as before', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10 }), fc.nat(), fc.integer({ min: -12, max: 12 }), (count, nth, by) => {
      const views = Array.from({ length: count }, (_, index) => view(`v${index}`));
      const id = `v${nth % count}`;
      const after = moved(views, id, by);
      expect([...after].map((each) => each.id).sort()).toEqual([...views].map((each) => each.id).sort());
      expect(placedAt(after, id, nth % count)).toEqual(views);
    }));
  });
  it('is the very same list where nothing moves', () => expect(moved(abc, 'a', -1)).toBe(abc));
});

describe('where one is', () => {
  it('is a scope, also while its rows are narrowed', () => {
    const narrowed = nextView(FIRST_VIEW, { type: 'filter', filter: { ...EVERYTHING, statuses: ['Open'], only: 'unread' } });
    expect(isAt(narrowed, { entity: 'ticket', filter: scopeFilter('all'), saved: null })).toBe(true);
    expect(isAt(narrowed, { entity: 'ticket', filter: scopeFilter('mine'), saved: null })).toBe(false);
    expect(isAt(narrowed, { entity: 'task', filter: scopeFilter('all'), saved: null })).toBe(false);
  });
  it('is a saved view and no scope besides, and nothing on another screen', () => {
    const saved = nextView(FIRST_VIEW, { type: 'show', entity: 'ticket', filter: EVERYTHING, saved: 'a' });
    expect(placesOf(saved, abc).filter((place) => isAt(saved, place)).map((place) => place.saved)).toEqual(['a']);
    expect(placesOf(saved, abc).some((place) => isAt(nextView(saved, { type: 'screen', screen: 'settings' }), place))).toBe(false);
  });
  it('goes round all places of a queue and all views, each once', () => {
    const views = [view('a'), view('b', 'ticket')];
    let now = FIRST_VIEW;
    const seen: string[] = [];
    for (let step = 0; step < 8; step++) {
      const place = neighbour(now, views, 1);
      if (!place) throw new Error('No next place');
      seen.push(place.saved ?? place.filter.only ?? place.filter.scope);
      now = nextView(now, { type: 'show', ...place });
    }
    expect(seen).toEqual(['followed', 'snoozed', 'a', 'b', 'mine', 'departments', 'unassigned', 'all']);
    expect(neighbour(FIRST_VIEW, views, -1)?.filter).toEqual(scopeFilter('unassigned'));
    expect(isAt(nextView(FIRST_VIEW, { type: 'show', entity: 'ticket', filter: shelfFilter('snoozed'), saved: null }), { entity: 'ticket', filter: shelfFilter('snoozed'), saved: null })).toBe(true);
  });
});
