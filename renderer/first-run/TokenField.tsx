import { useLayoutEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorWords } from '../format/error-words.ts';
import { Field, Input } from '../ui/Field.tsx';

/**
 * A field for a secret. The text stays in the input element alone; all that is kept beside it is its length,
 * by which one sees whether it was copied whole.
 */
export function TokenField({ name, label, help, error, inputRef, onTouched }: { name: string; label: string; help: string; error: ErrorWords | null; inputRef: RefObject<HTMLInputElement | null>; onTouched: () => void }) {
  const { t } = useTranslation();
  const [length, setLength] = useState(0);
  // The page may go away before the sign-in call has answered; React keeps the element for a while, so it must be empty.
  useLayoutEffect(() => {
    const input = inputRef.current;
    return () => {
      if (input) input.value = '';
    };
  }, [inputRef]);
  return (
    <Field label={label} help={help} error={error} aside={length > 0 ? t('screens.firstRun.pasted', { count: length }) : null}>
      {(control) => (
        <Input
          {...control}
          ref={inputRef}
          name={name}
          type="password"
          maxLength={16_384}
          className="font-mono"
          onChange={(event) => {
            setLength(event.target.value.trim().length);
            onTouched();
          }}
        />
      )}
    </Field>
  );
}
