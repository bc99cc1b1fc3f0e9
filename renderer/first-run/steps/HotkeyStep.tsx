import { useTranslation } from 'react-i18next';
import { useStarted } from '../../bridge/queries.ts';
import { acceleratorText, withReadableHotkey } from '../../format/accelerator.ts';
import { useErrorWords } from '../../format/useErrorWords.ts';
import { HotkeyRecorder } from '../../settings/HotkeyRecorder.tsx';
import { useSetting } from '../../settings/useSetting.ts';
import { Callout } from '../../ui/Callout.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { HotkeyExplain } from '../HotkeyExplain.tsx';
import { HotkeyTrial } from '../HotkeyTrial.tsx';
import { useFreshFacts } from '../useFreshFacts.ts';

/** The lookup hotkey: another one can be recorded, and pressing it proves that the app hears it. */
export function HotkeyStep() {
  const { t } = useTranslation();
  const { settings: { hotkey }, change, error, pending } = useSetting();
  const { platform } = useStarted();
  const { facts } = useFreshFacts();
  const errorWords = useErrorWords();
  const unbound = facts !== undefined && !facts.hotkeyBound && !pending && error === null;
  return (
    <div className="flex flex-col gap-5">
      <HotkeyExplain wayland={facts?.wayland ?? false} />
      <div className="flex flex-col gap-1">
        <HotkeyRecorder accelerator={hotkey} platform={platform} busy={pending} onChange={(to) => change({ hotkey: to })} />
        {error ? <ErrorNote reveal words={errorWords(withReadableHotkey(error, platform))} /> : null}
      </div>
      {hotkey === '' ? <p role="status" className="text-ink-2">{t('screens.setUp.hotkey.none')}</p> : (
        <>
          {unbound ? <Callout tone="warn" what={t('screens.setUp.hotkey.notBound.what')} next={t('screens.setUp.hotkey.notBound.next')} /> : null}
          <HotkeyTrial key={hotkey} hotkey={acceleratorText(hotkey, platform)} blocked={pending} />
        </>
      )}
    </div>
  );
}
