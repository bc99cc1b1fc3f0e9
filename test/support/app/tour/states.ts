import type { Page } from 'playwright';
import type { TokensInput } from '../../../../simulator/control/schemas.ts';
import type { ControlClient } from '../../../../simulator/control/client.ts';
import type { Status } from '../../../../contract/status.ts';
import { ask, askUntil } from '../bridge.ts';
import type { RunningApp } from '../launch.ts';
import { toQueue, type QueueKey, type Stop, type Tourist } from './stop.ts';

/** The app in a state, and the Cxpress that drives it there. */
export interface Stage {
  readonly app: RunningApp;
  readonly page: Page;
  readonly baseUrl: string;
  readonly control: ControlClient;
}

/** A state the whole app can be in: how it comes there, and the screens that say so. */
export interface State {
  readonly name: string;
  enter(stage: Stage): Promise<unknown>;
  readonly stops: readonly Stop[];
  /** Back to live; left out where the next state begins from anything. */
  leave?(stage: Stage): Promise<unknown>;
}

/** Long enough for the pictures of every language while a page of the first sync is on its way, short enough for the app to wait for it. */
const SLOW_MS = 12_000;
const ALL_BUT_TASKS = ['ticket', 'consumer', 'department', 'ticketTag', 'consumerTag', 'customField'] as const;

const comes = (page: Page, done: (status: Status) => boolean) => askUntil(page, 'status.get', null, done);
const live = ({ page }: Stage) => comes(page, ({ state, completeUpTo }) => state === 'live' && completeUpTo !== null);
/** Asks for a sync, whatever becomes of it. */
const sync = (page: Page) => ask(page, 'sync.now', null).catch(() => undefined);

/** Signs in as the set-up does, which goes on behind it; the person is past that, and alone behind the address. */
async function signIn({ page, baseUrl, control }: Stage, wish: TokensInput = {}): Promise<void> {
  await ask(page, 'settings.update', { desktopsBehindAddress: 1 });
  await ask(page, 'session.signIn', { baseUrl, ...(await control.tokens(wish)) });
  await ask(page, 'settings.update', { firstRunStep: null });
}

async function signOut({ page }: Stage): Promise<void> {
  await ask(page, 'session.signOut', { wipe: true });
  await comes(page, ({ state }) => state === 'signedOut');
}

/** A queue in a state, with rows or without. */
function queue(name: string, key: QueueKey, ready: (tourist: Tourist) => Promise<unknown> = async () => undefined): Stop {
  return {
    name,
    async show(tourist) {
      await toQueue(tourist, key);
      await ready(tourist);
      return tourist.page;
    },
  };
}

const offline: State = {
  name: 'offline',
  async enter(stage) {
    await stage.control.fault({ kind: 'drop', path: '*', count: null });
    await sync(stage.page);
    await comes(stage.page, ({ state }) => state === 'offline');
  },
  stops: [queue('offline', 'Control+1')],
  async leave(stage) {
    await stage.control.clearFaults();
    await sync(stage.page);
    await live(stage);
  },
};

const needsTokens: State = {
  name: 'needs-tokens',
  async enter({ page, control }) {
    await control.revoke('all');
    await sync(page);
    await comes(page, ({ state }) => state === 'needsTokens');
  },
  stops: [
    {
      name: 'needs-tokens',
      async show({ page, t }) {
        const title = page.getByRole('heading', { name: t('screens.firstRun.renewTitle') });
        const paste = page.getByRole('button', { name: t('screens.queue.banner.paste') }).first();
        await title.or(paste).first().waitFor();
        if (!(await title.isVisible())) await paste.click();
        await title.waitFor();
        return page;
      },
      leave: ({ page, t }) => page.getByRole('button', { name: t('screens.firstRun.back') }).click(),
    },
    queue('needs-tokens-queue', 'Control+1'),
  ],
  async leave(stage) {
    await signIn(stage);
    await live(stage);
  },
};

const signedOut: State = {
  name: 'signed-out',
  enter: signOut,
  stops: [
    {
      name: 'signed-out',
      async show({ page, t }) {
        await page.getByRole('form', { name: t('screens.firstRun.form') }).waitFor();
        return page;
      },
    },
    {
      name: 'signed-out-refused',
      async show({ page, t }) {
        const form = page.getByRole('form', { name: t('screens.firstRun.form') });
        await form.getByLabel(t('screens.firstRun.apiToken.label'), { exact: true }).fill('not-a-token');
        await form.getByLabel(t('screens.firstRun.refreshToken.label'), { exact: true }).fill('not-one-either');
        await form.getByRole('button', { name: t('screens.firstRun.test') }).click();
        await form.locator('[aria-invalid="true"]').first().waitFor();
        return page;
      },
      async leave({ page }) {
        for (const field of await page.locator('[aria-invalid="true"]').all()) await field.fill('');
      },
    },
  ],
};

const firstSync: State = {
  name: 'first-sync',
  async enter(stage) {
    // Tickets, tasks and ticket tags answer late; their pages come one after another.
    await stage.control.fault({ kind: 'latency', path: '/v1/t*', ms: SLOW_MS, count: null });
    await signIn(stage);
    await comes(stage.page, ({ progress }) => progress?.entity === 'ticket' && progress.done > 0);
  },
  stops: [
    queue('first-sync', 'Control+1'),
    queue('first-sync-empty', 'Control+2'),
  ],
  async leave(stage) {
    await stage.control.clearFaults();
    await live(stage);
  },
};

const noPermission: State = {
  name: 'no-permission',
  async enter(stage) {
    await signOut(stage);
    await signIn(stage, { permissions: [...ALL_BUT_TASKS] });
    await live(stage);
    await comes(stage.page, ({ missingPermissions }) => missingPermissions.includes('task'));
  },
  stops: [queue('no-permission', 'Control+2')],
};

const blocked: State = {
  name: 'blocked',
  async enter(stage) {
    await signOut(stage);
    await signIn(stage);
    await live(stage);
    await stage.control.rate({ block: true, address: '127.0.0.1', extendOnHit: true });
    await sync(stage.page);
    await comes(stage.page, ({ state }) => state === 'blocked');
  },
  stops: [queue('blocked', 'Control+1')],
};

/** The states of a signed-in app, each from where the one before left it. The last ends with the app: a block lasts twelve minutes. */
export const STATES: readonly State[] = [offline, needsTokens, signedOut, firstSync, noPermission, blocked];

/** An app on a computer without a keyring, before and after signing in. It has to be started so. */
export const WITHOUT_KEYRING: readonly State[] = [
  {
    name: 'no-keyring-signed-out',
    enter: ({ page }) => comes(page, ({ secureStorage }) => secureStorage.state === 'memory'),
    stops: [{
      name: 'no-keyring-signed-out',
      show: async ({ page }) => page,
    }],
  },
  {
    name: 'no-keyring',
    async enter(stage) {
      await signIn(stage);
      await live(stage);
    },
    stops: [queue('no-keyring', 'Control+1')],
  },
];
