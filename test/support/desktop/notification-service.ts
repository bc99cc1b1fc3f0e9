import { appendFileSync } from 'node:fs';
import type { Variant } from 'dbus-next';
import { BusConnection, NOTHING, withinTime } from './bus-connection.ts';

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';

/** What the desktop can do; an app adapts to it. */
const CAPABILITIES = ['actions', 'body', 'body-markup', 'icon-static', 'persistence'];

/** Why a notification went away (Desktop Notifications Specification 1.2, "NotificationClosed"). */
const CLOSED = { dismissed: 2, byCall: 3 } as const;

/** A notification as the desktop received it. */
export interface ShownNotification {
  readonly id: number;
  /** The name under which the app presented itself. */
  readonly app: string;
  readonly summary: string;
  /** As sent: a desktop that announces `body-markup` would interpret it. */
  readonly body: string;
  readonly actions: readonly { readonly key: string; readonly label: string }[];
  /** 0 low, 1 normal, 2 critical. */
  readonly urgency: number | undefined;
  /** The notification that this one took the place of; 0: none. */
  readonly replaces: number;
  /** When it arrived, in ms since the epoch. */
  readonly at: number;
  /** The same moment on this process's monotonic clock (`performance.now()`). */
  readonly monotonicMs: number;
}

type NotifyBody = [app: string, replaces: number, icon: string, summary: string, body: string, actions: string[], hints: Record<string, Variant>, expireMs: number];

interface Wait {
  readonly matches: (shown: ShownNotification) => boolean;
  readonly found: (shown: ShownNotification) => void;
}

/**
 * The notification service of a test desktop: it owns `org.freedesktop.Notifications` on the session bus, keeps
 * everything that it was told to show, and can click and dismiss like a person.
 */
export class NotificationService {
  readonly #connection: BusConnection;
  readonly #record: string | undefined;
  readonly #shown: ShownNotification[] = [];
  readonly #closed = new Set<number>();
  readonly #waits = new Set<Wait>();
  #lastId = 0;

  private constructor(connection: BusConnection, record: string | undefined) {
    this.#connection = connection;
    this.#record = record;
  }

  /** Starts the service; with `record`, each notification is also appended to that file as a line of JSON. */
  static async start({ busAddress, record }: { busAddress?: string; record?: string } = {}): Promise<NotificationService> {
    const connection = await BusConnection.open(busAddress);
    const service = new NotificationService(connection, record);
    connection.serve({
      path: PATH,
      name: NAME,
      methods: {
        Notify: (call) => ({ signature: 'u', body: [service.#notify(call.body as NotifyBody)] }),
        CloseNotification: (call) => (service.#close((call.body as [number])[0], CLOSED.byCall), NOTHING),
        GetCapabilities: () => ({ signature: 'as', body: [CAPABILITIES] }),
        GetServerInformation: () => ({ signature: 'ssss', body: ['test desktop', 'Cxpress Tray', '1', '1.2'] }),
      },
    });
    await connection.own(NAME);
    return service;
  }

  /** Everything shown so far, oldest first. */
  get shown(): readonly ShownNotification[] {
    return this.#shown;
  }

  /** Whether a notification was closed: by a click, by the person, or by its app. */
  isClosed(id: number): boolean {
    return this.#closed.has(id);
  }

  /**
   * Waits for a notification. Those already shown count too, except the first `skip`; so that only later ones count, take
   * `service.shown.length` before the deed that should lead to one.
   */
  waitFor(matches: (shown: ShownNotification) => boolean, { skip = 0, timeoutMs = 15_000 } = {}): Promise<ShownNotification> {
    const there = this.#shown.slice(skip).find(matches);
    if (there) return Promise.resolve(there);
    let wait: Wait | undefined;
    const found = new Promise<ShownNotification>((resolve) => {
      wait = { matches, found: resolve };
      this.#waits.add(wait);
    });
    const seen = () => this.#shown.slice(skip).map(({ summary, body }) => `“${summary}: ${body}”`).join(', ') || 'none';
    return withinTime(found, timeoutMs, () => `The expected notification did not come; came: ${seen()}`).finally(() => wait && this.#waits.delete(wait));
  }

  /** Clicks a notification as a person would: on itself (`default`) or on one of its buttons. It then goes away. */
  click(id: number, action = 'default'): void {
    this.#connection.emit(PATH, NAME, 'ActionInvoked', { signature: 'us', body: [id, action] });
    this.#close(id, CLOSED.dismissed);
  }

  /** Dismisses a notification without clicking it. */
  dismiss(id: number): void {
    this.#close(id, CLOSED.dismissed);
  }

  dispose(): void {
    this.#connection.dispose();
  }

  #notify([app, replaces, , summary, body, actions, hints]: NotifyBody): number {
    const id = replaces || ++this.#lastId;
    const shown: ShownNotification = {
      id,
      app,
      summary,
      body,
      actions: pairs(actions),
      urgency: hints['urgency']?.value as number | undefined,
      replaces,
      at: Date.now(),
      monotonicMs: performance.now(),
    };
    this.#shown.push(shown);
    if (this.#record !== undefined) appendFileSync(this.#record, `${JSON.stringify(shown)}\n`);
    for (const wait of this.#waits) if (wait.matches(shown)) wait.found(shown);
    return id;
  }

  #close(id: number, reason: number): void {
    this.#closed.add(id);
    this.#connection.emit(PATH, NAME, 'NotificationClosed', { signature: 'uu', body: [id, reason] });
  }
}

function pairs(flat: readonly string[]): { key: string; label: string }[] {
  return flat.flatMap((key, index) => (index % 2 === 0 ? [{ key, label: flat[index + 1] ?? '' }] : []));
}
