import { useState } from 'react';
import type { FirstRunStep } from '../../contract/first-run-steps.ts';
import type { AppError } from '../../contract/result.ts';
import { useStatus } from '../bridge/queries.ts';
import { useSetting } from '../settings/useSetting.ts';
import { marksAt, placeAfter, placeBefore, type Mark, type Marks, type Place } from './places.ts';

/** Where the set-up stands and how it moves. */
export interface WizardState {
  readonly place: Place;
  readonly marks: Marks;
  readonly signedIn: boolean;
  readonly go: (to: Place) => void;
  /** Leaves the present step behind, with what became of it. */
  readonly advance: (mark: Exclude<Mark, 'ahead'>) => void;
  /** Null at the first step. */
  readonly back: (() => void) | null;
  /** Ends the set-up; to be repeated from the settings. */
  readonly leave: () => void;
  /** Ends it at its end: to the queue, or to the connection while nobody is signed in. */
  readonly finish: () => void;
  /** Why the end could not be kept. */
  readonly error: AppError | null;
}

/**
 * The set-up's state. While nobody is signed in it lives in the window; afterwards each step is written down, so that a
 * restart goes on there. Whoever was connected before begins at the connection. `onDone` opens the queue.
 */
export function useWizard(onDone: () => void): WizardState {
  const { settings, change, error } = useSetting();
  const signedIn = useStatus().state !== 'signedOut';
  const identified = settings.me !== null || settings.myDepartmentIds.length > 0;
  const [place, setPlace] = useState<Place>(() => (signedIn ? (settings.firstRunStep ?? 'language') : settings.baseUrl === '' ? 'language' : 'connect'));
  const [marks, setMarks] = useState<Marks>(() => marksAt(place, { signedIn, identified }));
  const [wasSignedIn, setWasSignedIn] = useState(signedIn);
  const mark = (step: FirstRunStep, as: Mark) => setMarks((known) => ({ ...known, [step]: as }));
  if (wasSignedIn !== signedIn) {
    // The sign-in itself wrote down that the first run goes on with the next step.
    setWasSignedIn(signedIn);
    if (signedIn && place === 'connect') {
      mark('connect', 'done');
      setPlace('identity');
    }
  }
  const go = (to: Place) => {
    setPlace(to);
    if (signedIn && to !== 'done') change({ firstRunStep: to });
  };
  const leave = () => change({ firstRunStep: null });
  const before = placeBefore(place, signedIn);
  return {
    place,
    marks,
    signedIn,
    go,
    advance: (as) => {
      if (place !== 'done') mark(place, place === 'identity' && !identified ? 'skipped' : as);
      go(placeAfter(place, signedIn));
    },
    back: before === null ? null : () => go(before),
    leave,
    finish: () => {
      if (!signedIn) return go('connect');
      leave();
      onDone();
    },
    error,
  };
}
