import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { languageFor } from '../../contract/locales/languages.ts';
import { createQueryClient } from '../bridge/query-client.ts';
import { LookupWindow } from '../lookup/LookupWindow.tsx';
import '../ui/tokens.css';
import { createI18n } from './i18n.ts';
import { Providers } from './Providers.tsx';
import { WindowFrame } from './WindowFrame.tsx';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Providers bridge={window.bridge} queryClient={createQueryClient()} words={createI18n(languageFor(navigator.languages))}>
        <WindowFrame clock={Date.now}><LookupWindow /></WindowFrame>
      </Providers>
    </StrictMode>,
  );
}
