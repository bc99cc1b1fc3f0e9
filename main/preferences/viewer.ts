import type { Settings } from '../../contract/settings.ts';
import type { Viewer } from '../../core/store/store.ts';

/** Who looks at queues, as the store asks for it. */
export function viewerOf({ me, myDepartmentIds }: Pick<Settings, 'me' | 'myDepartmentIds'>): Viewer {
  return { me: me?.key ?? null, name: me?.name ?? null, departmentIds: myDepartmentIds };
}
