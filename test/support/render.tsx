import { act, cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, vi } from 'vitest';
import { createI18n } from '../../renderer/app/i18n.ts';
import { Providers } from '../../renderer/app/Providers.tsx';
import { WindowFrame } from '../../renderer/app/WindowFrame.tsx';
import { createQueryClient } from '../../renderer/bridge/query-client.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { NOW } from './renderer-data.ts';

// A busy machine may take its time; a test that passes does not wait for it.
configure({ asyncUtilTimeout: 10_000 });
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Height a list has in tests, in pixels: happy-dom lays nothing out. */
const LIST_HEIGHT = 560;

/** A window's content as its entry builds it, on a fake bridge, at the moment of the sample data. */
export async function renderWindow(bridge: FakeBridge, content: ReactNode) {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(LIST_HEIGHT);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(480);
  const view = render(
    <Providers bridge={bridge} queryClient={createQueryClient()} words={createI18n('en')}>
      <WindowFrame clock={() => NOW}>{content}</WindowFrame>
    </Providers>,
  );
  await settle();
  return { ...view, user: userEvent.setup() };
}

/** Turns of the event loop that an answer needs to be on screen: the call, the cache's notice to its observers, drawing, and what drawing asks for. */
const TURNS = 12;

/** Lets what is under way come to rest, and then `ms` milliseconds pass. Prefer waiting for a result where there is one. */
export async function settle(ms = 0): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
  if (ms > 0) await act(() => new Promise((resolve) => setTimeout(resolve, ms)));
}
