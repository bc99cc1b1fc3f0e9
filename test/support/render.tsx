import { act, cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, expect, vi } from 'vitest';
import { Providers } from '../../renderer/app/Providers.tsx';
import { WindowFrame } from '../../renderer/app/WindowFrame.tsx';
import { createQueryClient } from '../../renderer/bridge/query-client.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { NOW } from './renderer-data.ts';
import { watchedWords } from './watched-words.ts';

// A busy machine may take its time; a test that passes does not wait for it.
configure({ asyncUtilTimeout: 10_000 });
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
/** What the words of the windows of this test complained about. */
const complaints: string[][] = [];
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  expect(complaints.splice(0).flat()).toEqual([]);
});

/** Height a list has in tests, in pixels: happy-dom lays nothing out. */
const LIST_HEIGHT = 560;

/** A window's content as its entry builds it, on a fake bridge, at the moment of the sample data, in the language of the settings. A missing word fails the test. */
export async function renderWindow(bridge: FakeBridge, content: ReactNode) {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(LIST_HEIGHT);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(480);
  const watched = watchedWords(bridge.world.settings.language);
  complaints.push(watched.complaints);
  const view = render(
    <Providers bridge={bridge} queryClient={createQueryClient()} words={watched.words}>
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
