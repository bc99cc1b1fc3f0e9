import { useTranslation } from 'react-i18next';
import { useDesktopFacts } from '../bridge/desktop.ts';
import { useStarted } from '../bridge/queries.ts';
import { HotkeyExplain } from '../first-run/HotkeyExplain.tsx';
import { withReadableHotkey } from '../format/accelerator.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Group } from './Group.tsx';
import { HotkeyRecorder } from './HotkeyRecorder.tsx';
import { useSetting } from './useSetting.ts';

/** The lookup hotkey. One that is taken is refused by the main process, and the former stays. */
export function HotkeyGroup() {
  const { t } = useTranslation();
  const { settings, change, error, pending } = useSetting();
  const { platform } = useStarted();
  const facts = useDesktopFacts().data;
  const errorWords = useErrorWords();
  return (
    <Group section="hotkey">
      <HotkeyExplain wayland={facts?.wayland ?? false} />
      <div className="flex flex-col gap-1">
        <HotkeyRecorder accelerator={settings.hotkey} platform={platform} busy={pending} onChange={(hotkey) => change({ hotkey })} />
        {error ? <ErrorNote reveal words={errorWords(withReadableHotkey(error, platform))} /> : null}
        <p className="text-sm text-ink-3">{t('screens.settings.hotkey.help')}</p>
      </div>
    </Group>
  );
}
