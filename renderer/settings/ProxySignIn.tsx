import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../contract/result.ts';
import { appErrorOf } from '../bridge/client.ts';
import { useProxySignIn } from '../bridge/settings-file.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Field, Input } from '../ui/Field.tsx';

/** Name and password for the proxy. The password stays in the input element alone and leaves it once it is kept. */
export function ProxySignIn() {
  const { t } = useTranslation();
  const signIn = useProxySignIn();
  const errorWords = useErrorWords();
  const user = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'idle' | 'busy' | 'kept' | 'forgotten' | 'userMissing'>('idle');
  const [error, setError] = useState<AppError | null>(null);
  const send = async (name: string, secret: string, then: 'kept' | 'forgotten') => {
    setState('busy');
    setError(null);
    try {
      await signIn(name, secret);
      if (password.current) password.current.value = '';
      if (then === 'forgotten' && user.current) user.current.value = '';
      setState(then);
    } catch (thrown) {
      setState('idle');
      setError(appErrorOf(thrown));
    }
  };
  const keep = () => {
    const name = user.current?.value.trim() ?? '';
    if (name === '') {
      setState('userMissing');
      user.current?.focus();
    } else void send(name, password.current?.value ?? '', 'kept');
  };
  return (
    <form
      noValidate
      aria-label={t('screens.settings.proxy.signIn')}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (state !== 'busy') keep();
      }}
    >
      <div>
        <h3 className="font-semibold">{t('screens.settings.proxy.signIn')}</h3>
        <p className="text-sm text-pretty text-ink-3">{t('screens.settings.proxy.signInHelp')}</p>
      </div>
      <div className="grid gap-4 pair:grid-cols-2">
        <Field label={t('screens.settings.proxy.user')} error={state === 'userMissing' ? { what: t('screens.settings.proxy.userMissing.what'), next: t('screens.settings.proxy.userMissing.next') } : null}>
          {(control) => <Input {...control} ref={user} maxLength={200} onChange={() => setState('idle')} />}
        </Field>
        <Field label={t('screens.settings.proxy.password')}>
          {(control) => <Input {...control} ref={password} type="password" maxLength={400} onChange={() => setState('idle')} />}
        </Field>
      </div>
      {error ? <ErrorNote reveal words={errorWords(error)} /> : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" blocked={state === 'busy'}>{t('screens.settings.proxy.keep')}</Button>
        <Button look="ghost" blocked={state === 'busy'} onClick={() => void send('', '', 'forgotten')}>{t('screens.settings.proxy.forget')}</Button>
        <p role="status" className="text-sm text-ink-2">{state === 'kept' || state === 'forgotten' ? t(`screens.settings.proxy.${state}`) : ''}</p>
      </div>
    </form>
  );
}
