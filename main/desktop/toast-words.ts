import type { FieldChange } from '../../contract/models/views.ts';
import type { ToastContent, ToastWords } from '../../core/notify/port.ts';
import type { PendingEvent } from '../../core/store/store.ts';
import type { Translate } from '../i18n.ts';
import { escapeMarkup, plainText } from './plain-text.ts';

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

/** `#1042 Cannot log in`; a number that is not plain digits is taken as it is. */
function heading(event: PendingEvent, t: Translate): string {
  const { number, title } = event.row;
  const quoted = number !== null && /^\d+$/.test(number) ? `#${number}` : number;
  const name = title.trim() === '' ? t('shell.toast.untitled') : title;
  return quoted === null ? name : `${quoted} ${name}`;
}

function changesBody(events: readonly PendingEvent[], t: Translate): string {
  const changes = netChanges(events);
  const named = changes.slice(0, NAMED_CHANGES).map((change) => changeText(change, t));
  const rest = changes.length - named.length;
  if (rest > 0) named.push(t('shell.toast.more', { count: rest }));
  return named.length === 0 ? t('shell.toast.updated') : named.join(' · ');
}

function newBody(event: PendingEvent): string {
  const { consumerName, departmentName, status } = event.row;
  return [consumerName, departmentName, status].filter((part) => part !== null && part !== '').join(' · ');
}

function itemWords(content: ItemContent, t: Translate): { title: string; body: string } {
  const last = content.events.at(-1);
  if (!last) return { title: t('shell.toast.updated'), body: '' };
  const isNew = content.events.some((event) => event.kind === 'new');
  const title = t(`shell.toast.${isNew ? 'new' : 'changed'}.${last.entity}`, { title: heading(last, t) });
  return { title, body: isNew ? newBody(last) : changesBody(content.events, t) };
}

function summaryWords({ counts, reason }: SummaryContent, t: Translate): { title: string; body: string } {
  const tickets = t('shell.toast.summary.tickets', { count: counts.ticket });
  const tasks = t('shell.toast.summary.tasks', { count: counts.task });
  const both = counts.ticket > 0 && counts.task > 0;
  const items = both ? t('shell.toast.summary.both', { tickets, tasks }) : counts.ticket > 0 ? tickets : tasks;
  return { title: t(`shell.toast.summary.${reason}`), body: t('shell.toast.summary.body', { items }) };
}

/**
 * Makes the words of toasts. Titles of tickets and names are foreign text: they come out as one plain line of bounded
 * length, and on Linux, where the body may be read as markup, escaped.
 */
export function createToastWords(t: Translate, platform: string): ToastWords {
  const body = platform === 'linux' ? escapeMarkup : (text: string) => text;
  return (content) => {
    const words = content.kind === 'item' ? itemWords(content, t) : summaryWords(content, t);
    return { title: plainText(words.title), body: body(plainText(words.body)) };
  };
}
