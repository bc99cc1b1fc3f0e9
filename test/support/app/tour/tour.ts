import { LOOKUP } from './lookup.ts';
import { QUEUES } from './queues.ts';
import { SCREENS } from './screens.ts';
import { SET_UP } from './set-up.ts';
import type { Stop } from './stop.ts';

/** Every screen of the app while it is signed in and live, in an order that a person might go. A {@link furnish}ed app is needed. */
export const TOUR: readonly Stop[] = [...SET_UP, ...QUEUES, ...SCREENS, ...LOOKUP];
