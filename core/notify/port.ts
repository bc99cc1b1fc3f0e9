import type { QueueEntity } from '../../contract/entity.ts';
import type { PendingEvent } from '../store/store.ts';

/** What a toast says; words are made where the language is known. */
export type ToastContent =
  | { readonly kind: 'item'; readonly events: readonly PendingEvent[] }
  | { readonly kind: 'summary'; readonly counts: Readonly<Record<QueueEntity, number>>; readonly reason: 'flood' | 'away' };

/** A toast ready to show. */
export interface Toast {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

/** The system's answer. */
export interface ToastAnswer {
  readonly shown: boolean;
  /** Which way it went: `electron`, `node-notifier`, `none`. */
  readonly via: string;
  readonly detail: string | null;
}

/** Shows toasts. `show` resolves with what the system said; it never rejects. */
export interface Notifier {
  show(toast: Toast): Promise<ToastAnswer>;
  withdraw(id: string): void;
  onClick(listener: (toastId: string) => void): () => void;
  dispose(): void;
}

/** Makes words of content. */
export type ToastWords = (content: ToastContent) => { title: string; body: string };
