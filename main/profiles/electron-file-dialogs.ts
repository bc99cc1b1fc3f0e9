import { BrowserWindow, dialog } from 'electron';
import type { OpenDialogOptions, SaveDialogOptions } from 'electron';
import type { Translate } from '../i18n.ts';
import type { FileDialogs } from './file-dialogs.ts';

/** What the dialogs say, in the language of the moment, which may have changed since the start. */
export type DialogWords = () => { readonly open: string; readonly save: string; /** The kind of file. */ readonly filter: string };

/** The words of dialogs for API profiles. */
export function profileDialogWords(t: Translate): DialogWords {
  return () => ({ open: t('screens.profiles.dialog.open'), save: t('screens.profiles.dialog.save'), filter: t('screens.profiles.dialog.filter') });
}

/** Makes the dialogs for JSON files, above the window that has the focus. A second one is not opened while the first is up. */
export function electronFileDialogs(words: DialogWords): FileDialogs {
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
  const filters = () => [{ name: words().filter, extensions: ['json'] }];
  return {
    open: () =>
      once(async () => {
        const options: OpenDialogOptions = { title: words().open, filters: filters(), properties: ['openFile'] };
        const window = BrowserWindow.getFocusedWindow();
        const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
        return canceled ? null : (filePaths[0] ?? null);
      }),
    save: (fileName) =>
      once(async () => {
        const options: SaveDialogOptions = { title: words().save, defaultPath: fileName, filters: filters(), properties: ['showOverwriteConfirmation'] };
        const window = BrowserWindow.getFocusedWindow();
        const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
        return canceled || filePath === '' ? null : filePath;
      }),
  };
}
