import { expect, it } from 'vitest';
import { createAnswerOrder } from '../../../core/sync/answer-order.ts';
import { T0, ticket } from '../../support/records.ts';

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

it('does not let what was asked before bring back a row that is gone', () => {
  const order = createAnswerOrder();
  const early = order.ask();
  const asked = order.ask();
  expect([...order.gone('ticket', ['t1'], asked)]).toEqual(['t1']);
  const answer = order.shown('ticket', [ticket('t1'), ticket('t2')], early);
  expect([idsOf(answer.rows), answer.withheld]).toEqual([['t2'], ['t1']]);
});

it('withholds what was asked between the question and the answer that found it gone', () => {
  const order = createAnswerOrder();
  const asked = order.ask();
  const between = order.ask();
  order.gone('ticket', ['t1'], asked);
  expect(order.shown('ticket', [ticket('t1')], between).withheld).toEqual(['t1']);
});

it('lets what is asked later bring it back, for good', () => {
  const order = createAnswerOrder();
  const early = order.ask();
  order.gone('ticket', ['t1'], order.ask());
  expect(idsOf(order.shown('ticket', [ticket('t1')], order.ask()).rows)).toEqual(['t1']);
  expect(idsOf(order.shown('ticket', [ticket('t1')], early).rows)).toEqual(['t1']);
});

it('does not call a row gone that an answer asked later has shown meanwhile', () => {
  const order = createAnswerOrder();
  const unwatch = order.watch('ticket', 't1');
  const asked = order.ask();
  order.shown('ticket', [ticket('t1')], order.ask());
  expect([...order.gone('ticket', ['t1'], asked)]).toEqual([]);
  unwatch();
});

it('calls a row gone that only an answer asked earlier has shown meanwhile', () => {
  const order = createAnswerOrder();
  const early = order.ask();
  const unwatch = order.watch('ticket', 't1');
  const asked = order.ask();
  order.shown('ticket', [ticket('t1')], early);
  expect([...order.gone('ticket', ['t1'], asked)]).toEqual(['t1']);
  unwatch();
});

it('keeps a tombstone without a time, which no version protects, but leaves those with one to their versions', () => {
  const order = createAnswerOrder();
  const early = order.ask();
  order.shown('ticket', [ticket('timeless', { version: 0, deletedAt: T0 }), ticket('timed', { version: T0, deletedAt: T0 })], order.ask());
  expect(order.shown('ticket', [ticket('timeless', { version: 0 }), ticket('timed')], early).withheld).toEqual(['timeless']);
});

it('knows entities apart', () => {
  const order = createAnswerOrder();
  const early = order.ask();
  order.gone('task', ['x'], order.ask());
  expect(order.shown('ticket', [ticket('x')], early).withheld).toEqual([]);
});
