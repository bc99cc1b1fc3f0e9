import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../bridge/client.ts';
import { useTestNotification } from '../bridge/mutations.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { focusIsFree } from '../ui/focus-home.ts';
import { Toggle } from '../ui/Toggle.tsx';
import { Group } from './Group.tsx';
import { isPausedAt, PAUSES, pausedUntil, tomorrowMorning } from '../../contract/pause.ts';
import { useSetting } from './useSetting.ts';

/** Pausing notifications, their sound, and proving that they arrive. */
export function NotificationGroup({ onLedger }: { onLedger: () => void }) {
  const { t } = useTranslation();
  const { settings, change, error } = useSetting();
  const formats = useFormats();
  const now = useNow();
  const errorWords = useErrorWords();
  const until = settings.notificationsPausedUntil;
  const paused = isPausedAt(until, now);
  const buttons = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  const pauseUntil = (notificationsPausedUntil: number) => {
    pressed.current = true;
    change({ notificationsPausedUntil });
  };
  useLayoutEffect(() => {
    // The button that was pressed has gone; what undoes it takes the focus.
    if (pressed.current && focusIsFree()) buttons.current?.querySelector('button')?.focus();
    pressed.current = false;
  }, [paused]);
  const said = !paused ? t('screens.settings.notifications.on') : until === -1 ? t('screens.settings.notifications.pausedOpen') : t('screens.settings.notifications.pausedUntil', { time: formats.moment(until, now) });
  return (
    <Group section="notifications">
      <div ref={buttons} className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p role="status" className={paused ? 'font-medium' : undefined}>{said}</p>
          {paused ? <Button onClick={() => pauseUntil(0)}>{t('screens.settings.notifications.resume')}</Button> : null}
        </div>
        {paused ? null : (
          <div role="group" aria-label={t('screens.settings.notifications.pause')} className="flex flex-wrap items-center gap-2">
            <span className="text-ink-2">{t('screens.settings.notifications.pause')}</span>
            {PAUSES.map((pause) => (
              <Button key={pause} size="small" onClick={() => pauseUntil(pausedUntil(pause, Date.now()))}>
                {pause === 'pauseTomorrow' ? t('screens.settings.notifications.pauseTomorrow', { time: formats.clock(tomorrowMorning(now)) }) : t(`screens.settings.notifications.${pause}`)}
              </Button>
            ))}
          </div>
        )}
        {error ? <ErrorNote words={errorWords(error)} /> : null}
      </div>
      <Toggle label={t('screens.settings.privacy.sound')} help={t('screens.settings.privacy.soundHelp')} checked={settings.sound} onChange={(sound) => change({ sound })} />
      <TestNotification onLedger={onLedger} />
    </Group>
  );
}

function TestNotification({ onLedger }: { onLedger: () => void }) {
  const { t } = useTranslation();
  const test = useTestNotification();
  const via = t(test.data?.via === 'node-notifier' ? 'screens.settings.notifications.via.helper' : 'screens.settings.notifications.via.system');
  const errorWords = useErrorWords();
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Button blocked={test.isPending} onClick={() => test.mutate()}>{t('screens.settings.notifications.test')}</Button>
        <Button onClick={onLedger}>{t('screens.settings.rules.ledger')}</Button>
      </div>
      {test.data ? <Callout role="status" tone={test.data.shown ? 'good' : 'warn'} what={test.data.shown ? t('screens.settings.notifications.testShown', { via }) : t('screens.settings.notifications.testNotShown', { via })} /> : null}
      {test.isError ? <ErrorNote words={errorWords(appErrorOf(test.error))} /> : null}
    </div>
  );
}
