import type { Rule, RuleCondition } from '../../contract/rules.ts';
import { ruleConditionSchema } from '../../contract/rules.ts';
import { settingsSchema } from '../../contract/settings.ts';
import type { NotifySettings } from '../../core/notify/settings.ts';
import type { Viewer } from '../../core/store/store.ts';

/** Somebody who did not say who they are. */
export const NOBODY: Viewer = { me: null, departmentIds: [] };
/** Somebody of the departments `d1` and `d2`. */
export const ANA: Viewer = { me: 'id:ana', departmentIds: ['d1', 'd2'] };

/** Settings as the app begins with, and what is given. */
export function notifySettings(given: Partial<NotifySettings> = {}): NotifySettings {
  return { ...settingsSchema.parse({}), viewer: NOBODY, ...given };
}

/** Conditions that ask nothing but what is given. */
export function when(given: Partial<RuleCondition> = {}): RuleCondition {
  return { ...ruleConditionSchema.parse({}), ...given };
}

/** A rule that is on and tells everything, and what is given. */
export function rule(id: string, given: Partial<Omit<Rule, 'when'>> & { readonly when?: Partial<RuleCondition> } = {}): Rule {
  return { name: `Rule ${id}`, on: true, action: 'toast', sound: false, breaksQuiet: false, ...given, id, when: when(given.when) };
}
