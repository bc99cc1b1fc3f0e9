import type { identity as english } from '../../en/screens/identity.ts';
import type { Translation } from '../../translation.ts';

/** Words of the form in which somebody says which agent they are. */
export const identity = {
  lead: 'O token é da empresa, por isso o Cxpress não informa quem está neste computador. As suas filas e as suas notificações seguem o que você disser aqui. Isso fica neste computador.',
  who: 'Qual atendente é você?',
  you: 'Você é {{name}}.',
  unknown: 'Ainda não informado: nada conta como seu.',
  search: 'Encontre o seu nome',
  items_one: '{{count, number}} item',
  items_many: '{{count, number}} de itens',
  items_other: '{{count, number}} itens',
  more_one: 'Mais {{count, number}} nome; digite parte do seu para encontrá-lo.',
  more_many: 'Mais {{count, number}} de nomes; digite parte do seu para encontrá-lo.',
  more_other: 'Mais {{count, number}} nomes; digite parte do seu para encontrá-lo.',
  none: 'Nenhum nome com “{{search}}” é conhecido.',
  empty: 'Ainda não há nomes. Eles chegam com a primeira sincronização e aparecem aqui sozinhos.',
  nobody: 'Não estou na lista',
  nobodyHelp: 'Os nomes vêm dos tickets, das tarefas e dos departamentos. Quem ainda não teve nenhum item aparece com o primeiro; até lá, os departamentos bastam.',
  departments: 'Os seus departamentos',
  departmentsHelp: 'Marque todos em que você trabalha. Novidades de itens que não estão com ninguém são avisadas para estes.',
  departmentsEmpty: 'Ainda não há departamentos. Eles chegam com a primeira sincronização e aparecem aqui sozinhos.',
  departmentGone: 'Desconhecido aqui ({{id}})',
} as const satisfies Translation<typeof english>;
