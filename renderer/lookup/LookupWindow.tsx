import { Search } from 'lucide-react';
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, usePush } from '../bridge/BridgeContext.tsx';
import type { LookupResult } from '../../contract/models/views.ts';
import { LookupBody } from './LookupBody.tsx';
import { LookupFooter } from './LookupFooter.tsx';
import { LookupPreview } from './LookupPreview.tsx';
import { useAnnouncement } from './useAnnouncement.ts';
import { useLookup } from './useLookup.ts';
import { useRemoteLookup } from './useRemoteLookup.ts';
import { useSelection } from './useSelection.ts';

/** The lookup window: type, arrows, Enter; Tab previews, Page Up and Page Down scroll the preview, Ctrl+Enter goes to Cxpress, Ctrl+C copies. The field always has the focus; the list follows by `aria-activedescendant`. */
export function LookupWindow() {
  const { t } = useTranslation();
  const call = useCall();
  const input = useRef<HTMLInputElement>(null);
  // The last query stands selected when the window comes up; only what the person selects is meant to be copied.
  const selectedByPerson = useRef(false);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [shows, setShows] = useState(0);
  const lookup = useLookup(typed);
  const nothingLocal = lookup.settled && !lookup.error && lookup.results?.length === 0 && lookup.shownQuery !== '';
  const remote = useRemoteLookup(typed, nothingLocal);
  const { answer } = remote;
  const local = lookup.error ? null : lookup.results;
  const results = answer.state === 'answered' && answer.results.length > 0 ? answer.results : local;
  const [previewed, setPreviewed] = useState(false);
  const preview = useRef<HTMLElement>(null);
  const [said, say] = useAnnouncement();
  const { index, move, jump } = useSelection(results, `${shows} ${lookup.shownQuery}`);
  const chosen = results?.[index];
  const listed = hasRows(lookup.error === null ? results : null);

  useEffect(() => {
    document.title = t('screens.lookup.title');
  }, [t]);
  const focusInput = useCallback(() => {
    input.current?.focus();
    input.current?.select();
    selectedByPerson.current = false;
  }, []);
  useEffect(focusInput, [focusInput]);
  usePush('lookup.shown', useCallback(() => {
    setShows((count) => count + 1);
    setPreviewed(false);
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
    else if (nothingLocal && !chosen) remote.askNow();
    else if (chosen && isOnScreen(option(), list.current)) open(chosen);
    else option()?.scrollIntoView({ block: 'nearest' });
  };
  const browse = ({ entity, id }: LookupResult) =>
    void call('lookup.browse', { entity, id }).then(({ opened }) => (opened ? undefined : say(t('screens.lookup.noAddress'))), () => undefined);
  const copy = ({ entity, id }: LookupResult) => void call('lookup.copy', { entity, id }).then(({ copied }) => say(t(`screens.lookup.copied.${copied}`)), () => undefined);
  const escape = () => (previewed ? setPreviewed(false) : void call('lookup.hide', null).catch(() => undefined));
  const pages: Record<string, () => void> = previewed ? { PageDown: () => scrollByPage(preview.current, 1), PageUp: () => scrollByPage(preview.current, -1) } : {};
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.shiftKey || (isCommand(event) && event.key === 'a')) selectedByPerson.current = true;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    const act = isCommand(event)
      ? chosen && { Enter: () => browse(chosen), c: hasSelection(selectedByPerson.current ? input.current : null) ? undefined : () => copy(chosen) }[event.key]
      : {
          Escape: escape, Enter: enter, ArrowDown: () => move(1), ArrowUp: () => move(-1), Tab: () => setPreviewed((shown) => !shown),
          ...(plain ? { Home: () => jump('first'), End: () => jump('last'), ...pages } : {}),
        }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <main onKeyDown={onKeyDown} className="flex h-full flex-col overflow-hidden border border-line bg-raised">
      <h1 className="sr-only">{t('screens.lookup.title')}</h1>
      <div className="drag flex shrink-0 items-center gap-3 border-b border-line px-4 pt-3.5 pb-3">
        <Search className="size-5 shrink-0 text-ink-3" aria-hidden />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={t('screens.lookup.input')}
          aria-expanded={listed}
          aria-autocomplete="list"
          aria-controls={listed ? listId : undefined}
          aria-activedescendant={chosen ? `${listId}-${index}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onMouseDown={() => (selectedByPerson.current = true)}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={200}
          placeholder={t('screens.lookup.placeholder')}
          className="no-drag min-w-0 flex-1 bg-transparent text-lg text-ink outline-none placeholder:text-ink-3"
        />
      </div>
      {/* In the tab order for those who look for what scrolls; the field keeps the focus all the same. */}
      <div ref={list} tabIndex={0} onFocus={() => input.current?.focus()} className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5">
        <LookupBody lookup={lookup} results={results} remote={answer} listId={listId} index={index} onOpen={open} />
      </div>
      {previewed && chosen ? <LookupPreview result={chosen} scroller={preview} onFocus={() => input.current?.focus()} /> : null}
      <LookupFooter said={said} />
    </main>
  );
}

/** Whether there is a list for the field to point at. */
function hasRows(results: readonly LookupResult[] | null | undefined): boolean {
  return results !== null && results !== undefined && results.length > 0;
}

/** Whether the middle of an element is inside what its scroller shows. */
function isOnScreen(element: Element | null, scroller: Element | null): boolean {
  if (!element || !scroller) return false;
  const { top, height } = element.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  const middle = top + height / 2;
  return middle >= frame.top && middle <= frame.bottom;
}

/** Scrolls by what is visible, less a line or two to find one’s place by. */
function scrollByPage(scroller: HTMLElement | null, pages: number): void {
  if (scroller) scroller.scrollTop += pages * scroller.clientHeight * 0.85;
}

/** Ctrl, or the command key on a Mac, and nothing else. */
function isCommand(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
}

/** Whether text is selected that copying is meant for. */
function hasSelection(field: HTMLInputElement | null): boolean {
  return (field !== null && field.selectionStart !== field.selectionEnd) || (document.getSelection()?.toString() ?? '') !== '';
}
