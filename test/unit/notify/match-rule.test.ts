import { describe, expect, it } from 'vitest';
import type { RuleCondition } from '../../../contract/rules.ts';
import { firstRule, holds } from '../../../core/notify/rules/match-rule.ts';
import type { Viewer } from '../../../core/store/store.ts';
import { ANA, NOBODY, rule, when } from '../../support/notify-settings.ts';
import { pendingEvent } from '../../support/pending-event.ts';
import type { EventFields } from '../../support/pending-event.ts';
import { T0 } from '../../support/records.ts';

const MINUTE = 60_000;
const changed = (...fields: string[]): EventFields => ({ changes: fields.map((field) => ({ field, label: null, from: 'a', to: 'b' })) });

type Case = [what: string, asked: Partial<RuleCondition>, event: EventFields, expected: boolean, viewer?: Viewer];

/** The docstrings of contract/rules.ts, sentence by sentence. */
const CASES: Readonly<Record<string, readonly Case[]>> = {
  'nothing asked': [
    ['holds for anything', {}, {}, true],
    ['holds for what says nothing of itself', {}, { row: { title: '', createdAt: null }, facts: {} }, true, NOBODY],
  ],
  'the entity': [
    ['holds for its own', { entity: 'task' }, { entity: 'task' }, true],
    ['not for the other', { entity: 'task' }, {}, false],
  ],
  'the event': [
    ['any of the list', { events: ['new', 'woke'] }, { kind: 'woke', source: 'clock' }, true],
    ['none of it', { events: ['new', 'woke'] }, {}, false],
    ['waiting', { events: ['waiting'] }, { kind: 'waiting', source: 'clock' }, true],
  ],
  'a changed field': [
    ['one of those asked for', { fields: ['status', 'priority'] }, changed('description', 'priority'), true],
    ['none of them', { fields: ['status', 'priority'] }, changed('description'), false],
    ['only of changed events', { fields: ['status'] }, { ...changed('status'), kind: 'woke' }, false],
    ['not of a new one', { fields: ['status'] }, { kind: 'new' }, false],
    ['the assignee by id', { fields: ['assignee'] }, changed('assigneeId'), true],
    ['the assignee by name', { fields: ['assignee'] }, changed('assigneeName'), true],
    ['the title of a ticket', { fields: ['title'] }, changed('subject'), true],
    ['the title of a task', { fields: ['title'] }, { ...changed('title'), entity: 'task' }, true],
    ['any custom field', { fields: ['customFields'] }, changed('customFields.c7'), true],
    ['no custom field', { fields: ['customFields'] }, changed('consumerId'), false],
  ],
  'the department': [
    ['mine', { departments: 'mine' }, { facts: { departmentId: 'd2' } }, true],
    ['not mine', { departments: 'mine' }, { facts: { departmentId: 'd9' } }, false],
    ['mine, but none chosen', { departments: 'mine' }, { facts: { departmentId: 'd1' } }, false, NOBODY],
    ['mine, of an item without one', { departments: 'mine' }, {}, false],
    ['named ones', { departments: ['d9', 'd8'] }, { facts: { departmentId: 'd9' } }, true, NOBODY],
    ['other than named', { departments: ['d9'] }, { facts: { departmentId: 'd1' } }, false],
    ['any, of an item without one', { departments: 'any' }, {}, true],
  ],
  'the assignee': [
    ['me', { assignee: 'me' }, { facts: { assignee: 'id:ana' } }, true],
    ['me, when others have it', { assignee: 'me' }, { facts: { assignee: 'id:bea' } }, false],
    ['me, when nobody has it and nobody said who they are', { assignee: 'me' }, {}, false, NOBODY],
    ['nobody', { assignee: 'nobody' }, {}, true],
    ['nobody, when somebody has it', { assignee: 'nobody' }, { facts: { assignee: 'name:Bea' } }, false],
    ['others', { assignee: 'others' }, { facts: { assignee: 'name:Bea' } }, true],
    ['others, when it is mine', { assignee: 'others' }, { facts: { assignee: 'id:ana' } }, false],
    ['me by name, where the row gives no id', { assignee: 'me' }, { facts: { assignee: 'name:Ana Lima' } }, true, { ...ANA, name: 'Ana Lima' }],
    ['not others then', { assignee: 'others' }, { facts: { assignee: 'name:Ana Lima' } }, false, { ...ANA, name: 'Ana Lima' }],
    ['others, when nobody has it', { assignee: 'others' }, {}, false],
    ['others, when it is not known who I am', { assignee: 'others' }, { facts: { assignee: 'id:bea' } }, false, NOBODY],
  ],
  'tags': [
    ['any of the list', { tagIds: ['vip', 'fire'] }, { facts: { tagIds: ['x', 'fire'] } }, true],
    ['none of it', { tagIds: ['vip'] }, { facts: { tagIds: ['x'], consumerTagIds: ['vip'] } }, false],
    ['of the consumer', { consumerTagIds: ['vip'] }, { facts: { consumerTagIds: ['vip'] } }, true],
    ['none of the consumer', { consumerTagIds: ['vip'] }, { facts: { tagIds: ['vip'] } }, false],
  ],
  'status and priority': [
    ['as spelled', { statuses: ['open'] }, { row: { status: 'open' } }, true],
    ['in other letters', { statuses: ['EM ESPERA', 'Pendência'] }, { row: { status: 'pendencia' } }, true],
    ['another status', { statuses: ['open'] }, { row: { status: 'opened' } }, false],
    ['a status that is not said', { statuses: ['open'] }, {}, false],
    ['priority', { priorities: ['high', 'urgent'] }, { row: { priority: 'urgent' } }, true],
    ['a priority that is not said', { priorities: ['high'] }, {}, false],
    ['both must hold', { statuses: ['open'], priorities: ['high'] }, { row: { status: 'open', priority: 'low' } }, false],
  ],
  'a keyword': [
    ['in the number', { keyword: '1042' }, { row: { number: '1042' } }, true],
    ['in the number as people quote it', { keyword: '#1042' }, { row: { number: '1042' } }, true],
    ['in the title, without accents and case', { keyword: 'devolucao' }, { row: { title: 'Re: DEVOLUÇÃO atrasada' } }, true],
    ['with accents where there are none', { keyword: 'Devolução' }, { row: { title: 'devolucao' } }, true],
    ['in the description', { keyword: 'boleto' }, { facts: { description: 'Meu Boleto…' } }, true],
    ['in the consumer’s name', { keyword: 'joão' }, { row: { consumerName: 'Joao Lima' } }, true],
    ['nowhere', { keyword: 'boleto' }, { row: { title: 'bole to', status: 'boleto', assigneeName: 'boleto' } }, false],
    ['of blanks asks nothing', { keyword: '  ' }, {}, true],
  ],
  'age': [
    ['old enough', { olderThanMinutes: 45 }, { row: { createdAt: T0 - 46 * MINUTE } }, true],
    ['at the very minute', { olderThanMinutes: 45 }, { row: { createdAt: T0 - 45 * MINUTE } }, true],
    ['too young', { olderThanMinutes: 45 }, { row: { createdAt: T0 - 45 * MINUTE + 1 } }, false],
    ['not known', { olderThanMinutes: 45 }, { row: { createdAt: null } }, false],
  ],
  'following': [
    ['followed', { followed: true }, { row: { followed: true } }, true],
    ['not followed', { followed: true }, {}, false],
    ['not asked', { followed: false }, { row: { followed: true } }, true],
  ],
};

