import type { menu as english } from '../en/menu.ts';
import type { Translation } from '../translation.ts';

/** Words of the application menu: the bar of macOS, and on other systems the one that Alt shows. */
export const menu = {
  app: 'Cxpress Tray',
  file: 'Archivo',
  settings: 'Configuración…',
  close: 'Cerrar ventana',
  quit: 'Salir de Cxpress Tray',
  edit: 'Editar',
  undo: 'Deshacer',
  redo: 'Rehacer',
  cut: 'Cortar',
  copy: 'Copiar',
  paste: 'Pegar',
  selectAll: 'Seleccionar todo',
  view: 'Ver',
  fullScreen: 'Pantalla completa',
  window: 'Ventana',
  minimise: 'Minimizar',
  zoom: 'Zoom',
  front: 'Traer todo al frente',
  about: 'Acerca de Cxpress Tray',
  services: 'Servicios',
  hide: 'Ocultar Cxpress Tray',
  hideOthers: 'Ocultar otros',
  showAll: 'Mostrar todo',
} as const satisfies Translation<typeof english>;
