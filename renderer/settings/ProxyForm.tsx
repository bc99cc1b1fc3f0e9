import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Field, Input } from '../ui/Field.tsx';
import { proxyProblem, wrongBypass } from './proxy-address.ts';

/**
 * Address of the proxy and what goes without it. Both count once they are applied, since half an address reaches nobody;
 * what was typed stays when it is wrong.
 */
export function ProxyForm({ url, bypass, waiting, busy, onApply }: { url: string; bypass: string; waiting: boolean; busy: boolean; onApply: (url: string, bypass: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<{ url: string; bypass: string } | null>(null);
  /** What was wrong at the last attempt is said until it is right. */
  const [tried, setTried] = useState(false);
  const [applied, setApplied] = useState(false);
  const id = useId();
  const now = typed ?? { url, bypass };
  const changed = waiting || now.url !== url || now.bypass !== bypass;
  const problem = tried ? proxyProblem(now.url) : null;
  const wrongHost = tried ? wrongBypass(now.bypass) : null;
  const type = (part: Partial<typeof now>) => {
    setTyped({ ...now, ...part });
    setApplied(false);
  };
  const apply = () => {
    const wrong = proxyProblem(now.url) !== null ? 0 : wrongBypass(now.bypass) !== null ? 1 : null;
    setTried(wrong !== null);
    if (wrong !== null) {
      document.getElementById(id)?.querySelectorAll('input')[wrong]?.focus();
      return;
    }
    const whole = { url: now.url.trim(), bypass: now.bypass.trim() };
    setApplied(true);
    // It stays as typed until it is in force: a refusal loses nothing.
    setTyped(whole);
    onApply(whole.url, whole.bypass);
  };
  return (
    <form
      id={id}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && !busy) apply();
      }}
    >
      <Field label={t('screens.settings.proxy.url')} help={t('screens.settings.proxy.urlHelp')} error={problem ? { what: t(`screens.settings.proxy.wrong.${problem}.what`), next: t(`screens.settings.proxy.wrong.${problem}.next`) } : null}>
        {(control) => <Input {...control} maxLength={300} value={now.url} onChange={(event) => type({ url: event.target.value })} />}
      </Field>
      <Field label={t('screens.settings.proxy.bypass')} help={t('screens.settings.proxy.bypassHelp')} error={wrongHost === null ? null : { what: t('screens.settings.proxy.wrongHost.what', { host: wrongHost }), next: t('screens.settings.proxy.wrongHost.next') }}>
        {(control) => <Input {...control} maxLength={1000} value={now.bypass} onChange={(event) => type({ bypass: event.target.value })} />}
      </Field>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button type="submit" look={changed ? 'primary' : 'secondary'} blocked={busy || !changed}>{t('screens.settings.proxy.apply')}</Button>
        <p role="status" className="min-w-0 flex-1 text-sm text-pretty text-ink-2">{waiting ? t('screens.settings.proxy.waits') : applied && !changed ? t('screens.settings.proxy.applied') : ''}</p>
      </div>
    </form>
  );
}
