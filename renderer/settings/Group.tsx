import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sectionMark, type SettingsSection } from './sections.ts';

/** A part of the settings page under its heading. */
export function Group({ section, children }: { section: SettingsSection; children: ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section aria-labelledby={id} {...sectionMark(section)} className="flex flex-col gap-5 border-t border-line py-8 first-of-type:scroll-mt-24 first-of-type:border-t-0 first-of-type:pt-0">
      <h2 id={id} tabIndex={-1} className="text-lg font-semibold outline-none">{t(`screens.settings.sections.${section}`)}</h2>
      {children}
    </section>
  );
}

/** Something within a part that has a heading of its own. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-2 flex flex-col gap-4">
      <h3 id={id} className="text-md font-semibold">{title}</h3>
      {children}
    </section>
  );
}

/** A choice beside its name, with a help below. The control names itself. */
export function Row({ label, help, children }: { label: string; help?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1.5">
        <span className="font-medium">{label}</span>
        {children}
      </div>
      {help ? <p className="text-sm text-pretty text-ink-3">{help}</p> : null}
    </div>
  );
}
