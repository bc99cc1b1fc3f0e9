/**
 * Something that a person can put right (no network, a missing package, a wrong option).
 * Its message is one clear sentence; it is shown without a stack trace.
 */
export class Failure extends Error {}
