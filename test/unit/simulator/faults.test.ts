import { describe, expect, test } from 'vitest';
import { createFaultScript } from '../../../simulator/faults.ts';

const NOTHING = { latencyMs: 0, failure: null };

describe('fault script', () => {
  test('a fault hits as often as it says, then no more', () => {
    const faults = createFaultScript();
    faults.add({ kind: 'status', status: 503, count: 2 });
    expect(faults.strike('GET', '/v1/tickets').failure).toMatchObject({ kind: 'status', status: 503 });
    expect(faults.list()).toMatchObject([{ hits: 1 }]);
    expect(faults.strike('GET', '/v1/tasks').failure).toMatchObject({ kind: 'status' });
    expect(faults.strike('GET', '/v1/tickets')).toEqual(NOTHING);
    expect(faults.list()).toEqual([]);
  });

  test('path patterns match whole paths, dots are dots, and the method can be named', () => {
    const faults = createFaultScript();
    faults.add({ kind: 'drop', path: '/v1.0/tickets*', method: 'GET', count: null });
    expect(faults.strike('GET', '/v1.0/tickets/abc').failure).toMatchObject({ kind: 'drop' });
    expect(faults.strike('GET', '/v1x0/tickets')).toEqual(NOTHING);
    expect(faults.strike('GET', '/api/v1.0/tickets')).toEqual(NOTHING);
    expect(faults.strike('POST', '/v1.0/tickets')).toEqual(NOTHING);
  });

  test('latency and one failure can strike together; failures come in the order they were added', () => {
    const faults = createFaultScript();
    faults.add({ kind: 'html' });
    faults.add({ kind: 'truncated' });
    faults.add({ kind: 'latency', ms: 40 });
    expect(faults.strike('GET', '/a')).toMatchObject({ latencyMs: 40, failure: { kind: 'html' } });
    expect(faults.strike('GET', '/a')).toMatchObject({ latencyMs: 0, failure: { kind: 'truncated' } });
    expect(faults.strike('GET', '/a')).toEqual(NOTHING);
  });

  test('clearing ends faults without a count', () => {
    const faults = createFaultScript();
    faults.add({ kind: 'hang', count: null });
    for (let i = 0; i < 50; i++) expect(faults.strike('GET', '/a').failure).toMatchObject({ kind: 'hang' });
    faults.clear();
    expect(faults.strike('GET', '/a')).toEqual(NOTHING);
  });
});
