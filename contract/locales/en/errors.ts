import type { ErrorCode } from '../../result.ts';

/** For every error: what happened, and what to do next. */
export const errors = {
  addressInvalid: { what: 'This is not a web address.', next: 'Enter it as https://… , the way your Cxpress contact gave it to you.' },
  addressInsecure: { what: 'This address is not encrypted, so your tokens would travel readable.', next: 'Use an address that begins with https://.' },
  unreachable: { what: 'No answer from {{host}}.', next: 'Check the address and your connection, then try again.' },
  tls: { what: 'The certificate of {{host}} could not be verified, so nothing was sent.', next: 'Check the address. On a company network, ask IT whether its certificate is installed on this computer.' },
  redirected: { what: '{{host}} points to another address, so the tokens were not sent on.', next: 'Enter the final API address. On a guest network, sign in to the network in your browser first.' },
  notJson: { what: '{{host}} answered with a web page instead of data.', next: 'Check that this is the API address, not the address of the Cxpress screen. On a guest network, sign in to the network first.' },
  tooLarge: { what: '{{host}} sent an answer larger than this app accepts.', next: 'Try again. If it stays, report it: the API may have changed.' },
  serverError: { what: 'Cxpress has a problem of its own (status {{status}}).', next: 'Nothing is lost; the app tries again by itself.' },
  wrongShape: { what: 'The answer was not in the expected form.', next: 'The API may differ from the profile in use. Your data here is untouched.' },
  apiTokenRejected: { what: 'Cxpress refused the API token.', next: 'Check that it was copied whole. It is valid for one hour only; an older one needs its refresh token.' },
  refreshTokenRejected: { what: 'Cxpress refused the refresh token.', next: 'It is valid for 168 hours. Ask your company owner to create a new token pair and paste both here; your data and settings stay.' },
  signedOut: { what: 'You are signed out.', next: 'Paste a token pair to sign in.' },
  permissionMissing: { what: 'The token may not read this.', next: 'A token cannot be edited: the company owner creates a new one with this permission.' },
  notFound: { what: 'Cxpress does not know this item any more.', next: 'It may have been deleted, or moved out of what the token may read.' },
  blocked: { what: 'Cxpress has blocked this address because too many requests came from it.', next: 'The app waits until {{until}} and goes on by itself. What is stored here stays usable.' },
  offline: { what: 'There is no network connection.', next: 'What is stored here stays usable; the app goes on by itself when the network is back.' },
  tokenEmpty: { what: 'A token is missing.', next: 'Paste both the API token and the refresh token.' },
  storageUnavailable: { what: 'The local copy could not be written.', next: 'Check that the disk is not full and the app folder is writable.' },
  hotkeyTaken: { what: 'Another program already uses {{hotkey}}.', next: 'Choose another combination. The former one still works.' },
  hotkeyInvalid: { what: '{{hotkey}} is not a key combination.', next: 'Press one or more of Ctrl, Alt, Shift together with a letter, digit or function key.' },
  listenerFailed: { what: 'The webhook listener could not start.', next: 'Turn it off and on again. Polling goes on in the meantime.' },
  invalidRequest: { what: 'The app asked itself for something it does not understand.', next: 'Restart the app. If it stays, report it.' },
  untrustedSender: { what: 'A page that is not part of this app was refused.', next: 'Restart the app. If it stays, report it.' },
  internal: { what: 'Something went wrong inside the app.', next: 'Try again. If it stays, restart the app; nothing stored is lost.' },
} as const satisfies Record<ErrorCode, { what: string; next: string }>;
