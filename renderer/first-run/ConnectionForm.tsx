import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FirstRunStep } from '../../contract/first-run-steps.ts';
import { useSettings, useStarted, useStatus } from '../bridge/queries.ts';
import { BOUNDS } from '../format/bounds.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { isShareSpent } from '../status/Troubles.tsx';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { Field, Input } from '../ui/Field.tsx';
import { NumberField, wholeNumber } from '../ui/NumberField.tsx';
import { firstError, type ConnectionField, type FieldProblem, type Typed } from './connection-errors.ts';
import { TokenField } from './TokenField.tsx';
import type { Connection } from './useConnection.ts';

/** What the form needs. `offeredAddress` is filled in where no address was typed; `goesOnAt` is where the first run goes on once somebody is signed in; with `begins` the first empty field takes the focus. */
export interface ConnectionFormProps {
  readonly connection: Connection;
  readonly offeredAddress: string | null;
  readonly goesOnAt?: FirstRunStep;
  readonly begins?: boolean;
  readonly onDone: () => void;
}

/** The three fields and what to do with them. Enter signs in; an error takes the focus to its field; nothing typed is lost. */
export function ConnectionForm({ connection, offeredAddress, goesOnAt, begins = true, onDone }: ConnectionFormProps) {
  const { t } = useTranslation();
  const { baseUrl, desktopsBehindAddress } = useSettings();
  const { secureStorage, rate } = useStatus();
  const { busy, errors } = connection;
  const [desktops, setDesktops] = useState(desktopsBehindAddress);
  const desktopsInput = useRef<HTMLInputElement>(null);
  const address = useRef<HTMLInputElement>(null);
  const apiToken = useRef<HTMLInputElement>(null);
  const refreshToken = useRef<HTMLInputElement>(null);
  const message = useRef<HTMLDivElement>(null);
  const tried = useRef(false);
  const errorWords = useErrorWords();
  const wordsOf = (error: FieldProblem | undefined) => {
    if (!error) return null;
    return error.code === 'addressEmpty' ? { what: t('screens.firstRun.address.empty.what'), next: t('screens.firstRun.address.empty.next') } : errorWords(error);
  };

  useEffect(() => {
    if (begins) [address, apiToken, refreshToken].find(({ current }) => current?.value === '')?.current?.focus();
  }, [begins]);
  useEffect(() => {
    if (offeredAddress !== null && address.current?.value === '') address.current.value = offeredAddress;
  }, [offeredAddress]);
  useEffect(() => {
    const target = firstError(errors);
    // Only after an attempt: when one error of two goes away while it is mended, the focus stays.
    if (!tried.current || target === null) return;
    tried.current = false;
    ({ baseUrl: address, apiToken, refreshToken, form: message })[target].current?.focus();
  }, [errors]);

  const typed = (): Typed => ({ baseUrl: address.current?.value ?? '', apiToken: apiToken.current?.value ?? '', refreshToken: refreshToken.current?.value ?? '' });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { min, max } = BOUNDS.desktopsBehindAddress;
    // Its error stands there already; signing in would go on with another number than the one that is read.
    if (wholeNumber(desktopsInput.current?.value ?? '', min, max) === null) return void desktopsInput.current?.focus();
    tried.current = true;
    if (!(await connection.signIn(typed(), { desktopsBehindAddress: desktops, ...(goesOnAt && { firstRunStep: goesOnAt }) }))) return;
    for (const field of [apiToken, refreshToken]) if (field.current) field.current.value = '';
    onDone();
  };
  const token = (name: Exclude<ConnectionField, 'baseUrl'>, ref: typeof apiToken) => (
    <TokenField name={name} inputRef={ref} label={t(`screens.firstRun.${name}.label`)} help={t(`screens.firstRun.${name}.help`)} error={wordsOf(errors[name])} onTouched={() => connection.touched(name)} />
  );
  const failed = wordsOf(errors.form);
  return (
    <form noValidate aria-label={t('screens.firstRun.form')} onSubmit={(event) => void submit(event)} className="flex min-w-0 flex-col gap-5">
      {failed ? <Callout ref={message} role="alert" tone="bad" what={failed.what} next={failed.next} /> : null}
      <Field label={t('screens.firstRun.address.label')} help={t('screens.firstRun.address.help')} error={wordsOf(errors.baseUrl)}>
        {(control) => <Input {...control} ref={address} name="baseUrl" type="url" inputMode="url" maxLength={2048} defaultValue={baseUrl} placeholder={t('screens.firstRun.address.placeholder')} onChange={() => connection.touched('baseUrl')} />}
      </Field>
      {token('apiToken', apiToken)}
      {token('refreshToken', refreshToken)}
      <NumberField label={t('screens.desktops.label')} help={t('screens.desktops.help')} value={desktops} {...BOUNDS.desktopsBehindAddress} inputRef={desktopsInput} onCommit={setDesktops} />
      <p className="text-sm text-ink-3">{secureStorage.state === 'keyring' ? t('screens.firstRun.kept.encrypted') : t('screens.firstRun.kept.session')}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Button look="primary" type="submit" blocked={busy !== null}>{busy === 'signIn' ? t('screens.firstRun.signingIn') : t('screens.firstRun.signIn')}</Button>
        <Button blocked={busy !== null} onClick={() => { tried.current = true; void connection.test(typed()); }}>{busy === 'test' ? t('screens.firstRun.testing') : t('screens.firstRun.test')}</Button>
      </div>
      {busy !== null && isShareSpent(rate) ? <p role="status" className="text-pretty text-ink-2">{t('screens.status.share.what')}</p> : null}
      <ProfileNote passed={connection.tested !== null && connection.tested.checks.every(({ outcome }) => outcome !== 'failed')} />
    </form>
  );
}

/** `passed`: a test of this very page went through, which the start of the app could not know. */
function ProfileNote({ passed }: { passed: boolean }) {
  const { t } = useTranslation();
  const { profile } = useStarted();
  return <p className="text-sm text-ink-3">{passed || profile.verified ? t('screens.firstRun.profileVerified', { name: profile.name }) : t('screens.firstRun.profile', { name: profile.name })}</p>;
}
