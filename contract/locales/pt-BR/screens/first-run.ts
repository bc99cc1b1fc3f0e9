import type { checks as englishChecks, desktops as englishDesktops, firstRun as englishFirstRun } from '../../en/screens/first-run.ts';
import type { Translation } from '../../translation.ts';

/** Words of the first-run page, also used to paste a new token pair. */
export const firstRun = {
  title: 'Conectar ao Cxpress',
  lead: 'O Cxpress Tray guarda os tickets e as tarefas da sua empresa neste computador, avisa quando mudam e encontra qualquer um deles com um atalho.',
  unofficial: 'Este é um cliente não oficial. Não é feito nem mantido pela Cxpress.',
  renewTitle: 'Cole um novo par de tokens',
  renewLead: 'A sessão terminou. Seus tickets, tarefas e configurações neste computador foram mantidos e continuam de onde pararam.',
  replaceLead: 'Um novo par substitui o que está em uso. Seus tickets, tarefas e configurações neste computador são mantidos.',
  back: 'Voltar ao que está guardado',
  form: 'Conexão',
  address: { label: 'Endereço da API', help: 'Onde sua empresa acessa a API do Cxpress. Se não souber, pergunte ao seu contato na Cxpress.', placeholder: 'https://', empty: { what: 'Informe o endereço da API.', next: 'Seu contato na Cxpress sabe qual é; ele começa com https://.' } },
  apiToken: { label: 'Token da API', help: 'Abre a API por uma hora. O app o renova sozinho.' },
  refreshToken: { label: 'Token de renovação (refresh token)', help: 'Renova o token da API por 168 horas (7 dias). Depois disso, é preciso um novo par.' },
  pasted_one: '{{count, number}} caractere',
  pasted_many: '{{count, number}} de caracteres',
  pasted_other: '{{count, number}} caracteres',
  kept: { encrypted: 'Os dois tokens ficam neste computador, criptografados pelo sistema, e nunca mais são exibidos.', session: 'Os dois tokens nunca mais são exibidos.' },
  where: {
    title: 'De onde vêm os tokens',
    who: 'O proprietário da empresa os cria no Cxpress:',
    path: 'Sidebar Menu → Configurations → Company → API',
    steps: 'Lá, o botão no canto superior abre uma janela que pede “Token name” e “Permissions”. Permita a leitura de tickets, tarefas, consumidores, departamentos, tags e campos personalizados.',
    once: 'O Cxpress mostra os dois tokens uma única vez, logo depois de criados. Copie-os nesse momento.',
  },
  test: 'Testar conexão',
  testing: 'Testando…',
  signIn: 'Entrar',
  signingIn: 'Entrando…',
  profile: 'Perfil da API {{name}}: nossa melhor suposição até um teste de conexão dar certo.',
  profileVerified: 'Perfil da API {{name}}: confirmado por um teste de conexão.',
  storage: {
    memory: { what: 'Este computador não oferece um lugar criptografado para segredos.', next: 'Você pode entrar, mas os tokens e a cópia local valem só para esta sessão e somem quando o app é encerrado.' },
    locked: { what: 'O chaveiro do sistema está bloqueado.', next: 'Desbloqueie-o e reinicie o app para manter a sessão. Se você entrar agora, ela dura até o app ser encerrado; o que está no disco fica intacto.' },
  },
} as const satisfies Translation<typeof englishFirstRun>;

/** Words of the connection test's result. */
export const checks = {
  title: 'O que este token pode ler',
  host: 'Resposta de {{host}}',
  ok: 'Legível',
  found_one: '{{count, number}} no total',
  found_many: '{{count, number}} no total',
  found_other: '{{count, number}} no total',
  missing: 'Sem permissão',
  failed: 'Falhou',
  allOk: 'A conexão funciona e não falta nada.',
  someMissing: 'A conexão funciona. O que está marcado não pode ser lido com este token; todo o resto, sim.',
  someFailed: 'A conexão funciona, mas nem tudo pôde ser testado.',
  noneOk: 'O endereço responde, mas este token não pode ler nada aqui.',
  noneTried: 'O endereço responde, mas não foi possível ler nada.',
  refreshNote: 'Este teste não usa o token de renovação; ele é testado quando você entra: uma renovação mostra então se funciona.',
  askAddress: 'Nada aqui responde como a API. Este é o endereço da API?',
  missingNext: 'Um token não pode ser editado: o proprietário da empresa cria um novo com estas permissões.',
} as const satisfies Translation<typeof englishChecks>;

/** Words of the field that shares the request budget. */
export const desktops = {
  label: 'Computadores do seu escritório que usam este app',
  help: 'O Cxpress permite 300 requisições por minuto para um endereço de internet, compartilhadas por todos que o usam. Uma requisição a mais bloqueia o escritório inteiro por 10 minutos; por isso cada computador usa só a sua parte. Se só você usa, informe 1.',
} as const satisfies Translation<typeof englishDesktops>;
