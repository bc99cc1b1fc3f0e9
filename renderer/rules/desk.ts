import type { TagView } from '../../contract/models/views.ts';

/** Something with an id and a name that a rule can ask for. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What this desk calls things: all that rules can choose from. */
export interface Desk {
  readonly departments: readonly Named[];
  readonly tags: readonly TagView[];
  readonly consumerTags: readonly TagView[];
  readonly statuses: readonly string[];
  readonly priorities: readonly string[];
}

/** The name of an id; the id itself where nobody knows its name any more. */
export function nameOf(list: readonly Named[], id: string): string {
  return list.find((each) => each.id === id)?.name ?? id;
}
