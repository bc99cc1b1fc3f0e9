/** What a window shows until its page is painted: `--canvas` of renderer/ui/tokens.css in sRGB, so that nothing flashes. */
export function pageColour(dark: boolean): string {
  return dark ? '#111316' : '#f3f4f6';
}
