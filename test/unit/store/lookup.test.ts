import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookupResultSchema } from '../../../contract/models/views.ts';
import type { OpenedStore } from '../../../core/store/open-store.ts';
import { T0, baseline, consumer, page, tag, task, ticket } from '../../support/records.ts';
import { DRIVERS, tempStore } from '../../support/temp-store.ts';

describe.each(DRIVERS)('lookup on %s', (driver) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await tempStore({ driver });
    const { store } = opened;
    await baseline(store, 'ticketTag', [tag('t1', { name: 'Cobrança' })]);
    await baseline(store, 'consumerTag', [tag('v', { name: 'Ouro' })]);
    await baseline(store, 'consumer', [
      consumer('c1', { name: 'Maria José Gonçalves', email: 'maria.silva+x@exemplo.com.br', phone: '+55 (11) 98765-4321', document: '123.456.789-00', tagIds: ['v'], customFields: { f: 'Plano Família' } }),
    ]);
    await baseline(store, 'ticket', [
      ticket('a', { version: T0 + 1, number: '1042', subject: 'Não consigo emitir o boleto', consumerId: 'c1', tagIds: ['t1'], customFields: { k: 'NF-2031', ok: true } }),
      ticket('b', { version: T0 + 2, number: '10425', subject: 'Boleto vencido', description: 'pediu a segunda via em março' }),
      ticket('c', { version: T0 + 3, number: 'TCK/2026-7', subject: 'Ñandú 🎉 straße', description: 'ref 1042' }),
    ]);
    await baseline(store, 'task', [task('k', { version: T0 + 4, number: '1042', title: 'Ligar para Gonçalves' })]);
  });
  afterEach(() => opened.store.close());
  const found = async (query: string, limit = 20): Promise<string[]> => (await opened.store.lookup(query, limit)).map((one) => `${one.id} ${one.why}`);

  it.each([
    ['nao conSIGO', ['a title']],
    ['boleto', ['b title', 'a title']],
    ['bole', ['b title', 'a title']],
    ['boleto maria', ['a title']],
    ['gonçalves', ['k title', 'a consumer']],
    ['goncalves maria', ['a consumer']],
    ['#1042', ['k number', 'a number', 'b number', 'c description']],
    ['104', ['k number', 'b number', 'a number', 'c description']],
    ['tck/2026-7', ['c number']],
    ['tck', ['c number']],
    ['4321', ['a phone']],
    ['98765-4321', ['a phone']],
    ['(11)98765', ['a phone']],
    ['(11) 98765-4321', ['a phone']],
    ['+55 11 9 8765 4321', ['a phone']],
    ['987654321', ['a phone']],
    ['maria.silva', ['a email']],
    ['silva+x@exem', ['a email']],
    ['exemplo.com', ['a email']],
    ['ilva+x@ex', ['a email']],
    ['silva@com', []],
    ['cobranca', ['a tag']],
    ['ouro', ['a tag']],
    ['nf-2031', ['a customField']],
    ['familia', ['a customField']],
    ['123.456.789-00', ['a consumer']],
    ['12345678900', ['a consumer']],
    ['marco', ['b description']],
    ['nandu', ['c title']],
    ['strasse', []],
    ['boleto nunca', []],
    ['🎉', []],
    ['true', []],
    ['" OR number:1 NEAR(a*) -- \u0000 ^ { }', []],
  ])('%s', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  it('answers a blank query with what changed last, and keeps to the limit', async () => {
    expect((await found('')).map((one) => one.split(' ')[0])).toEqual(['k', 'c', 'b', 'a']);
    expect(await found('  ', 2)).toHaveLength(2);
    expect(await found('1042', 1)).toEqual(['k number']);
    expect(await found('boleto', 0)).toEqual([]);
  });

  it.each([
    ['boletto', ['b title', 'a title']],
    ['emtiir', ['a title']],
    ['gonzalves', ['k title', 'a consumer']],
    ['vencdo boleto', ['b title']],
    ['cobransa', ['a tag']],
    ['familai', ['a customField']],
    ['ex3mplo', []],
    ['10425x', []],
    ['viaa', []],
    ['pediuu', []],
  ])('forgives one mistake in longer words, not in digits, short words and descriptions: %s', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
    expect((await opened.store.lookup(query, 5)).every((one) => one.forgiven)).toBe(true);
  });

  it('marks where the words stand, in the text as it is written', async () => {
    const marked = async (query: string) =>
      (await opened.store.lookup(query, 1))[0]?.matches.map(({ field, text, ranges }) => `${field}: ${ranges.map(([start, end]) => text.slice(start, end)).join('|')}`);
    expect(await marked('nao boleto')).toEqual(['title: Não|boleto']);
    expect(await marked('goncalves marai')).toEqual(['consumer: Maria|Gonçalves', 'email: maria']);
    expect(await marked('765-4321')).toEqual(['phone: 765-4321']);
    expect(await marked('ilva+x@exem')).toEqual(['email: ilva+x@exem']);
    expect(await marked('12345678')).toEqual(['consumer: 123.456.78']);
    expect(await marked('#1042')).toEqual(['number: 1042']);
    expect(await marked('marco')).toEqual(['description: março']);
  });

  it('shows what surrounds a place in a long text', async () => {
    await baseline(opened.store, 'ticket', [ticket('long', { description: `${'antes '.repeat(60)}agulha${' depois'.repeat(60)}` })]);
    const [match] = (await opened.store.lookup('agulha', 1))[0]?.matches ?? [];
    expect(match?.text.length).toBeLessThan(180);
    expect(match?.ranges.map(([start, end]) => match.text.slice(start, end))).toEqual(['agulha']);
    expect(match?.text).toMatch(/^….*…$/su);
  });

  it('marks accents that are characters of their own, and forgives in names that stand nowhere else', async () => {
    await baseline(opened.store, 'consumer', [consumer('c9', { name: 'Otávio Peixoto' })]);
    await baseline(opened.store, 'ticket', [ticket('d', { subject: 'Um cafe\u0301 novo', consumerId: 'c9' })]);
    const [cafe] = (await opened.store.lookup('cafe', 1))[0]?.matches ?? [];
    expect(cafe?.ranges.map(([start, end]) => cafe.text.slice(start, end))).toEqual(['cafe\u0301']);
    expect(await found('peixotto')).toEqual(['d consumer']);
  });

  it('finds by id, and only items that are shown', async () => {
    expect(await found('k')).toContain('k id');
    await opened.store.commitPage(page('task', [], { gone: [{ id: 'k', how: 'notFound' }] }));
    expect(await found('k')).not.toContain('k id');
  });

  it('puts what is mine first among equals', async () => {
    await baseline(opened.store, 'ticket', [ticket('mine', { version: T0 - 5, subject: 'Boleto antigo', assigneeId: 'u7' })]);
    expect((await opened.store.lookup('boleto', 5)).map(({ id }) => id)).toEqual(['b', 'a', 'mine']);
    expect((await opened.store.lookup('boleto', 5, 'id:u7')).map(({ id }) => id)).toEqual(['mine', 'b', 'a']);
    expect((await opened.store.lookup('', 1, 'id:u7')).map(({ id }) => id)).toEqual(['mine']);
  });

  it('takes zeros in front of a number and of an area code as padding, unless there is a number that has them', async () => {
    await baseline(opened.store, 'consumer', [consumer('padded', { name: 'Ícaro', phone: '+55 48 95554-3135' })]);
    await baseline(opened.store, 'ticket', [ticket('p', { version: T0 - 9, number: '90871', subject: 'Padded', consumerId: 'padded' })]);
    expect((await opened.store.lookup('00090871', 5))[0]).toMatchObject({ id: 'p', why: 'number' });
    expect((await opened.store.lookup('#090871', 5))[0]).toMatchObject({ id: 'p', why: 'number' });
    expect((await opened.store.lookup('048 95554-3135', 5)).map(({ id }) => id)).toEqual(['p']);
    await baseline(opened.store, 'ticket', [ticket('z', { version: T0 - 99, number: '090871', subject: 'Zeros of its own' })]);
    expect((await opened.store.lookup('090871', 5))[0]?.id).toBe('z');
  });

  it('does not count the beginning of a word in a better field against an item that holds it whole', async () => {
    await baseline(opened.store, 'ticketTag', [tag('late', { name: 'Entrega' })]);
    await baseline(opened.store, 'ticket', [
      ticket('older', { version: T0 - 90_000, subject: 'Wrong parcel', tagIds: ['late'] }),
      ticket('newer', { version: T0 - 9, subject: 'Figura como entregado', tagIds: ['late'] }),
    ]);
    expect((await opened.store.lookup('entrega', 5)).map(({ id }) => id).slice(0, 2)).toEqual(['newer', 'older']);
  });

  it('forgives a letter of a word inside an e-mail address', async () => {
    await baseline(opened.store, 'consumer', [consumer('mail', { name: 'H', email: 'heloisa.damasceno38@correo.example' })]);
    await baseline(opened.store, 'ticket', [ticket('m', { version: T0 - 9, subject: 'Mail', consumerId: 'mail' })]);
    const [found] = await opened.store.lookup('heloisa.damaceno38@correo.example', 5);
    expect(found).toMatchObject({ id: 'm', why: 'email', forgiven: true });
    expect(await opened.store.lookup('heloisa.damaceno39@correo.example', 5)).toEqual([]);
  });

  it('takes whole words before beginnings, however old', async () => {
    await baseline(opened.store, 'ticket', [ticket('old', { version: T0 - 9, subject: 'Bole' })]);
    expect((await found('bole'))[0]).toBe('old title');
  });

  it('gives what a screen expects', async () => {
    const [first] = await opened.store.lookup('maria', 5);
    expect(lookupResultSchema.safeParse(first).error).toBeUndefined();
    expect(first).toMatchObject({ entity: 'ticket', id: 'a', number: '1042', consumerName: 'Maria José Gonçalves', departmentName: null, updatedAt: T0 + 1 });
  });

  it('follows a consumer, a consumer tag and a ticket tag that change', async () => {
    const { store } = opened;
    await store.commitPage(page('consumer', [consumer('c1', { version: T0 + 9, name: 'Mariana Prado', phone: '222', tagIds: ['v'] })]));
    expect([await found('gonçalves'), await found('mariana'), await found('4321')]).toEqual([['k title'], ['a consumer'], []]);
    await store.commitPage(page('consumerTag', [tag('v', { version: T0 + 9, name: 'Prata' })]));
    expect([await found('ouro'), await found('prata')]).toEqual([[], ['a tag']]);
    await store.commitPage(page('ticketTag', [tag('t1', { version: T0 + 9, deletedAt: T0 + 9 })]));
    expect(await found('cobranca')).toEqual([]);
    await store.commitPage(page('consumer', [consumer('c1', { version: T0 + 10, deletedAt: T0 + 10, name: 'Mariana Prado' })]));
    expect(await found('mariana')).toEqual([]);
  });

  it('writes all documents of a renamed tag again, in slices when they are many', async () => {
    const { store } = opened;
    await baseline(store, 'ticket', Array.from({ length: 700 }, (_v, i) => ticket(`many${i}`, { tagIds: ['t1'] })));
    await store.commitPage(page('ticketTag', [tag('t1', { version: T0 + 9, name: 'Faturas' })]));
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect([await found('cobranca', 200), (await found('faturas', 200)).length]).toEqual([[], 200]);
    await baseline(store, 'ticket', [ticket('many0', { version: T0 + 5 })]);
    expect(await found('faturas many0')).toEqual([]);
  });
});
