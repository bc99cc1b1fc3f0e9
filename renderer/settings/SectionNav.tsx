import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import { Select } from '../ui/Select.tsx';
import { SETTINGS_SECTIONS, type SettingsSection } from './sections.ts';

/** The way within the settings page: a list beside it, or a select above it where there is no room. */
export function SectionNav({ current, onGo }: { current: SettingsSection; onGo: (section: SettingsSection) => void }) {
  const { t } = useTranslation();
  const named = (section: SettingsSection) => t(`screens.settings.sections.${section}`);
  return (
    <>
      <nav aria-label={t('screens.settings.sections.label')} className="hidden w-52 shrink-0 overflow-y-auto border-r border-line px-3 py-6 pair:block">
        <ul className="flex flex-col gap-px">
          {SETTINGS_SECTIONS.map((section) => (
            <li key={section}>
              <button
                type="button"
                aria-current={section === current ? 'location' : undefined}
                onClick={() => onGo(section)}
                className={clsx('min-h-7 w-full rounded-md px-2.5 py-1 text-left text-pretty', section === current ? 'bg-selected font-medium text-ink' : 'text-ink-2 hover:bg-hover hover:text-ink')}
              >
                {named(section)}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <label className="flex shrink-0 items-center gap-2 border-b border-line px-4 py-2 pair:hidden">
        <span className="shrink-0 text-ink-2">{t('screens.settings.sections.jump')}</span>
        <Select
          value={current}
          onChange={(event) => {
            const chosen = SETTINGS_SECTIONS.find((section) => section === event.target.value);
            if (chosen) onGo(chosen);
          }}
        >
          {SETTINGS_SECTIONS.map((section) => <option key={section} value={section}>{named(section)}</option>)}
        </Select>
      </label>
    </>
  );
}
