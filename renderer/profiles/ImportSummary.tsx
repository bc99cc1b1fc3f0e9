import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../contract/profile/proposal.ts';
import { Callout } from '../ui/Callout.tsx';
import { useOperationWords } from './useOperationWords.ts';
import { verdictOf } from './subjects.ts';

const TONES = { complete: 'good', unusable: 'bad', unrenewable: 'bad', refresh: 'warn', missing: 'warn' } as const;

/** What is missing, in one sentence, and what to do about it. */
export function ImportSummary({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const operationWords = useOperationWords();
  const { kind, missing } = verdictOf(proposal.findings, proposal.profile);
  return <Callout role="status" tone={TONES[kind]} what={t(`screens.profiles.summary.${kind}.what`, { list: operationWords(missing) })} next={t(`screens.profiles.summary.${kind}.next`)} />;
}
