import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../contract/ipc/calls.ts';
import type { Proposal } from '../../contract/profile/proposal.ts';
import { appErrorOf } from '../bridge/client.ts';
import { useSettings, useStatus } from '../bridge/queries.ts';
import { firstError, missingFields, placeError, type ConnectionErrors, type ConnectionField, type FieldProblem } from '../first-run/connection-errors.ts';
import { PermissionChecks } from '../first-run/PermissionChecks.tsx';
import { TokenField } from '../first-run/TokenField.tsx';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { Field, Input } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { useTestCall } from './useProfiles.ts';

/** Tries the import, with the session's tokens or with others. Tokens stay in their fields. `onAddress` hears the address that was tried. */
export function ProfileTest({ proposal, onAddress }: { proposal: Proposal; onAddress: (address: string) => void }) {
  const { t } = useTranslation();
  const { state } = useStatus();
  const { baseUrl } = useSettings();
  const test = useTestCall();
  const errorWords = useErrorWords();
  const signedIn = state !== 'signedOut';
  const [other, setOther] = useState(state === 'needsTokens');
  const typing = !signedIn || other;
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<ConnectionErrors>({});
  const [result, setResult] = useState<{ readonly of: Proposal; readonly reply: Reply<'profiles.test'> } | null>(null);
  const address = useRef<HTMLInputElement>(null);
  const apiToken = useRef<HTMLInputElement>(null);
  const refreshToken = useRef<HTMLInputElement>(null);
  const message = useRef<HTMLDivElement>(null);
  const tried = useRef(false);

  useEffect(() => {
    const target = firstError(errors);
    // Only after an attempt: when one error of two goes away while it is mended, the focus stays.
    if (!tried.current || target === null) return;
    tried.current = false;
    const places = { baseUrl: address, apiToken, refreshToken, form: message };
    (places[target].current ?? message.current)?.focus();
  }, [errors]);

  const wordsOf = (problem: FieldProblem | undefined) => {
    if (!problem) return null;
    if (problem.code === 'addressEmpty') return { what: t('screens.firstRun.address.empty.what'), next: t('screens.firstRun.address.empty.next') };
    const words = errorWords(problem);
    return problem.code === 'apiTokenRejected' ? { ...words, next: `${words.next} ${t('screens.profiles.test.authHint')}` } : words;
  };
  const touched = (field: ConnectionField) => setErrors(({ [field]: _gone, form: _form, ...rest }) => rest);
  const run = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    tried.current = true;
    const typed = typing ? { baseUrl: address.current?.value.trim() ?? '', apiToken: apiToken.current?.value ?? '', refreshToken: refreshToken.current?.value ?? '' } : null;
    const missing = typed ? missingFields(typed) : {};
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    setResult(null);
    try {
      setResult({ of: proposal, reply: await test(typed) });
      if (typed) onAddress(typed.baseUrl);
    } catch (thrown) {
      const error = appErrorOf(thrown);
      setErrors(typed ? placeError(error) : { form: error });
    } finally {
      setBusy(false);
    }
  };
  const token = (name: Exclude<ConnectionField, 'baseUrl'>, ref: typeof apiToken) => (
    <TokenField name={name} inputRef={ref} label={t(`screens.firstRun.${name}.label`)} help={t(`screens.firstRun.${name}.help`)} error={wordsOf(errors[name])} onTouched={() => touched(name)} />
  );
  const failed = wordsOf(errors.form);
  return (
    <section aria-label={t('screens.profiles.test.title')} className="flex flex-col gap-4">
      <div>
        <h2 className="text-lg font-semibold">{t('screens.profiles.test.title')}</h2>
        <p className="text-ink-2">{t('screens.profiles.test.help')}</p>
      </div>
      {signedIn ? (
        <div className="flex flex-wrap items-center gap-3">
          <Segmented label={t('screens.profiles.test.with')} value={typing ? 'typed' : 'session'} options={[{ value: 'session', label: t('screens.profiles.test.session') }, { value: 'typed', label: t('screens.profiles.test.typed') }]} onChange={(value) => setOther(value === 'typed')} />
          {typing ? null : <p className="text-sm text-ink-3">{t('screens.profiles.test.sessionHelp', { host: baseUrl })}</p>}
        </div>
      ) : null}
      <form noValidate aria-label={t('screens.profiles.test.title')} onSubmit={(event) => void run(event)} className={`grid items-start gap-x-10 gap-y-4 ${typing ? 'pair:grid-cols-[minmax(0,1fr)_21rem]' : 'max-w-[32rem]'}`}>
        <div className="flex min-w-0 flex-col gap-4">
          {failed ? <Callout ref={message} role="alert" tone="bad" what={failed.what} next={failed.next} /> : null}
          {typing ? (
            <>
              <Field label={t('screens.firstRun.address.label')} help={t('screens.firstRun.address.help')} error={wordsOf(errors.baseUrl)}>
                {(control) => <Input {...control} ref={address} name="baseUrl" type="url" inputMode="url" maxLength={2048} defaultValue={proposal.profile.baseUrl ?? baseUrl} placeholder={t('screens.firstRun.address.placeholder')} onChange={() => touched('baseUrl')} />}
              </Field>
              {token('apiToken', apiToken)}
              {token('refreshToken', refreshToken)}
            </>
          ) : null}
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" blocked={busy}>{busy ? t('screens.profiles.test.testing') : t('screens.profiles.test.action')}</Button>
            {result && result.of !== proposal ? <p role="status" className="text-sm text-ink-2">{t('screens.profiles.test.changed')}</p> : null}
          </div>
        </div>
        {result ? <PermissionChecks checks={result.reply.checks} host={result.reply.host} /> : null}
      </form>
    </section>
  );
}
