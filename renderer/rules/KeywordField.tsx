import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../ui/Field.tsx';
import { FormLine } from './FormLine.tsx';

/**
 * The text a rule looks for. What is typed stays here until the field is left: rules come back from the cache a moment
 * later, and a field that waited for them would lose what is typed in between, and the place of the caret.
 */
export function KeywordField({ keyword, onChange }: { keyword: string; onChange: (keyword: string) => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const type = (text: string) => {
    setDraft(text);
    onChange(text);
  };
  return (
    <FormLine label={t('screens.rules.editor.keyword')} help={t('screens.rules.editor.keywordHelp')}>
      {(control) => <Input {...control} className="max-w-[28rem]" maxLength={120} value={draft ?? keyword} onChange={(event) => type(event.target.value)} onBlur={() => setDraft(null)} />}
    </FormLine>
  );
}
