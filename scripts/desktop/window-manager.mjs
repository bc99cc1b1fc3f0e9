import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** @typedef {import('./session.mjs').Stage} Stage */

/** No key bindings of its own: every hotkey belongs to the app under test. New windows get the focus. */
const CONFIGURATION = `<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <placement><policy>Smart</policy><center>yes</center></placement>
  <theme><name>Clearlooks</name></theme>
  <desktops><number>1</number></desktops>
  <keyboard/>
  <mouse/>
</openbox_config>
`;

/**
 * Starts the window manager, without which windows get no focus.
 * @param {Stage} stage
 */
export async function startWindowManager(stage) {
  const configuration = join(stage.folder, 'openbox.xml');
  const sign = join(stage.folder, 'openbox-is-up');
  await writeFile(configuration, CONFIGURATION);
  const daemon = stage.start(['openbox', '--sm-disable', '--config-file', configuration, '--startup', `touch ${sign}`]);
  await daemon.ready(appearance(sign));
}

/** @param {string} file */
async function appearance(file) {
  while (!existsSync(file)) await delay(25);
}
