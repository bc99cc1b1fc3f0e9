import { Variant } from 'dbus-next';
import type { Message } from 'dbus-next';
import { BusConnection, NOTHING, withinTime } from './bus-connection.ts';
import type { Reply } from './bus-connection.ts';
import { TrayItem } from './tray-item.ts';

const NAME = 'org.kde.StatusNotifierWatcher';
const PATH = '/StatusNotifierWatcher';
const DEFAULT_ITEM_PATH = '/StatusNotifierItem';

/**
 * The tray of a test desktop: it owns `org.kde.StatusNotifierWatcher` on the session bus, so that apps have somewhere to
 * put their icon, and hands the icons to the test. Start it before the app.
 */
export class TrayWatcher {
  readonly #connection: BusConnection;
  #items: TrayItem[] = [];
  readonly #waits = new Set<(item: TrayItem) => void>();

  private constructor(connection: BusConnection) {
    this.#connection = connection;
  }

  static async start({ busAddress }: { busAddress?: string } = {}): Promise<TrayWatcher> {
    const connection = await BusConnection.open(busAddress);
    const watcher = new TrayWatcher(connection);
    connection.serve({
      path: PATH,
      name: NAME,
      methods: {
        RegisterStatusNotifierItem: (call) => (watcher.#register(call), NOTHING),
        RegisterStatusNotifierHost: () => NOTHING,
      },
    });
    connection.serve({
      path: PATH,
      name: 'org.freedesktop.DBus.Properties',
      methods: {
        Get: (call) => ({ signature: 'v', body: [watcher.#properties()[(call.body as [string, string])[1]]] }),
        GetAll: () => ({ signature: 'a{sv}', body: [watcher.#properties()] }),
      },
    });
    await connection.onDeparture((owner) => watcher.#forget(owner));
    await connection.own(NAME);
    return watcher;
  }

  /** The icons that are in the tray now, oldest first. */
  get items(): readonly TrayItem[] {
    return this.#items;
  }

  /** The newest icon, or the next one to come when there is none. */
  waitForItem({ timeoutMs = 15_000 } = {}): Promise<TrayItem> {
    const newest = this.#items.at(-1);
    if (newest) return Promise.resolve(newest);
    const next = new Promise<TrayItem>((resolve) => this.#waits.add(resolve));
    return withinTime(next, timeoutMs, () => 'No tray icon appeared');
  }

  dispose(): void {
    this.#connection.dispose();
  }

  /** An app names its object's path, its bus name, or itself by its connection. */
  #register(call: Message): void {
    const [service] = call.body as [string];
    const byPath = service.startsWith('/');
    const item = new TrayItem(this.#connection, byPath ? call.sender : service, byPath ? service : DEFAULT_ITEM_PATH);
    this.#items.push(item);
    this.#emit('StatusNotifierItemRegistered', { signature: 's', body: [service] });
    for (const found of this.#waits) found(item);
    this.#waits.clear();
  }

  #forget(owner: string): void {
    const gone = this.#items.filter((item) => item.owner === owner);
    this.#items = this.#items.filter((item) => item.owner !== owner);
    for (const item of gone) this.#emit('StatusNotifierItemUnregistered', { signature: 's', body: [item.owner] });
  }

  #emit(signal: string, reply: Reply): void {
    this.#connection.emit(PATH, NAME, signal, reply);
  }

  #properties(): Record<string, Variant> {
    return {
      RegisteredStatusNotifierItems: new Variant('as', this.#items.map(({ owner }) => owner)),
      IsStatusNotifierHostRegistered: new Variant('b', true),
      ProtocolVersion: new Variant('i', 0),
    };
  }
}
