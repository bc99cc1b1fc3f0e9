import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import nodeNotifier from 'node-notifier';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../../core/clock.ts';
import { createNodeNotifier } from '../../../main/desktop/notifier/node-notifier.ts';

/** The real node-notifier with a stand-in for the program it starts on Linux; what arrives there is what a person would see. */
const folder = mkdtempSync(join(tmpdir(), 'cxpress-tray-notify-send-'));
const told = join(folder, 'told');
const path = process.env['PATH'];

beforeAll(() => {
  writeFileSync(join(folder, 'notify-send'), `#!/bin/sh\nfor argument in "$@"; do printf '%s\\n' "$argument" >> '${told}'; done\n`);
  chmodSync(join(folder, 'notify-send'), 0o755);
  process.env['PATH'] = `${folder}${delimiter}${path ?? ''}`;
});

afterAll(() => {
  process.env['PATH'] = path;
  rmSync(folder, { recursive: true, force: true });
});

it.runIf(process.platform === 'linux')('hands foreign text to the program as it is, and nothing of it to a shell', async () => {
  const marker = join(folder, 'injected');
  const title = `--icon=x "$(touch ${marker})" \`touch ${marker}\` '; touch ${marker}; '`;
  const notifier = createNodeNotifier(nodeNotifier, { icon: '/icon.png', appId: 'app.id' }, systemClock());
  expect(await notifier.show({ id: 't1', title, body: 'Situação: aberto → fechado \\ 100 %' })).toEqual({ shown: true, via: 'node-notifier', detail: null });
  const words = readFileSync(told, 'utf8').split('\n');
  expect(words[0]).toBe(title.replace('--', '––'));
  expect(words[1]).toBe('Situação: aberto → fechado \\ 100 %');
  expect(existsSync(marker)).toBe(false);
});
