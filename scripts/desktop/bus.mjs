import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @typedef {import('./session.mjs').Stage} Stage */

/**
 * Starts a session bus that activates nothing: on it is only what the session or its command put there. So a missing
 * keyring is missing, and no service of the machine starts behind the session's back.
 * @param {Stage} stage
 */
export async function startBus(stage) {
  const config = join(stage.folder, 'bus.conf');
  await writeFile(config, busConfiguration(join(stage.folder, 'bus')));
  const daemon = stage.start(['dbus-daemon', `--config-file=${config}`, '--nofork', '--nopidfile', '--print-address=3']);
  stage.env['DBUS_SESSION_BUS_ADDRESS'] = await daemon.firstLine();
}

/** @param {string} socket */
const busConfiguration = (socket) => `<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
