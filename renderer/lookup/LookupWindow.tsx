import { Search } from 'lucide-react';
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, usePush } from '../bridge/BridgeContext.tsx';
import type { LookupResult } from '../../contract/models/views.ts';
import { LookupBody } from './LookupBody.tsx';
import { LookupFooter } from './LookupFooter.tsx';
import { useLookup } from './useLookup.ts';
import { useSelection } from './useSelection.ts';

/** The lookup window: type, arrows, Enter. The field always has the focus; the list follows by `aria-activedescendant`. */
export function LookupWindow() {
  const { t } = useTranslation();
  const call = useCall();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [shows, setShows] = useState(0);
  const lookup = useLookup(typed);
  const results = lookup.error ? null : lookup.results;
  const { index, move } = useSelection(results, `${shows} ${lookup.shownQuery}`);
  const chosen = results?.[index];

  const focusInput = useCallback(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  useEffect(focusInput, [focusInput]);
  usePush('lookup.shown', useCallback(() => {
    setShows((count) => count + 1);
    focusInput();
  }, [focusInput]));
  const option = () => list.current?.querySelector('[aria-selected="true"]') ?? null;
  useLayoutEffect(() => {
    // The heading above the first row belongs on screen with it.
    if (index <= 0) list.current?.scrollTo({ top: 0 });
    else option()?.scrollIntoView({ block: 'nearest' });
  }, [index, shows, lookup.shownQuery]);

  const open = ({ entity, id }: LookupResult) => void call('lookup.open', { entity, id }).catch(() => undefined);
  const enter = () => {
    // What is on screen answers an older query: wait for the right answer instead of opening the wrong item.
    if (!lookup.settled && !lookup.error) void lookup.firstOf(typed).then((result) => result && open(result), () => undefined);
    else if (chosen && isOnScreen(option(), list.current)) open(chosen);
    else option()?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const act = { Escape: () => void call('lookup.hide', null).catch(() => undefined), Enter: enter, ArrowDown: () => move(1), ArrowUp: () => move(-1) }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div onKeyDown={onKeyDown} className="flex h-full flex-col overflow-hidden border border-line bg-raised">
      <div className="drag flex shrink-0 items-center gap-3 border-b border-line px-4 pt-3.5 pb-3">
        <Search className="size-5 shrink-0 text-ink-3" aria-hidden />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={t('screens.lookup.input')}
          aria-expanded
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={chosen ? `${listId}-${index}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={200}
          placeholder={t('screens.lookup.placeholder')}
          className="no-drag min-w-0 flex-1 bg-transparent text-lg text-ink outline-none placeholder:text-ink-3"
        />
      </div>
      <div ref={list} className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5">
        <LookupBody lookup={lookup} listId={listId} index={index} onOpen={open} />
      </div>
      <LookupFooter />
    </div>
  );
}

/** Whether the middle of an element is inside what its scroller shows. */
function isOnScreen(element: Element | null, scroller: Element | null): boolean {
  if (!element || !scroller) return false;
  const { top, height } = element.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  const middle = top + height / 2;
  return middle >= frame.top && middle <= frame.bottom;
}
