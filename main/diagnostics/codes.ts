import type { Diagnostic, DiagnosticCheck } from '../../contract/diagnostics.ts';

/** What a code means for its check, and the names of the values that its sentence is given. */
export interface DiagnosticCode {
  readonly outcome: Diagnostic['outcome'];
  readonly params: readonly string[];
}

/** The check itself broke, or took too long: nothing is known. */
const failed = { outcome: 'unknown', params: [] } as const satisfies DiagnosticCode;

/**
 * Every code that a check may answer with. `screens.diagnostics.<check>.<code>` needs a sentence for each; `count` chooses
 * plural forms there. Minutes, hours and megabytes are whole numbers.
 */
export const DIAGNOSTIC_CODES = {
  storage: {
    /** The copy answers. `count`: rows in it, tombstones left out. */
    kept: { outcome: 'good', params: ['count'] },
    /** No keyring: the copy lives in memory and is lost at quit. */
    memoryOnly: { outcome: 'warn', params: ['count'] },
    /** The disk refuses writing, or the copy could not be opened. */
    refused: { outcome: 'bad', params: [] },
    failed,
  },
  keyring: {
    /** A secret was sealed and opened again. */
    sealed: { outcome: 'good', params: ['backend'] },
    absent: { outcome: 'warn', params: ['backend'] },
    locked: { outcome: 'bad', params: ['backend'] },
    /** What was sealed did not come back. */
    broken: { outcome: 'bad', params: ['backend'] },
    failed,
  },
  session: {
    signedIn: { outcome: 'good', params: ['hours'] },
    /** Signed in, and nobody knows until when. */
    signedInOpen: { outcome: 'good', params: [] },
    /** In its last day. */
    ending: { outcome: 'warn', params: ['hours'] },
    /** The tokens are lost at quit: the disk refuses them, or there is no keyring. */
    notKept: { outcome: 'warn', params: [] },
    needsTokens: { outcome: 'bad', params: [] },
    signedOut: { outcome: 'unknown', params: [] },
    failed,
  },
  network: {
    /** The address answered; `ms` from asking to answer. */
    reached: { outcome: 'good', params: ['ms'] },
    /** It answered that it has trouble of its own (500 and above). */
    serverError: { outcome: 'warn', params: ['status'] },
    /** Nothing was sent: the address is blocked. */
    blocked: { outcome: 'warn', params: ['minutes'] },
    offline: { outcome: 'bad', params: [] },
    unreachable: { outcome: 'bad', params: [] },
    /** The certificate was not believed. */
    tls: { outcome: 'bad', params: [] },
    /** The proxy wants name and password. */
    proxyRefused: { outcome: 'bad', params: [] },
    /** No address is known: nobody has signed in yet. */
    noAddress: { outcome: 'unknown', params: [] },
    failed,
  },
  clock: {
    agrees: { outcome: 'good', params: [] },
    ahead: { outcome: 'warn', params: ['minutes'] },
    behind: { outcome: 'warn', params: ['minutes'] },
    /** The server has not said its time in this run. */
    notAsked: { outcome: 'unknown', params: [] },
    failed,
  },
  notifications: {
    /** The system said that it showed the last toast; `via` is the way it went. */
    shown: { outcome: 'good', params: ['via'] },
    /** Its service answers, and no toast was tried in this run. */
    ready: { outcome: 'good', params: [] },
    paused: { outcome: 'warn', params: [] },
    /** The system's do-not-disturb is on. */
    doNotDisturb: { outcome: 'warn', params: [] },
    /** The system did not show the last toast. */
    notShown: { outcome: 'bad', params: ['via'] },
    noService: { outcome: 'bad', params: [] },
    /** This system tells only when a toast is tried. */
    untried: { outcome: 'unknown', params: [] },
    failed,
  },
  tray: {
    present: { outcome: 'good', params: [] },
    /** GNOME without its extension for tray icons. */
    absentGnome: { outcome: 'warn', params: [] },
    absent: { outcome: 'warn', params: [] },
    failed,
  },
  hotkey: {
    bound: { outcome: 'good', params: ['hotkey'] },
    /** No hotkey is set. */
    none: { outcome: 'good', params: [] },
    /** Bound, but on Wayland the desktop decides whether it arrives. */
    wayland: { outcome: 'unknown', params: ['hotkey'] },
    notBound: { outcome: 'bad', params: ['hotkey'] },
    failed,
  },
  webhook: {
    off: { outcome: 'good', params: [] },
    /** It listens; `count` calls came in this run. */
    received: { outcome: 'good', params: ['count'] },
    /** It listens and nothing came in this run. */
    silent: { outcome: 'unknown', params: [] },
    notListening: { outcome: 'bad', params: [] },
    failed,
  },
  quarantine: {
    none: { outcome: 'good', params: [] },
    /** `count` rows could not be read and were set aside. */
    some: { outcome: 'warn', params: ['count'] },
    failed,
  },
  diskSpace: {
    enough: { outcome: 'good', params: ['megabytes'] },
    low: { outcome: 'warn', params: ['megabytes'] },
    full: { outcome: 'bad', params: ['megabytes'] },
    failed,
  },
} as const satisfies Record<DiagnosticCheck, Record<string, DiagnosticCode>>;

/** A code of one check. */
export type CodeOf<C extends DiagnosticCheck> = keyof (typeof DIAGNOSTIC_CODES)[C] & string;
