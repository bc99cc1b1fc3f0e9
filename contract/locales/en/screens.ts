/** Words inside the windows. */
export const screens = {} as const;
