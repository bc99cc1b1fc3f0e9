import { useLayoutEffect, useState, type ClipboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorWords } from '../format/error-words.ts';
import { Field, Input } from '../ui/Field.tsx';

/** More than any token has; a paste by mistake ends there. */
const LONGEST = 16_384;

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
  const changed = (text: string) => {
    setLength(text.trim().length);
    onTouched();
  };
  return (
    <Field label={label} help={help} error={error} aside={length > 0 ? t('screens.firstRun.pasted', { count: length }) : null}>
      {(control) => (
        <Input
          {...control}
          ref={inputRef}
          name={name}
          type="password"
          maxLength={LONGEST}
          className="font-mono"
          onPaste={(event) => {
            if (pasteUnbroken(event)) changed(event.currentTarget.value);
          }}
          onChange={(event) => changed(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A field of one line turns each line break of a pasted text into a space, and a token with a space in it is refused. Says whether it pasted. */
function pasteUnbroken(event: ClipboardEvent<HTMLInputElement>): boolean {
  const text = event.clipboardData.getData('text');
  if (!/[\r\n]/.test(text)) return false;
  event.preventDefault();
  const { currentTarget: input } = event;
  input.setRangeText(text.trim().replace(/\s*[\r\n]\s*/g, '').slice(0, LONGEST), input.selectionStart ?? 0, input.selectionEnd ?? input.value.length, 'end');
  return true;
}
