import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, usePush } from '../bridge/BridgeContext.tsx';
import type { LookupResult } from '../../contract/models/views.ts';
import { LookupBody } from './LookupBody.tsx';
import { LookupFooter } from './LookupFooter.tsx';
import { resultKey, useLookup } from './useLookup.ts';

/** The lookup window: type, arrows, Enter. The field always has the focus; the list follows by `aria-activedescendant`. */
export function LookupWindow() {
  const { t } = useTranslation();
  const call = useCall();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [selected, setSelected] = useState('');
  const lookup = useLookup(typed);
  const { results, shownQuery } = lookup;

  const first = results?.[0];
  const firstKey = first ? resultKey(first) : '';
  const [shownFor, setShownFor] = useState<string | null>(null);
  const gone = results !== null && !results.some((result) => resultKey(result) === selected);
  if (results !== null && (shownFor !== shownQuery || (gone && selected !== firstKey))) {
    setShownFor(shownQuery);
    setSelected(firstKey);
  }

  const focusInput = useCallback(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  useEffect(focusInput, [focusInput]);
  usePush('lookup.shown', focusInput);

  const open = ({ entity, id }: LookupResult) => void call('lookup.open', { entity, id }).catch(() => undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      void call('lookup.hide', null).catch(() => undefined);
    } else if (event.key === 'Enter' && !lookup.settled) {
      // What is on screen answers an older query: wait for the right answer instead of opening the wrong item.
      event.preventDefault();
      void lookup.firstOf(typed).then((result) => result && open(result), () => undefined);
    }
  };

  return (
    <Command label={t('screens.lookup.input')} shouldFilter={false} loop value={selected} onValueChange={setSelected} onKeyDown={onKeyDown} className="flex h-full flex-col overflow-hidden border border-line bg-raised outline-none">
      <div className="drag flex shrink-0 items-center gap-3 border-b border-line px-4 pt-3.5 pb-3">
        <Search className="size-5 shrink-0 text-ink-3" aria-hidden />
        <Command.Input
          ref={input}
          value={typed}
          onValueChange={setTyped}
          maxLength={200}
          placeholder={t('screens.lookup.placeholder')}
          className="no-drag min-w-0 flex-1 bg-transparent text-lg text-ink outline-none placeholder:text-ink-3"
        />
      </div>
      <Command.List label={t('screens.lookup.results')} className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5">
        <LookupBody lookup={lookup} onOpen={open} />
      </Command.List>
      <LookupFooter />
    </Command>
  );
}
