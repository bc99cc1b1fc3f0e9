import { address, answer, call, folder, SCHEMA_21 } from './parts.ts';

const chamado = { id: 9, protocolo: '2025-9', assunto: 'Impressora', descricao: 'Não imprime', situacao: 'aberto', prioridade: 'alta', cliente_id: 4, setor_id: 2, responsavel: { id: 7, nome: 'Rui' }, etiquetas: [{ id: 1 }], data_criacao: '2025-01-02 03:04:05', atualizado_em: '2025-01-03 03:04:05', prazo: null };
const lista = (linha: unknown) => answer({ registros: [linha], paginacao: { pagina: 1, quantidade: 1, total: 90 } });
const paginas = { pagina: '1', quantidade: '30' };

/** Portuguese, v2.1: folders, variables in variables, three versions none of which has everything but the first. */
export const PORTUGUESE: unknown = {
  info: { name: 'API de Atendimento', schema: SCHEMA_21 },
  auth: { type: 'apikey', apikey: [{ key: 'key', value: 'X-Chave' }, { key: 'value', value: '{{token}}' }, { key: 'in', value: 'header' }] },
  variable: [
    { key: 'host', value: 'https://api.atendimento.example' },
    { key: 'baseUrl', value: '{{host}}/integracao' },
    { key: 'token', value: 'segredo-de-verdade-12345678', type: 'secret' },
  ],
  item: [
    folder('Sessão', [
      call('POST', 'Renovar token', '{{baseUrl}}/sessao/renovar', [answer({ token_de_acesso: 'a', token_de_renovacao: 'b' })], { body: { mode: 'raw', raw: '{"token_de_renovacao": {{refreshToken}}}' } }),
    ]),
    folder('Versão 3', [
      folder('Chamados', [
        call('GET', 'Listar chamados', address('{{baseUrl}}/v3/chamados', { ...paginas, '-atualizado_desde': '1735689600', '-ordenar': 'atualizado_em:desc' }), [lista(chamado)]),
        call('POST', 'Criar chamado', '{{baseUrl}}/v3/chamados'),
      ]),
      folder('Tarefas', [call('GET', 'Obter tarefa', '{{baseUrl}}/v3/tarefas/:id', [answer({ tarefa: { id: 1, titulo: 'Ligar' } })])]),
    ]),
    folder('Versão 2', [
      folder('Chamados', [
        call('GET', 'Listar chamados', address('{{baseUrl}}/v2/chamados', { ...paginas }), [lista(chamado)]),
        call('GET', 'Consultar chamado', '{{baseUrl}}/v2/chamados/{{chamado_id}}', [answer({ chamado })]),
      ]),
      folder('Tarefas', [call('GET', 'Listar todas as tarefas', address('{{baseUrl}}/v2/tarefas', { ...paginas, '-desde': '1735689600000' }), [lista({ id: 1, titulo: 'Ligar', vencimento: '2025-02-01' })])]),
      folder('Setores', [call('GET', 'Listar setores', address('{{baseUrl}}/v2/setores', paginas), [lista({ id: 2, nome: 'TI', ativo: true, usuarios: [1], palavras_chave: ['rede'] })])]),
    ]),
    folder('Versão 1', [
      folder('Chamados', [
        call('GET', 'Listar chamados', address('{{baseUrl}}/v1/chamados', { pagina: '1' }), [lista(chamado)]),
        call('GET', 'Consultar chamado', '{{baseUrl}}/v1/chamados/:id', [answer({ chamado })]),
      ]),
      folder('Clientes', [
        call('GET', 'Listar clientes', address('{{baseUrl}}/v1/clientes', paginas), [lista({ id: 4, nome_completo: 'Ana', 'e-mail': 'a@b.c', celular: '1', cnpj: '2' })]),
        call('GET', 'Obter cliente', '{{baseUrl}}/v1/clientes/:clienteId', [answer({ cliente: { id: 4 } })]),
        call('GET', 'Listar etiquetas', address('{{baseUrl}}/v1/clientes/etiquetas', paginas), [lista({ id: 1, nome: 'ouro' })]),
      ]),
      folder('Marcadores', [call('GET', 'Listar marcadores', address('{{baseUrl}}/v1/marcadores', paginas), [lista({ id: 1, nome: 'vip', cor: '#000' })])]),
      folder('Campos personalizados', [call('GET', 'Listar', address('{{baseUrl}}/v1/campos-personalizados', paginas), [lista({ id: 1, rotulo: 'Tamanho', tipo: 'texto', opcoes: ['P'] })])]),
    ]),
  ],
};
