import type { checks as englishChecks, desktops as englishDesktops, firstRun as englishFirstRun } from '../../en/screens/first-run.ts';
import type { Translation } from '../../translation.ts';

/** Words of the first-run page, also used to paste a new token pair. */
export const firstRun = {
  title: 'Conectar con Cxpress',
  lead: 'Cxpress Tray guarda los tickets y las tareas de la empresa en esta computadora, avisa cuando cambian y encuentra cualquiera de ellos con un atajo.',
  unofficial: 'Este es un cliente no oficial. Cxpress no lo desarrolla ni le da soporte.',
  renewTitle: 'Pega un par de tokens nuevo',
  renewLead: 'La sesión terminó. Los tickets, las tareas y la configuración de esta computadora se conservan y continúan desde donde quedaron.',
  replaceLead: 'Un par nuevo reemplaza al que está en uso. Los tickets, las tareas y la configuración de esta computadora se conservan.',
  back: 'Volver a lo guardado',
  form: 'Conexión',
  address: { label: 'Dirección de la API', help: 'Donde la empresa accede a la API de Cxpress. Si no la conoces, pregunta a tu contacto de Cxpress.', placeholder: 'https://', empty: { what: 'Escribe la dirección de la API.', next: 'Tu contacto de Cxpress la conoce; empieza con https://.' } },
  apiToken: { label: 'Token de API', help: 'Abre la API por una hora. La app lo renueva sola.' },
  refreshToken: { label: 'Token de renovación (refresh token)', help: 'Renueva el token de API durante 168 horas (7 días). Después hace falta un par nuevo.' },
  pasted_one: '{{count, number}} carácter',
  pasted_many: '{{count, number}} de caracteres',
  pasted_other: '{{count, number}} caracteres',
  kept: { encrypted: 'Los dos tokens se quedan en esta computadora, cifrados por el sistema, y no se vuelven a mostrar.', session: 'Los dos tokens no se vuelven a mostrar.' },
  where: {
    title: 'De dónde vienen los tokens',
    who: 'El propietario de la empresa los crea en Cxpress:',
    path: 'Sidebar Menu → Configurations → Company → API',
    steps: 'Allí, el botón de la esquina superior abre una ventana que pide “Token name” y “Permissions”. Permite la lectura de tickets, tareas, consumidores, departamentos, etiquetas y campos personalizados.',
    once: 'Cxpress muestra los dos tokens una sola vez, justo después de crearlos. Cópialos en ese momento.',
  },
  test: 'Probar conexión',
  testing: 'Probando…',
  signIn: 'Entrar',
  signingIn: 'Entrando…',
  profile: 'Perfil de API {{name}}: nuestra mejor suposición hasta que una prueba de conexión salga bien.',
  profileVerified: 'Perfil de API {{name}}: confirmado por una prueba de conexión.',
  storage: {
    memory: { what: 'Esta computadora no ofrece un lugar cifrado para secretos.', next: 'Se puede entrar, pero los tokens y la copia local solo duran esta sesión y desaparecen al salir de la app.' },
    locked: { what: 'El llavero del sistema está bloqueado.', next: 'Desbloquéalo y reinicia la app para conservar la sesión. Si entras ahora, dura hasta salir de la app; lo que está en el disco no se toca.' },
  },
} as const satisfies Translation<typeof englishFirstRun>;

/** Words of the connection test's result. */
export const checks = {
  title: 'Lo que este token puede leer',
  host: 'Respuesta de {{host}}',
  ok: 'Legible',
  found_one: '{{count, number}} en total',
  found_many: '{{count, number}} en total',
  found_other: '{{count, number}} en total',
  missing: 'Sin permiso',
  failed: 'Falló',
  allOk: 'La conexión funciona y no falta nada.',
  someMissing: 'La conexión funciona. Lo marcado no se puede leer con este token; todo lo demás, sí.',
  someFailed: 'La conexión funciona, pero no se pudo probar todo.',
  noneOk: 'La dirección responde, pero este token no puede leer nada aquí.',
  noneTried: 'La dirección responde, pero no se pudo leer nada.',
  refreshNote: 'Esta prueba no usa el token de renovación; se prueba al entrar: una renovación muestra entonces si funciona.',
  askAddress: 'Nada aquí responde como la API. ¿Es esta la dirección de la API?',
  missingNext: 'Un token no se puede editar: el propietario de la empresa crea uno nuevo con estos permisos.',
} as const satisfies Translation<typeof englishChecks>;

/** Words of the field that shares the request budget. */
export const desktops = {
  label: 'Computadoras de la oficina que usan esta app',
  help: 'Cxpress permite 300 solicitudes por minuto para una dirección de internet, compartidas por todos los que la usan. Una solicitud de más bloquea a toda la oficina por 10 minutos; por eso cada computadora usa solo su parte. Si es la única, escribe 1.',
} as const satisfies Translation<typeof englishDesktops>;
