import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choices, FindingSubject, Proposal } from '../../contract/profile/proposal.ts';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import { FindingLine } from './FindingLine.tsx';
import { kindOf, LINE_GROUPS } from './subjects.ts';

/** Everything that was found, by entity. */
export function FindingTable({ proposal, busy, onCorrect }: { proposal: Proposal; busy: boolean; onCorrect: (change: { choices: Choices } | { profile: ApiProfile }) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <table aria-label={t('screens.profiles.table.label')} className="block overflow-hidden rounded-lg border border-line">
      <thead className="sr-only block pair:not-sr-only pair:block">
        <tr className="grid-cols-[7.5rem_minmax(0,1fr)_5.5rem_minmax(0,15rem)_1.75rem] gap-x-3 bg-canvas px-3 py-1.5 text-left text-sm text-ink-3 pair:grid">
          {(['part', 'found', 'confidence', 'from'] as const).map((column) => <th key={column} scope="col" className="font-normal">{t(`screens.profiles.table.${column}`)}</th>)}
        </tr>
      </thead>
      {LINE_GROUPS.map(({ entity, lines }) => {
        const heading = entity ? t(`screens.entity.${entity}`) : t('screens.profiles.table.connection');
        const headingId = `${id}-${entity ?? 'connection'}`;
        return (
          <tbody key={headingId} aria-labelledby={headingId} className="block">
            <tr className="block border-t border-line bg-canvas px-3 py-1"><th id={headingId} scope="rowgroup" className="text-left text-sm font-semibold">{heading}</th></tr>
            {lines.map((line) => (
              <FindingLine
                key={line}
                line={line}
                name={t('screens.profiles.table.named', { entity: heading, line: t(`screens.profiles.table.lines.${kindOf(line)}`) })}
                finding={proposal.findings.find(({ about }) => about === line) ?? null}
                profile={proposal.profile}
                requests={proposal.requests}
                busy={busy}
                onChoose={(request) => onCorrect({ choices: { [line as FindingSubject]: request } })}
                onEdit={(profile) => onCorrect({ profile })}
              />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}
