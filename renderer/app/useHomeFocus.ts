import { useEffect } from 'react';
import { focusIsFree } from '../ui/focus-home.ts';

/** After `place` changed, moves a focus that got lost with the former screen to the list, or to the heading where there is no list. */
export function useHomeFocus(place: string): void {
  useEffect(() => {
    if (!focusIsFree()) return;
    const home = document.querySelector<HTMLElement>('main [role="listbox"]') ?? document.querySelector<HTMLElement>('main [data-focus-home]');
    home?.focus({ preventScroll: true });
  }, [place]);
}
