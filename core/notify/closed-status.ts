import { fold } from './fold.ts';

/** Words for "over", folded, in the three languages and in those a company may have chosen for its statuses. */
const CLOSED: ReadonlySet<string> = new Set([
  'closed', 'close', 'resolved', 'done', 'solved', 'completed', 'complete', 'finished', 'ended', 'cancelled', 'canceled', 'archived', 'rejected',
  'fechado', 'fechada', 'resolvido', 'resolvida', 'concluido', 'concluida', 'finalizado', 'finalizada', 'encerrado', 'encerrada', 'cancelado', 'cancelada', 'solucionado', 'solucionada', 'arquivado', 'arquivada',
  'cerrado', 'cerrada', 'resuelto', 'resuelta', 'terminado', 'terminada', 'completado', 'completada', 'completo', 'completa', 'anulado', 'anulada', 'archivado', 'archivada',
]);
/** What a status may begin with without saying anything. */
const EMPTY: ReadonlySet<string> = new Set(['status', 'estado', 'state', 'ticket', 'task', 'tarefa', 'tarea', 'chamado', 'is']);
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Whether a status says that an item is over. The API gives no such mark, so the status' first meaningful word is looked
 * up: "Closed by customer" is over, "Not closed" and "To be done" are not.
 */
export function isClosedStatus(status: string | null): boolean {
  const words = fold(status ?? '').match(WORD) ?? [];
  const first = words.find((word) => !EMPTY.has(word));
  return first !== undefined && CLOSED.has(first);
}
