// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ItemDetail } from '../../../../contract/models/views.ts';
import { fail, ok } from '../../../../contract/result.ts';
import { createI18n } from '../../../../renderer/app/i18n.ts';
import { initials } from '../../../../renderer/detail/ConsumerCard.tsx';
import { DetailPane } from '../../../../renderer/detail/DetailPane.tsx';
import { changeWords } from '../../../../renderer/detail/history-words.ts';
import { createFormats } from '../../../../renderer/format/formats.ts';
import { CommandProvider } from '../../../../renderer/palette/CommandProvider.tsx';
import { ItemActionsProvider } from '../../../../renderer/queue/ItemActions.tsx';
import { Toaster } from '../../../../renderer/status/Toaster.tsx';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { NOW, sampleDetail, sampleQueue, sampleRow } from '../../../support/renderer-data.ts';

async function show(change: Partial<ItemDetail> = {}) {
  const bridge = fakeBridge({ rows: { ticket: sampleQueue('ticket', 3), task: [] } });
  bridge.answer('item.get', () => ok({ ...sampleDetail(sampleRow('ticket', 1)), ...change }));
  const opened: string[] = [];
  const view = await renderWindow(bridge, (
    <CommandProvider>
      <Toaster>
        <ItemActionsProvider onWhy={({ id }) => opened.push(`why ${id}`)}>
          <DetailPane entity="ticket" id="ticket-1" onOpen={(entity, id) => opened.push(`${entity} ${id}`)} onClose={() => opened.push('closed')} onConsumer={(id) => opened.push(id)} />
        </ItemActionsProvider>
      </Toaster>
    </CommandProvider>
  ));
  await settle();
  return { bridge, opened, pane: screen.getByRole('region', { name: 'Details' }), ...view };
}
const section = (name: string) => screen.getByRole('region', { name });

