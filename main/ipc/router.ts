import { ipcMain } from 'electron';
import { CALL_CHANNEL } from '../../contract/ipc/channels.ts';
import type { Logger } from '../../core/log.ts';
import { createCallAnswerer } from './answer-call.ts';
import type { Handlers } from './handlers.ts';
import type { Trust } from './trusted-sender.ts';

/**
 * The only door from windows into main: one channel, answered by {@link createCallAnswerer}. Listeners that libraries
 * opened beside it (electron-store opens one for renderers) are closed: nothing in this app uses them.
 */
export function openRouter(handlers: Handlers, trust: Trust, log: Logger): () => void {
  for (const channel of ipcMain.eventNames()) ipcMain.removeAllListeners(channel as string);
  const answer = createCallAnswerer(handlers, trust, log);
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, payload: unknown) => answer(event, name, payload));
  return () => ipcMain.removeHandler(CALL_CHANNEL);
}
