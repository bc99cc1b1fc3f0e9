import { ZOOM } from '../../contract/settings.ts';

/** A key as Electron tells it before the page hears of it. */
export interface ZoomInput {
  readonly type: string;
  readonly key: string;
  readonly code: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
}
/** The part of a WebContents that is zoomed. */
export interface ZoomedContents {
  setZoomFactor(factor: number): void;
  on(event: 'before-input-event', listener: (event: { preventDefault(): void }, input: ZoomInput) => void): unknown;
  on(event: 'did-finish-load' | 'destroyed', listener: () => void): unknown;
}

/** The zoom in percent and how to change it. */
export interface ZoomSetting {
  get(): number;
  set(percent: number): void;
  onChange(listener: () => void): () => void;
}

/** Not zoomed, in percent. */
const USUAL = 100;

function clamp(percent: number): number {
  return Math.max(ZOOM.least, Math.min(percent, ZOOM.most));
}

/** The zoom after a key, in percent; null when the key is none for zooming. Ctrl, on macOS Cmd, with + − 0, by whichever key of the layout types them, or those of the number pad. */
export function zoomAfter(input: ZoomInput, percent: number, platform: string): number | null {
  const modifier = platform === 'darwin' ? input.meta && !input.control : input.control && !input.meta;
  if (input.type !== 'keyDown' || !modifier || input.alt) return null;
  if (input.key === '+' || input.key === '=' || input.code === 'NumpadAdd') return clamp(percent + ZOOM.step);
  if (input.key === '-' || input.key === '_' || input.code === 'NumpadSubtract') return clamp(percent - ZOOM.step);
  return input.key === '0' || input.code === 'Numpad0' ? USUAL : null;
}

/** Zooms a page by the setting from its first load to its end, and lets its keys change the setting. */
export function zoomContents(contents: ZoomedContents, zoom: ZoomSetting, platform: string): void {
  const apply = (): void => contents.setZoomFactor(clamp(zoom.get()) / 100);
  contents.on('did-finish-load', apply);
  contents.on('destroyed', zoom.onChange(apply));
  contents.on('before-input-event', (event, input) => {
    const next = zoomAfter(input, zoom.get(), platform);
    if (next === null) return;
    // The menu of the app would zoom this page alone, and forget it.
    event.preventDefault();
    zoom.set(next);
  });
}
