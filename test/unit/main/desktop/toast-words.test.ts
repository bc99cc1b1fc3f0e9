import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldChange } from '../../../../contract/models/views.ts';
import { plainText } from '../../../../main/desktop/plain-text.ts';
import { createToastWords } from '../../../../main/desktop/toast-words.ts';
import { createWords } from '../../../../main/i18n.ts';
import { pendingEvent } from '../../../support/electron/pending-event.ts';

const { t } = createWords('en');
const words = createToastWords(t, 'win32');
const change = (field: string, from: string | null, to: string | null, label: string | null = null): FieldChange => ({ field, label, from, to });
const item = (...events: ReturnType<typeof pendingEvent>[]) => words({ kind: 'item', events }, 'full');

describe('words of a toast', () => {
  it('tell a new ticket', () => {
    expect(item(pendingEvent({ kind: 'new' }))).toEqual({ title: 'New ticket: #1042 Cannot log in', body: 'Maria Souza · Billing · Open' });
  });

  it('tell a new task without number, names or title', () => {
    const row = { number: null, title: ' ', departmentName: null, consumerName: null, status: null };
    expect(item(pendingEvent({ entity: 'task', kind: 'new', row }))).toEqual({ title: 'New task: without a title', body: '' });
  });

  it('tell what changed', () => {
    expect(item(pendingEvent({ changes: [change('status', 'Open', 'Pending'), change('assigneeId', null, 'Ana')] }))).toEqual({
      title: 'Ticket #1042 Cannot log in',
      body: 'Status: Open → Pending · Assignee: none → Ana',
    });
  });

  it('name custom fields by their label, and long or technical values not at all', () => {
    expect(item(pendingEvent({ changes: [change('customFields.c1', 'a', 'b', 'Contract'), change('description', 'long…', 'longer…'), change('dueAt', '1', '2')] })).body).toBe('Contract: a → b · Description changed · Due changed');
    expect(item(pendingEvent({ changes: [change('customFields.c1', 'a', 'b')] })).body).toBe('Custom fields: a → b');
  });

  it('count what does not fit', () => {
    const changes = ['status', 'priority', 'departmentId', 'tagIds', 'consumerId'].map((field) => change(field, 'a', 'b'));
    expect(item(pendingEvent({ changes })).body).toBe('Status: a → b · Priority: a → b · Department: a → b · 2 more changes');
  });

  it('tell several changes of one item as one, and leave out what came back', () => {
    const first = pendingEvent({ changes: [change('status', 'Open', 'Pending'), change('priority', 'Low', 'High')] });
    const second = pendingEvent({ seq: 2, changes: [change('status', 'Pending', 'Closed'), change('priority', 'High', 'Low')], row: { status: 'Closed' } });
    expect(item(first, second).body).toBe('Status: Open → Closed');
    expect(item(pendingEvent({ kind: 'new' }), second).title).toBe('New ticket: #1042 Cannot log in');
  });

  it('count from the first value also when that was none', () => {
    const first = pendingEvent({ changes: [change('assigneeId', null, 'Ana'), change('priority', null, 'High')] });
    const second = pendingEvent({ seq: 2, changes: [change('assigneeId', 'Ana', 'Bea'), change('priority', 'High', null)] });
    expect(item(first, second).body).toBe('Assignee: none → Bea');
  });

  it('say at least that something was updated', () => {
    expect(item(pendingEvent()).body).toBe('Updated');
  });

  it.each([
    [{ ticket: 1, task: 0 }, '1 ticket, new or changed'],
    [{ ticket: 0, task: 2 }, '2 tasks, new or changed'],
    [{ ticket: 1200, task: 1 }, '1,200 tickets and 1 task, new or changed'],
  ])('count in a summary: %j', (counts, body) => {
    expect(words({ kind: 'summary', counts, reason: 'away' }, 'full')).toEqual({ title: 'While you were away', body });
    expect(words({ kind: 'summary', counts, reason: 'flood' }, 'full').title).toBe('More news in the queues');
    expect(words({ kind: 'summary', counts, reason: 'digest' }, 'hidden')).toEqual({ title: 'News of the last minutes', body });
  });

  it('tell what woke from its snooze: as it is, or what changed', () => {
    expect(item(pendingEvent({ kind: 'woke' }))).toEqual({ title: 'Back from snooze: #1042 Cannot log in', body: 'Maria Souza · Billing · Open' });
    expect(item(pendingEvent({ changes: [change('status', 'Open', 'Pending')] }), pendingEvent({ seq: 2, kind: 'woke' })).body).toBe('Status: Open → Pending');
  });

  it.each([[45, 'Waiting for 45 min without assignee · Billing'], [119, 'Waiting for 119 min without assignee · Billing'], [121, 'Waiting for 2 h without assignee · Billing'], [60 * 49, 'Waiting for 2 days without assignee · Billing']])('tell how long nobody has taken something: %d minutes', (minutes, body) => {
    const waiting = pendingEvent({ kind: 'waiting', seenAt: minutes * 60_000, row: { createdAt: 0 } });
    expect(item(waiting)).toEqual({ title: 'Nobody has taken #1042 Cannot log in', body });
  });

  it('do not guess since when something waits', () => {
    expect(item(pendingEvent({ kind: 'waiting' })).body).toBe('Billing');
  });

  it.each([
    ['number', { kind: 'new' }, 'New ticket: #1042', 'Billing'],
    ['number', { kind: 'new', row: { number: null, departmentName: null } }, 'New ticket', ''],
    ['number', { entity: 'task' }, 'Task changed: #1042', 'Billing'],
    ['hidden', { kind: 'new' }, 'New ticket', ''],
    ['hidden', {}, 'Ticket changed', ''],
    ['hidden', { kind: 'woke' }, 'Ticket back from snooze', ''],
    ['hidden', { entity: 'task', kind: 'waiting' }, 'Task without assignee', ''],
  ] as const)('on the level %s of %j say only: %s', (level, fields, title, body) => {
    const event = pendingEvent({ changes: [change('status', 'Open', 'Secret')], ...fields });
    expect(words({ kind: 'item', events: [event] }, level)).toEqual({ title, body });
  });

  it('escape markup in the body on Linux alone, where it would be read', () => {
    const event = pendingEvent({ changes: [change('status', 'A & B', '<b>x</b>')], row: { title: 'a < b' } });
    expect(createToastWords(t, 'linux')({ kind: 'item', events: [event] }, 'full')).toEqual({ title: 'Ticket #1042 a < b', body: 'Status: A &amp; B → &lt;b&gt;x&lt;/b&gt;' });
    expect(item(event).body).toBe('Status: A & B → <b>x</b>');
  });

  it('take nothing of a foreign text for words of their own', () => {
    expect(item(pendingEvent({ row: { title: '{{number}} $t(shell.tray.quit)' } })).title).toContain('{{number}}');
  });

  it('stay one plain line of bounded length, whatever the ticket says', () => {
    const hostile = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\u202e', '\u0000', '\n', '\u2066', '<img src=x>', '\u200b', '😀'.repeat(50), '&amp;')), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(hostile, hostile, (title, value) => {
        const { title: shownTitle, body } = createToastWords(t, 'linux')({ kind: 'item', events: [pendingEvent({ changes: [change('status', value, `${value}!`)], row: { title } })] }, 'full');
        for (const text of [shownTitle, body]) expect(text).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B\u2028\u2029]/u);
        expect([...shownTitle].length).toBeLessThanOrEqual(200);
        expect(body).not.toMatch(/[<>]/);
      }),
    );
  });
});

describe('plainText', () => {
  it('cuts between characters', () => {
    expect([...plainText('😀'.repeat(300))]).toEqual([...'😀'.repeat(199), '…']);
    expect(plainText('a'.repeat(200))).toBe('a'.repeat(200));
  });
});
