import type { QueueFilter } from '../../contract/models/filter.ts';
import type { RuleCondition } from '../../contract/rules.ts';
import type { Settings } from '../../contract/settings.ts';
import { parseBypass } from '../net/proxy-rules.ts';
import { BUILT_IN } from '../profiles/profile-shelf.ts';

/** Settings that are choices, numbers or key combinations: they say nothing of anybody. */
const PLAIN = [
  'language', 'theme', 'syncIntervalSeconds', 'desktopsBehindAddress', 'sharePercent', 'hotkey', 'webhookListener', 'notificationsPausedUntil', 'closeToTray', 'closeHintShown', 'standingNotices', 'quietHours', 'toastContent',
  'hideContentWhenLocked', 'sound', 'zoom', 'contrast', 'startAtLogin', 'startHidden', 'proxyMode', 'retentionDays', 'firstRunStep', 'windowBounds',
] as const satisfies readonly (keyof Settings)[];

function filterShape({ scope, only, due, sort, ...conditions }: QueueFilter): object {
  const { departmentIds, statuses, priorities, tagIds, assignees, consumerId } = conditions;
  return { scope, only, due, sort, departments: departmentIds.length, statuses: statuses.length, priorities: priorities.length, tags: tagIds.length, assignees: assignees.length, consumer: consumerId !== null };
}

function conditionShape({ entity, events, fields, departments, assignee, tagIds, consumerTagIds, statuses, priorities, keyword, olderThanMinutes, followed }: RuleCondition): object {
  return {
    entity, events, fields, assignee, olderThanMinutes, followed,
    departments: Array.isArray(departments) ? departments.length : departments,
    tags: tagIds.length, consumerTags: consumerTagIds.length, statuses: statuses.length, priorities: priorities.length, keyword: keyword !== '',
  };
}

/** What settings look like, without any address, name, id or word that somebody wrote: of those only whether or how many there are. */
export function scrubSettings(settings: Settings): object {
  const { baseUrl, profileId, me, myDepartmentIds, savedViews, rules, proxyUrl, proxyBypass } = settings;
  return {
    ...Object.fromEntries(PLAIN.map((key) => [key, settings[key]])),
    baseUrl: baseUrl === '' ? 'absent' : 'present',
    profile: profileId === BUILT_IN.id ? 'builtIn' : 'imported',
    me: me === null ? 'absent' : me.id === null ? 'byName' : 'byId',
    myDepartments: myDepartmentIds.length,
    savedViews: savedViews.map(({ entity, filter }) => ({ entity, filter: filterShape(filter) })),
    rules: rules.map(({ on, action, sound, breaksQuiet, when }) => ({ on, action, sound, breaksQuiet, when: conditionShape(when) })),
    proxyUrl: proxyUrl === '' ? 'absent' : 'present',
    proxyBypass: parseBypass(proxyBypass)?.length ?? 'unreadable',
  };
}
