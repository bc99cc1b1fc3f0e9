/** What the close button does. */
export type CloseBehaviour = 'quit' | 'hide' | 'minimise';

/**
 * Closing leaves the app in the tray when the person wants that and there is a tray. On a session without one, a hidden
 * window could not be reached again, so it is minimised instead.
 */
export function closeBehaviour(closeToTray: boolean, trayPresent: boolean): CloseBehaviour {
  if (!closeToTray) return 'quit';
  return trayPresent ? 'hide' : 'minimise';
}
