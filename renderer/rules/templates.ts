import type { TFunction } from 'i18next';
import type { Rule, RuleCondition } from '../../contract/rules.ts';
import { isUrgent } from '../ui/tone.ts';
import { fold } from '../settings/fold.ts';
import type { Desk, Named } from './desk.ts';
import { ANY, blankRule, MOST_VALUES } from './rule-parts.ts';

/** The examples, in the order in which they are shown. */
export const TEMPLATES = ['urgent', 'waiting', 'keyword', 'vip', 'bots'] as const;
/** One of {@link TEMPLATES}. */
export type Template = (typeof TEMPLATES)[number];

/** A rule made from an example. `complete` is false where this desk has nothing that its condition could name; the rule is off then. */
export interface TemplateRule {
  readonly rule: Rule;
  readonly complete: boolean;
}

const named = (list: readonly Named[], ...words: string[]) => list.filter(({ name }) => words.some((word) => fold(name).split(/[^\p{L}\p{N}]+/u).includes(word))).map(({ id }) => id);

/** Makes a rule from an example, in this desk's own words where it has them. */
export function fromTemplate(t: TFunction, template: Template, desk: Desk): TemplateRule {
  const make = (when: Partial<RuleCondition>, rest: Partial<Rule> = {}, complete = true): TemplateRule => ({
    rule: { ...blankRule(t(`screens.rules.templates.${template}.name`)), ...rest, on: complete, when: { ...ANY, ...when } },
    complete,
  });
  switch (template) {
    case 'urgent': {
      const urgent = desk.priorities.filter((priority) => isUrgent(priority)).slice(0, MOST_VALUES);
      return make({ priorities: urgent.length > 0 ? urgent : [t('screens.rules.templates.urgent.priority')], events: ['new', 'changed'] }, { breaksQuiet: true });
    }
    case 'waiting':
      return make({ events: ['waiting'], departments: 'mine', assignee: 'nobody', olderThanMinutes: 15 });
    case 'keyword':
      return make({ events: ['new', 'changed'], keyword: t('screens.rules.templates.keyword.keyword') }, { sound: false });
    case 'vip': {
      const tags = named(desk.consumerTags, 'vip').slice(0, MOST_VALUES);
      return make({ events: ['new', 'changed'], consumerTagIds: tags }, {}, tags.length > 0);
    }
    case 'bots': {
      const bots = named(desk.departments, 'bot', 'bots', 'chatbot', 'robo', 'robos', 'robot', 'robots').slice(0, MOST_VALUES);
      return make(bots.length > 0 ? { departments: bots } : {}, { action: 'ignore', sound: false }, bots.length > 0);
    }
  }
}
