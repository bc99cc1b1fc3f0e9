import { _electron } from 'playwright';
import { servePreview } from './serve.ts';
import { createI18n } from '../../../renderer/app/i18n.ts';
const preview = await servePreview();
const R = '/root/.cache/cxpress-tray/electron-33.2.1-fallback-1/run/electron';
const app = await _electron.launch({ executablePath: R, args: ['--no-sandbox', '/tmp/langshots/main.cjs'] });
const page = await app.firstWindow();
const cdp = await page.context().newCDPSession(page);
const only = process.argv[2] ?? '';
const overflow = () => [...document.querySelectorAll('*')].flatMap((e) => {
  const s = getComputedStyle(e); const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent?.trim());
  if (!own || e.clientWidth < 3 || e.closest('.sr-only')) return [];
  const clipped = e.scrollWidth > e.clientWidth + 1 && s.overflowX !== 'visible';
  const button = e.closest('button'); const wrapped = button && e.getClientRects().length > 0 && (e as HTMLElement).offsetHeight > 40;
  return clipped || wrapped ? [`${clipped ? 'CLIP' : 'WRAP'} ${e.tagName} "${e.textContent?.slice(0, 70)}" ${e.scrollWidth}>${e.clientWidth} h${(e as HTMLElement).offsetHeight}`] : [];
});
for (const language of ['pt-BR', 'es'] as const) {
  const { t } = createI18n(language);
  const b = (name: string) => page.getByRole('button', { name, exact: true });
  const settings = () => page.locator('nav button').last().click();
  const imp = async () => { await settings(); await b(t('screens.profiles.group.import')).click(); await page.getByRole('heading', { level: 1 }).waitFor(); };
  const fill = async () => { for (const [i, v] of ['https://api.cxpress.example', 'x'.repeat(200), 'y'.repeat(210)].entries()) await page.locator('form input').nth(i).fill(v); };
  const shots: [string, string, number, number, (() => Promise<unknown>) | null, string?][] = [
    ['first', 'firstRun', 1180, 900, null], ['first-tested', 'firstRun', 1180, 1250, async () => { await fill(); await b(t('screens.firstRun.test')).click(); await page.waitForTimeout(300); }],
    ['renew', 'needsTokens', 1180, 760, null],
    ['queue', 'live', 1180, 760, null], ['detail', 'live', 1180, 760, () => page.getByRole('option').first().click()], ['queue-small', 'live', 880, 560, () => page.getByRole('option').first().click()],
    ['settings', 'listener', 1180, 2100, settings], ['settings-small', 'live', 880, 560, settings],
    ['import', 'live', 1180, 2000, imp], ['import-open', 'live', 1180, 1500, async () => { await imp(); await page.getByRole('button', { expanded: false }).nth(3).click(); }],
    ['lookup', 'live', 640, 440, async () => { await page.keyboard.type('nota'); await page.waitForTimeout(400); }, 'lookup'], ['lookup-offline', 'offline', 640, 440, null, 'lookup'],
    ['troubled', 'troubled', 1180, 760, null], ['blocked', 'blocked', 880, 560, null], ['firstSync', 'firstSync', 880, 560, null], ['waiting', 'waiting', 880, 560, null], ['noPermission', 'noPermission', 880, 560, null], ['sessionEnds', 'troubled', 880, 560, null],
  ];
  for (const [name, scene, width, height, prepare, window] of shots) for (const zoom of [1, 2]) {
    if (only && !`${name}-${language}-${zoom}`.includes(only)) continue;
    if (zoom === 2 && (height > 1000 || name.endsWith('small'))) { if (!['settings', 'import'].includes(name)) continue; }
    const [w, h] = zoom === 2 && height > 1000 ? [1180, 760] : [width, height];
    await cdp.send('Emulation.setDeviceMetricsOverride', { width: Math.floor(w / zoom), height: Math.floor(h / zoom), deviceScaleFactor: zoom, mobile: false });
    await page.goto(`${preview.url}?scene=${scene}&theme=light&language=${language}&window=${window ?? 'main'}`);
    await page.locator('#root > *').first().waitFor(); await page.waitForTimeout(250);
    try { await prepare?.(); } catch (error) { console.log('PREPARE', name, String(error).slice(0, 200)); }
    await page.waitForTimeout(250);
    const { data } = await cdp.send('Page.captureScreenshot', { format: 'png' });
    (await import('node:fs')).writeFileSync(`/tmp/langshots/${name}-${language}-${zoom}.png`, Buffer.from(data, 'base64'));
    console.log(`${name}-${language}-${zoom}`, JSON.stringify(await page.evaluate(overflow)));
  }
}
await app.close(); await preview.close();
