import { useState } from 'react';
import type { DocumentRequest } from '../../contract/profile/proposal.ts';
import { Select } from '../ui/Select.tsx';

/** With more requests than this, a select has them all only once somebody turns to it: there are seventeen of them. */
const ALWAYS = 60;
const NONE = 'none';

function labelOf({ folder, name, method, path }: DocumentRequest): string {
  return `${folder ? `${folder} / ` : ''}${name} (${method} ${path})`;
}

/** From which request of the document a part is taken; `none` names taking it from no request. */
export function RequestSelect({ label, none, requests, value, busy, onChoose }: { label: string; none: string; requests: readonly DocumentRequest[]; value: number | null; busy: boolean; onChoose: (request: number | null) => void }) {
  const [turnedTo, setTurnedTo] = useState(false);
  const shown = turnedTo || requests.length <= ALWAYS ? requests : requests.filter(({ index }) => index === value);
  const open = () => setTurnedTo(true);
  return (
    <Select
      aria-label={label}
      aria-busy={busy || undefined}
      className="text-sm"
      value={value ?? NONE}
      onFocus={open}
      onPointerEnter={open}
      onChange={(event) => {
        // Not `disabled` meanwhile, which would take the focus away.
        if (!busy) onChoose(event.target.value === NONE ? null : Number(event.target.value));
      }}
    >
      <option value={NONE}>{none}</option>
      {shown.map((request) => <option key={request.index} value={request.index}>{labelOf(request)}</option>)}
    </Select>
  );
}
