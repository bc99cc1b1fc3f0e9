import type { ToastContentLevel } from '../../../contract/rules.ts';
import type { Translate } from '../../i18n.ts';
import { plainText } from '../plain-text.ts';
import { quotedNumber } from '../quoted-number.ts';
import type { RecentItem, TrayNews } from './tray-news.ts';
import type { TrayEntry } from './tray-state.ts';

/** Longest label of an item, in characters: menus grow as wide as their longest line. */
const LONGEST = 60;

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('').trimEnd()}…`;
}

/** What a menu may say of an item: as much as toasts may, since both are read by whoever stands behind the person. */
function itemLabel({ entity, number, title }: RecentItem, content: ToastContentLevel, t: Translate): string {
  const quoted = quotedNumber(number);
  const kind = t(`shell.tray.recent.${entity}`);
  if (content === 'number') return cut(plainText(`${kind} ${quoted ?? ''}`));
  const name = plainText(title);
  return cut(plainText(`${quoted ?? kind} ${name === '' ? t('shell.toast.untitled') : name}`));
}

/** The menu's entries about the queues: how much is in each, and what changed last. */
export function queueEntries(news: TrayNews | null, content: ToastContentLevel, t: Translate): TrayEntry[] {
  if (!news) return [];
  // Not every desk works with tasks: a queue of them is named while something is in it.
  const named = news.counts.filter(({ entity, total }) => entity === 'ticket' || total > 0);
  const counts = named.map(({ entity, scope, total }): TrayEntry => ({ kind: 'queue', entity, scope, label: t(`shell.tray.queue.${entity}.${scope}`, { count: total }) }));
  const recent = content === 'hidden' ? [] : news.recent.map((item): TrayEntry => ({ kind: 'item', entity: item.entity, id: item.id, label: itemLabel(item, content, t) }));
  return [...counts, { kind: 'line' }, ...(recent.length === 0 ? [] : [{ kind: 'text', label: t('shell.tray.recent.heading') } as const, ...recent, { kind: 'line' } as const])];
}
