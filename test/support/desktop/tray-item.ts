import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Variant } from 'dbus-next';
import type { BusConnection } from './bus-connection.ts';

const ITEM = 'org.kde.StatusNotifierItem';
const MENU = 'com.canonical.dbusmenu';
const PROPERTIES = 'org.freedesktop.DBus.Properties';

/** An entry of a tray menu; the root has no label. */
export interface MenuEntry {
  readonly id: number;
  readonly label: string;
  readonly separator: boolean;
  readonly enabled: boolean;
  readonly visible: boolean;
  /** `undefined`: it is no check box and no radio button. */
  readonly checked: boolean | undefined;
  readonly children: readonly MenuEntry[];
}

type Properties = Record<string, Variant | undefined>;
type Layout = [id: number, properties: Properties, children: Variant<Layout>[]];

/** A tray icon as the desktop's panel sees it: what it shows, its menu, and clicks on both. */
export class TrayItem {
  readonly #connection: BusConnection;
  readonly owner: string;
  readonly #path: string;

  constructor(connection: BusConnection, owner: string, path: string) {
    this.#connection = connection;
    this.owner = owner;
    this.#path = path;
  }

  /** The text shown when the pointer rests on the icon. */
  async tooltip(): Promise<string> {
    const { ToolTip: tooltip } = await this.#properties();
    const [, , title, description] = (tooltip?.value ?? ['', [], '', '']) as [string, unknown[], string, string];
    return [title, description].filter(Boolean).join('\n');
  }

  /** Whether there is a picture to draw: its pixels, or (what Electron does on GNOME) the name of a file in a folder. */
  async hasIcon(): Promise<boolean> {
    const { IconPixmap: pixmap, IconName: name, IconThemePath: folder } = await this.#properties();
    if (name?.value) return existsSync(join(String(folder?.value), `${name.value}.png`)) || existsSync(String(name.value));
    return ((pixmap?.value ?? []) as [number, number, Uint8Array][]).some(([width, height, bytes]) => width > 0 && height > 0 && bytes.length > 0);
  }

  /** The menu as it is now. */
  async menu(): Promise<MenuEntry> {
    const [, layout] = await this.#connection.call(this.owner, await this.#menuPath(), MENU, 'GetLayout', { signature: 'iias', body: [0, -1, []] });
    return entry(layout as Layout);
  }

  /**
   * Clicks the menu entry with this label; more labels lead through submenus. The app may replace its menu between the
   * look and the click, and a new menu has new ids: then it looks again. A click refused under an id that is still in the
   * menu is a failure.
   */
  async choose(...labels: string[]): Promise<void> {
    for (let id = await this.#find(labels); ; ) {
      try {
        await this.#click(id);
        return;
      } catch (error) {
        const now = await this.#find(labels);
        if (now === id) throw error;
        id = now;
      }
    }
  }

  async #find(labels: readonly string[]): Promise<number> {
    let at = await this.menu();
    for (const label of labels) {
      const next = at.children.find((child) => child.label === label);
      if (!next) throw new Error(`The tray menu has no “${label}”; it has: ${at.children.map((child) => child.label || '—').join(', ')}`);
      at = next;
    }
    return at.id;
  }

  async #click(id: number): Promise<void> {
    await this.#connection.call(this.owner, await this.#menuPath(), MENU, 'Event', { signature: 'isvu', body: [id, 'clicked', new Variant('s', ''), 0] });
  }

  /** Clicks the icon itself. */
  async activate(): Promise<void> {
    await this.#connection.call(this.owner, this.#path, ITEM, 'Activate', { signature: 'ii', body: [0, 0] });
  }

  async #properties(): Promise<Properties> {
    const [all] = await this.#connection.call(this.owner, this.#path, PROPERTIES, 'GetAll', { signature: 's', body: [ITEM] });
    return all as Properties;
  }

  async #menuPath(): Promise<string> {
    const { Menu: menu } = await this.#properties();
    if (typeof menu?.value !== 'string') throw new Error('The tray icon has no menu.');
    return menu.value;
  }
}

function entry([id, properties, children]: Layout): MenuEntry {
  const value = <T>(name: string, otherwise: T) => (properties[name]?.value ?? otherwise) as T;
  const state = value<string>('toggle-type', '') === '' ? undefined : value<number>('toggle-state', 0) === 1;
  return {
    id,
    label: withoutMnemonic(value('label', '')),
    separator: value<string>('type', '') === 'separator',
    enabled: value('enabled', true),
    visible: value('visible', true),
    checked: state,
    children: children.map((child) => entry(child.value)),
  };
}

/** In a menu label `_` marks the next letter as a shortcut and `__` is an underscore. */
function withoutMnemonic(label: string): string {
  return label.replace(/_(.)/g, '$1');
}
