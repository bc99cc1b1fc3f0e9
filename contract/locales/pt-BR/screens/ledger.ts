import type { ledger as english } from '../../en/screens/ledger.ts';
import type { Translation } from '../../translation.ts';

/** Words of the ledger: every event with what became of it. */
export const ledger = {
  title: 'Registro de notificações',
  titleItem: 'Registro de notificações deste item',
  back: 'Voltar',
  backToList: 'Voltar à lista',
  total_one: '{{count, number}} evento dos últimos 14 dias',
  total_many: '{{count, number}} de eventos dos últimos 14 dias',
  total_other: '{{count, number}} eventos dos últimos 14 dias',
  search: 'Número, título ou regra',
  all: 'Todas as entradas',
  onlyThis: 'Só este item',
  list: 'Eventos, do mais novo ao mais antigo',
  entry: 'O evento escolhido',
  open: { ticket: 'Abrir o ticket', task: 'Abrir a tarefa' },
  empty: { title: 'Nada aconteceu ainda', text: 'Cada ticket ou tarefa que chega ou muda aparece aqui, com o motivo por que você foi avisado ou não.' },
  emptyItem: { title: 'Nenhum evento deste item', text: 'Ele não mudou nos últimos 14 dias, ou veio com a primeira sincronização, que não avisa nada.' },
  none: { title: 'Nada com “{{search}}”', text: 'A busca olha o número, o título e a regra que decidiu, nos últimos 14 dias.', action: 'Limpar a busca' },
  /** What was decided, in a word or two. */
  outcome: { toast: 'Avisado', summary: 'Avisado em um resumo', badge: 'Só contado', ignored: 'Ignorado', quiet: 'Nada a avisar', paused: 'Em pausa', quietHours: 'Silêncio', open: 'Ainda sem decisão' },
  why: {
    open: 'Ainda sem decisão. Ela vem quando a sincronização que trouxe o evento estiver completa.',
    toast: 'Você foi avisado na hora.',
    badge: 'Sem aviso, só contado como não lido.',
    ignored: 'Sem aviso, e também não contado como não lido.',
    paused: 'Sem aviso: as notificações estavam pausadas.',
    quietHours: 'Sem aviso: foi no seu horário de silêncio.',
    quietHoursUntil: 'Sem aviso: horário de silêncio até {{time}}.',
    gone: 'Sem aviso: foi excluído ou saiu de todas as filas.',
    seen: 'Sem aviso: você mesmo tinha aberto ou buscado o item.',
    snoozed: 'Sem aviso: você tinha adiado o item.',
    waiting: 'Sem aviso: esperou por um responsável, mas nenhuma regra pergunta por ele, ou alguém já o tinha assumido.',
    summary: {
      flood: 'Avisado junto com outros, porque vieram mais de cinco notificações em um minuto.',
      away: 'Avisado junto com outros: aconteceu com o app fechado ou sem conexão.',
      digest: 'Avisado em um resumo com outros, como a regra pede.',
    },
  },
  by: {
    rule: 'regra “{{name}}”',
    ruleSentence: 'A sua regra “{{name}}” decidiu.',
    default: 'padrão: {{words}}',
    defaultSentence: 'Nenhuma regra se aplicou; este padrão decidiu: {{words}}.',
    unknown: 'Não foi anotado qual regra decidiu.',
  },
  ruleGone: 'Esta regra não existe mais.',
  fate: { notShown: 'não mostrado', clicked: 'clicado', withdrawn: 'retirado' },
  line: { what: 'O que aconteceu', at: 'No Cxpress', atUnknown: 'Sem horário', seen: 'Visto aqui', decision: 'Decisão', rule: 'Quem decidiu', sent: 'Entregue ao sistema', answer: 'Resposta dele', clicked: 'Clicado', withdrawn: 'Retirado' },
  answer: { none: 'Ele não respondeu.', shown: 'Ele mostrou.', notShown: 'Ele não mostrou.' },
  withdrawnWhy: 'foi assumido, fechado ou saiu dos seus departamentos, ou você saiu da conta',
} as const satisfies Translation<typeof english>;
