import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueFilter } from '../../contract/models/filter.ts';
import { useFormats } from '../format/FormatProvider.tsx';
import { bestMatches } from '../palette/match.ts';
import { PickList, type Pick } from '../ui/PickList.tsx';
import { toggled, valuesOf, type ListCondition } from './filters.ts';
import type { ConditionWords } from './useConditionWords.ts';

const SEPARATOR = '\n';

/** Values of one condition, or of several with a heading each, to search in and to turn on and off. */
export function ConditionList({ conditions, words, filter, onFilter }: { conditions: readonly (ListCondition | 'due')[]; words: ConditionWords; filter: QueueFilter; onFilter: (filter: QueueFilter) => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [query, setQuery] = useState('');
  const one = conditions.length === 1 ? conditions[0] : undefined;
  const picks = conditions.flatMap((condition) => {
    const chosen = valuesOf(filter, condition);
    return words.values(condition, chosen).map(({ value, label, count, color }): Pick => ({
      key: `${condition}${SEPARATOR}${value}`,
      label,
      chosen: chosen.includes(value),
      ...(one === undefined ? { group: words.name(condition) } : {}),
      ...(count === null ? {} : { aside: formats.number(count) }),
      ...(color === undefined || color === null || !/^#[0-9a-f]{6}$/i.test(color) ? {} : { mark: <span className="dot size-2" style={{ color }} aria-hidden /> }),
    }));
  });
  const found = bestMatches(query, picks, ({ label, group }) => `${label} ${group ?? ''}`);
  // In the order of their conditions, so that each heading stands once.
  const shown = one === undefined ? picks.filter((pick) => found.includes(pick)) : found;
  const label = one === undefined ? t('screens.filters.search') : words.name(one);
  return (
    <PickList
      several
      label={label}
      placeholder={one === undefined ? t('screens.filters.searchAll') : t('screens.filters.searchIn', { condition: words.name(one) })}
      none={picks.length === 0 ? (words.loading ? t('screens.queue.loading') : t('screens.filters.noValues')) : t('screens.filters.noMatch')}
      picks={shown}
      query={query}
      onQuery={setQuery}
      onPick={(key) => {
        const [condition, ...value] = key.split(SEPARATOR);
        const known = conditions.find((each) => each === condition);
        if (known) onFilter(toggled(filter, known, value.join(SEPARATOR)));
      }}
    />
  );
}
