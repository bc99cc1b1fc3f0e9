import { BrowserWindow, dialog } from 'electron';
import type { OpenDialogOptions, SaveDialogOptions } from 'electron';
import type { Translate } from '../i18n.ts';
import type { FileDialogs } from './file-dialogs.ts';

/** Makes the dialogs, above the window that has the focus. A second one is not opened while the first is up. */
export function electronFileDialogs(t: Translate): FileDialogs {
  let up = false;

  const once = async (show: () => Promise<string | null>): Promise<string | null> => {
    if (up) return null;
    up = true;
    try {
      return await show();
    } finally {
      up = false;
    }
  };
  // In the language of the moment, which may have changed since the start.
  const filters = () => [{ name: t('screens.profiles.dialog.filter'), extensions: ['json'] }];
  return {
    open: () =>
      once(async () => {
        const options: OpenDialogOptions = { title: t('screens.profiles.dialog.open'), filters: filters(), properties: ['openFile'] };
        const window = BrowserWindow.getFocusedWindow();
        const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
        return canceled ? null : (filePaths[0] ?? null);
      }),
    save: (fileName) =>
      once(async () => {
        const options: SaveDialogOptions = { title: t('screens.profiles.dialog.save'), defaultPath: fileName, filters: filters(), properties: ['showOverwriteConfirmation'] };
        const window = BrowserWindow.getFocusedWindow();
        const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
        return canceled || filePath === '' ? null : filePath;
      }),
  };
}
