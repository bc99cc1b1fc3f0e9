import type { z } from 'zod';
import { MOST_VIEWS, savedViewSchema } from '../../contract/models/filter.ts';
import { MOST_RULES, ruleSchema, USUAL_QUIET_HOURS } from '../../contract/rules.ts';
import { settingsSchema } from '../../contract/settings.ts';
import type { Settings } from '../../contract/settings.ts';
import { itemIdSchema } from '../../contract/entity.ts';

/** Settings that are lists of things of which each stands by itself. */
const LISTS: Readonly<Partial<Record<keyof Settings, { readonly element: z.ZodType; readonly most: number }>>> = {
  rules: { element: ruleSchema, most: MOST_RULES },
  savedViews: { element: savedViewSchema, most: MOST_VIEWS },
  myDepartmentIds: { element: itemIdSchema, most: 200 },
};

function salvageQuietHours(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const { on, days } = value as { on?: unknown; days?: unknown };
  if (typeof on !== 'boolean' || !Array.isArray(days)) return undefined;
  const shape = settingsSchema.shape.quietHours.unwrap().shape;
  return { on, days: USUAL_QUIET_HOURS.days.map((usual, i) => {
    const day = shape.days.element.safeParse(days[i]);
    return day.success ? day.data : usual;
  }) };
}

/**
 * What of a setting's broken value is still right: the rules, views and departments of a list that are, and the days of the
 * quiet hours. Undefined where nothing is. A rule with something in it that this version does not know is left out whole:
 * without a condition it would be about more than the person meant.
 */
export function salvage(key: keyof Settings, value: unknown): unknown {
  if (key === 'quietHours') return salvageQuietHours(value);
  const list = LISTS[key];
  if (!list || !Array.isArray(value)) return undefined;
  const kept = value.flatMap((one: unknown) => {
    const parsed = list.element.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
  return kept.slice(0, list.most);
}
