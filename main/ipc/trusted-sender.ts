/** The frame a call came from, as Electron tells it; null when it is gone already. */
export interface SenderFrame {
  readonly parent: unknown;
  readonly origin: string;
  readonly detached?: boolean;
}
/** Who called. */
export interface CallSender {
  readonly senderFrame: SenderFrame | null;
  readonly sender: { readonly id: number };
}
/** Whom main listens to. */
export interface Trust {
  /** Whether this id belongs to a window of ours. */
  isOurs(contentsId: number): boolean;
  /** The origin of our own pages. */
  readonly origin: string;
}

function faultOfFrame(frame: SenderFrame | null, trust: Trust): string | null {
  if (frame === null) return 'noFrame';
  if (frame.detached === true) return 'detachedFrame';
  if (frame.parent !== null) return 'subframe';
  return frame.origin === trust.origin ? null : 'foreignOrigin';
}

/**
 * Why a call is not to be answered, or null when it is: it must come from the main frame of a window of ours that shows
 * a page of ours. To be asked before anything asynchronous happens: the frame may be gone afterwards.
 */
export function senderFault(event: CallSender, trust: Trust): string | null {
  try {
    return trust.isOurs(event.sender.id) ? faultOfFrame(event.senderFrame, trust) : 'unknownWindow';
  } catch {
    return 'disposedFrame'; // Electron throws when a property of a frame is read that no longer exists.
  }
}
