import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { ALL_ROWS } from '../../../../contract/models/filter.ts';
import type { ControlClient } from '../../../../simulator/control/client.ts';
import { writeCollection } from '../../collections/write-collection.ts';
import { ask, askUntil } from '../bridge.ts';
import type { RunningApp } from '../launch.ts';

/** Events that the ledger tells of at least. */
const EVENTS = 6;

/** A signed-in app and the Cxpress behind it. */
export interface Furnished {
  readonly app: RunningApp;
  readonly page: Page;
  readonly control: ControlClient;
}

/** Says who the person is and saves a view with a long name: its filter has a department and two statuses. */
async function settleIn(page: Page): Promise<void> {
  const { agents, departments } = await ask(page, 'agents.list', null);
  const { statuses } = await ask(page, 'queue.facets', { entity: 'ticket' });
  const [me] = agents;
  if (!me) throw new Error('No ticket has an assignee.');
  await ask(page, 'settings.update', {
    me: { key: me.key, id: me.id, name: me.name },
    myDepartmentIds: departments.slice(0, 2).map(({ id }) => id),
    savedViews: [
      { id: 'first', name: 'Financeiro, reembolsos e devoluções pendentes', entity: 'ticket', filter: { ...ALL_ROWS, departmentIds: departments.slice(0, 1).map(({ id }) => id), statuses: statuses.slice(0, 2).map(({ value }) => value) } },
      { id: 'second', name: 'VIP', entity: 'ticket', filter: { ...ALL_ROWS, sort: { by: 'priority', descending: true } } },
    ],
  });
}

/** Lets things happen that the ledger tells of: new tickets, one for the person, changed ones, and one that is deleted. */
async function letThingsHappen({ page, control }: Furnished): Promise<void> {
  const { me } = await ask(page, 'settings.get', null);
  const [, , , changed, deleted] = (await ask(page, 'queue.page', { entity: 'ticket', offset: 0, limit: 5, filter: ALL_ROWS })).rows;
  if (!changed || !deleted) throw new Error('There are too few tickets.');
  await control.emit({ action: 'create', entity: 'ticket', count: 3 });
  await control.emit({ action: 'create', entity: 'ticket', fields: { subject: 'Nota fiscal não foi emitida para o pedido 88031', assigneeId: me?.id ?? null, assigneeName: me?.name ?? null } });
  await control.patch('ticket', changed.id, { status: 'Resolved', priority: 'High' });
  await control.remove('ticket', deleted.id);
  await ask(page, 'sync.now', null);
  await askUntil(page, 'ledger.page', { item: null, search: '', offset: 0, limit: 200 }, ({ entries }) => entries.length >= EVENTS && entries.some(({ kind }) => kind === 'deleted'));
}

/** Makes a signed-in, live app one that is worked with: a person, a view, a past. The system's file dialog answers with a Postman collection. Gives what takes the file away again. */
export async function furnish(furnished: Furnished): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'cxpress-tray-tour-'));
  const file = join(folder, 'acme.postman_collection.json');
  await writeCollection(file, 'offset', 'https://api.acme.example');
  await furnished.app.electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
  await settleIn(furnished.page);
  await letThingsHappen(furnished);
  return () => rm(folder, { recursive: true, force: true });
}
