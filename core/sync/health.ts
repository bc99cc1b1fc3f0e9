import { ENTITIES } from '../../contract/entity.ts';
import type { Entity } from '../../contract/entity.ts';
import type { AppError } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import { appErrorOf, failureKind } from './failure.ts';

/** Failures in a row after which an entity is set aside, so that it does not hold up the others. */
const STRIKES = 3;
/** How long an entity is set aside, in milliseconds. */
const ASIDE_MS = { permission: 60 * 60_000, entity: 5 * 60_000 } as const;

/** Which entities can be read. One that the token may not read, or whose answers stay wrong, degrades alone. */
export interface Health {
  /** May be tried now. */
  open(entity: Entity): boolean;
  worked(entity: Entity): void;
  /** This entity's reading failed for a reason of its own. True when it is set aside from now on. */
  failed(entity: Entity, error: unknown): boolean;
  /** Set aside, for whatever reason. */
  aside(entity: Entity): boolean;
  /** Entities the token may not read. */
  missing(): readonly Entity[];
  /** Error of an entity that is set aside for another reason than a permission; null when there is none. */
  error(): AppError | null;
  /** Milliseconds until the next entity that is set aside may be tried; null when none is. */
  nextTry(): number | null;
}

interface Mark {
  readonly strikes: number;
  /** Monotonic. */
  readonly retryAt: number;
  readonly error: AppError;
}

/** Makes {@link Health}; all entities begin well. */
export function createHealth(clock: Clock): Health {
  const marks = new Map<Entity, Mark>();
  const isAside = (mark: Mark | undefined): mark is Mark => mark !== undefined && mark.strikes >= STRIKES;
  const set = (): Mark[] => [...marks.values()].filter(isAside);
  return {
    open(entity) {
      const mark = marks.get(entity);
      return !isAside(mark) || clock.mono() >= mark.retryAt;
    },
    worked: (entity) => void marks.delete(entity),
    failed(entity, cause) {
      const permission = failureKind(cause) === 'permission';
      const strikes = permission ? STRIKES : (marks.get(entity)?.strikes ?? 0) + 1;
      const mark = { strikes, retryAt: clock.mono() + ASIDE_MS[permission ? 'permission' : 'entity'], error: appErrorOf(cause) };
      marks.set(entity, mark);
      return isAside(mark);
    },
    aside: (entity) => isAside(marks.get(entity)),
    missing: () => ENTITIES.filter((entity) => marks.get(entity)?.error.code === 'permissionMissing'),
    error: () => set().find(({ error }) => error.code !== 'permissionMissing')?.error ?? null,
    nextTry() {
      const times = set().map(({ retryAt }) => retryAt);
      return times.length === 0 ? null : Math.max(0, Math.min(...times) - clock.mono());
    },
  };
}
