import { Message, MessageType, sessionBus } from 'dbus-next';
import type { MessageBus } from 'dbus-next';

/** What a method gives back: its D-Bus signature and the values. */
export interface Reply {
  readonly signature: string;
  readonly body: unknown[];
}

/** The methods of one interface at one path: by member name, each from the call (with its sender and body) to the reply. */
export interface ServedInterface {
  readonly path: string;
  readonly name: string;
  readonly methods: Readonly<Record<string, (call: Message) => Reply>>;
}

/** The reply of a method that gives nothing back. */
export const NOTHING: Reply = { signature: '', body: [] };

/** Ends a wait that nothing answered, so that a test says what it waited for. */
export function withinTime<T>(promise: Promise<T>, timeoutMs: number, missing: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${missing()} (waited ${timeoutMs} ms)`)), timeoutMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * A connection to a session bus that can serve interfaces and call others, on plain messages: the desktop services that
 * the tests play, and the objects that Electron exports, have no introspection data to build proxies from.
 */
export class BusConnection {
  readonly #bus: MessageBus;
  readonly #served: ServedInterface[] = [];
  #disposed = false;

  private constructor(bus: MessageBus) {
    this.#bus = bus;
    bus.addMethodHandler((call: Message) => this.#answer(call));
  }

  /** Connects to the bus at `busAddress` (default: the session's). */
  static async open(busAddress?: string): Promise<BusConnection> {
    const bus = sessionBus(busAddress === undefined ? {} : { busAddress });
    await new Promise<void>((resolve, reject) => {
      bus.on('connect', resolve);
      bus.on('error', reject);
    });
    return new BusConnection(bus);
  }

  /** Owns a well-known name, or fails when somebody else has it. */
  async own(name: string): Promise<void> {
    const DO_NOT_QUEUE = 4;
    const reply = await this.#bus.requestName(name, DO_NOT_QUEUE);
    const PRIMARY_OWNER = 1;
    if (reply !== PRIMARY_OWNER) throw new Error(`${name} belongs to another program on this bus.`);
  }

  /** Answers the calls to an interface. */
  serve(served: ServedInterface): void {
    this.#served.push(served);
  }

  /** Broadcasts a signal. */
  emit(path: string, iface: string, member: string, { signature, body }: Reply): void {
    this.#bus.send(Message.newSignal(path, iface, member, signature, body));
  }

  /** Calls a method of another program and returns its values. */
  async call(destination: string, path: string, iface: string, member: string, given: Reply = NOTHING): Promise<unknown[]> {
    const { signature, body } = given;
    const reply = await this.#bus.call(new Message({ destination, path, interface: iface, member, signature, body }));
    return (reply?.body as unknown[] | undefined) ?? [];
  }

  /** Whether somebody on the bus has this name. */
  async hasOwner(name: string): Promise<boolean> {
    const [owned] = await this.call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameHasOwner', { signature: 's', body: [name] });
    return owned === true;
  }

  /** Listens to the bus telling that a program has left it; `name` is what that program was called. */
  async onDeparture(listener: (name: string) => void): Promise<void> {
    this.#bus.on('message', (message: Message) => {
      if (message.type !== MessageType.SIGNAL || message.member !== 'NameOwnerChanged') return;
      const [name, , newOwner] = message.body as [string, string, string];
      if (newOwner === '') listener(name);
    });
    const rule = "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'";
    await this.call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'AddMatch', { signature: 's', body: [rule] });
  }

  dispose(): void {
    this.#disposed = true;
    // The library answers calls that were on their way with an error, into a stream that is closed by then.
    this.#bus.send = () => undefined;
    this.#bus.disconnect();
  }

  /** Whether the call needs no other answer. Calls that were on their way when the connection was closed get none. */
  #answer(call: Message): boolean {
    if (this.#disposed) return true;
    const served = this.#served.find(({ path, name }) => call.path === path && (call.interface === name || !call.interface));
    const method = served?.methods[call.member];
    if (!method) return false;
    const { signature, body } = method(call);
    this.#bus.send(Message.newMethodReturn(call, signature, body));
    return true;
  }
}
