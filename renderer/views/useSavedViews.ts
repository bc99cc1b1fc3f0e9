import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { QueueFilter, SavedView } from '../../contract/models/filter.ts';
import type { Settings } from '../../contract/settings.ts';
import { keys } from '../bridge/keys.ts';
import { useUpdateSettings } from '../bridge/mutations.ts';
import { appErrorOf } from '../bridge/client.ts';
import { useSettings } from '../bridge/queries.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { useSay } from '../status/Toaster.tsx';

/** So many views can be kept, as contract/models/filter.ts says. */
export const MOST_VIEWS = 40;

/** The saved views and what can be done to them. */
export interface SavedViews {
  readonly views: readonly SavedView[];
  readonly full: boolean;
  /** Keeps a filter under a name; gives the new view's id. */
  readonly add: (name: string, entity: QueueEntity, filter: QueueFilter) => string;
  readonly change: (id: string, change: Partial<Pick<SavedView, 'name' | 'filter'>>) => void;
  /** Takes a view away; for a while that can be undone. */
  readonly remove: (id: string) => void;
  /** Keeps the views in another order. */
  readonly reorder: (views: readonly SavedView[]) => void;
}

/** See {@link SavedViews}. They live in the settings, so every window has the same. */
export function useSavedViews(): SavedViews {
  const { t } = useTranslation();
  const say = useSay();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const { savedViews: views } = useSettings();
  const { mutate } = useUpdateSettings();
  const known = () => queries.getQueryData<Settings>(keys.settings)?.savedViews ?? views;
  const keep = (next: readonly SavedView[]) => {
    // Shown at once: two quick moves must not begin from the same order.
    queries.setQueryData<Settings>(keys.settings, (settings) => settings && { ...settings, savedViews: [...next] });
    mutate({ savedViews: [...next] }, {
      onError: (error) => {
        const { what, next: step } = errorWords(appErrorOf(error));
        say({ text: `${what} ${step}` });
        void queries.invalidateQueries({ queryKey: keys.settings });
      },
    });
  };
  return {
    views,
    full: views.length >= MOST_VIEWS,
    add(name, entity, filter) {
      const id = crypto.randomUUID();
      keep([...known(), { id, name, entity, filter }]);
      say({ text: t('screens.views.saved', { name }) });
      return id;
    },
    change: (id, change) => keep(known().map((view) => (view.id === id ? { ...view, ...change } : view))),
    remove(id) {
      const before = known();
      const at = before.findIndex((view) => view.id === id);
      const gone = before[at];
      if (!gone) return;
      keep(before.filter((view) => view.id !== id));
      say({
        text: t('screens.views.removed', { name: gone.name }),
        undo: () => {
          const now = known();
          keep([...now.slice(0, at), gone, ...now.slice(at)]);
        },
      });
    },
    reorder: keep,
  };
}
