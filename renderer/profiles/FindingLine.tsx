import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Confidence, DocumentRequest, Finding } from '../../contract/profile/proposal.ts';
import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import { Badge } from '../ui/Badge.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { BadgeTone } from '../ui/tone.ts';
import { PartForm } from './PartForm.tsx';
import { RequestSelect } from './RequestSelect.tsx';
import { foundText, kindOf, type Line } from './subjects.ts';

const TONES: Record<Confidence, BadgeTone> = { high: 'good', medium: 'info', low: 'warn', missing: 'neutral' };

/** What a line needs. `finding` is null for field names, which are found with the list. */
export interface FindingLineProps {
  readonly line: Line;
  /** The line with its entity, for those who hear it alone. */
  readonly name: string;
  readonly finding: Finding | null;
  readonly profile: ApiProfile;
  readonly requests: readonly DocumentRequest[];
  readonly busy: boolean;
  readonly onChoose: (request: number | null) => void;
  readonly onEdit: (profile: ApiProfile) => void;
}

/** Statuses by which a refresh is refused, where they are not the usual ones: only a profile file can say so. */
function unusualRefusal({ refresh }: ApiProfile): string | null {
  const said = [...new Set(refresh.rejectedStatuses)].sort((a, b) => a - b).join(', ');
  return said === CXPRESS_1_0.refresh.rejectedStatuses.toSorted((a, b) => a - b).join(', ') ? null : said;
}

/** One finding: what, how sure, from which request; opens to the reasons and to fields for correcting it. */
export function FindingLine({ line, name, finding, profile, requests, busy, onChoose, onEdit }: FindingLineProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  const found = foundText(profile, line);
  const refusedBy = line === 'refresh' ? unusualRefusal(profile) : null;
  return (
    <>
      <tr className="grid grid-cols-[minmax(0,1fr)_auto_1.75rem] items-center gap-x-3 gap-y-1 border-t border-line px-3 py-1.5 pair:grid-cols-[7.5rem_minmax(0,1fr)_5.5rem_minmax(0,15rem)_1.75rem]">
        <th scope="row" className="text-left font-medium">{t(`screens.profiles.table.lines.${kindOf(line)}`)}</th>
        <td className="order-last col-span-3 min-w-0 pair:order-none pair:col-span-1">
          {found === null ? <span className="text-ink-3">{t('screens.profiles.table.nothing')}</span> : <code className="block truncate font-mono text-sm text-ink-2 select-text" title={found}>{found}</code>}
          {refusedBy === null ? null : <span className="block text-sm text-ink-2">{t('screens.profiles.table.refusedBy', { list: refusedBy })}</span>}
        </td>
        <td className="justify-self-end pair:justify-self-start">{finding ? <Badge tone={TONES[finding.confidence]}>{t(`screens.profiles.table.confidences.${finding.confidence}`)}</Badge> : null}</td>
        <td className="order-last col-span-3 min-w-0 pair:order-none pair:col-span-1">
          {finding === null ? null : requests.length === 0
            ? <span className="text-sm text-ink-3">{t('screens.profiles.table.fromFile')}</span>
            : <RequestSelect label={t('screens.profiles.table.fromOf', { part: name })} none={t(found !== null && finding.request === null ? 'screens.profiles.table.notFromRequest' : 'screens.profiles.table.none')} requests={requests} value={finding.request} busy={busy} onChoose={onChoose} />}
        </td>
        <td>
          <IconButton icon={ChevronRight} label={t('screens.profiles.table.details', { part: name })} aria-expanded={open} aria-controls={id} className={open ? '[&>svg]:rotate-90' : ''} onClick={() => setOpen(!open)} />
        </td>
      </tr>
      <tr id={id} hidden={!open} className={open ? 'block' : 'hidden'}>
        <td colSpan={5} className="block bg-canvas px-4 py-3">
          {open ? (
            <div className="flex flex-col gap-3">
              {finding && finding.because.length > 0 ? (
                <div>
                  <h4 className="font-medium">{t('screens.profiles.table.why')}</h4>
                  <ul className="list-disc pl-5 text-ink-2">{finding.because.map((reason) => <li key={reason}>{t(`screens.profiles.table.because.${reason}`)}</li>)}</ul>
                </div>
              ) : null}
              <PartForm profile={profile} line={line} label={name} busy={busy} onApply={onEdit} />
            </div>
          ) : null}
        </td>
      </tr>
    </>
  );
}
