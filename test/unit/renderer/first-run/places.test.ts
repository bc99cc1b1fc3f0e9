import { describe, expect, it } from 'vitest';
import { FIRST_RUN_STEPS } from '../../../../contract/first-run-steps.ts';
import { marksAt, placeAfter, placeBefore, stepsFor, type Place } from '../../../../renderer/first-run/places.ts';

const PLACES: readonly Place[] = [...FIRST_RUN_STEPS, 'done'];

describe('the way through the set-up', () => {
  it.each([true, false])('leads from the first step to the end, and the same way back (signed in: %s)', (signedIn) => {
    const way: Place[] = ['language'];
    while (way.at(-1) !== 'done') way.push(placeAfter(way.at(-1) as Place, signedIn));
    expect(way).toEqual([...stepsFor(signedIn), 'done']);
    const back: Place[] = ['done'];
    for (let place = placeBefore('done', signedIn); place !== null; place = placeBefore(place, signedIn)) back.unshift(place);
    expect(back).toEqual(way);
  });
  it('asks who one is only where agents can be known', () => {
    expect(stepsFor(false)).not.toContain('identity');
    expect(placeAfter('connect', false)).toBe('notifications');
    expect(placeBefore('notifications', false)).toBe('connect');
  });
  it('ends at its end', () => {
    expect(placeAfter('done', true)).toBe('done');
    expect(placeBefore('language', true)).toBeNull();
  });
});

describe('marks of a set-up that goes on', () => {
  it.each(PLACES)('hold every step before %s to be gone through, and no other', (place) => {
    const marks = marksAt(place, { signedIn: true, identified: true });
    expect(FIRST_RUN_STEPS.filter((step) => marks[step] === 'done')).toEqual(FIRST_RUN_STEPS.slice(0, PLACES.indexOf(place)));
    expect(Object.values(marks)).not.toContain('skipped');
  });
  it('tell what nothing came of', () => {
    expect(marksAt('hotkey', { signedIn: false, identified: false })).toMatchObject({ language: 'done', connect: 'skipped', identity: 'skipped', tray: 'done', hotkey: 'ahead' });
  });
});
