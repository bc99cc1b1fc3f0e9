import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../contract/settings.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Group } from './Group.tsx';
import { ProxyForm } from './ProxyForm.tsx';
import { proxyProblem } from './proxy-address.ts';
import { ProxySignIn } from './ProxySignIn.tsx';
import { useSetting } from './useSetting.ts';

const MODES = ['system', 'direct', 'manual'] as const satisfies readonly Settings['proxyMode'][];

/** How requests leave this computer. A proxy without an address is not switched to: everything would stop. */
export function ProxyGroup() {
  const { t } = useTranslation();
  const { settings, change, error, pending } = useSetting();
  const errorWords = useErrorWords();
  /** A proxy was chosen that has no address yet. */
  const [chosen, setChosen] = useState(false);
  const mode = chosen ? 'manual' : settings.proxyMode;
  const choose = (next: Settings['proxyMode']) => {
    const waits = next === 'manual' && proxyProblem(settings.proxyUrl) !== null;
    setChosen(waits);
    if (!waits && next !== settings.proxyMode) change({ proxyMode: next });
  };
  return (
    <Group section="proxy">
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1.5 font-medium">{t('screens.settings.proxy.mode')}</legend>
        {MODES.map((each) => (
          <label key={each} className="flex items-start gap-2.5">
            <input type="radio" name="proxy-mode" checked={mode === each} onChange={() => choose(each)} className="mt-0.5 size-4 shrink-0 accent-accent" />
            <span className="min-w-0"><span>{t(`screens.settings.proxy.modes.${each}`)}</span><span className="block text-sm text-pretty text-ink-3">{t(`screens.settings.proxy.modeHelp.${each}`)}</span></span>
          </label>
        ))}
      </fieldset>
      {mode === 'manual' ? (
        <div className="flex flex-col gap-6 border-l-2 border-line pl-5">
          <ProxyForm
            url={settings.proxyUrl}
            bypass={settings.proxyBypass}
            waiting={settings.proxyMode !== 'manual'}
            busy={pending}
            onApply={(proxyUrl, proxyBypass) => change({ proxyMode: 'manual', proxyUrl, proxyBypass })}
          />
          <ProxySignIn />
        </div>
      ) : null}
      {error ? <ErrorNote reveal words={errorWords(error)} /> : null}
    </Group>
  );
}
