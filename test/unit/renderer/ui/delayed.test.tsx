// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useDelayed } from '../../../../renderer/ui/useDelayed.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('a wait is told only once it is long, and not after it', () => {
  vi.useFakeTimers();
  const { result, rerender } = renderHook(({ waits }) => useDelayed(waits, 150), { initialProps: { waits: true } });
  act(() => void vi.advanceTimersByTime(149));
  expect(result.current).toBe(false);
  act(() => void vi.advanceTimersByTime(1));
  expect(result.current).toBe(true);
  rerender({ waits: false });
  expect(result.current).toBe(false);
  rerender({ waits: true });
  expect(result.current).toBe(false);
  rerender({ waits: false });
  act(() => void vi.advanceTimersByTime(1_000));
  expect(result.current).toBe(false);
});
