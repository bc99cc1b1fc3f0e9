/** The parts of the settings page, in their order. */
export const SETTINGS_SECTIONS = ['identity', 'connection', 'notifications', 'rules', 'quiet', 'hotkey', 'look', 'start', 'data', 'proxy', 'webhook', 'profiles', 'about'] as const;
/** One of {@link SETTINGS_SECTIONS}. */
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

/** The attribute by which a part is found on the page. */
const ATTRIBUTE = 'data-settings-section';

/** What marks an element as a part. */
export function sectionMark(section: SettingsSection): Record<string, string> {
  return { [ATTRIBUTE]: section };
}

/** A part of the page. */
export function sectionElement(page: HTMLElement, section: SettingsSection): Element | null {
  return page.querySelector(`[${ATTRIBUTE}="${section}"]`);
}

/** Which part is being read: the last one that begins above the upper third of the page, or at its end the last one. */
export function sectionInView(page: HTMLElement): SettingsSection {
  if (page.scrollTop > 0 && page.scrollTop + page.clientHeight >= page.scrollHeight - 2) return 'about';
  const line = page.getBoundingClientRect().top + page.clientHeight / 3;
  const begun = [...page.querySelectorAll(`[${ATTRIBUTE}]`)].filter((part) => part.getBoundingClientRect().top <= line);
  const name = begun.at(-1)?.getAttribute(ATTRIBUTE);
  return SETTINGS_SECTIONS.find((section) => section === name) ?? 'identity';
}
