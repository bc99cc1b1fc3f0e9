/** The part of an Electron session that checks spelling. */
export interface SpellingSession {
  setSpellCheckerLanguages(languages: string[]): void;
  setSpellCheckerEnabled(on: boolean): void;
}

/** Chromium fetches dictionaries from a server of Google's for every session, whether or not a window spells: nobody but Cxpress is to hear of this app. */
export function withoutSpelling<S extends SpellingSession>(session: S): S {
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  return session;
}
