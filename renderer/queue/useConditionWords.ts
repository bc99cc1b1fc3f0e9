import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { Facets, QueueFilter } from '../../contract/models/filter.ts';
import { useFacets } from '../bridge/queue-queries.ts';
import { conditionsOf, DUE_RANGES, isNarrowed, type Condition, type ListCondition } from './filters.ts';

/** A value that a condition can ask for. `count`: live rows that have it, null where that is not counted. */
export interface ConditionValue {
  readonly value: string;
  readonly label: string;
  readonly count: number | null;
  readonly color?: string | null;
}

/** Names of conditions and of their values. */
export interface ConditionWords {
  readonly name: (condition: Condition) => string;
  /** Values to choose from; those that the filter asks for are among them even when no row has them any more. */
  readonly values: (condition: ListCondition | 'due', chosen: readonly string[]) => readonly ConditionValue[];
  readonly label: (condition: Condition, value: string) => string;
  readonly loading: boolean;
}

/** Words for the conditions of a queue. Facets are asked for once they are needed: by a condition, or because `wanted`. `consumerName` is that of the consumer the filter asks for, where it is known. */
export function useConditionWords(entity: QueueEntity, filter: QueueFilter, wanted: boolean, consumerName: string | null): ConditionWords {
  const { t } = useTranslation();
  const asks = isNarrowed(filter) && conditionsOf(filter).some((condition) => condition !== 'shelf' && condition !== 'consumer' && condition !== 'due');
  const { data, isPending } = useFacets(entity, wanted || asks);
  const dues = DUE_RANGES.map((value): ConditionValue => ({ value, label: t(`screens.filters.due.${value}`), count: null }));
  const of = (condition: ListCondition | 'due') => (condition === 'due' ? dues : data ? facetValues(data, condition) : []);
  return {
    name: (condition) => t(`screens.filters.condition.${condition}`),
    values: (condition, chosen) => {
      const known = of(condition);
      const lost = chosen.filter((value) => !known.some((each) => each.value === value));
      return [...known, ...lost.map((value) => ({ value, label: named(value, t('screens.filters.unknown')), count: 0 }))];
    },
    label: (condition, value) => {
      if (condition === 'shelf') return value === 'snoozed' ? t('screens.filters.shelf.snoozed') : t('screens.filters.shelf.followed');
      if (condition === 'consumer') return consumerName ?? t('screens.filters.thisConsumer');
      return of(condition).find((each) => each.value === value)?.label ?? (data ? named(value, t('screens.filters.unknown')) : '…');
    },
    loading: isPending,
  };
}

/** What a value says by itself: a name or a word does, an id does not. */
function named(value: string, unknown: string): string {
  if (value.startsWith('name:')) return value.slice('name:'.length);
  return /^id:|\d.*\d.*\d|^[\da-f-]{16,}$/.test(value) ? unknown : value;
}

function facetValues(facets: Facets, condition: ListCondition): readonly ConditionValue[] {
  switch (condition) {
    case 'department':
      return facets.departments.map(({ id, name, count }) => ({ value: id, label: name, count }));
    case 'status':
      return facets.statuses.map(({ value, count }) => ({ value, label: value, count }));
    case 'priority':
      return facets.priorities.map(({ value, count }) => ({ value, label: value, count }));
    case 'tag':
      return facets.tags.map(({ id, name, color, count }) => ({ value: id, label: name, count, color }));
    case 'assignee':
      return facets.assignees.map(({ key, name, count }) => ({ value: key, label: name, count }));
  }
}
