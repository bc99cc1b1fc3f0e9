import type { QueueEntity } from '../../contract/entity.ts';
import type { ToastContentLevel } from '../../contract/rules.ts';
import type { PendingEvent, ToldBecause } from '../store/store.ts';

/** Why events are told together. */
export type SummaryReason = NonNullable<ToldBecause['summary']>;

/** What a toast says; words are made where the language is known. */
export type ToastContent =
  | { readonly kind: 'item'; readonly events: readonly PendingEvent[] }
  | { readonly kind: 'summary'; readonly counts: Readonly<Record<QueueEntity, number>>; readonly reason: SummaryReason };

/** A toast ready to show. */
export interface Toast {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Without the system's sound; it sounds when left out. */
  readonly silent?: boolean;
  /** How the system ranks it; `normal` when left out. */
  readonly urgency?: 'low' | 'normal' | 'critical';
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

/** Makes words of content, saying as much as the level allows. */
export type ToastWords = (content: ToastContent, level: ToastContentLevel) => { title: string; body: string };

/** What the desktop is like just now. Where it has to be asked, the answer may take a moment. */
export interface DeskState {
  /** The screen is locked: passers-by may read it. */
  isLocked(): boolean | Promise<boolean>;
  /** The system's do-not-disturb is on. */
  isDoNotDisturb(): boolean | Promise<boolean>;
}
