import { Bell } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appErrorOf } from '../../bridge/client.ts';
import { useTestNotification } from '../../bridge/mutations.ts';
import { useErrorWords } from '../../format/useErrorWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Callout } from '../../ui/Callout.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { NotificationHelp } from '../NotificationHelp.tsx';
import { useFreshFacts } from '../useFreshFacts.ts';

/** Where a test stands: nothing sent, the system's answer awaited, its answer, or what the person says of it. */
type Outcome = 'none' | 'waiting' | 'shown' | 'notShown' | 'seen' | 'unseen' | 'failed';

/** A test notification: what the system answers, whether the person saw it, and what to do when not. */
export function NotificationStep() {
  const { t } = useTranslation();
  const { facts, ask } = useFreshFacts();
  const test = useTestNotification();
  const [said, setSaid] = useState<'seen' | 'unseen' | null>(null);
  const told = useRef<HTMLDivElement>(null);
  const errorWords = useErrorWords();
  useEffect(() => {
    // The button that was pressed has gone.
    if (said !== null) told.current?.focus();
  }, [said]);
  const outcome: Outcome = test.isPending ? 'waiting' : test.isError ? 'failed' : (said ?? (test.data === undefined ? 'none' : test.data.shown ? 'shown' : 'notShown'));
  useEffect(() => {
    // Below a small window's edge nobody would see that an answer came.
    if (outcome !== 'none') told.current?.scrollIntoView({ block: 'nearest' });
  }, [outcome]);
  const send = () => {
    setSaid(null);
    ask();
    test.mutate();
  };
  return (
    <div className="flex flex-col gap-5">
      {facts?.doNotDisturb === 'on' ? <Callout role="status" tone="warn" what={t('screens.setUp.notifications.quiet.what')} next={t('screens.setUp.notifications.quiet.next')} /> : null}
      <div><Button blocked={outcome === 'waiting'} onClick={send}><Bell className="size-4" aria-hidden />{outcome === 'none' ? t('screens.setUp.notifications.send') : t('screens.setUp.notifications.again')}</Button></div>
      <div ref={told} role="status" tabIndex={-1} data-enter-goes-on className="outline-none empty:hidden"><Told outcome={outcome} /></div>
      {outcome === 'shown' ? (
        <div className="-mt-2 flex flex-wrap gap-2">
          <Button onClick={() => setSaid('seen')}>{t('screens.setUp.notifications.yes')}</Button>
          <Button onClick={() => setSaid('unseen')}>{t('screens.setUp.notifications.no')}</Button>
        </div>
      ) : null}
      {test.isError ? <ErrorNote reveal words={errorWords(appErrorOf(test.error))} /> : null}
      {facts ? <NotificationHelp kind={facts.kind} open={outcome === 'notShown' || outcome === 'unseen'} /> : null}
    </div>
  );
}

function Told({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  switch (outcome) {
    case 'waiting':
      return <p className="text-ink-2">{t('screens.setUp.notifications.waiting')}</p>;
    case 'seen':
      return <Callout tone="good" what={t('screens.setUp.notifications.seen')} />;
    case 'shown':
      return <Callout tone="info" what={t('screens.setUp.notifications.shown.what')} next={t('screens.setUp.notifications.shown.next')} />;
    case 'notShown':
    case 'unseen':
      return <Callout tone="warn" what={t(`screens.setUp.notifications.${outcome}.what`)} next={t(`screens.setUp.notifications.${outcome}.next`)} />;
    case 'none':
    case 'failed':
      return null;
  }
}
