/** What a key asks a list to do. */
export type ListCommand = { readonly type: 'move'; readonly by: number } | { readonly type: 'open' } | { readonly type: 'toggleUnread' };

/** The command of a key press, `page` rows being a screenful; null when the key is none of the list's. Combinations belong to the window. */
export function listCommand(event: { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }, page: number): ListCommand | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case 'ArrowDown':
    case 'j':
      return { type: 'move', by: 1 };
    case 'ArrowUp':
    case 'k':
      return { type: 'move', by: -1 };
    case 'PageDown':
      return { type: 'move', by: page };
    case 'PageUp':
      return { type: 'move', by: -page };
    case 'Home':
      return { type: 'move', by: -Infinity };
    case 'End':
      return { type: 'move', by: Infinity };
    case 'Enter':
      return { type: 'open' };
    case 'u':
      return { type: 'toggleUnread' };
    default:
      return null;
  }
}
