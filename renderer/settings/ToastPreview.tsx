import { useTranslation } from 'react-i18next';
import type { ToastContentLevel } from '../../contract/rules.ts';
import { Mark } from '../ui/Mark.tsx';

/** How a notification of a new ticket reads at a level, by the words that notifications have. */
export function ToastPreview({ level }: { level: ToastContentLevel }) {
  const { t } = useTranslation();
  const number = '#104200';
  const what = t('shell.toast.bare.new.ticket');
  const department = t('screens.settings.privacy.sample.department');
  const texts: Record<ToastContentLevel, { title: string; body: string }> = {
    full: { title: t('shell.toast.new.ticket', { title: `${number} ${t('screens.settings.privacy.sample.title')}` }), body: `${t('screens.settings.privacy.sample.consumer')} · ${department}` },
    number: { title: t('shell.toast.numbered', { what, number }), body: department },
    hidden: { title: what, body: '' },
  };
  const { title, body } = texts[level];
  return (
    <figure className="flex flex-col gap-1.5 rounded-lg bg-canvas px-4 py-3">
      <figcaption className="text-sm text-ink-3">{t('screens.settings.privacy.preview')}</figcaption>
      <div role="status" className="flex w-80 max-w-full items-start gap-3 rounded-lg border border-line bg-raised px-3.5 py-2.5 shadow-sm">
        <Mark className="mt-0.5 size-6 shrink-0" />
        <div className="min-h-10 min-w-0">
          <p className="font-medium break-words">{title}</p>
          <p className="break-words text-ink-2">{body}</p>
        </div>
      </div>
    </figure>
  );
}
