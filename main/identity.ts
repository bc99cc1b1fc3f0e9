/** The name that people see. */
export const APP_NAME = 'Cxpress Tray';
/** AppUserModelID on Windows; equals `appId` in electron-builder.yml, or toasts and their clicks get lost. */
export const APP_ID = 'com.cxpresstray.desktop';
/** Who Windows wakes when an old toast is clicked (from Electron 42 on). Fixed: a random one would change with each start. */
export const TOAST_ACTIVATOR = '{6C1F8E0B-6C0A-4C52-9C0B-5B8B1D0E9A47}';
/** Scheme of links that open an item, registered by the installer. */
export const LINK_SCHEME = 'cxpress-tray';
