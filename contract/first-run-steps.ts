/** Steps of the first run, in order. Apart from the settings' schema, so that windows need no zod for it. */
export const FIRST_RUN_STEPS = ['language', 'connect', 'identity', 'notifications', 'tray', 'hotkey', 'login'] as const;
/** One of {@link FIRST_RUN_STEPS}. */
export type FirstRunStep = (typeof FIRST_RUN_STEPS)[number];
