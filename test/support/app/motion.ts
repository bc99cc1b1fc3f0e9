import type { Page } from 'playwright';

/** Of everything on a page that could move or is moving, how long the longest takes, in milliseconds; infinite for what never ends. */
export function longestMotion(page: Page): Promise<number> {
  return page.evaluate(() => {
    const ms = (list: string): number[] => list.split(',').map((text) => parseFloat(text) * (text.trim().endsWith('ms') ? 1 : 1000));
    const styles = [...document.querySelectorAll('*')].flatMap((element) => [getComputedStyle(element), getComputedStyle(element, '::before'), getComputedStyle(element, '::after')]);
    const could = styles.flatMap((style) => [
      ...ms(style.transitionDuration),
      ...(style.animationName === 'none' ? [] : ms(style.animationDuration)),
      ...(style.scrollBehavior === 'smooth' ? [Infinity] : []),
    ]);
    const does = document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().endTime ?? 0));
    return Math.max(0, ...could, ...does);
  });
}
