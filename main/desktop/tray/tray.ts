import { Menu, nativeImage, Tray } from 'electron';
import type { MenuItemConstructorOptions, NativeImage } from 'electron';
import { drawTemplateIcon, drawTrayIcon } from './tray-icon.ts';
import type { TrayEntry, TrayModel } from './tray-state.ts';

/** An entry that does something when it is clicked. */
export type TrayChoice = Extract<TrayEntry, { kind: 'action' | 'queue' | 'item' }>;

/** The icon in the tray. */
export interface TrayHandle {
  show(model: TrayModel, darkPanel: boolean): void;
  dispose(): void;
}

/** Sizes in points and the scale factors they are drawn for. */
const POINTS: Readonly<Record<string, number>> = { darwin: 16, win32: 16, linux: 22 };
const SCALES = [1, 1.25, 1.5, 2] as const;

function picture(model: TrayModel, dark: boolean, platform: string): NativeImage {
  const image = nativeImage.createEmpty();
  const points = POINTS[platform] ?? 22;
  const scales = platform === 'linux' ? ([1, 2] as const) : SCALES;
  for (const scaleFactor of scales) {
    const size = Math.round(points * scaleFactor);
    const buffer = platform === 'darwin' ? drawTemplateIcon(size, model.mood) : drawTrayIcon({ count: model.count, mood: model.mood, dark }, size);
    image.addRepresentation({ scaleFactor, width: size, height: size, buffer });
  }
  if (platform === 'darwin') image.setTemplateImage(true);
  return image;
}

/** `&` would underline the letter behind it: titles are foreign text. */
function literal(label: string): string {
  return label.replaceAll('&', '&&');
}

function template(entries: readonly TrayEntry[], act: (choice: TrayChoice) => void): MenuItemConstructorOptions[] {
  return entries.map((entry): MenuItemConstructorOptions => {
    switch (entry.kind) {
      case 'action':
        return { id: entry.action, label: literal(entry.label), enabled: entry.enabled, click: () => act(entry) };
      case 'queue':
      case 'item':
        return { label: literal(entry.label), click: () => act(entry) };
      case 'text':
        return { label: literal(entry.label), enabled: false };
      case 'submenu':
        return { label: literal(entry.label), submenu: template(entry.entries, act) };
      case 'line':
        return { type: 'separator' };
    }
  });
}

/** Puts the icon into the tray at the first `show`; draws and fills the menu anew only when something changed. */
export function createTray(act: (choice: TrayChoice) => void, onIconClick: () => void, platform: string): TrayHandle {
  let tray: Tray | null = null;
  let shownPicture = '';
  let shownWords = '';

  const make = (image: NativeImage): Tray => {
    const made = new Tray(image);
    if (platform === 'darwin') made.setIgnoreDoubleClickEvents(true);
    else made.on('click', onIconClick);
    return made;
  };
  return {
    show(model, darkPanel) {
      const print = [model.mood, Math.min(model.count, 10), darkPanel].join();
      if (!tray || print !== shownPicture) {
        const image = picture(model, darkPanel, platform);
        if (tray) tray.setImage(image);
        else tray = make(image);
        shownPicture = print;
      }
      const words = JSON.stringify([model.tooltip, model.menu]);
      if (words === shownWords) return;
      shownWords = words;
      tray.setToolTip(model.tooltip);
      if (platform === 'darwin') tray.setTitle(model.count > 0 ? String(model.count) : '');
      // A menu that is set cannot be changed in place on Linux, so it is set anew.
      tray.setContextMenu(Menu.buildFromTemplate(template(model.menu, act)));
    },
    dispose() {
      tray?.destroy();
      tray = null;
    },
  };
}
