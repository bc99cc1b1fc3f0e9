import type { DesktopFacts } from '../../contract/desktop-facts.ts';
import type { DoNotDisturb } from './do-not-disturb.ts';
import type { Hotkey } from './hotkey.ts';
import type { LoginItem } from './login-item/login-item.ts';
import type { ScreenLock } from './screen-lock.ts';

/** The environment variables of this process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Whom to ask. */
export interface DesktopFactsNeeds {
  readonly platform: string;
  readonly env: Environment;
  readonly hasTray: () => Promise<boolean>;
  readonly hotkey: Pick<Hotkey, 'isBound'>;
  readonly login: Pick<LoginItem, 'state'>;
  readonly lock: Pick<ScreenLock, 'tells'>;
  readonly doNotDisturb: Pick<DoNotDisturb, 'look'>;
}

/** Which desktop this is. */
export function desktopKind(platform: string, env: Environment): DesktopFacts['kind'] {
  if (platform === 'win32') return 'windows';
  if (platform === 'darwin') return 'macos';
  const names = (env['XDG_CURRENT_DESKTOP'] ?? '').toLowerCase().split(':');
  return names.includes('gnome') ? 'gnome' : names.includes('kde') ? 'kde' : 'other';
}

/** Whether windows are drawn by Wayland. */
export function isWayland(platform: string, env: Environment): boolean {
  return platform === 'linux' && (env['XDG_SESSION_TYPE'] === 'wayland' || (env['WAYLAND_DISPLAY'] ?? '') !== '');
}

/** What this desktop offers, asked anew. */
export async function desktopFacts({ platform, env, hasTray, hotkey, login, lock, doNotDisturb }: DesktopFactsNeeds): Promise<DesktopFacts> {
  const [tray, loginState, tellsLock, quiet] = await Promise.all([hasTray(), login.state(), lock.tells(), doNotDisturb.look()]);
  return { tray, kind: desktopKind(platform, env), wayland: isWayland(platform, env), hotkeyBound: hotkey.isBound(), login: loginState, tellsLock, doNotDisturb: quiet };
}
