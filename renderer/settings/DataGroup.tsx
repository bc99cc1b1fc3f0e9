import { useTranslation } from 'react-i18next';
import type { Settings } from '../../contract/settings.ts';
import { appErrorOf } from '../bridge/client.ts';
import { useExportSettings, useImportSettings } from '../bridge/settings-file.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Select } from '../ui/Select.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Field } from '../ui/Field.tsx';
import { Group, Part } from './Group.tsx';
import { useSetting } from './useSetting.ts';

/** The contract's choices, written again because its schema would bring zod into the page. */
export const RETENTION = [30, 90, 180, 365, 0] as const satisfies readonly Settings['retentionDays'][];

/** How long what is stored stays, and the settings as a file. */
export function DataGroup() {
  const { t } = useTranslation();
  const { settings, change, error } = useSetting();
  const errorWords = useErrorWords();
  const days = settings.retentionDays;
  return (
    <Group section="data">
      <Field label={t('screens.settings.data.retention')} help={`${days === 0 ? t('screens.settings.data.removesNothing') : t('screens.settings.data.removes', { count: days })} ${t('screens.settings.data.wipe')}`}>
        {(control) => (
          <Select
            {...control}
            className="max-w-72"
            value={String(days)}
            onChange={(event) => {
              const chosen = RETENTION.find((each) => String(each) === event.target.value);
              if (chosen !== undefined) change({ retentionDays: chosen });
            }}
          >
            {RETENTION.map((each) => <option key={each} value={String(each)}>{each === 0 ? t('screens.settings.data.forever') : t('screens.settings.data.days', { count: each })}</option>)}
          </Select>
        )}
      </Field>
      {error ? <ErrorNote words={errorWords(error)} /> : null}
      <SettingsFile />
    </Group>
  );
}

function SettingsFile() {
  const { t } = useTranslation();
  const exporting = useExportSettings();
  const importing = useImportSettings();
  const errorWords = useErrorWords();
  const busy = exporting.isPending || importing.isPending;
  const failed = [exporting, importing].find(({ isError }) => isError);
  const said = exporting.data?.saved ? t('screens.settings.data.exported') : importing.data ? t('screens.settings.data.imported') : '';
  return (
    <Part title={t('screens.settings.data.file')}>
      <p className="-mt-3 text-sm text-pretty text-ink-3">{t('screens.settings.data.fileHelp')}</p>
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap gap-2">
          <Button blocked={busy} onClick={() => { importing.reset(); exporting.mutate(); }}>{t('screens.settings.data.export')}</Button>
          <Button blocked={busy} onClick={() => { exporting.reset(); importing.mutate(); }}>{t('screens.settings.data.import')}</Button>
        </div>
        <p role="status" className="text-ink-2 empty:hidden">{said}</p>
        {failed ? <ErrorNote reveal words={errorWords(appErrorOf(failed.error))} /> : null}
      </div>
    </Part>
  );
}
