/** Words outside the windows: tray, menus, toasts, dialogs. */
export const shell = {} as const;
