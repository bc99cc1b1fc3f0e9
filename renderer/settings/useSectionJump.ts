import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { sectionElement, sectionInView, type SettingsSection } from './sections.ts';

/** Where on the settings page somebody is, and the way to another part. */
export interface SectionJump {
  /** What scrolls. */
  readonly page: RefObject<HTMLDivElement | null>;
  readonly current: SettingsSection;
  /** Scrolls a part to the top and puts the focus on its heading, from which Tab goes on into it. */
  readonly go: (section: SettingsSection) => void;
}

/**
 * The part of the page that is read, and jumps between parts; `asked` is where to begin, and to go when it changes. Until the
 * person scrolls, the part that was gone to stays the one that is read, also when those above it grow as they load.
 */
export function useSectionJump(asked: SettingsSection | null): SectionJump {
  const page = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<SettingsSection>(asked ?? 'identity');
  const [known, setKnown] = useState(asked);
  const held = useRef<SettingsSection | null>(null);
  if (asked !== known) {
    setKnown(asked);
    if (asked !== null) setCurrent(asked);
  }
  const jump = useCallback((section: SettingsSection) => {
    const part = page.current && sectionElement(page.current, section);
    held.current = section;
    part?.scrollIntoView({ block: 'start' });
    part?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (asked !== null) jump(asked);
  }, [asked, jump]);
  useEffect(() => {
    const element = page.current;
    if (!element) return undefined;
    const release = () => {
      held.current = null;
    };
    const onScroll = () => {
      if (held.current === null) setCurrent(sectionInView(element));
    };
    const grown = new ResizeObserver(() => {
      if (held.current !== null) sectionElement(element, held.current)?.scrollIntoView({ block: 'start' });
    });
    if (element.firstElementChild) grown.observe(element.firstElementChild);
    const letsGo = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;
    for (const name of letsGo) element.addEventListener(name, release, { passive: true });
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      grown.disconnect();
      for (const name of letsGo) element.removeEventListener(name, release);
      element.removeEventListener('scroll', onScroll);
    };
  }, []);
  return {
    page,
    current,
    go(section) {
      setCurrent(section);
      jump(section);
    },
  };
}
