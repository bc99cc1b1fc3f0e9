import { join } from 'node:path';
import type { Language } from '../../contract/locales/languages.ts';
import { createAlbum, type Album } from '../demo/album.ts';
import { say } from '../demo/say.ts';
import { setStage, signInOnStage, type Stage } from '../demo/stage.ts';
import { ask } from '../../test/support/app/bridge.ts';
import { TOUR, type Stop, type Tourist } from '../../test/support/app/tour.ts';
import { wordsOf } from '../../test/support/app/words.ts';
import { NotificationService } from '../../test/support/desktop/notification-service.ts';
import { TrayWatcher } from '../../test/support/desktop/tray-watcher.ts';
import { writeSheet } from './sheet.ts';

/** How the tour is gone: each look is a set of pictures and a contact sheet. */
interface Look {
  readonly name: string;
  readonly theme: 'light' | 'dark';
  readonly zoom: number;
  readonly contrast: 'system' | 'more';
}

const LOOKS: readonly Look[] = [
  { name: 'light', theme: 'light', zoom: 100, contrast: 'system' },
  { name: 'dark', theme: 'dark', zoom: 100, contrast: 'system' },
];
/** One language is enough to see what size and contrast do; the longest words are Portuguese. */
const MORE_LOOKS: readonly Look[] = [
  { name: '200', theme: 'light', zoom: 200, contrast: 'system' },
  { name: 'contrast', theme: 'light', zoom: 100, contrast: 'more' },
  { name: 'contrast-dark', theme: 'dark', zoom: 100, contrast: 'more' },
];
const LONGEST: Language = 'pt-BR';
/** What a page needs to have drawn a change of theme, with its transitions. */
const DRAWN_MS = 250;

const { out, languages, only } = JSON.parse(process.env['CXPRESS_SCREENS'] ?? '{}') as { out: string; languages: readonly Language[]; only: string };

async function shootStop(stop: Stop, tourist: Tourist, shoot: (page: Tourist['page']) => Promise<void>): Promise<void> {
  const page = await stop.show(tourist);
  await new Promise((resolve) => setTimeout(resolve, DRAWN_MS));
  await shoot(page);
  await stop.leave?.(tourist);
}

/** Goes the tour once in one look; gives the pictures. */
async function tour({ app, page }: Stage, language: Language, look: Look, album: Album): Promise<readonly string[]> {
  await ask(page, 'settings.update', { language, theme: look.theme, zoom: look.zoom, contrast: look.contrast, firstRunStep: null });
  const from = album.files.length;
  const tourist: Tourist = { app, page, t: wordsOf(language) };
  for (const stop of TOUR.filter(({ name }) => name.includes(only))) {
    const name = `${language}-${look.name}-${stop.name}`;
    await shootStop(stop, tourist, (shown) => (look.zoom === 100 ? album.shoot(shown, name) : album.shootWindow(app, name, new URL(shown.url()).pathname)));
  }
  return album.files.slice(from);
}

const notifications = await NotificationService.start();
const tray = await TrayWatcher.start();
const album = await createAlbum(out);
const stage = await setStage();
try {
  await signInOnStage(stage, null);
  const { agents, departments } = await ask(stage.page, 'agents.list', null);
  const [me] = agents;
  if (me) await ask(stage.page, 'settings.update', { me: { key: me.key, id: me.id, name: me.name }, myDepartmentIds: departments.slice(0, 2).map(({ id }) => id) });
  for (const language of languages) {
    for (const look of [...LOOKS, ...(language === LONGEST ? MORE_LOOKS : [])]) {
      const pictures = await tour(stage, language, look, album);
      const sheet = join(out, `sheet-${language}-${look.name}.png`);
      await writeSheet(stage.app, pictures, sheet);
      say(`${language}, ${look.name}: ${pictures.length} screens, ${sheet}`);
    }
  }
} finally {
  await stage.end();
  notifications.dispose();
  tray.dispose();
}
