/** Words of the first-run page, also used to paste a new token pair. */
export const firstRun = {
  title: 'Connect to Cxpress',
  lead: 'Cxpress Tray keeps your company’s tickets and tasks on this computer, tells you when they change, and finds any of them from a hotkey.',
  unofficial: 'This is an unofficial client. It is not made or supported by Cxpress.',
  renewTitle: 'Paste a new token pair',
  renewLead: 'The session has ended. Your tickets, tasks and settings on this computer are kept, and go on from where they stopped.',
  replaceLead: 'A new pair replaces the one in use. Your tickets, tasks and settings on this computer are kept.',
  back: 'Back to what is stored',
  form: 'Connection',
  address: { label: 'API address', help: 'Where your company reaches the Cxpress API. Ask your Cxpress contact if you do not know it.', placeholder: 'https://', empty: { what: 'Enter the API address.', next: 'Your Cxpress contact knows it; it begins with https://.' } },
  apiToken: { label: 'API token', help: 'Opens the API for one hour. The app renews it by itself.' },
  refreshToken: { label: 'Refresh token', help: 'Renews the API token for 168 hours (7 days). After that a new pair is needed.' },
  pasted_one: '{{count, number}} character',
  pasted_other: '{{count, number}} characters',
  kept: { encrypted: 'Both tokens stay on this computer, encrypted by the system, and are never shown again.', session: 'Both tokens are never shown again.' },
  where: {
    title: 'Where the tokens come from',
    who: 'The company owner creates them in Cxpress:',
    path: 'Sidebar Menu → Configurations → Company → API',
    steps: 'There, the button in the upper corner opens a window that asks for a Token name and Permissions. Allow reading of tickets, tasks, consumers, departments, tags and custom fields.',
    once: 'Cxpress shows both tokens once only, right after they are created. Copy them at that moment.',
  },
  test: 'Test connection',
  testing: 'Testing…',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  profile: 'API profile {{name}}: our best guess until a connection test has passed.',
  profileVerified: 'API profile {{name}}: confirmed by a connection test.',
  storage: {
    memory: { what: 'This computer offers no encrypted place for secrets.', next: 'You can sign in, but the tokens and the local copy are kept for this session only and are gone when the app quits.' },
    locked: { what: 'The system’s keyring is locked.', next: 'Unlock it and restart the app to keep the session. If you sign in now, it is kept until the app quits; what is on disk stays untouched.' },
  },
} as const;

/** Words of the connection test's result. */
export const checks = {
  title: 'What this token may read',
  host: 'Answered by {{host}}',
  ok: 'Readable',
  found_one: '{{count, number}} found',
  found_other: '{{count, number}} found',
  missing: 'No permission',
  failed: 'Failed',
  allOk: 'The connection works and nothing is missing.',
  someMissing: 'The connection works. What is marked cannot be read with this token; everything else can.',
  someFailed: 'The connection works, but not everything could be tried.',
  noneOk: 'The address answers, but this token may read nothing here.',
  noneTried: 'The address answers, but nothing could be read.',
  refreshNote: 'The refresh token is not tried by this test, but when you sign in: one renewal then shows whether it works.',
  askAddress: 'Nothing here answers as the API does. Is this the API address?',
  missingNext: 'A token cannot be edited: the company owner creates a new one with these permissions.',
} as const;

/** Words of the field that shares the request budget. */
export const desktops = {
  label: 'Computers in your office that use this app',
  help: 'Cxpress allows 300 requests a minute for one internet address, shared by everyone behind it. One request too many blocks the whole office for 10 minutes, so each computer uses its part only. If you are the only one, enter 1.',
} as const;
