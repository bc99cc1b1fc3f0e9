import type { Logger } from '../../core/log.ts';

/** An event that can be refused. */
interface Preventable {
  preventDefault(): void;
}
/** The part of a WebContents that guards hold on to. */
export interface GuardedContents {
  on(event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect', listener: (event: Preventable & { readonly url: string }) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void;
  getURL(): string;
}
/** The part of a Session that guards hold on to. */
export interface GuardedSession {
  setPermissionRequestHandler(handler: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void): void;
  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  setDisplayMediaRequestHandler(handler: (request: unknown, answer: (streams: object) => void) => void): void;
  on(event: 'will-download', listener: (event: Preventable) => void): unknown;
}

/** The only thing a page of ours may ask of the system: writing text to the clipboard on a click. */
const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

function withoutHash(url: string): string {
  return url.split('#', 1)[0] ?? '';
}

/** Keeps a page where it is: no navigation (a reload of itself excepted), no redirect, no new window, no embedded page. */
export function guardContents(contents: GuardedContents, openLink: (url: string) => void, log: Logger): void {
  const stay = (event: Preventable & { readonly url: string }): void => {
    if (withoutHash(event.url) === withoutHash(contents.getURL())) return;
    event.preventDefault();
    log.warn('guard.navigationRefused');
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
}

/** Refuses every permission, device, screen capture and download; Electron's own default is to grant permissions. */
export function guardSession(session: GuardedSession): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(ALLOWED_PERMISSIONS.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED_PERMISSIONS.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
}