describe('detail pane', () => {
  it('shows everything that is known', async () => {
    const { pane } = await show();
    for (const words of ['#104199', 'Nota fiscal emitida com CNPJ errado', 'Pending', 'Normal', 'Financeiro', 'Beatriz Nogueira', 'WhatsApp', 'Número do pedido', 'BR-2026-118230', 'Nota fiscal']) expect(pane.textContent).toContain(words);
    for (const words of ['João Pedro Albuquerque', 'maria.aparecida.santos@transportadora-santos.example', '+55 11 95555-0142', '123.456.789-09', 'VIP', 'Segmento']) expect(section('Consumer').textContent).toContain(words);
    expect(section('Description').textContent).toContain('desde a atualização');
  });
  it('tells the history newest first, field by field', async () => {
    await show();
    const entries = within(section('History')).getAllByRole('listitem').map((entry) => entry.textContent);
    expect(entries[0]).toMatch(/^Status: Open → Pending14:02 · Webhook call$/);
    expect(entries[1]).toMatch(/^Assignee: empty → Beatriz NogueiraDepartment: Comercial → Suporte Técnico11:03/);
    expect(entries[2]).toMatch(/^NewFri 20 Nov, 14:03 · Regular sync$/);
  });
  it('draws hostile text as text', async () => {
    const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    const { container } = await show({ description: hostile, row: { ...sampleRow('ticket', 1), title: hostile } });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(hostile);
    expect(section('Description').textContent).toContain(hostile);
    expect(container.querySelector('img, script')).toBeNull();
  });
  it('opens what belongs to it, and closes', async () => {
    const { opened, user } = await show();
    await user.click(within(section('Tasks')).getByRole('button', { name: /Ligar para a transportadora/ }));
    await user.click(screen.getByRole('button', { name: 'Close details' }));
    expect(opened).toEqual(['task task-0', 'closed']);
  });
  it('turns read into unread and back', async () => {
    const { bridge, user } = await show();
    await user.click(screen.getByRole('button', { name: 'Mark as read' }));
    expect(bridge.asked('item.markRead')).toEqual([{ entity: 'ticket', ids: ['ticket-1'], read: true }]);
  });
  it('offers no way to make a deleted item unread, and no due chip for it', async () => {
    const history: ItemDetail['history'] = [{ seq: 9, kind: 'deleted', at: NOW, seenAt: NOW, source: 'poll', changes: [] }];
    await show({ gone: 'deleted', history, row: { ...sampleRow('ticket', 1), unread: false, dueAt: NOW - 7_200_000 }, tasks: [] });
    expect(screen.queryByRole('button', { name: 'Mark as unread' })).toBeNull();
    expect(screen.queryByText(/Overdue/)).toBeNull();
  });
  it('tells due time and an urgent priority once, and yes-no values in words', async () => {
    const { pane } = await show({ row: { ...sampleRow('ticket', 1), priority: 'Urgent', dueAt: NOW + 7_200_000 }, customFields: [{ id: 'cf', name: 'Contract', value: 'true', type: null }] });
    expect(pane.textContent.match(/Urgent/g)).toHaveLength(1);
    expect(pane.textContent.match(/16:03/g)).toHaveLength(1);
    expect(section('Properties').textContent).toContain('ContractYes');
  });
  it('reads an open item again when it changes under one’s eyes, but not when one made it unread oneself', async () => {
    const { bridge, user } = await show({ row: { ...sampleRow('ticket', 1), unread: false } });
    const row = { ...sampleRow('ticket', 1), unread: true };
    bridge.answer('item.get', () => ok({ ...sampleDetail(sampleRow('ticket', 1)), row }));
    await user.click(screen.getByRole('button', { name: 'Mark as unread' }));
    await settle();
    expect(bridge.asked('item.markRead')).toEqual([{ entity: 'ticket', ids: ['ticket-1'], read: false }]);
    bridge.answer('item.get', () => ok({ ...sampleDetail(sampleRow('ticket', 1)), row: { ...row, updatedAt: NOW } }));
    await act(async () => bridge.push('items.changed', { entity: 'ticket', ids: ['ticket-1'], all: false }));
    await waitFor(() => expect(bridge.asked('item.markRead').at(-1)).toEqual({ entity: 'ticket', ids: ['ticket-1'], read: true }));
  });
  it('says when an item is unknown, and of one that is gone how', async () => {
    const { bridge } = await show();
    bridge.answer('item.get', () => fail('notFound'));
    await act(async () => bridge.push('items.changed', { entity: 'ticket', ids: ['ticket-1'], all: false }));
    await waitFor(() => expect(screen.getByText('Cxpress does not know this item any more.')).toBeTruthy());
    const ways = [['deleted', 'was deleted in Cxpress'], ['notFound', 'does not know it any more'], ['forbidden', 'may not read it any more'], ['unlisted', 'no longer lists it']] as const;
    for (const [gone, words] of ways) {
      bridge.answer('item.get', () => ok({ ...sampleDetail(sampleRow('ticket', 1)), gone, history: [{ seq: 9, kind: 'deleted', at: NOW, seenAt: NOW, source: 'poll', changes: [] }] }));
      await act(async () => bridge.push('items.changed', { entity: 'ticket', ids: ['ticket-1'], all: false }));
      await waitFor(() => expect(screen.getByRole('note').textContent).toContain(words));
    }
    expect(screen.getByText('Left the queue')).toBeTruthy();
  });
  it('does without what the API did not say', async () => {
    await show({ consumer: null, customFields: [], tasks: [], history: [], description: '', channel: null, row: { ...sampleRow('ticket', 1), title: '', number: null, status: null, priority: null, departmentName: null, assigneeName: null, tags: [], dueAt: null, createdAt: null, updatedAt: null } });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Without a title');
    expect(screen.getByText('Nobody')).toBeTruthy();
    expect(screen.getByText('No description.')).toBeTruthy();
    expect(screen.getByText('No change seen yet.')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Consumer' })).toBeNull();
  });
});

describe('words of a change', () => {
  const { t } = createI18n('en');
  const words = (field: string, from: string | null, to: string | null, label: string | null = null) => changeWords(t, createFormats('en', 'UTC'), { field, label, from, to }, Date.UTC(2026, 10, 22, 14));
  it.each([
    [words('status', 'Open', 'Pending'), 'Status: Open → Pending'], [words('customFields.cf-1', null, 'BR-1', 'Número do pedido'), 'Número do pedido: empty → BR-1'], [words('dueAt', null, '2026-11-24T09:30:00.000Z'), 'Due: empty → Tue 24 Nov, 09:30'],
    [words('customFields.cf-2', 'true', 'false', 'Contract'), 'Contract: Yes → No'],
    [words('description', 'a', 'b'), 'Description changed'], [words('subject', 'x'.repeat(200), 'y'), 'Subject changed'], [words('somethingNew', 'a', 'b'), 'somethingNew: a → b'],
  ])('%s', (said, expected) => expect(said).toBe(expected));
});

describe('initials', () => {
  it.each([['Maria Aparecida dos Santos', 'MS'], ['Íris', 'Í'], ['', ''], ['😀 Smith', '😀S']])('%s', (name, letters) => expect(initials(name)).toBe(letters));
});
