/** The scheme and origin under which the app's own pages live. */
export const APP_SCHEME = 'app';
/** Host part of {@link APP_ORIGIN}. */
export const APP_HOST = 'bundle';
/** What a page of ours reports as its origin. */
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** The pages that windows show; names of the renderer's entry files. */
export const PAGES = ['index.html', 'lookup.html'] as const;
/** One of {@link PAGES}. */
export type Page = (typeof PAGES)[number];

/** Where windows load their pages from, and which origins may call main. */
export interface PageSource {
  readonly origin: string;
  url(page: Page): string;
}

/** Pages from the bundle; while developing (never when packaged), from the dev server at `devServer`. */
export function pageSource(devServer: string | undefined, packaged: boolean): PageSource {
  const origin = devServer !== undefined && devServer !== '' && !packaged ? new URL(devServer).origin : APP_ORIGIN;
  return { origin, url: (page) => `${origin}/${page}` };
}
