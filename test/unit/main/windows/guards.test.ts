import { describe, expect, it } from 'vitest';
import { guardContents, guardSession } from '../../../../main/windows/guards.ts';
import type { GuardedSession } from '../../../../main/windows/guards.ts';
import { lockedPreferences } from '../../../../main/windows/locked-preferences.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';

function guardedContents() {
  const listeners = new Map<string, (event: never) => void>();
  let openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  const opened: string[] = [];
  const contents = {
    on: (event: string, listener: (event: never) => void) => void listeners.set(event, listener),
    setWindowOpenHandler: (handler: typeof openHandler) => void (openHandler = handler),
    getURL: () => 'app://bundle/index.html#/tickets',
  };
  guardContents(contents, (url) => opened.push(url), recordingLog());
  const refused = (event: string, url = ''): boolean => {
    let prevented = false;
    listeners.get(event)?.({ url, preventDefault: () => void (prevented = true) } as never);
    return prevented;
  };
  return { refused, open: (url: string) => openHandler({ url }), opened };
}

describe('page guards', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('refuse to leave the page by %s', (event) => {
    const { refused } = guardedContents();
    expect(['https://evil.example/', 'app://bundle/lookup.html', 'app://evil/index.html', 'file:///etc/hosts', 'javascript:alert(1)', 'data:text/html,x'].map((url) => refused(event, url))).toEqual([true, true, true, true, true, true]);
  });

  it('let the page reload itself', () => {
    expect(guardedContents().refused('will-navigate', 'app://bundle/index.html')).toBe(false);
  });

  it('refuse embedded pages', () => {
    expect(guardedContents().refused('will-attach-webview')).toBe(true);
  });

  it('open no window, whatever the address; links decide about the browser', () => {
    const { open, opened } = guardedContents();
    expect(['https://help.example/', 'app://bundle/lookup.html', 'about:blank'].map((url) => open(url).action)).toEqual(['deny', 'deny', 'deny']);
    expect(opened).toEqual(['https://help.example/', 'app://bundle/lookup.html', 'about:blank']);
  });
});

describe('session guards', () => {
  const names = ['clipboard-read', 'clipboard-sanitized-write', 'display-capture', 'fullscreen', 'geolocation', 'hid', 'idle-detection', 'keyboardLock', 'media', 'mediaKeySystem', 'midi', 'midiSysex', 'notifications', 'openExternal', 'pointerLock', 'serial', 'speaker-selection', 'storage-access', 'top-level-storage-access', 'unknown', 'usb', 'window-management', 'fileSystem', 'deprecated-sync-clipboard-read'];
  const handlers = new Map<string, (...values: never[]) => unknown>();
  const session = new Proxy({}, { get: (_target, name: string) => (first: unknown, second: unknown) => void handlers.set(name === 'on' ? String(first) : name, (name === 'on' ? second : first) as never) });
  guardSession(session as GuardedSession);

  it.each(names)('%s is granted only if it is writing to the clipboard', (permission) => {
    const allowed = permission === 'clipboard-sanitized-write';
    let answered: unknown = 'nothing';
    handlers.get('setPermissionRequestHandler')?.(null as never, permission as never, ((granted: boolean) => void (answered = granted)) as never);
    expect(answered).toBe(allowed);
    expect(handlers.get('setPermissionCheckHandler')?.(null as never, permission as never)).toBe(allowed);
  });

  it('gives out no device, no screen and no download', () => {
    expect(handlers.get('setDevicePermissionHandler')?.()).toBe(false);
    let streams: unknown = 'nothing';
    handlers.get('setDisplayMediaRequestHandler')?.(null as never, ((given: object) => void (streams = given)) as never);
    expect(streams).toEqual({});
    let prevented = false;
    handlers.get('will-download')?.({ preventDefault: () => void (prevented = true) } as never);
    expect(prevented).toBe(true);
  });
});

describe('web preferences', () => {
  it('are locked and complete', () => {
    const preferences = lockedPreferences(false);
    expect(Object.isFrozen(preferences)).toBe(true);
    expect(preferences).toEqual({
      contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webSecurity: true,
      allowRunningInsecureContent: false, webviewTag: false, experimentalFeatures: false, navigateOnDragDrop: false, safeDialogs: true, disableDialogs: true, spellcheck: false, devTools: false,
    });
  });
});
