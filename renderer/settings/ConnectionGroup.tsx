import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../bridge/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Field, Input } from '../ui/Field.tsx';
import { Group } from './Group.tsx';
import { SignOutDialog } from './SignOutDialog.tsx';
import { SyncPart } from './SyncPart.tsx';

/** Where the app is connected to, new tokens, signing out, and how often it asks. */
export function ConnectionGroup({ onPasteTokens }: { onPasteTokens: () => void }) {
  const { t } = useTranslation();
  const { baseUrl } = useSettings();
  const [asking, setAsking] = useState(false);
  return (
    <Group section="connection">
      <Field label={t('screens.settings.connection.address')}>
        {(control) => <Input {...control} readOnly value={baseUrl || t('screens.settings.connection.addressNone')} />}
      </Field>
      <div className="flex flex-col gap-1">
        <div className="flex flex-wrap gap-2">
          <Button onClick={onPasteTokens}>{t('screens.settings.connection.paste')}</Button>
          <Button look="danger" onClick={() => setAsking(true)}>{t('screens.settings.connection.signOut')}</Button>
        </div>
        <p className="text-sm text-ink-3">{t('screens.settings.connection.pasteHelp')}</p>
      </div>
      <SyncPart />
      {asking ? <SignOutDialog onClose={() => setAsking(false)} /> : null}
    </Group>
  );
}