describe.each(Object.entries(CASES))('a condition about %s', (_what, cases) => {
  it.each([...cases])('%s', (...[, asked, event, expected, viewer = ANA]: Case) => {
    expect(holds(when(asked), pendingEvent(1, event), viewer)).toBe(expected);
  });
});

describe('of several rules', () => {
  const event = pendingEvent(1, { row: { status: 'open' } });
  it('the first that is on and holds decides', () => {
    const rules = [rule('off', { on: false }), rule('other', { when: { statuses: ['closed'] } }), rule('first', { when: { statuses: ['open'] } }), rule('second')];
    expect(firstRule(rules, event, ANA)?.id).toBe('first');
  });
  it('each tells of waiting once: at its own age', () => {
    const rules = [30, 60].map((minutes) => rule(`after-${minutes}`, { when: { events: ['waiting'], olderThanMinutes: minutes } }));
    const decidedAt = (minutes: number) => firstRule(rules, pendingEvent(1, { kind: 'waiting', source: 'clock', row: { createdAt: T0 - minutes * MINUTE } }), ANA)?.id;
    expect([29, 30, 59, 60, 600].map(decidedAt)).toEqual([undefined, 'after-30', 'after-30', 'after-60', 'after-60']);
  });
  it('one about a shorter wait tells where the longer one is about something else, unless it has told before', () => {
    const rules = [rule('tickets', { when: { events: ['waiting'], olderThanMinutes: 30, entity: 'ticket' } }), rule('tasks', { when: { events: ['waiting'], olderThanMinutes: 60, entity: 'task' } })];
    const decided = (entity: 'ticket' | 'task', waitedBefore?: number) =>
      firstRule(rules, pendingEvent(1, { entity, kind: 'waiting', source: 'clock', row: { createdAt: T0 - 90 * MINUTE }, ...(waitedBefore === undefined ? {} : { waitedBefore }) }), ANA)?.id;
    expect([decided('ticket'), decided('ticket', 30), decided('task'), decided('task', 30)]).toEqual(['tickets', undefined, 'tasks', 'tasks']);
  });

  it('all look for their keywords in texts that are read once for each item', () => {
    let readings = 0;
    const { facts, row } = pendingEvent(1, { row: { title: 'Ção' } });
    const counting = { ...facts, get description() {
      readings += 1;
      return 'Boleto vencido';
    } };
    const rules = ['nothing of it', 'acao', 'bolèto'].map((keyword) => rule(keyword.replaceAll(/[^a-z]/g, ''), { when: { keyword } }));
    const decided = [2, 3].map((seq) => firstRule(rules, { ...pendingEvent(seq), row, facts: counting }, ANA)?.id);
    expect([decided, readings]).toEqual([['bolto', 'bolto'], 1]);
  });

  it('none need hold', () => {
    expect(firstRule([rule('other', { when: { statuses: ['closed'] } })], event, ANA)).toBeNull();
  });
});
