import type { FieldChange } from '../../contract/models/views.ts';
import type { RuleEvent, ToastContentLevel } from '../../contract/rules.ts';
import type { ToastContent, ToastWords } from '../../core/notify/port.ts';
import type { PendingEvent } from '../../core/store/store.ts';
import type { Translate } from '../i18n.ts';
import { itemCounts } from './item-counts.ts';
import { escapeMarkup, plainText } from './plain-text.ts';
import { quotedNumber } from './quoted-number.ts';

/** Changes named in a toast; the rest is counted. */
const NAMED_CHANGES = 3;
/** Fields whose values are too long or too machine-like for a toast: only that they changed is said. */
const UNQUOTED: ReadonlySet<string> = new Set(['description', 'dueAt']);

type ItemContent = Extract<ToastContent, { kind: 'item' }>;
type SummaryContent = Extract<ToastContent, { kind: 'summary' }>;

/** What happened to each field over all events: from the first value to the last; a field that came back is no news. */
function netChanges(events: readonly PendingEvent[]): FieldChange[] {
  const net = new Map<string, FieldChange>();
  for (const change of events.flatMap((event) => event.changes)) {
    const first = net.get(change.field);
    net.set(change.field, { ...change, from: first ? first.from : change.from });
  }
  return [...net.values()].filter((change) => change.from !== change.to || UNQUOTED.has(change.field));
}

function fieldName(change: FieldChange, t: Translate): string {
  if (change.label !== null) return change.label;
  return t(`screens.field.${change.field.startsWith('customFields.') ? 'customFields' : change.field}`);
}

function changeText(change: FieldChange, t: Translate): string {
  const field = fieldName(change, t);
  if (UNQUOTED.has(change.field)) return t('shell.toast.changeText', { field });
  return t('shell.toast.change', { field, from: change.from ?? t('shell.toast.none'), to: change.to ?? t('shell.toast.none') });
}

/** `#1042 Cannot log in`. */
function heading(event: PendingEvent, t: Translate): string {
  const { title } = event.row;
  const number = quotedNumber(event.row.number);
  const name = title.trim() === '' ? t('shell.toast.untitled') : title;
  return number === null ? name : `${number} ${name}`;
}

function changesBody(events: readonly PendingEvent[], t: Translate): string {
  const changes = netChanges(events);
  const named = changes.slice(0, NAMED_CHANGES).map((change) => changeText(change, t));
  const rest = changes.length - named.length;
  if (rest > 0) named.push(t('shell.toast.more', { count: rest }));
  return named.length === 0 ? t('shell.toast.updated') : named.join(' · ');
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

function newBody({ row: { consumerName, departmentName, status } }: PendingEvent): string {
  return joined(consumerName, departmentName, status);
}

/** How long an item has waited, in the unit in which people would say it; null when nobody knows since when. */
function waitingText({ row: { createdAt }, seenAt }: PendingEvent, t: Translate): string | null {
  if (createdAt === null) return null;
  const minutes = Math.max(1, Math.floor((seenAt - createdAt) / 60_000));
  if (minutes < 120) return t('shell.toast.waitingFor.minutes', { minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? t('shell.toast.waitingFor.hours', { hours }) : t('shell.toast.waitingFor.days', { count: Math.floor(hours / 24) });
}

/** What the events of an item come to: the first of these that one of them is. */
const WORTH: readonly RuleEvent[] = ['new', 'waiting', 'woke', 'changed'];

function kindOf(events: readonly PendingEvent[]): RuleEvent {
  return WORTH.find((kind) => events.some((event) => event.kind === kind)) ?? 'changed';
}

function fullWords(kind: RuleEvent, events: readonly PendingEvent[], last: PendingEvent, t: Translate): { title: string; body: string } {
  const title = heading(last, t);
  switch (kind) {
    case 'new':
      return { title: t(`shell.toast.new.${last.entity}`, { title }), body: newBody(last) };
    case 'waiting':
      return { title: t('shell.toast.waiting', { title }), body: joined(waitingText(last, t), last.row.departmentName) };
    case 'woke':
      return { title: t('shell.toast.woke', { title }), body: events.some(({ changes }) => changes.length > 0) ? changesBody(events, t) : newBody(last) };
    case 'changed':
      return { title: t(`shell.toast.changed.${last.entity}`, { title }), body: changesBody(events, t) };
  }
}

function itemWords({ events }: ItemContent, level: ToastContentLevel, t: Translate): { title: string; body: string } {
  const last = events.at(-1);
  if (!last) return { title: t('shell.toast.updated'), body: '' };
  const kind = kindOf(events);
  if (level === 'full') return fullWords(kind, events, last, t);
  const what = t(`shell.toast.bare.${kind}.${last.entity}`);
  const number = quotedNumber(last.row.number);
  if (level === 'hidden') return { title: what, body: '' };
  return { title: number === null ? what : t('shell.toast.numbered', { what, number }), body: joined(last.row.departmentName) };
}

function summaryWords({ counts, reason }: SummaryContent, t: Translate): { title: string; body: string } {
  return { title: t(`shell.toast.summary.${reason}`), body: t('shell.toast.summary.body', { items: itemCounts(counts, t) }) };
}

/**
 * Makes the words of toasts. Titles of tickets and names are foreign text: they come out as one plain line of bounded
 * length, and on Linux, where the body may be read as markup, escaped.
 */
export function createToastWords(t: Translate, platform: string): ToastWords {
  const body = platform === 'linux' ? escapeMarkup : (text: string) => text;
  return (content, level) => {
    // A summary is a count: it says no more on any level.
    const words = content.kind === 'item' ? itemWords(content, level, t) : summaryWords(content, t);
    return { title: plainText(words.title), body: body(plainText(words.body)) };
  };
}
