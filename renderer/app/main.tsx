import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { languageFor } from '../../contract/locales/languages.ts';
import { keepEarlyNavigation } from '../bridge/early-navigation.ts';
import { createQueryClient } from '../bridge/query-client.ts';
import '../ui/tokens.css';
import { createI18n } from './i18n.ts';
import { MainWindow } from './MainWindow.tsx';
import { Providers } from './Providers.tsx';
import { WindowFrame } from './WindowFrame.tsx';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Providers bridge={keepEarlyNavigation(window.bridge)} queryClient={createQueryClient()} words={createI18n(languageFor(navigator.languages))}>
        <WindowFrame clock={Date.now}><MainWindow /></WindowFrame>
      </Providers>
    </StrictMode>,
  );
}
