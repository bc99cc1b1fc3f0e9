import type { menu as english } from '../en/menu.ts';
import type { Translation } from '../translation.ts';

/** Words of the application menu: the bar of macOS, and on other systems the one that Alt shows. */
export const menu = {
  app: 'Cxpress Tray',
  file: 'Arquivo',
  settings: 'Configurações…',
  close: 'Fechar janela',
  quit: 'Sair do Cxpress Tray',
  edit: 'Editar',
  undo: 'Desfazer',
  redo: 'Refazer',
  cut: 'Recortar',
  copy: 'Copiar',
  paste: 'Colar',
  selectAll: 'Selecionar tudo',
  view: 'Visualizar',
  fullScreen: 'Tela cheia',
  window: 'Janela',
  minimise: 'Minimizar',
  zoom: 'Zoom',
  front: 'Trazer tudo para a frente',
  about: 'Sobre o Cxpress Tray',
  services: 'Serviços',
  hide: 'Ocultar o Cxpress Tray',
  hideOthers: 'Ocultar outros',
  showAll: 'Mostrar tudo',
} as const satisfies Translation<typeof english>;
