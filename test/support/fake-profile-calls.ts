import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import type { Choices, ProfileEntry, Proposal } from '../../contract/profile/proposal.ts';
import { fail, ok } from '../../contract/result.ts';
import type { Handlers } from './fake-bridge.ts';
import { SAMPLE_CHECKS } from './renderer-data.ts';
import { sampleProposal } from './sample-proposal.ts';

type ProfileCalls = Pick<Handlers, Extract<keyof Handlers, `profiles.${string}`>>;

/** The built-in profile, in use, and an imported one that lacks two operations. */
export const SAMPLE_PROFILES: readonly ProfileEntry[] = [
  { id: CXPRESS_1_0.id, name: CXPRESS_1_0.name, origin: 'guess', active: true, builtIn: true, missing: [] },
  { id: 'acme', name: 'Acme 2025', origin: 'imported', active: false, builtIn: false, missing: ['task.get', 'customField.list'] },
];

/** Answers to the calls about profiles, from a list and one draft in memory. `profiles` may be changed by a test. */
export function fakeProfileCalls(world: { profiles: ProfileEntry[] }): ProfileCalls {
  let choices: Choices = {};
  let draft: Proposal | null = null;
  return {
    'profiles.list': () => ok(world.profiles),
    'profiles.use': ({ id }) => {
      world.profiles = world.profiles.map((profile) => ({ ...profile, active: profile.id === id }));
      return ok(world.profiles);
    },
    'profiles.remove': ({ id }) => {
      world.profiles = world.profiles.filter((profile) => profile.id !== id);
      return ok(world.profiles);
    },
    'profiles.export': () => ok({ saved: true }),
    'profiles.choose': () => {
      choices = {};
      draft = sampleProposal();
      return ok(draft);
    },
    'profiles.correct': (change) => {
      if (!draft) return fail('profileUnknown');
      if ('choices' in change) {
        choices = { ...choices, ...change.choices };
        draft = sampleProposal(choices);
      } else draft = { ...draft, profile: change.profile };
      return ok(draft);
    },
    'profiles.test': () => (draft ? ok({ checks: [...SAMPLE_CHECKS], host: 'acme.cxpress.example' }) : fail('profileUnknown')),
    'profiles.save': ({ name }) => {
      if (!draft) return fail('profileUnknown');
      world.profiles = [...world.profiles, { id: `imported-${world.profiles.length}`, name, origin: 'imported', active: false, builtIn: false, missing: ['customField.get'] }];
      draft = null;
      return ok(world.profiles);
    },
    'profiles.discard': () => {
      draft = null;
      return ok(null);
    },
  };
}
