import type { Choices, Finding, Proposal } from '../../contract/profile/proposal.ts';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import { EngineError } from '../../core/engine-error.ts';
import { changedParts, partOf, withPart } from './profile-parts.ts';
import type { ProfilePart } from './profile-parts.ts';
import type { Proposer } from './worker/proposer.ts';

/** The one import under way, in memory: a file's proposal and what a person corrected in it. */
export interface ImportDraft {
  /** Reads a file and begins with it. Rejects with EngineError, then the former draft stays. */
  begin(bytes: Uint8Array, fileName: string): Promise<Proposal>;
  /** Takes some subjects from other requests, one call after the other; what was corrected by hand elsewhere stays. Rejects with EngineError `profileUnknown` without a draft. */
  choose(choices: Choices): Promise<Proposal>;
  /** Takes over a profile edited by hand. Throws EngineError `profileUnknown` without a draft. */
  edit(profile: ApiProfile): Proposal;
  /** The proposal as it stands. Throws EngineError `profileUnknown` without a draft. */
  now(): Proposal;
  /** Forgets it. */
  end(): void;
}

interface Draft {
  readonly proposer: Proposer;
  readonly choices: Choices;
  readonly edits: ReadonlyMap<ProfilePart, unknown>;
  readonly proposal: Proposal;
}

/** An edited part says so, and no longer what was once found. */
function edited(finding: Finding, edits: Draft['edits']): Finding {
  if (!edits.has(finding.about)) return finding;
  const value = edits.get(finding.about);
  return { ...finding, confidence: value === undefined || value === null ? 'missing' : 'high', because: ['chosenByHand'] };
}

function withEdits(proposal: Proposal, edits: Draft['edits']): Proposal {
  const profile = [...edits].reduce((sofar, [part, value]) => withPart(sofar, part, value), proposal.profile);
  return { ...proposal, profile, findings: proposal.findings.map((finding) => edited(finding, edits)) };
}

/** Makes the keeper, empty. `openProposer` starts what reads a file. */
export function createImportDraft(openProposer: () => Proposer): ImportDraft {
  let draft: Draft | null = null;
  /** Ends when the last choice is worked in: each begins from what the one before it left. */
  let turn: Promise<unknown> = Promise.resolve();

  const present = (): Draft => {
    if (draft === null) throw new EngineError('profileUnknown');
    return draft;
  };
  const end = (): void => {
    draft?.proposer.dispose();
    draft = null;
  };
  /** The draft, as long as it is that of this reader. */
  const presentOf = (proposer: Proposer): Draft => {
    const held = present();
    if (held.proposer !== proposer) throw new EngineError('profileUnknown');
    return held;
  };
  const chooseOf = async (proposer: Proposer, choices: Choices): Promise<Proposal> => {
    const all = { ...presentOf(proposer).choices, ...choices };
    const fresh = await proposer.propose(all);
    const after = presentOf(proposer);
    const edits = new Map([...after.edits].filter(([part]) => !(part in choices)));
    draft = { ...after, choices: all, edits, proposal: withEdits(fresh, edits) };
    return draft.proposal;
  };
  return {
    async begin(bytes, fileName) {
      const proposer = openProposer();
      try {
        const proposal = await proposer.read(bytes, fileName);
        end();
        draft = { proposer, choices: {}, edits: new Map(), proposal };
        return proposal;
      } catch (error) {
        proposer.dispose();
        throw error;
      }
    },
    async choose(choices) {
      const { proposer } = present();
      const run = turn.then(() => chooseOf(proposer, choices));
      turn = run.catch(() => undefined);
      return run;
    },
    edit(profile) {
      const before = present();
      const edits = new Map(before.edits);
      for (const part of changedParts(before.proposal.profile, profile)) edits.set(part, partOf(profile, part));
      draft = { ...before, edits, proposal: withEdits(before.proposal, edits) };
      return draft.proposal;
    },
    now: () => present().proposal,
    end,
  };
}
