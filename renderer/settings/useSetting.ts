import type { AppError } from '../../contract/result.ts';
import type { Settings, SettingsPatch } from '../../contract/settings.ts';
import { appErrorOf } from '../bridge/client.ts';
import { useUpdateSettings } from '../bridge/mutations.ts';
import { useSettings } from '../bridge/queries.ts';

/** The preferences, the way to change them, and why the last change of this group was refused. */
export interface SettingAccess {
  readonly settings: Settings;
  readonly change: (patch: SettingsPatch) => void;
  readonly error: AppError | null;
  readonly pending: boolean;
}

/** Access for one group of the settings screen; its error is its own. */
export function useSetting(): SettingAccess {
  const update = useUpdateSettings();
  return { settings: useSettings(), change: update.mutate, error: update.isError ? appErrorOf(update.error) : null, pending: update.isPending };
}
