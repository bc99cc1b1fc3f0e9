import type { TFunction } from 'i18next';
import type { Decision, LedgerEntry } from '../../contract/models/ledger.ts';
import type { QuietHours } from '../../contract/rules.ts';
import type { Formats } from '../format/formats.ts';
import type { BadgeTone } from '../ui/tone.ts';
import { DEFAULTS } from '../rules/rule-parts.ts';
import { quietEnd } from './quiet-end.ts';

/** What was decided, or that nothing is yet. */
export type Outcome = Decision | 'open';

/** The tint of each outcome; the words beside it say the same. */
export const OUTCOME_TONES: Readonly<Record<Outcome, BadgeTone>> = { toast: 'good', summary: 'good', badge: 'neutral', ignored: 'neutral', quiet: 'neutral', paused: 'warn', quietHours: 'warn', open: 'info' };

/** An entry's outcome. */
export function outcomeOf({ decision }: LedgerEntry): Outcome {
  return decision ?? 'open';
}

function defaultOf(rule: string | null) {
  return DEFAULTS.find(({ name }) => rule === `default:${name}`);
}

/** Whether a rule of the person decided, which may be gone by now. */
export function isOwnRule({ rule }: LedgerEntry): boolean {
  return rule !== null && !rule.startsWith('default:');
}

/** Which rule decided, in a few words; empty where nothing was written down. */
export function ruleWords(t: TFunction, entry: LedgerEntry): string {
  if (isOwnRule(entry)) return t('screens.ledger.by.rule', { name: entry.ruleName ?? entry.rule ?? '' });
  const found = defaultOf(entry.rule);
  return found ? t('screens.ledger.by.default', { words: t(`screens.rules.defaults.default.${found.name}`) }) : '';
}

/** Why somebody was or was not told, as one or two sentences. */
export function whyWords(t: TFunction, formats: Formats, entry: LedgerEntry, quietHours: QuietHours): string {
  const { what, whole } = reason(t, formats, entry, quietHours);
  const by = entry.decision === null ? '' : isOwnRule(entry) ? t('screens.ledger.by.ruleSentence', { name: entry.ruleName ?? entry.rule ?? '' }) : byDefault(t, entry);
  return whole || by === '' ? what : `${what} ${by}`;
}

function byDefault(t: TFunction, { rule }: LedgerEntry): string {
  const found = defaultOf(rule);
  return found ? t('screens.ledger.by.defaultSentence', { words: t(`screens.rules.defaults.default.${found.name}`) }) : t('screens.ledger.by.unknown');
}

/** What happened; `whole` where it already says why. */
function reason(t: TFunction, formats: Formats, entry: LedgerEntry, quietHours: QuietHours): { what: string; whole: boolean } {
  switch (entry.decision) {
    case null:
      return { what: t('screens.ledger.why.open'), whole: true };
    case 'summary':
      return { what: t(`screens.ledger.why.summary.${entry.summary ?? 'flood'}`), whole: false };
    case 'quiet':
      return { what: t(`screens.ledger.why.${quietReason(entry)}`), whole: true };
    case 'quietHours': {
      const end = quietEnd(quietHours, entry.seenAt);
      return { what: end === null ? t('screens.ledger.why.quietHours') : t('screens.ledger.why.quietHoursUntil', { time: formats.moment(end, entry.seenAt) }), whole: false };
    }
    case 'toast':
    case 'badge':
    case 'ignored':
    case 'paused':
      return { what: t(`screens.ledger.why.${entry.decision}`), whole: false };
  }
}

function quietReason({ rule }: LedgerEntry): 'gone' | 'seen' | 'snoozed' | 'waiting' {
  return (['seen', 'snoozed', 'waiting'] as const).find((name) => rule === `default:${name}`) ?? 'gone';
}

/** What became of the notification afterwards, each as a few words. */
export function fateWords(t: TFunction, { toast }: LedgerEntry): string[] {
  if (!toast) return [];
  return [
    toast.shown === false ? t('screens.ledger.fate.notShown') : '',
    toast.clickedAt !== null ? t('screens.ledger.fate.clicked') : '',
    toast.withdrawnAt !== null ? t('screens.ledger.fate.withdrawn') : '',
  ].filter(Boolean);
}
