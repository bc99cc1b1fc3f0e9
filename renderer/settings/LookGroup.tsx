import { Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../contract/locales/languages.ts';
import type { Settings } from '../../contract/settings.ts';
import { useStarted } from '../bridge/queries.ts';
import { acceleratorText } from '../format/accelerator.ts';
import { BOUNDS } from '../format/bounds.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Group, Row } from './Group.tsx';
import { useSetting } from './useSetting.ts';

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Settings['theme'][];
const CONTRASTS = ['system', 'more'] as const satisfies readonly Settings['contrast'][];

/** How the windows look, and which language all of the app speaks. */
export function LookGroup() {
  const { t } = useTranslation();
  const { settings, change, error } = useSetting();
  const errorWords = useErrorWords();
  return (
    <Group section="look">
      <Row label={t('screens.settings.look.language')} help={t('screens.settings.look.languageHelp')}>
        <Segmented label={t('screens.settings.look.language')} value={settings.language} onChange={(language) => change({ language })} options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name, lang: code }))} />
      </Row>
      <Row label={t('screens.settings.look.theme')}>
        <Segmented label={t('screens.settings.look.theme')} value={settings.theme} onChange={(theme) => change({ theme })} options={THEMES.map((value) => ({ value, label: t(`screens.settings.look.themes.${value}`) }))} />
      </Row>
      <Row label={t('screens.settings.look.contrast')}>
        <Segmented label={t('screens.settings.look.contrast')} value={settings.contrast} onChange={(contrast) => change({ contrast })} options={CONTRASTS.map((value) => ({ value, label: t(`screens.settings.look.contrasts.${value}`) }))} />
      </Row>
      <Zoom zoom={settings.zoom} onChange={(zoom) => change({ zoom })} />
      {error ? <ErrorNote words={errorWords(error)} /> : null}
    </Group>
  );
}

function Zoom({ zoom, onChange }: { zoom: number; onChange: (zoom: number) => void }) {
  const { t } = useTranslation();
  const { platform } = useStarted();
  const { min, max, step } = BOUNDS.zoom;
  const key = (sign: string) => acceleratorText('CommandOrControl+0', platform).replace('0', sign);
  // One that was set by key may stand between two steps.
  const smaller = Math.max(min, (Math.ceil(zoom / step) - 1) * step);
  const larger = Math.min(max, (Math.floor(zoom / step) + 1) * step);
  return (
    <Row label={t('screens.settings.look.zoom')} help={t('screens.settings.look.zoomHelp', { larger: key('+'), smaller: key('−'), reset: key('0') })}>
      <div role="group" aria-label={t('screens.settings.look.zoom')} className="flex items-center gap-1">
        {zoom === 100 ? null : <Button look="ghost" size="small" onClick={() => onChange(100)}>{t('screens.settings.look.reset')}</Button>}
        <IconButton icon={Minus} look="secondary" label={t('screens.settings.look.smaller')} blocked={zoom <= min} onClick={() => onChange(smaller)} />
        <output className="min-w-14 text-center font-medium tabular-nums">{t('screens.settings.look.zoomValue', { percent: zoom })}</output>
        <IconButton icon={Plus} look="secondary" label={t('screens.settings.look.larger')} blocked={zoom >= max} onClick={() => onChange(larger)} />
      </div>
    </Row>
  );
}
