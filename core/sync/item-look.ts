import type { Entity } from '../../contract/entity.ts';
import type { AnyRecord } from '../../contract/models/records.ts';
import type { ApiClient } from '../api/port.ts';
import type { Clock } from '../clock.ts';
import { EngineError } from '../engine-error.ts';
import type { Lane } from '../governor/lanes.ts';
import type { Gone } from '../store/store.ts';
import { createAnswerOrder } from './answer-order.ts';
import type { AnswerOrder } from './answer-order.ts';

/** What asking for one item brought. `asked` is its mark in the {@link AnswerOrder}. */
export type ItemAnswer =
  | { readonly row: AnyRecord; readonly asked: number }
  | {
      readonly row: null;
      readonly asked: number;
      /** How the item is gone, if {@link ItemAnswer.proven}. */
      readonly how: Extract<Gone, 'notFound' | 'forbidden'>;
      /** Whether others of its kind can be had now, so that the refusal is about this one. May ask for one. Rejects as the client does. */
      readonly proven: () => Promise<boolean>;
      /** What the client rejected with. */
      readonly error: EngineError;
    };

/** How to ask. */
export interface LookRequest {
  readonly lane: Lane;
  readonly signal?: AbortSignal;
}

/** Asks for single items, for all who do, and says what a refusal means. */
export interface ItemLook {
  readonly order: AnswerOrder;
  /** Asks and hands the answer to `use`; the item is watched until that is done. Rejects with the client's errors other than refusals, and with those of `use`. */
  look<T>(entity: Entity, id: string, request: LookRequest, use: (answer: ItemAnswer) => Promise<T>): Promise<T>;
  /** Requests sent so far. */
  requests(this: void): number;
  /** Whether asking for one item of this entity has worked lately. */
  works(entity: Entity): boolean;
  /** Asks for an item that is certainly there. False: items of this entity cannot be had one by one. */
  prove(entity: Entity, id: string, request: LookRequest): Promise<boolean>;
}

/** A refusal is believed for this long after another item was had, in milliseconds; later, that one is asked for again first. */
const PROOF_MS = 60_000;
/** Items remembered as had, of each entity: one of them may be gone itself. */
const MOST_PROOFS = 3;

function refusalOf(error: unknown): Extract<Gone, 'notFound' | 'forbidden'> | null {
  if (!(error instanceof EngineError)) return null;
  if (error.code === 'notFound') return 'notFound';
  return error.code === 'permissionMissing' ? 'forbidden' : null;
}

/**
 * Makes an {@link ItemLook}. A wrong path in the profile answers 404 for every item, and a token without the right to
 * read items one by one gets 403 for every one: neither says anything about the item. So a refusal counts only while
 * another item of the same entity can be had.
 */
export function createItemLook({ client, clock }: { readonly client: Pick<ApiClient, 'get'>; readonly clock: Clock }): ItemLook {
  const order = createAnswerOrder();
  let requests = 0;
  /** Entity to ids that were had, newest last, with the monotonic time of it. */
  const proofs = new Map<Entity, Map<string, number>>();
  const had = (entity: Entity, id: string): void => {
    const ids = proofs.get(entity) ?? new Map<string, number>();
    proofs.set(entity, ids);
    ids.delete(id);
    ids.set(id, clock.mono());
    const [oldest] = ids.keys();
    if (ids.size > MOST_PROOFS && oldest !== undefined) ids.delete(oldest);
  };
  const get = async (entity: Entity, id: string, request: LookRequest): Promise<AnyRecord> => {
    requests += 1;
    const { row } = await client.get<Entity>(entity, id, request);
    had(entity, id);
    return row;
  };
  const prove = async (entity: Entity, id: string, request: LookRequest): Promise<boolean> => {
    try {
      await get(entity, id, request);
      return true;
    } catch (error) {
      if (refusalOf(error) === null) throw error;
      proofs.get(entity)?.delete(id);
      return false;
    }
  };
  const provenBy = async (entity: Entity, refused: string, request: LookRequest): Promise<boolean> => {
    const ids = proofs.get(entity);
    ids?.delete(refused);
    for (const [id, at] of [...(ids ?? [])].reverse()) {
      if (clock.mono() - at < PROOF_MS || (await prove(entity, id, request))) return true;
    }
    return false;
  };
  return {
    order,
    requests: () => requests,
    works: (entity) => (proofs.get(entity)?.size ?? 0) > 0,
    prove,
    async look(entity, id, request, use) {
      const unwatch = order.watch(entity, id);
      const asked = order.ask();
      try {
        const answer = await get(entity, id, request).then(
          (row): ItemAnswer => ({ row, asked }),
          (error: unknown): ItemAnswer => {
            const how = refusalOf(error);
            if (how === null) throw error;
            return { row: null, asked, how, error: error as EngineError, proven: () => provenBy(entity, id, request) };
          },
        );
        return await use(answer);
      } finally {
        unwatch();
      }
    },
  };
}
