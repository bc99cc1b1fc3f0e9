import { expect, it } from 'vitest';
import { isClosedStatus } from '../../../core/notify/closed-status.ts';

it.each(['Closed', 'RESOLVED', 'done', 'Solved by bot', 'status_closed', 'Cancelled', 'Fechado', 'Resolvido', 'CONCLUÍDO', 'concluida', 'Finalizado', 'Encerrado pelo cliente', 'Cerrado', 'Resuelto', 'Cancelada', 'Estado: cerrado'])('%s is over', (status) => {
  expect(isClosedStatus(status)).toBe(true);
});
it.each([null, '', ' ', 'Open', 'Not closed', 'To be done', 'Não resolvido', 'Sin resolver', 'Unresolved', 'Aguardando cliente', 'Em andamento', 'Closing soon', '已解决'])('%s is not', (status) => {
  expect(isClosedStatus(status)).toBe(false);
});
