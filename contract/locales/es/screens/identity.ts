import type { identity as english } from '../../en/screens/identity.ts';
import type { Translation } from '../../translation.ts';

/** Words of the form in which somebody says which agent they are. */
export const identity = {
  lead: 'El token es de la empresa, por eso Cxpress no dice quién está en esta computadora. Tus colas y tus notificaciones siguen lo que indiques aquí. Se queda en esta computadora.',
  who: '¿Qué agente eres?',
  you: 'Eres {{name}}.',
  unknown: 'Sin indicar todavía: nada cuenta como tuyo.',
  search: 'Busca tu nombre',
  items_one: '{{count, number}} elemento',
  items_many: '{{count, number}} de elementos',
  items_other: '{{count, number}} elementos',
  more_one: '{{count, number}} nombre más; escribe parte del tuyo para encontrarlo.',
  more_many: '{{count, number}} de nombres más; escribe parte del tuyo para encontrarlo.',
  more_other: '{{count, number}} nombres más; escribe parte del tuyo para encontrarlo.',
  none: 'No se conoce ningún nombre con “{{search}}”.',
  empty: 'Todavía no hay nombres. Llegan con la primera sincronización y aparecen aquí solos.',
  nobody: 'No estoy en la lista',
  nobodyHelp: 'Los nombres se conocen por los tickets, las tareas y los departamentos. Quien todavía no tuvo ningún elemento aparece con el primero; hasta entonces bastan los departamentos.',
  departments: 'Tus departamentos',
  departmentsHelp: 'Marca todos aquellos en los que trabajas. Se te avisa de las novedades de elementos que no tiene nadie en estos.',
  departmentsEmpty: 'Todavía no hay departamentos. Llegan con la primera sincronización y aparecen aquí solos.',
  departmentGone: 'Desconocido aquí ({{id}})',
} as const satisfies Translation<typeof english>;
