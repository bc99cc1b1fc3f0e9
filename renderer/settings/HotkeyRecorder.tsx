import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { acceleratorKeys, acceleratorText } from '../format/accelerator.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { readKeyPress } from './key-press.ts';

/** Shows a hotkey and records another: the keys themselves are pressed. Esc, or leaving the field, keeps the former one. */
export function HotkeyRecorder({ accelerator, platform, busy, onChange }: { accelerator: string; platform: string; busy: boolean; onChange: (accelerator: string) => void }) {
  const { t } = useTranslation();
  const [recording, setRecording] = useState(false);
  const [partial, setPartial] = useState('');
  const [refused, setRefused] = useState('');
  const change = useRef<HTMLButtonElement>(null);

  const end = () => {
    setRecording(false);
    setPartial('');
    setRefused('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const press = readKeyPress(event, platform);
    setRefused(press.type === 'needModifier' ? t('screens.settings.hotkey.needModifier') : press.type === 'reserved' ? t('screens.settings.hotkey.reserved', { hotkey: acceleratorText(press.accelerator, platform) }) : '');
    if (press.type === 'partial') setPartial(press.modifiers);
    if (press.type !== 'accelerator' && press.type !== 'cancel') return;
    end();
    change.current?.focus();
    if (press.type === 'accelerator' && press.accelerator !== accelerator) onChange(press.accelerator);
  };
  const shown = recording ? (partial ? `${acceleratorText(partial, platform)}…` : t('screens.settings.hotkey.recording')) : null;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-2">
        {recording ? (
          <div
            role="textbox"
            aria-readonly
            aria-label={t('screens.settings.hotkey.label')}
            tabIndex={0}
            ref={(element) => element?.focus()}
            onKeyDown={onKeyDown}
            onKeyUp={() => setPartial('')}
            onBlur={end}
            className="flex min-h-8 min-w-64 items-center rounded-md border border-accent-ink bg-surface px-2.5 text-ink-2 outline-1 outline-accent-ink"
          >
            {shown}
          </div>
        ) : (
          <span role="group" aria-label={t('screens.settings.hotkey.label')} className="flex min-h-8 min-w-28 items-center">
            {accelerator ? <><Kbd large keys={acceleratorKeys(accelerator, platform)} /><span className="sr-only">{acceleratorText(accelerator, platform)}</span></> : <span className="text-ink-3">{t('screens.settings.hotkey.none')}</span>}
          </span>
        )}
        <Button ref={change} blocked={busy} onClick={() => setRecording(true)}>{t('screens.settings.hotkey.change')}</Button>
        <Button look="ghost" blocked={busy || accelerator === ''} onClick={() => onChange('')}>{t('screens.settings.hotkey.clear')}</Button>
      </div>
      {refused ? <ErrorNote reveal words={{ what: refused, next: '' }} /> : null}
    </div>
  );
}
