import { app } from 'electron';
import type { Logger } from '../../core/log.ts';
import { autostartFolder, createAutostartFile } from '../desktop/login-item/autostart-file.ts';
import { LOGIN_ARGUMENTS } from '../desktop/login-item/login-item.ts';
import type { LoginItem } from '../desktop/login-item/login-item.ts';
import { noLoginItem } from '../desktop/login-item/no-login-item.ts';
import { createSystemLoginItem } from '../desktop/login-item/system-login-item.ts';
import { APP_NAME } from '../identity.ts';

/** Starting at login in this system's way. An AppImage is unpacked anew at each start, so its own file is what must be started. */
export function composeLoginItem(log: Logger): LoginItem {
  if (!app.isPackaged) return noLoginItem();
  if (process.platform !== 'linux') return createSystemLoginItem(app, log);
  return createAutostartFile({ folder: autostartFolder(process.env), name: APP_NAME, command: [process.env['APPIMAGE'] ?? process.execPath, ...LOGIN_ARGUMENTS], log });
}
