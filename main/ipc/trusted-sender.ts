/** The frame a call came from, as Electron tells it; null when it is gone already. */
export interface SenderFrame {
  readonly processId: number;
  readonly routingId: number;
  readonly parent: unknown;
  readonly origin: string;
}
/** Who called. */
export interface CallSender {
  readonly senderFrame: SenderFrame | null;
  readonly sender: { readonly id: number; readonly mainFrame: SenderFrame | null };
}
/** Whom main listens to. */
export interface Trust {
  /** Whether this id belongs to a window of ours. */
  isOurs(contentsId: number): boolean;
  /** The origin of our own pages. */
  readonly origin: string;
}

/**
 * A page that was navigated away from may still call while it is torn down; then its frame is the window's main frame
 * no more. (Electron's `detached` does not tell: it stays set on the main frame of a page that crashed and was reloaded.)
 */
function faultOfFrame(frame: SenderFrame | null, mainFrame: SenderFrame | null, trust: Trust): string | null {
  if (frame === null) return 'noFrame';
  if (frame.parent !== null) return 'subframe';
  if (frame.processId !== mainFrame?.processId || frame.routingId !== mainFrame.routingId) return 'formerFrame';
  return frame.origin === trust.origin ? null : 'foreignOrigin';
}

/**
 * Why a call is not to be answered, or null when it is: it must come from the main frame of a window of ours that shows
 * a page of ours. To be asked before anything asynchronous happens: the frame may be gone afterwards.
 */
export function senderFault(event: CallSender, trust: Trust): string | null {
  try {
    return trust.isOurs(event.sender.id) ? faultOfFrame(event.senderFrame, event.sender.mainFrame, trust) : 'unknownWindow';
  } catch {
    return 'disposedFrame'; // Electron throws when a property of a frame is read that no longer exists.
  }
}
