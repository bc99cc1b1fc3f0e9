import { setTimeout as delay } from 'node:timers/promises';

/** @typedef {import('./session.mjs').Stage} Stage */

/** Not empty: with an empty password the daemon asks for a new one in a window, and every caller waits for it. */
const PASSWORD = 'a test desktop, nothing worth keeping';

/**
 * Starts the GNOME keyring with its default collection made and unlocked. Its files are in the session's own home.
 * @param {Stage} stage
 */
export async function startKeyring(stage) {
  const daemon = stage.start(['gnome-keyring-daemon', '--foreground', '--unlock', '--components=secrets'], PASSWORD);
  await daemon.ready(defaultCollectionUnlocked(stage.env['DBUS_SESSION_BUS_ADDRESS'] ?? ''));
}

/** @param {string} busAddress */
async function defaultCollectionUnlocked(busAddress) {
  const { Message, sessionBus } = await import('dbus-next');
  const bus = sessionBus({ busAddress });
  const isLocked = new Message({
    destination: 'org.freedesktop.secrets',
    path: '/org/freedesktop/secrets/aliases/default',
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    signature: 'ss',
    body: ['org.freedesktop.Secret.Collection', 'Locked'],
  });
  try {
    for (;;) {
      const reply = await bus.call(isLocked).catch(() => undefined);
      if (reply?.body[0].value === false) return;
      await delay(25);
    }
  } finally {
    bus.disconnect();
  }
}
