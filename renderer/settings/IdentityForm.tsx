import { useTranslation } from 'react-i18next';
import type { Agent } from '../../contract/models/filter.ts';
import { appErrorOf } from '../bridge/client.ts';
import { usePeople, type KnownPeople } from '../bridge/identity.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { AgentChoice } from './AgentChoice.tsx';
import { DepartmentChoice } from './DepartmentChoice.tsx';
import { useSetting } from './useSetting.ts';

/**
 * Who the person is among the company's agents, and their departments. For the settings page and the first run; each
 * choice is kept at once. Choosing a name ticks the departments that name it, unless some are ticked already.
 */
export function IdentityForm() {
  const { t } = useTranslation();
  const { settings, change, error } = useSetting();
  const people = usePeople();
  const errorWords = useErrorWords();
  const choose = (me: Agent | null) => {
    const theirs = me === null || settings.myDepartmentIds.length > 0 || !people.data ? [] : departmentsOf(me, people.data);
    change(theirs.length > 0 ? { me, myDepartmentIds: theirs } : { me });
  };
  return (
    <div className="flex flex-col gap-5">
      <p className="text-pretty text-ink-2">{t('screens.identity.lead')}</p>
      {people.data ? (
        <>
          <AgentChoice agents={people.data.agents} me={settings.me} onChoose={choose} />
          <DepartmentChoice departments={people.data.departments} chosen={settings.myDepartmentIds} onChange={(myDepartmentIds) => change({ myDepartmentIds })} />
        </>
      ) : people.isError ? (
        <div className="flex flex-col items-start gap-2">
          <ErrorNote words={errorWords(appErrorOf(people.error))} />
          <Button size="small" onClick={() => void people.refetch()}>{t('screens.app.retry')}</Button>
        </div>
      ) : <Skeleton className="w-56" />}
      {error ? <ErrorNote reveal words={errorWords(error)} /> : null}
    </div>
  );
}

/** The departments that name somebody among their employees. */
function departmentsOf({ id }: Agent, { departments }: KnownPeople): string[] {
  return id === null ? [] : departments.filter(({ employees }) => employees.includes(id)).map((department) => department.id);
}
