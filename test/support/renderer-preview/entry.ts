import './plain-zod.ts';
import { languageFor } from '../../../contract/locales/languages.ts';
import type { Settings } from '../../../contract/settings.ts';
import { NOW } from '../renderer-data.ts';
import { SCENES } from './scenes.ts';

/** Shows a real entry of the renderer on a fake bridge: `?scene=live&theme=dark&window=lookup&language=es`. The clock stands near {@link NOW}. */
const query = new URLSearchParams(location.search);
const bridge = (SCENES[query.get('scene') ?? 'live'] ?? SCENES.live)?.();
if (bridge) {
  bridge.world.settings = { ...bridge.world.settings, theme: (query.get('theme') ?? 'system') as Settings['theme'], language: languageFor([query.get('language') ?? '']) };
  const offset = NOW - Date.now();
  const realNow = Date.now.bind(Date);
  Date.now = () => realNow() + offset;
  Object.assign(window, { bridge });
  await (query.get('window') === 'lookup' ? import('../../../renderer/app/lookup.tsx') : import('../../../renderer/app/main.tsx'));
}
