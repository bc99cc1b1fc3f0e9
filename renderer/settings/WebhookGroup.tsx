import { Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatus } from '../bridge/queries.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Field, Input } from '../ui/Field.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { Group } from './Group.tsx';
import { useSetting } from './useSetting.ts';

/** The webhook listener: on or off, its address, and what it can and cannot do. */
export function WebhookGroup() {
  const { t } = useTranslation();
  const { settings, change, error, pending } = useSetting();
  const { hintUrl, hintsReceived } = useStatus();
  const errorWords = useErrorWords();
  return (
    <Group section="webhook">
      <Toggle label={t('screens.settings.webhooks.label')} help={t('screens.settings.webhooks.help')} checked={settings.webhookListener} onChange={(webhookListener) => {
        if (!pending) change({ webhookListener });
      }} />
      {error ? <ErrorNote words={errorWords(error)} /> : null}
      {settings.webhookListener ? <>{hintUrl === null ? <p className="text-ink-3">{t('screens.settings.webhooks.starting')}</p> : <ListenerAddress url={hintUrl} received={hintsReceived} />}</> : null}
    </Group>
  );
}

function ListenerAddress({ url, received }: { url: string; received: number }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'copied' | 'copyByHand' | null>(null);
  const said = copied === null ? '' : t(`screens.settings.webhooks.${copied}`);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setCopied('copied');
    } catch {
      input.current?.select();
      setCopied('copyByHand');
    }
  };
  return (
    <Field label={t('screens.settings.webhooks.url')} aside={t('screens.settings.webhooks.received', { count: received })} help={t('screens.settings.webhooks.local')}>
      {(control) => (
        <div className="flex items-center gap-2">
          <Input {...control} ref={input} readOnly value={url} className="font-mono text-sm" onFocus={(event) => event.target.select()} />
          <Button onClick={() => void copy()}><Copy className="size-4" aria-hidden />{said || t('screens.settings.webhooks.copy')}</Button>
          <span role="status" className="sr-only">{said}</span>
        </div>
      )}
    </Field>
  );
}
