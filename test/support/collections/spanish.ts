import { answer, call, folder, SCHEMA_20 } from './parts.ts';

const atencion = { Id: 'A1', 'Número': 12, Asunto: 'Impresora', 'Descripción': 'No imprime', Estado: 'abierto', Cliente: { Id: 'C1', Nombre: 'Ana' }, Sector: 'S1', Agente: { Id: 'U1', Nombre: 'Eva' }, 'Fecha de creación': 1735689600000, 'Última actualización': 1735689700000 };
const lista = (fila: Record<string, unknown>) => answer({ resultados: [{ registro: fila }, { registro: { ...fila, Id: 'B2' } }], siguiente: { cursor: 'abc' }, total: 77 });

/** Spanish, v2.0: addresses and headers as text, key in the address, cursor, wrapped rows, accents and spaces in keys. */
export const SPANISH: unknown = {
  info: { name: 'API de Atención al Cliente', schema: SCHEMA_20 },
  auth: { type: 'apikey', apikey: { key: 'clave', value: '{{clave}}', in: 'query' } },
  item: [
    folder('Sesión', [
      call('POST', 'Renovación del token', 'https://servicio.example/api/token/renovar', [answer({ datos: { token: 'x', token_de_renovacion: 'y' } })], {
        auth: { type: 'noauth' }, header: 'Content-Type: application/json\n// nada', body: { mode: 'raw', raw: '{"token_de_renovacion":"{{renovacion}}"}' },
      }),
    ]),
    folder('Atenciones', [
      call('GET', 'Obtener todas las atenciones', 'https://servicio.example/api/atenciones?cursor=&cantidad=500&actualizado_desde=2025-01-01T00:00:00Z&ordenar=ultima_actualizacion&orden=ASC', [lista(atencion)]),
      call('GET', 'Detalle de la atención', 'https://servicio.example/api/atenciones/:id', [answer({ resultado: { registro: atencion } })]),
      call('POST', 'Crear atención', 'https://servicio.example/api/atenciones'),
    ]),
    folder('Tareas', [call('GET', 'Listado de tareas', 'https://servicio.example/api/tareas?cursor=&cantidad=50', [lista({ Id: 'T1', Título: 'Llamar', Plazo: '2025-02-01' })])]),
    folder('Contactos', [
      call('POST', 'Buscar contactos', 'https://servicio.example/api/contactos/buscar?cursor=&cantidad=50', [lista({ Id: 'C1', 'Nombre completo': 'Ana', 'Correo electrónico': 'a@b.c', 'Teléfono': '1' })]),
      call('GET', 'Ver contacto', 'https://servicio.example/api/contactos/<id>', [answer({ resultado: { registro: { Id: 'C1' } } })]),
    ]),
    folder('Departamentos', [call('GET', 'Listar', 'https://servicio.example/api/departamentos?cursor=&cantidad=50', [lista({ Id: 'S1', Nombre: 'TI', Activo: true })])]),
    folder('Etiquetas de contactos', [call('GET', 'Listar etiquetas', 'https://servicio.example/api/etiquetas?cursor=&cantidad=50', [lista({ Id: 'E1', Nombre: 'oro' })])]),
  ],
};
