import type { ChangeEvent } from '../../simulator/event-log.ts';
import type { Told } from './told.ts';

/** Fields whose values say something by themselves; ids and long texts do not. */
const QUOTED: ReadonlySet<string> = new Set(['status', 'priority', 'subject', 'title', 'assigneeName', 'channel']);

/** Puts the live part into plain lines, each change once. */
export interface LiveLog {
  /** Changes and the notifications that told them. */
  told(pairs: readonly Told[]): void;
  /** Changes alone, where nobody watches the notification service. */
  changed(events: readonly ChangeEvent[]): void;
}

function value(raw: unknown): string {
  if (raw === null || raw === undefined || raw === '') return 'none';
  const text = typeof raw === 'string' ? raw : JSON.stringify(raw);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function change(event: ChangeEvent): string {
  if (event.type === 'create') return `new, “${event.title}”`;
  if (event.type === 'delete') return 'deleted';
  const fields = Object.entries(event.changes).map(([field, { from, to }]) => (QUOTED.has(field) ? `${field} ${value(from)} → ${value(to)}` : `${field} changed`));
  return fields.join(', ') || 'changed';
}

function hint(event: ChangeEvent): string {
  if (event.webhookSentAt === null || event.webhookAckMs === null) return '';
  return `, hint after ${Math.round(event.webhookSentAt - event.at + event.webhookAckMs)} ms`;
}

/** As the toasts quote it: `#1042`, or a number that is not plain digits as it is. */
function quoted(event: ChangeEvent): string {
  const number = event.number ?? event.id;
  return /^\d+$/.test(number) ? `#${number}` : number;
}

/** Makes a {@link LiveLog} that says its lines to `say`. */
export function createLiveLog(say: (line: string) => void): LiveLog {
  const said = new Set<number>();
  const once = (event: ChangeEvent, end: string): void => {
    if (said.has(event.seq)) return;
    said.add(event.seq);
    say(`${event.entity} ${quoted(event)}: ${change(event)}${hint(event)}${end}`);
  };
  return {
    told(pairs) {
      for (const { event, ms, how } of pairs) once(event, `, told ${how === 'summary' ? 'in a summary ' : ''}after ${Math.round(ms)} ms`);
    },
    changed(events) {
      for (const event of events) once(event, '');
    },
  };
}
