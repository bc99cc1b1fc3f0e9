import { useCallback, useState } from 'react';
import type { Reply } from '../../contract/ipc/calls.ts';
import type { SettingsPatch } from '../../contract/settings.ts';
import { appErrorOf } from '../bridge/client.ts';
import { useConnectionCalls } from '../bridge/mutations.ts';
import { missingFields, placeError, type ConnectionErrors, type Typed } from './connection-errors.ts';

/** Where an attempt stands. What is typed stays in the fields, not here. */
export interface Connection {
  readonly busy: 'test' | 'signIn' | null;
  readonly errors: ConnectionErrors;
  readonly tested: Reply<'session.test'> | null;
  test(typed: Typed): Promise<void>;
  /** Resolves with whether the person is signed in. `before` is stored first, see `ConnectionCalls`. */
  signIn(typed: Typed, before: SettingsPatch): Promise<boolean>;
  /** A field changed: its error and the last test's result are no longer about what is there. */
  touched(field: keyof Typed): void;
}

/** Tests and signs in, one thing at a time. */
export function useConnection(): Connection {
  const calls = useConnectionCalls();
  const [busy, setBusy] = useState<Connection['busy']>(null);
  const [errors, setErrors] = useState<ConnectionErrors>({});
  const [tested, setTested] = useState<Connection['tested']>(null);

  const attempt = async (kind: 'test' | 'signIn', typed: Typed, run: (clean: Typed) => Promise<void>): Promise<boolean> => {
    if (busy !== null) return false;
    const missing = missingFields(typed);
    setErrors(missing);
    if (Object.keys(missing).length > 0) return false;
    setBusy(kind);
    setTested(null);
    try {
      await run({ ...typed, baseUrl: typed.baseUrl.trim() });
      return true;
    } catch (thrown) {
      setErrors(placeError(appErrorOf(thrown)));
      return false;
    } finally {
      setBusy(null);
    }
  };
  return {
    busy,
    errors,
    tested,
    async test(typed) {
      await attempt('test', typed, async (clean) => setTested(await calls.test(clean)));
    },
    signIn: (typed, before) => attempt('signIn', typed, async (clean) => void (await calls.signIn(clean, before))),
    touched: useCallback((field) => {
      setErrors(({ [field]: _gone, form: _form, ...rest }) => rest);
      setTested(null);
    }, []),
  };
}
