import type { Bridge } from '../../contract/ipc/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload script. Read once, by the entries in app/. */
    readonly bridge: Bridge;
  }
}
