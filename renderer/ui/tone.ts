/** Tints a badge can have. They carry no meaning that the words beside them do not. */
export type BadgeTone = 'neutral' | 'info' | 'good' | 'warn' | 'bad' | 'violet';

/**
 * Words that help desks use for states, in the product's three languages, folded. The API's real words are not
 * documented: a word that is not here stays neutral, and nothing but colour depends on this.
 */
const STATUS_WORDS: Readonly<Record<string, BadgeTone>> = {
  new: 'violet', novo: 'violet', nova: 'violet', nuevo: 'violet', nueva: 'violet',
  open: 'info', aberto: 'info', aberta: 'info', abierto: 'info', abierta: 'info', 'to do': 'info', 'a fazer': 'info',
  'in progress': 'info', 'em andamento': 'info', 'em atendimento': 'info', 'en curso': 'info', 'en progreso': 'info', doing: 'info',
  pending: 'warn', pendente: 'warn', pendiente: 'warn', waiting: 'warn', 'waiting on customer': 'warn', 'aguardando cliente': 'warn', 'esperando al cliente': 'warn', aguardando: 'warn', 'en espera': 'warn', 'on hold': 'warn',
  resolved: 'good', resolvido: 'good', resolvida: 'good', resuelto: 'good', resuelta: 'good', done: 'good', concluido: 'good', concluida: 'good', hecho: 'good', solved: 'good',
};
const URGENT_WORDS: ReadonlySet<string> = new Set(['urgent', 'urgente', 'high', 'alta', 'alto', 'critical', 'critica', 'critico']);

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replace(/[_-]+/g, ' ').trim().toLowerCase();
}

/** The tint of a status word; neutral when the word is unknown. */
export function statusTone(status: string): BadgeTone {
  return STATUS_WORDS[fold(status)] ?? 'neutral';
}

/** Whether a priority word means "look at this first" in one of the product's languages. */
export function isUrgent(priority: string | null): boolean {
  return priority !== null && URGENT_WORDS.has(fold(priority));
}
