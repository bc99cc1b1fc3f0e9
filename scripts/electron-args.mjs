import { capture } from './setup/child.mjs';

/**
 * The switches that Electron needs on this machine, the only place that decides them. Its sandbox is on wherever the
 * system lets it be: not for root, and not where ordinary users may not create namespaces (some containers, Ubuntu 24.04).
 * @param {{ keyring: boolean, root?: boolean }} options `keyring`: there is a desktop session with a GNOME keyring
 */
export async function electronArgs({ keyring, root = process.getuid?.() === 0 }) {
  const args = [];
  if (process.platform === 'linux' && (root || !(await mayCreateNamespaces()))) args.push('--no-sandbox');
  if (keyring) args.push('--password-store=gnome-libsecret');
  return args;
}

async function mayCreateNamespaces() {
  const { code } = await capture('unshare', ['--user', '--map-root-user', 'true']);
  return code === 0 || code === 127;
}
