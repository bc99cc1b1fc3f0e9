import { join } from 'node:path';
import type { Language } from '../../contract/locales/languages.ts';
import { ask } from '../../test/support/app/bridge.ts';
import { furnish } from '../../test/support/app/tour/furnish.ts';
import { STATES, WITHOUT_KEYRING, type State } from '../../test/support/app/tour/states.ts';
import type { Stop, Tourist } from '../../test/support/app/tour/stop.ts';
import { TOUR } from '../../test/support/app/tour/tour.ts';
import { wordsOf } from '../../test/support/app/words.ts';
import { NotificationService } from '../../test/support/desktop/notification-service.ts';
import { TrayWatcher } from '../../test/support/desktop/tray-watcher.ts';
import { createAlbum } from '../demo/album.ts';
import { say } from '../demo/say.ts';
import { setStage, signInOnStage, type Stage } from '../demo/stage.ts';
import { emulate, looksOf, type Look } from './looks.ts';
import { writeSheet } from './sheet.ts';

/** What a page needs to have drawn a change of theme, with its transitions. */
const DRAWN_MS = 250;

const { out, languages, only } = JSON.parse(process.env['CXPRESS_SCREENS'] ?? '{}') as { out: string; languages: readonly Language[]; only: string };
const album = await createAlbum(out);
/** The pictures of each sheet, in the order they were taken. */
const sheets = new Map<string, string[]>();

async function shoot(stop: Stop, tourist: Tourist, look: Look, name: string): Promise<void> {
  const page = await stop.show(tourist);
  if (page !== tourist.page) await emulate(page, look);
  await new Promise((resolve) => setTimeout(resolve, DRAWN_MS));
  if (look.zoom === 100) await album.shoot(page, name);
  else await album.shootWindow(tourist.app, name, new URL(page.url()).pathname);
  await stop.leave?.(tourist);
}

/** Goes through some stops in every language and look; their pictures go on the sheets called `sheet`. */
async function goThrough({ app, page }: Pick<Stage, 'app' | 'page'>, stops: readonly Stop[], sheet: string): Promise<void> {
  for (const language of stops.length === 0 ? [] : languages) {
    for (const look of looksOf(language)) {
      await ask(page, 'settings.update', { language, theme: look.theme, zoom: look.zoom, contrast: look.contrast, firstRunStep: null });
      await emulate(page, look);
      const from = album.files.length;
      for (const stop of stops) await shoot(stop, { app, page, t: wordsOf(language) }, look, `${language}-${look.name}-${stop.name}`);
      const key = `${sheet}-${language}-${look.name}`;
      sheets.set(key, [...(sheets.get(key) ?? []), ...album.files.slice(from)]);
      say(`${language}, ${look.name}: ${stops.map(({ name }) => name).join(', ')}`);
    }
  }
}

const wanted = (stops: readonly Stop[]): readonly Stop[] => stops.filter(({ name }) => name.includes(only));

/** Goes through states, each entered once. With none of them wanted, nothing is entered. */
async function goThroughStates(stage: Stage, states: readonly State[]): Promise<void> {
  if (!states.some(({ stops }) => wanted(stops).length > 0)) return;
  const driven = { app: stage.app, page: stage.page, baseUrl: stage.simulator.baseUrl, control: stage.simulator.control };
  for (const state of states) {
    await state.enter(driven);
    await goThrough(stage, wanted(state.stops), 'states');
    await state.leave?.(driven);
  }
}

/** On one app: the whole tour, then what it says in each state. */
async function everyScreen(): Promise<void> {
  const stage = await setStage();
  try {
    await signInOnStage(stage, null);
    const clear = await furnish({ app: stage.app, page: stage.page, control: stage.simulator.control });
    await goThrough(stage, [], 'sheet');
    await goThroughStates(stage, STATES);
    await clear();
  } finally {
    await stage.end();
  }
}

/** On another, which finds no keyring. The sheets are put together here, since every picture is taken by then. */
async function withoutKeyring(): Promise<void> {
  const stage = await setStage({ passwordStore: 'basic' });
  try {
    await goThroughStates(stage, WITHOUT_KEYRING);
    for (const [name, pictures] of sheets) await writeSheet(stage.app, pictures, join(out, `${name}.png`));
  } finally {
    await stage.end();
  }
}

const notifications = await NotificationService.start();
const tray = await TrayWatcher.start();
try {
  await everyScreen();
  await withoutKeyring();
  say(`${new Set(album.files).size} pictures, ${sheets.size} contact sheets in ${out}`);
} finally {
  notifications.dispose();
  tray.dispose();
}
