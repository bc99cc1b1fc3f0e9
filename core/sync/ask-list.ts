import type { Entity } from '../../contract/entity.ts';
import type { ListReply, ListRequest } from '../api/port.ts';
import type { StreamTools } from './stream-tools.ts';

/** A page together with the mark of the question (see AnswerOrder). */
export type AskedReply = ListReply<Entity> & { readonly asked: number };

/** Asks for a page of a list. Rejects as the client does. */
export async function askList({ client, items, signal }: Pick<StreamTools, 'client' | 'items' | 'signal'>, entity: Entity, request: Omit<ListRequest, 'signal'>): Promise<AskedReply> {
  const asked = items.order.ask();
  return { ...(await client.list<Entity>(entity, { ...request, signal })), asked };
}
