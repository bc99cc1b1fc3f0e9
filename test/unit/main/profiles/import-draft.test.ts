import { describe, expect, it } from 'vitest';
import type { Choices } from '../../../../contract/profile/proposal.ts';
import type { ApiProfile, ListOperation } from '../../../../contract/profile/schema.ts';
import { EngineError } from '../../../../core/engine-error.ts';
import { createImportDraft } from '../../../../main/profiles/import-draft.ts';
import { changedParts, partOf, PROFILE_PARTS, withPart } from '../../../../main/profiles/profile-parts.ts';
import type { Proposer } from '../../../../main/profiles/worker/proposer.ts';
import { sampleProposal } from '../../../support/sample-proposal.ts';

function desk() {
  const steps: string[] = [];
  let refuses = false;
  const draft = createImportDraft((): Proposer => {
    steps.push('opened');
    return {
      read: async (_bytes, fileName) => {
        if (refuses) throw new EngineError('fileNotCollection');
        return { ...sampleProposal(), source: { ...sampleProposal().source, fileName } };
      },
      propose: async (choices: Choices) => sampleProposal(choices),
      dispose: () => void steps.push('disposed'),
    };
  });
  return { draft, steps, refuse: () => { refuses = true; }, begin: (fileName = 'a.json') => draft.begin(new Uint8Array(), fileName) };
}
const withTicketPath = (profile: ApiProfile, path: string) => withPart(profile, 'ticket.list', { ...(partOf(profile, 'ticket.list') as ListOperation), path });
const finding = (proposal: { findings: ReturnType<typeof sampleProposal>['findings'] }, about: string) => proposal.findings.find((found) => found.about === about);

describe('the draft of an import', () => {
  it('is one: another file takes its place, and a refused one does not', async () => {
    const { draft, steps, begin, refuse } = desk();
    await begin('a.json');
    await begin('b.json');
    expect(steps).toEqual(['opened', 'opened', 'disposed']);
    refuse();
    await expect(begin('c.json')).rejects.toMatchObject({ code: 'fileNotCollection' });
    expect([draft.now().source.fileName, steps]).toEqual(['b.json', ['opened', 'opened', 'disposed', 'opened', 'disposed']]);
    draft.end();
    expect(steps.at(-1)).toBe('disposed');
  });
  it('is not there before a file, and not after its end', async () => {
    const { draft, begin } = desk();
    expect(() => draft.now()).toThrow(expect.objectContaining({ code: 'profileUnknown' }));
    await begin();
    draft.end();
    expect(() => draft.edit(sampleProposal().profile)).toThrow(expect.objectContaining({ code: 'profileUnknown' }));
    await expect(draft.choose({})).rejects.toMatchObject({ code: 'profileUnknown' });
  });
  it('adds choice to choice', async () => {
    const { draft, begin } = desk();
    await begin();
    await draft.choose({ 'customField.get': 13 });
    const both = await draft.choose({ 'task.list': null });
    expect([finding(both, 'customField.get')?.request, finding(both, 'task.list')?.request]).toEqual([13, null]);
  });
  it('adds choices up that are made at once', async () => {
    const { draft, begin } = desk();
    await begin();
    const [, last] = await Promise.all([draft.choose({ 'customField.get': 13 }), draft.choose({ 'task.list': null })]);
    expect(last).toBe(draft.now());
    expect([finding(last, 'customField.get')?.request, finding(last, 'task.list')?.request]).toEqual([13, null]);
  });
  it('does not take a choice over into the file that came after it', async () => {
    const { draft, begin } = desk();
    await begin('a.json');
    const choices = [draft.choose({ 'task.list': null }), draft.choose({ 'customField.get': 13 })];
    const settled = Promise.allSettled(choices);
    draft.end();
    await begin('b.json');
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(finding(draft.now(), 'task.list')).toEqual(finding(sampleProposal(), 'task.list'));
    expect(finding(await draft.choose({ 'customField.get': 13 }), 'customField.get')?.request).toBe(13);
  });
  it('keeps what was corrected by hand when another part is chosen, and says who chose it', async () => {
    const { draft, begin } = desk();
    await begin();
    const edited = draft.edit(withTicketPath(draft.now().profile, '/by-hand'));
    expect(finding(edited, 'ticket.list')).toMatchObject({ confidence: 'high', because: ['chosenByHand'] });
    expect(finding(edited, 'task.list')).toEqual(finding(sampleProposal(), 'task.list'));
    const after = await draft.choose({ 'task.list': null });
    expect(partOf(after.profile, 'ticket.list')).toMatchObject({ path: '/by-hand' });
    expect(partOf(after.profile, 'task.list')).toBeUndefined();
  });
  it('gives a part up that was corrected by hand once a request is chosen for it', async () => {
    const { draft, begin } = desk();
    await begin();
    draft.edit(withTicketPath(draft.now().profile, '/by-hand'));
    const after = await draft.choose({ 'ticket.list': 0 });
    expect(partOf(after.profile, 'ticket.list')).toMatchObject({ path: '/tickets' });
  });
  it('takes nothing from a window but the parts it may correct', async () => {
    const { draft, begin } = desk();
    const { profile } = await begin();
    const edited = draft.edit({ ...profile, id: 'other', block: { statuses: [200], bodyPattern: '(a+)+$' }, webhookEntities: { ...profile.webhookEntities, ticket: ['x'] } });
    expect(edited.profile).toEqual(profile);
  });
});

describe('parts of a profile', () => {
  const { profile } = sampleProposal();
  it('can be put back where they were', () => {
    for (const part of PROFILE_PARTS) expect(withPart(profile, part, partOf(profile, part)), part).toEqual(profile);
  });
  it('differ where they were changed', () => {
    expect(changedParts(profile, { ...withTicketPath(profile, '/x'), baseUrl: null })).toEqual(['baseUrl', 'ticket.list']);
  });
  it('are the newest of several versions, and are taken out of all', () => {
    const list = partOf(profile, 'ticket.list') as ListOperation;
    const versions: ApiProfile = { ...profile, versions: [{ name: '3', prefix: '/v3', operations: {} }, { name: '2', prefix: '/v2', operations: { 'ticket.list': list } }, { name: '1', prefix: '/v1', operations: { 'ticket.list': { ...list, path: '/old' } } }] };
    expect(withTicketPath(versions, '/new').versions.map(({ operations }) => (operations['ticket.list'] as ListOperation | undefined)?.path)).toEqual([undefined, '/new', '/old']);
    expect(partOf(withPart(versions, 'ticket.list', undefined), 'ticket.list')).toBeUndefined();
    expect(withPart(versions, 'task.list', list).versions[0]?.operations['task.list']).toEqual(list);
  });
});
